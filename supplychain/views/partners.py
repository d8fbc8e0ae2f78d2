"""Who may be named in an edit: who makes things, what they sell, and with whom they trade."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping

import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.places import industries, industry_name
from supplychain.core.words import Words, same
from supplychain.simulate.plan import capacities, main_product
from supplychain.views import offers
from supplychain.views.offers import Offer

SHORTEST = 5
"""Digits of a KBLI code that names one industry."""


def makers(network: SupplyNetwork, *, without: Collection[str] = ()) -> Offer:
    """Businesses that have an output, by name, sentra first."""
    working = network.businesses["output"].gt(0)
    return {
        business: words
        for business, words in offers.businesses(network).items()
        if working[business] and business not in without
    }


def goods(network: SupplyNetwork, business: str) -> Offer:
    """Products that a business sells or counts its capacity in, its main one first."""
    trade = network.trade
    sold = trade.loc[trade["supplier"] == business, "product"].dropna().unique()
    main = main_product(network).get(business)
    listed = dict.fromkeys([*([main] if isinstance(main, str) else []), *sold])
    return {str(product): network.product_name(product) for product in listed}


def bought(network: SupplyNetwork, supplier: str) -> Offer:
    """Buyers of a business, the largest first."""
    return _partners(network, "supplier", "buyer", supplier)


def suppliers(network: SupplyNetwork, buyer: str) -> Offer:
    """Suppliers of a business, the largest first."""
    return _partners(network, "buyer", "supplier", buyer)


def sellers(network: SupplyNetwork) -> Offer:
    """Businesses that sell within the network, by name, sentra first."""
    selling = set(network.trade["supplier"])
    return {key: words for key, words in offers.businesses(network).items() if key in selling}


def supplied(network: SupplyNetwork) -> Offer:
    """Businesses that buy within the network, by name, sentra first."""
    buying = set(network.trade["buyer"])
    return {key: words for key, words in offers.businesses(network).items() if key in buying}


def shared(network: SupplyNetwork, supplier: str, buyer: str) -> Mapping[str, float]:
    """Value of each product that a pair trades, Rp/year; the key is empty where none is named."""
    rows = network.trade
    rows = rows[(rows["supplier"] == supplier) & (rows["buyer"] == buyer)]
    sums = rows["value"].groupby(rows["product"].fillna("")).sum()
    return {str(product): float(value) for product, value in sums.items()}


def made(network: SupplyNetwork) -> Offer:
    """Products that somebody makes mainly."""
    known = sorted({str(product) for product in main_product(network).dropna()})
    return {product: network.product_name(product) for product in known}


def room(network: SupplyNetwork, business: str) -> tuple[float, float]:
    """Output of a business now and at full capacity, Rp/year; infinite if none is stated."""
    place = network.position(business)
    return float(network.businesses["output"].iloc[place]), float(capacities(network)[place])


def trades() -> Offer:
    """Industries of KBLI with all their digits, by code."""
    codes = [str(code) for code in industries().index if len(str(code)) == SHORTEST]
    return {code: same(f"{code} · ") + industry_name(code) for code in sorted(codes)}


def new_id(network: SupplyNetwork, name: str) -> str:
    """Make an id of a name that no business has yet.

    Examples
    --------
    >>> one = SupplyNetwork.from_flows([[0.0]], [9.0], names=["roti-baru"])
    >>> new_id(one, "Roti Baru!")
    'roti-baru-2'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "usaha"
    taken, found, count = set(network.businesses.index), stem, 2
    while found in taken:
        found, count = f"{stem}-{count}", count + 1
    return found


def _partners(network: SupplyNetwork, side: str, other: str, business: str) -> Offer:
    rows = network.trade[network.trade[side] == business]
    sums: pd.Series = rows.groupby(other)["value"].sum().sort_values(ascending=False)
    known: Mapping[str, Words] = offers.businesses(network)
    return {str(partner): known[str(partner)] for partner in sums.index}
