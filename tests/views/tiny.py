"""A network small enough to count by hand, with every kind of gap that a view must survive."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from supplychain import SupplyNetwork

BUSINESSES = [
    # id, name, kind, kbli, district, lat, lon, commodity, output, workers, basis, source
    ("ID-1", "Petani Batukliang", "supplier", "01135", "52.02", -8.62, 116.31, "farming", 40e6),
    ("ID-2", "Petani Bayan", "supplier", "01135", "52.08", -8.28, 116.42, "farming", 60e6),
    ("ID-3", "Sentra Aik Darek", "sentra", "10621", "52.02", -8.6155, 116.3137, "food", 225e6),
    ("ID-4", "Sentra Ketak", "sentra", "16292", "52.02", -8.78, 116.35, "craft", 90e6),
    ("ID-5", "Bakso Barokah", "ikm", "10130", "52.02", -8.71, 116.27, "food", 150e6),
    ("ID-6", "Bakso Barokah", "ikm", "10130", "52.71", -8.58, 116.12, "food", 120e6),
    ("ID-7", "Roti Sasak", "ikm", "10710", "52.71", None, None, "food", 80e6),
    ("ID-8", "Pasar Renteng", "market", None, "52.02", -8.72, 116.28, "trade", 500e6),
    ("ID-9", "Toko Bima", "market", "47782", "52.72", -8.46, 118.73, "trade", 300e6),
    ("ID-10", "Dinas Loteng", "institution", None, "52.02", -8.7, 116.27, "government", None),
]
PARTNERSHIPS = [
    # supplier, buyer, product, volume, value, basis, source
    ("ID-1", "ID-3", "PRD-1", 20_000, 24e6, "reported", "SRC-1"),
    ("ID-2", "ID-3", "PRD-1", 30_000, 36e6, "estimated", "SRC-2"),
    ("ID-3", "ID-5", "PRD-2", 4_000, 50e6, "reported", "SRC-1"),
    ("ID-3", "ID-6", "PRD-2", 2_000, 25e6, "assumed", "SRC-3"),
    ("ID-3", "ID-7", "PRD-2", 1_000, 12.5e6, "assumed", "SRC-3"),
    ("ID-3", "ID-8", "PRD-2", 1_600, 20e6, "assumed", "SRC-3"),
    ("ID-4", "ID-9", "PRD-3", 300, 45e6, "assumed", "SRC-3"),
    ("ID-8", "ID-6", "PRD-2", 800, 10e6, "assumed", "SRC-3"),
    ("ID-5", "ID-8", None, None, 60e6, "assumed", "SRC-3"),
    ("ID-6", "ID-9", None, None, 40e6, "assumed", "SRC-3"),
    ("ID-4", "ID-3", "PRD-3", 10, 1.5e6, "assumed", "SRC-3"),
]
PRODUCTS = [
    ("PRD-1", "Cassava", "Singkong", "kg", 1200),
    ("PRD-2", "Tapioca", "Tapioka", "kg", 12_500),
    ("PRD-3", "Ketak ware", "Anyaman ketak", "piece", 150_000),
]
CLAIMS = [
    # business, field, value, low, high, unit, source, default
    ("ID-3", "output", 225e6, None, None, "Rp/year", "SRC-1", "yes"),
    ("ID-3", "output", 12.5e9, 11e9, 15e9, "Rp/year", "SRC-2", "no"),
    ("ID-3", "workers", 30, 25, 35, "persons", "SRC-1", "yes"),
]
SOURCES = [
    ("SRC-1", "Maklumat", "2025-04-05"),
    ("SRC-2", "Kabar Lombok", "2024-06-01"),
    ("SRC-3", "Asumsi", "2026-01-01"),
]


@lru_cache(maxsize=1)
def tiny() -> SupplyNetwork:
    """Two growers, two sentra, three IKM, two markets and an office."""
    columns = ["id", "name", "kind", "kbli", "district", "lat", "lon", "commodity", "output"]
    businesses = pd.DataFrame(BUSINESSES, columns=columns).assign(
        workers=[3, 4, 12, 22, 3, 2, 4, 9, 6, None], basis="estimated", source="SRC-2"
    )
    partnerships = pd.DataFrame(
        PARTNERSHIPS,
        columns=["supplier", "buyer", "product", "volume", "value", "basis", "source"],
    )
    owns = pd.DataFrame([{"supplier": "ID-10", "buyer": "ID-3", "relation": "owns"}])
    products = pd.DataFrame(PRODUCTS, columns=["id", "name_en", "name_id", "unit", "price"])
    claims = pd.DataFrame(
        CLAIMS,
        columns=["business", "field", "value", "low", "high", "unit", "source", "default"],
    )
    sources = pd.DataFrame(SOURCES, columns=["id", "publisher", "date"])
    links = pd.concat([partnerships, owns], ignore_index=True)
    return SupplyNetwork.from_tables(businesses, links, products, claims, sources)
