"""Which supply chain a business belongs to, and which chains stand side by side."""

from __future__ import annotations

import itertools

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from supplychain.core.network import SupplyNetwork
from supplychain.core.vocabulary import COMMODITIES

MOST = 12
"""With more commodities than this, the rest share a lane without a name."""
_ROUNDS = 6
_MAKERS = ("sentra", "ikm")


def lanes_of(network: SupplyNetwork) -> pd.Series:
    """Commodity of the chain each business stands in, by business; empty where there is none.

    Sentra and makers stand with their own commodity, raw-material suppliers and markets with the
    sentra and makers they trade most with.
    """
    businesses = network.businesses
    own = businesses["commodity"].fillna("").astype(object)
    frequent = own[businesses["kind"].isin(_MAKERS)].value_counts().index[:MOST]
    making = businesses["kind"].isin(_MAKERS) & own.isin(frequent)
    lane = own.where(making) if making.any() else own
    for _ in range(_ROUNDS):
        if lane.notna().all():
            break
        lane = lane.fillna(_of_partners(network, lane))
    return lane.fillna("").rename("lane")


def _of_partners(network: SupplyNetwork, lane: pd.Series) -> pd.Series:
    """Lane most of a business's goods go to; for a market, where they come from.

    What else suppliers buy, such as tools, and markets sell counts only where nothing else does.
    """
    trade = network.trade[["supplier", "buyer"]].assign(value=network.trade["value"].fillna(0) + 1)
    turned = trade.rename(columns={"supplier": "buyer", "buyer": "supplier"})
    kind = network.businesses["kind"]
    trade.loc[trade["supplier"].map(kind) == "market", "value"] *= 1e-9
    turned.loc[turned["supplier"].map(kind) == "supplier", "value"] *= 1e-9
    ties = pd.concat([trade, turned], ignore_index=True)
    ties = ties.assign(lane=ties["buyer"].map(lane)).dropna(subset="lane")
    totals = ties.groupby(["supplier", "lane"])["value"].sum().reset_index()
    strongest = totals.sort_values(["value", "lane"]).drop_duplicates("supplier", keep="last")
    return strongest.set_index("supplier")["lane"].reindex(lane.index)


def ordered(network: SupplyNetwork, lane: pd.Series) -> list[str]:
    """Lanes from top to bottom: the largest first, then swapped while that shortens the trade."""
    sizes = lane.value_counts()
    known = list(COMMODITIES)
    lanes = sorted(sizes.index, key=lambda code: (-sizes[code], _place(known, code), code))
    between = _trade_between(network, lane, lanes)
    order = list(range(len(lanes)))
    for _ in range(len(lanes)):
        swaps = [_swapped(order, i, j) for i, j in itertools.combinations(range(len(lanes)), 2)]
        best = min(swaps, key=lambda trial: _length(between, trial), default=order)
        if _length(between, best) >= _length(between, order) - 1e-9:
            break
        order = best
    return [str(lanes[i]) for i in order]


def _place(known: list[str], code: str) -> int:
    return known.index(code) if code in known else len(known)


def _trade_between(
    network: SupplyNetwork, lane: pd.Series, lanes: list[str]
) -> NDArray[np.float64]:
    """Trade from lane to lane, as the square root of rupiah so that no giant decides alone."""
    ends = network.trade[["supplier", "buyer"]].apply(lambda side: side.map(lane))
    ends["root"] = np.sqrt(network.trade["value"].fillna(0))
    table = ends.pivot_table("root", "supplier", "buyer", aggfunc="sum", fill_value=0.0)
    return table.reindex(index=lanes, columns=lanes, fill_value=0.0).to_numpy(dtype=float)


def _swapped(order: list[int], one: int, other: int) -> list[int]:
    trial = list(order)
    trial[one], trial[other] = trial[other], trial[one]
    return trial


def _length(between: NDArray[np.float64], order: list[int]) -> float:
    place = np.argsort(order)
    return float((between * np.abs(place[:, None] - place[None, :])).sum())
