"""What sources claim, side by side, and which claim the model believes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from supplychain.core import schema
from supplychain.core.network import SupplyNetwork
from supplychain.core.vocabulary import PUBLISHERS, label
from supplychain.core.words import Language, Words, quantity, same
from supplychain.views.trade import names

FIELDS: Mapping[str, Words] = {
    "output_volume": Words(en="Volume made", id="Volume produksi"),
    "planted_area": Words(en="Planted area", id="Luas tanam"),
    "new_area": Words(en="Further planting proposed", id="Usulan tanam baru"),
    "buyer_groups": Words(en="Groups of buyers", id="Kelompok pembeli"),
    "price_tapioca": Words(en="Price of tapioca", id="Harga tapioka"),
    "price_cassava": Words(en="Price of cassava", id="Harga singkong"),
    "price_candlenut": Words(en="Price of candlenut", id="Harga kemiri"),
    "yield_tapioca": Words(en="Tapioca from cassava", id="Rendemen tapioka dari singkong"),
    "yield_cassava": Words(en="Cassava harvest", id="Hasil panen singkong"),
    "sales_renteng": Words(en="Sales to Renteng market", id="Penjualan ke Pasar Renteng"),
    "ikm_served": Words(en="IKM served", id="IKM yang dilayani"),
    "partners_named": Words(en="Partners named", id="Mitra yang disebut"),
    "shops": Words(en="Shops", id="Toko"),
    "kilns": Words(en="Tobacco kilns", id="Tungku tembakau"),
    "cuttings": Words(en="Cuttings", id="Stek"),
    "cuttings_cost": Words(en="Cost of cuttings", id="Biaya stek"),
}
"""Fields that claims speak of although no table has them."""
RANGE = Words(en="{value} ({low} to {high})", id="{value} ({low} sampai {high})")
NOT_NAMED = Words(en="source not named", id="sumber tidak disebut")


@dataclass(frozen=True)
class Claim:
    """One claim, said.

    Attributes
    ----------
    row
        Its row in `network.claims`.
    text
        Value with its unit, and the range if there is one.
    basis, source
        Where it stands; publisher and date.
    used
        Whether the model believes it.
    """

    row: int
    text: str
    basis: str
    source: str
    used: bool


@dataclass(frozen=True)
class Topic:
    """One field of one business that sources speak of: its name, and with the business's."""

    business: str
    field: str
    name: Words
    title: Words
    claims: tuple[Claim, ...]

    @property
    def id(self) -> str:
        """Business and field."""
        return f"{self.business}/{self.field}"

    @property
    def used(self) -> Claim | None:
        """The claim the model believes."""
        return next((claim for claim in self.claims if claim.used), None)


def field_name(field: str) -> Words:
    """Name of a field in both languages; one that nobody described stands for itself."""
    known = {column.name: column.meaning for column in schema.BUSINESSES.columns}
    return known.get(field) or FIELDS.get(field) or same(field.replace("_", " "))


def topic(network: SupplyNetwork, business: str, field: str, language: Language) -> Topic:
    """Return every claim about one field of one business, the believed one first."""
    claims = network.claims
    found = claims[(claims["business"] == business) & (claims["field"] == field)]
    ranked = found.assign(last=found["default"] != "yes").sort_values("last", kind="stable")
    return Topic(
        business,
        field,
        field_name(field),
        same(f"{names(network).get(business, business)} ·") + field_name(field),
        tuple(
            Claim(
                int(str(row)),
                _said(claim, language),
                str(claim["basis"]),
                _source(network, claim["source"], language),
                claim["default"] == "yes",
            )
            for row, claim in ranked.iterrows()
        ),
    )


def conflicts(network: SupplyNetwork, language: Language) -> list[Topic]:
    """Topics on which sources disagree about a number the model uses, most claims first."""
    numbers = {column.name for column in schema.BUSINESSES.columns if column.type == "number"}
    known = network.claims["business"].isin(network.businesses.index)
    spoken = network.claims[network.claims["field"].isin(numbers) & known]
    rivals = spoken.groupby(["business", "field"], sort=False)["value"].nunique()
    found = [
        topic(network, str(business), str(field), language)
        for business, field in rivals[rivals > 1].index
    ]
    return sorted(found, key=lambda each: -len(each.claims))


def _said(claim: pd.Series, language: Language) -> str:
    unit = "" if pd.isna(claim["unit"]) else str(claim["unit"])
    value = quantity(claim["value"], unit, language)
    low, high = claim["low"], claim["high"]
    if pd.isna(low) or pd.isna(high) or low == high:
        return value
    ends = {"low": quantity(low, unit, language), "high": quantity(high, unit, language)}
    return RANGE.fill(value=value, **ends)(language)


def _source(network: SupplyNetwork, source: Any, language: Language) -> str:
    if source not in network.sources.index:
        return NOT_NAMED(language) if pd.isna(source) else str(source)
    row = network.sources.loc[source]
    publisher = row["publisher"] if pd.notna(row["publisher"]) else row["title"]
    said = label(PUBLISHERS, publisher, language)
    return said if pd.isna(row["date"]) else f"{said}, {row['date']}"
