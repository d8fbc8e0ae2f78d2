"""A seeded province of four tiers, the size of the real one, for tests that need a crowd."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from supplychain import SupplyNetwork

TOWNS = {
    "52.01": ("Gerung", -8.683, 116.125),
    "52.02": ("Praya", -8.705, 116.270),
    "52.03": ("Selong", -8.650, 116.532),
    "52.04": ("Sumbawa", -8.493, 117.420),
    "52.05": ("Dompu", -8.536, 118.463),
    "52.06": ("Woha", -8.618, 118.648),
    "52.07": ("Taliwang", -8.745, 116.853),
    "52.08": ("Tanjung", -8.356, 116.157),
    "52.71": ("Mataram", -8.583, 116.117),
    "52.72": ("Bima", -8.460, 118.727),
}
PEOPLE = np.array([0.76, 1.13, 1.46, 0.53, 0.28, 0.54, 0.16, 0.27, 0.46, 0.17])


@dataclass(frozen=True)
class Chain:
    """What one commodity is made from, what is made of it, and how many do so."""

    raw: str
    made: str
    growers: str
    makers: tuple[str, ...]
    sentra: int
    raw_price: float
    price: float


CHAINS = {
    "food": Chain(
        "cassava", "tapioca", "Petani Singkong", ("Bakso", "Roti", "Kue"), 8, 1.2e3, 12e3
    ),
    "textile": Chain("yarn", "cloth", "Benang", ("Tenun", "Konveksi"), 4, 6e4, 1.8e5),
    "craft": Chain("rattan", "woven", "Pengumpul Rotan", ("Anyaman", "Gerabah"), 3, 9e3, 4e4),
    "metal": Chain("scrap", "blade", "Besi Bekas", ("Pandai Besi",), 2, 8e3, 6e4),
    "jewellery": Chain("pearl", "setting", "Budidaya Mutiara", ("Perhiasan",), 1, 3e5, 9e5),
    "salt": Chain("coarse", "iodised", "Petambak Garam", ("Garam Kemasan",), 1, 1.5e3, 5e3),
    "packaging": Chain("film", "pouch", "Plastik", ("Kemasan",), 1, 2e4, 5e4),
}


@lru_cache(maxsize=4)
def province(businesses: int = 350, seed: int = 7) -> SupplyNetwork:
    """Growers feed sentra, sentra feed makers, makers feed markets; offices fund and own."""
    chance = np.random.default_rng(seed)
    rows, links = _offices(), []
    scale = (businesses - 70) / 280
    markets = [
        _row(chance, "market", "trade", f"Pasar {i + 1:02d}") for i in range(int(42 * scale))
    ]
    for commodity, chain in CHAINS.items():
        for number in range(chain.sentra):
            _sentra(chance, rows, links, commodity, chain, number, scale, markets)
    frame = pd.DataFrame([*rows, *markets])
    products = pd.DataFrame(
        [
            {"id": name, "name_en": name.title(), "name_id": name.title(), "unit": "kg", "price": p}
            for chain in CHAINS.values()
            for name, p in ((chain.raw, chain.raw_price), (chain.made, chain.price))
        ]
        + [{"id": "goods", "name_en": "Finished goods", "name_id": "Barang jadi", "unit": "kg"}]
    )
    sources = pd.DataFrame([{"id": "rule", "title": "Aturan kalibrasi", "publisher": "Uji"}])
    claims = pd.DataFrame(
        [
            {
                "business": rows[3]["id"],
                "field": "workers",
                "value": 30,
                "source": "rule",
                "default": "yes",
            },
            {"business": rows[3]["id"], "field": "workers", "value": 10, "source": "rule"},
        ]
    )
    return SupplyNetwork.from_tables(frame, pd.DataFrame(links), products, claims, sources)


def _offices() -> list[dict[str, object]]:
    names = ["Kementerian Perindustrian", "Dinas Perindustrian NTB", "Koperasi Sentra"]
    return [
        {
            "id": f"office-{i}",
            "name": name,
            "kind": "institution",
            "commodity": "government",
            "district": "52.71",
            "basis": "reported",
            "source": "rule",
            "output": 0.0,
            "value_added": 0.0,
            "wages": 0.0,
        }
        for i, name in enumerate(names)
    ]


def _row(chance: np.random.Generator, kind: str, commodity: str, name: str) -> dict[str, object]:
    code = str(chance.choice(list(TOWNS), p=PEOPLE / PEOPLE.sum()))
    town, lat, lon = TOWNS[code]
    return {
        "id": name.lower().replace(" ", "-"),
        "name": f"{name} {town}",
        "kind": kind,
        "commodity": commodity,
        "district": code,
        "lat": lat + chance.normal(0, 0.03),
        "lon": lon + chance.normal(0, 0.03),
        "workers": float(chance.integers(1, 20)),
        "basis": "assumed",
        "source": "rule",
    }


def _sentra(chance, rows, links, commodity, chain, number, scale, markets) -> None:  # noqa: PLR0913
    sentra = _row(chance, "sentra", commodity, f"Sentra {chain.made} {number + 1}")
    sentra |= {
        "basis": "reported" if number == 0 else "assumed",
        "funds": 9e9,
        "funds_year": "2023",
    }
    rows.append(sentra)
    sold = 0.0
    for i in range(max(1, round(chance.integers(6, 14) * scale))):
        maker = _row(
            chance,
            "ikm",
            commodity,
            f"{chance.choice(chain.makers)} {chain.made[0]}{number}{i:02d}",
        )
        value = float(chance.lognormal(16.5, 0.9))
        rows.append(maker)
        sold += value
        links.append(_link(sentra, maker, chain.made, value))
        places = chance.choice(len(markets), size=chance.integers(1, 3), replace=False)
        links.extend(
            _link(maker, markets[place], "goods", value * 1.6 / len(places)) for place in places
        )
    count = max(1, round(chance.integers(2, 8) * scale))
    for i in range(count):
        grower = _row(
            chance, "supplier", "farming", f"{chain.growers} {chain.raw[0]}{number}{i:02d}"
        )
        rows.append(grower)
        links.append(_link(grower, sentra, chain.raw, sold * 0.4 / count))
    links.append(
        {
            "supplier": "office-0",
            "buyer": sentra["id"],
            "relation": "funds",
            "basis": "reported",
            "source": "rule",
        }
    )
    if number == 0:
        links.append(
            {
                "supplier": "office-1",
                "buyer": sentra["id"],
                "relation": "owns",
                "basis": "reported",
                "source": "rule",
            }
        )


def _link(supplier, buyer, product: str, value: float) -> dict[str, object]:
    basis = "reported" if supplier["basis"] == "reported" and value > 2e7 else "assumed"
    return {
        "supplier": supplier["id"],
        "buyer": buyer["id"],
        "product": product,
        "value": value,
        "volume": value / 1e4,
        "basis": basis,
        "source": "rule",
        "scheme": "rantai-pasok",
    }
