"""What there is to choose from in a network, by name: for filters and lists."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from supplychain.core import places
from supplychain.core.columns import Column
from supplychain.core.network import SupplyNetwork
from supplychain.core.places import district_name
from supplychain.core.vocabulary import BASES, COMMODITIES, KINDS, RELATIONS
from supplychain.core.words import Language, Words, same
from supplychain.views.trade import names

Offer = Mapping[str, Words]


def districts(network: SupplyNetwork) -> Offer:
    """Kabupaten and kota that have a business, by code."""
    return {code: same(district_name(code)) for code in _present(network.businesses["district"])}


def commodities(network: SupplyNetwork) -> Offer:
    """Commodity groups that have a business."""
    return _said(network.businesses["commodity"], COMMODITIES)


def products(network: SupplyNetwork) -> Offer:
    """Products that are traded, by name."""
    return {code: network.product_name(code) for code in _present(network.trade["product"])}


def kinds(network: SupplyNetwork) -> Offer:
    """Kinds of business that occur, from raw material to market."""
    return _said(network.businesses["kind"], KINDS)


def bases(network: SupplyNetwork) -> Offer:
    """Where the numbers of businesses and partnerships stand."""
    both = pd.concat([network.businesses["basis"], network.value_basis])
    return _said(both, BASES)


def relations(network: SupplyNetwork) -> Offer:
    """Relations that link businesses."""
    return _said(network.partnerships["relation"], RELATIONS)


def businesses(network: SupplyNetwork) -> Offer:
    """Every business by name, sentra first."""
    kind = network.businesses["kind"]
    named = names(network)
    first = [*named[kind == "sentra"].sort_values().index]
    rest = [*named[kind != "sentra"].sort_values().index]
    return {str(business): same(str(named[business])) for business in [*first, *rest]}


def by_name(offered: Offer, language: Language) -> Offer:
    """Sort what has no order of its own by the names that are read."""
    return dict(sorted(offered.items(), key=lambda one: one[1](language).casefold()))


def values(network: SupplyNetwork, column: Column) -> Offer:
    """List the allowed values of a column by name; nothing where any text will do."""
    if column.codes:
        return column.codes
    if column.name in ("supplier", "buyer"):
        return businesses(network)
    if column.name in ("product", "capacity_product"):
        return {str(code): network.product_name(code) for code in network.products.index}
    if column.name == "district":
        return {str(code): same(district_name(code)) for code in places.districts().index}
    return {}


def _present(codes: pd.Series) -> list[str]:
    return sorted(str(code) for code in codes.dropna().unique())


def _said(codes: pd.Series, table: Mapping[str, Words]) -> Offer:
    present = set(_present(codes))
    known = {code: words for code, words in table.items() if code in present}
    return {**known, **{code: same(code) for code in sorted(present - set(table))}}
