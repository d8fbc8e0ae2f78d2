"""By what the graph can be filtered, and which businesses and partnerships a choice keeps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.places import district_name
from supplychain.core.vocabulary import BASES, COMMODITIES, KINDS, RELATIONS
from supplychain.core.words import Words, same
from supplychain.views.drawing.paints import TITLES

Codes = tuple[str, ...]

PRODUCT = Words(en="Product", id="Produk")
RELATION = Words(en="Relation", id="Hubungan")
OF_BUSINESSES = ("kind", "commodity", "district")
OF_PARTNERSHIPS = ("product", "basis", "relation")


@dataclass(frozen=True)
class Filters:
    """A choice of codes for each facet; an empty one takes all.

    A partnership stays if its own product, basis and relation are chosen, the kinds of both ends,
    and the district and commodity of one end at least. A business stays with its partnerships; one
    without stays if nothing is asked of partnerships and its own codes are chosen. The script of
    the drawing follows the same rule.
    """

    kind: Codes = ()
    commodity: Codes = ()
    district: Codes = ()
    product: Codes = ()
    basis: Codes = ()
    relation: Codes = ()

    def kept(self, network: SupplyNetwork) -> tuple[pd.Series, pd.Series]:
        """Return two masks: businesses by id, partnerships by row."""
        own = {name: self._fits(network.businesses, name) for name in OF_BUSINESSES}
        ends = network.partnerships[["supplier", "buyer"]]
        both = {name: [ends[side].map(own[name]).astype(bool) for side in ends] for name in own}
        rows = both["kind"][0] & both["kind"][1]
        for name in ("commodity", "district"):
            rows &= both[name][0] | both[name][1]
        table = network.partnerships.assign(basis=network.value_basis)
        for name in OF_PARTNERSHIPS:
            rows &= self._fits(table, name)
        linked = network.businesses.index.isin(ends[rows].to_numpy().ravel())
        alone = own["kind"] & own["commodity"] & own["district"]
        if any(getattr(self, name) for name in OF_PARTNERSHIPS):
            alone &= False
        return alone | linked, rows

    def _fits(self, table: pd.DataFrame, name: str) -> pd.Series:
        chosen = getattr(self, name)
        return table[name].isin(chosen) if chosen else pd.Series(True, index=table.index)


def offered(network: SupplyNetwork) -> list[dict[str, Any]]:
    """List every facet that offers a choice: title, what it filters, codes with their counts."""
    table = network.partnerships.assign(basis=network.value_basis)
    words: Mapping[str, tuple[Words, Mapping[str, Words]]] = {
        "kind": (TITLES["kind"], KINDS),
        "commodity": (TITLES["commodity"], COMMODITIES),
        "district": (TITLES["district"], _districts(network)),
        "product": (PRODUCT, _products(network)),
        "basis": (TITLES["basis"], BASES),
        "relation": (RELATION, RELATIONS),
    }
    return [
        {"field": field.name, "title": title, "on": on, "options": options}
        for field in fields(Filters)
        for title, known in (words[field.name],)
        for on, column in (
            ("partnership", table[field.name])
            if field.name in OF_PARTNERSHIPS
            else ("business", network.businesses[field.name]),
        )
        if len(options := _options(column, known)) > 1
    ]


def _options(column: pd.Series, known: Mapping[str, Words]) -> list[dict[str, Any]]:
    counts = column.dropna().value_counts()
    order = [code for code in known if code in counts.index]
    order += [code for code in counts.index if code not in known]
    return [
        {"code": code, "label": known.get(code, same(str(code))), "count": int(counts[code])}
        for code in order
    ]


def _districts(network: SupplyNetwork) -> dict[str, Words]:
    codes = sorted(network.businesses["district"].dropna().unique())
    return {code: same(district_name(code)) for code in codes}


def _products(network: SupplyNetwork) -> dict[str, Words]:
    used: Iterable[str] = network.partnerships["product"].dropna().unique()
    return {code: network.product_name(code) for code in sorted(used)}
