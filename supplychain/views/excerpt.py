"""Part of a network drawn by itself: places of its own, but the numbers of the whole."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.views.drawing import details
from supplychain.views.drawing.measures import Measure
from supplychain.views.graph import Drawing, drawing

MOST = 48
"""Businesses that a drawing without crossings and with names holds."""


def excerpt(
    network: SupplyNetwork,
    kept: Collection[str],
    *,
    size: pd.Series,
    **look: Any,
) -> Drawing:
    """Draw some businesses of a network and the partnerships among them.

    Parameters
    ----------
    network
        The whole network: what is said of a business, such as its sales, is of all of it.
    kept
        Ids.
    size
        As for `drawing`.
    **look
        Further arguments of `drawing`.
    """
    part = portion(network, kept)
    drawn = drawing(part, size=size, **look)
    sized = Measure.of(size.reindex(network.businesses.index))
    businesses = details.businesses(network, [sized])
    return replace(
        drawn,
        details={
            **drawn.details,
            "businesses": {name: businesses[name] for name in part.businesses.index},
        },
        totals=(len(network), len(network.partnerships)),
    )


def placed(network: SupplyNetwork, kept: Collection[str], **look: Any) -> Drawing:
    """Draw some businesses with places of their own, or all if none are named."""
    return excerpt(network, kept, **look) if kept else drawing(network, **look)


def portion(network: SupplyNetwork, kept: Collection[str]) -> SupplyNetwork:
    """Return some businesses and the partnerships among them, unchecked; rows stay numbered."""
    table = network.partnerships
    businesses = network.businesses[network.businesses.index.isin(list(kept))]
    inside = table["supplier"].isin(businesses.index) & table["buyer"].isin(businesses.index)
    rows = table.index[inside]
    return replace(
        network,
        businesses=businesses,
        partnerships=table.loc[rows],
        claims=network.claims[network.claims["business"].isin(businesses.index)],
        filled={name: cells[businesses.index] for name, cells in network.filled.items()},
        filled_values={
            name: cells[table.index[inside]] for name, cells in network.filled_values.items()
        },
    )


def near(network: SupplyNetwork, chosen: Collection[str], weight: pd.Series) -> list[str]:
    """Choose what a picture around some businesses holds: `MOST`, and room beside many chosen.

    Parameters
    ----------
    chosen
        Always kept.
    weight
        By business: what moves, the heaviest kept first; then come partners of `chosen` by trade.

    Returns
    -------
    list of str
        Ids, in the order of their importance.
    """
    moving = weight[weight > 0].sort_values(ascending=False, kind="stable").index
    trade = network.trade.sort_values("value", ascending=False, kind="stable")
    touching = trade[trade["supplier"].isin(list(chosen)) | trade["buyer"].isin(list(chosen))]
    partners = touching[["supplier", "buyer"]].to_numpy().ravel()
    return list(dict.fromkeys([*chosen, *moving, *partners]))[: max(MOST, len(chosen) + MOST // 2)]
