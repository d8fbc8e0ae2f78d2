"""Which businesses hold a scenario back, and what would free them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Words, compact, quantity, rupiah
from supplychain.simulate.effects import Effects
from supplychain.simulate.plan import main_product

LAND = "ha"


@dataclass(frozen=True)
class Limit:
    """One product that is short, and the businesses that cannot make more of it.

    Attributes
    ----------
    product
        Id of the product, empty where the businesses state none.
    businesses
        Ids of those at their limit.
    shortage
        Rp/year to buy elsewhere, or to make room for.
    volume
        The same in the product's unit a year; missing without a price.
    unit
        Unit of `volume`.
    land
        Hectares that would grow it; missing for what is not grown or has no known yield.
    """

    product: str
    businesses: tuple[str, ...]
    shortage: float
    volume: float
    unit: str
    land: float

    def text(self, network: SupplyNetwork) -> Words:
        """Say it in one sentence."""
        said = {
            "product": network.product_name(self.product),
            "count": len(self.businesses),
            "volume": _both(quantity, self.volume, self.unit),
            "money": _both(rupiah, self.shortage),
            "land": _both(compact, self.land),
        }
        words = _SHORT.fill(**said)
        return words + _LAND.fill(**said) if self.land > 0 else words


def limits(effects: Effects) -> tuple[Limit, ...]:
    """Products that are short in a scenario, the largest shortage first."""
    short = effects.by_business["shortage"]
    short = short[short > 0]
    if short.empty:
        return ()
    network = effects.setting
    products = main_product(network).reindex(short.index).fillna("")
    found = [_limit(network, str(product), group) for product, group in short.groupby(products)]
    return tuple(sorted(found, key=lambda limit: -limit.shortage))


def _limit(network: SupplyNetwork, product: str, short: pd.Series) -> Limit:
    total = float(short.sum())
    price = float(network.products["price"].get(product, float("nan")))
    volume = total / price
    return Limit(
        product,
        tuple(short.index),
        total,
        volume,
        network.unit_of(product),
        volume / _yield_of_land(network, product),
    )


def _yield_of_land(network: SupplyNetwork, product: str) -> float:
    """Product per hectare, from a recipe whose raw material is counted in hectares."""
    if product not in network.products.index:
        return float("nan")
    recipe = network.products.loc[[product]]
    material, grown = recipe["made_from"].iloc[0], recipe["yield"].iloc[0]
    return float(grown) if network.unit_of(material) == LAND else float("nan")


def _both(write: Callable[..., str], *values: object) -> Words:
    return Words(en=write(*values, "en"), id=write(*values, "id"))


_SHORT = Words(
    en="{product} is short by {volume} a year ({money}); {count} supplier(s) are at their limit.",
    id="{product} kurang {volume} per tahun ({money}); {count} pemasok sudah pada batasnya.",
)
_LAND = Words(en="That takes {land} ha more.", id="Perlu tambahan lahan {land} ha.")
