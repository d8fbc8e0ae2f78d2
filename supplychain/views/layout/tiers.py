"""Tiers from left to right, one lane for each commodity, crossings reduced.

The columns are the kinds of business in the order goods pass them; the lanes are supply chains, so
that most partnerships run level and those that leave their chain stand out. Within a lane,
businesses are sorted by where their partners stand: barycentre sweeps, after Sugiyama, Tagawa and
Toda (1981), IEEE Transactions on Systems, Man, and Cybernetics 11:109-125.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from supplychain.core.network import SupplyNetwork
from supplychain.core.vocabulary import KINDS
from supplychain.views.layout.arrangement import Arrangement, Points, placed
from supplychain.views.layout.lanes import lanes_of, ordered

Whole = NDArray[np.int64]

ROOM = 26.0
"""Height of a row."""
SENTRA = list(KINDS).index("sentra")
NAMED_ROOM = 40.0
"""Height of a row of sentra, whose names are always wanted."""
SIDE = 30.0
"""Distance of sub-columns."""
LANE_GAP = 30.0
BAND = 110.0
"""Height of the band of institutions, above the lanes."""
SWEEPS = 14
GAPS = (0.8, 1.35, 0.85, 1.0)
"""Share of the room after each tier; the names of the sentra need some."""
ASPECT = 1.15
"""Width wanted per height: a small screen beside a panel; a wider one draws the tiers apart."""


@dataclass(frozen=True)
class _Grid:
    """Which tier and lane each business stands in, and how many sub-columns a tier has."""

    tier: Whole
    lane: Whole
    columns: Whole
    lanes: list[str]


def tiers(network: SupplyNetwork) -> Arrangement:
    """Place suppliers, sentra, makers and markets in columns, institutions in a band above."""
    kinds = [code for code in KINDS if code != "institution"]
    kind = network.businesses["kind"]
    aside = (~kind.isin(kinds)).to_numpy()
    grid = _grid(network, pd.Categorical(kind.where(~aside), categories=kinds).codes, aside)
    links = _links(network)
    points = np.zeros((len(network), 2))
    tops, heights = _stacked(grid)
    points[:, 1] = _sorted_rows(grid, links, tops, heights)
    lefts, widths = _spread(grid, float(tops[-1] + heights[-1]) if len(tops) else ROOM)
    points[:, 0] = _across(grid, points[:, 1], lefts, heights)
    _seat(points, aside, links)
    scenery = {
        "columns": [
            {"code": code, "left": float(lefts[i]), "right": float(lefts[i] + widths[i])}
            for i, code in enumerate(kinds)
            if (grid.tier == i).any()
        ],
        "lanes": _lane_scenery(grid, tops, heights),
        "band": [-BAND - LANE_GAP, -LANE_GAP] if aside.any() else None,
    }
    return Arrangement(placed(points, network.businesses.index), ROOM, "across", scenery)


def _grid(network: SupplyNetwork, codes: Any, aside: NDArray[np.bool_]) -> _Grid:
    tier = np.asarray(codes, dtype=np.int64)
    lane_of = lanes_of(network).where(~aside)
    lanes = ordered(network, lane_of)
    lane = np.asarray(pd.Categorical(lane_of, categories=lanes).codes, dtype=np.int64)
    return _Grid(tier, lane, _sub_columns(tier, lane, len(lanes)), lanes)


def _sub_columns(tier: Whole, lane: Whole, lanes: int) -> Whole:
    """Sub-columns of each tier, added one by one where they save most height."""
    count = np.zeros((tier.max(initial=-1) + 1, lanes), dtype=np.int64)
    np.add.at(count, (tier[tier >= 0], lane[tier >= 0]), 1)
    columns = np.maximum(1, np.ceil(count.sum(axis=1) / 40)).astype(np.int64)
    wanted = max(10.0, 1.7 * np.sqrt(count.sum()))

    def rows(columns: Whole) -> float:
        return float(np.ceil(count / columns[:, None]).max(axis=0).sum()) if count.size else 0.0

    while rows(columns) > wanted:
        trials = [columns + step for step in np.eye(len(columns), dtype=np.int64)]
        best = min(trials, key=rows)
        if rows(best) == rows(columns):
            best = columns + (count.max(axis=1) / columns == (count.max(axis=1) / columns).max())
        columns = best
    return columns


def _stacked(grid: _Grid) -> tuple[Points, Points]:
    """Top and height of each lane."""
    heights = np.zeros(len(grid.lanes))
    for tier, columns in enumerate(grid.columns):
        count = np.bincount(grid.lane[grid.tier == tier], minlength=len(grid.lanes))
        pitch = NAMED_ROOM if tier == SENTRA else ROOM
        heights = np.maximum(heights, np.ceil(count / columns) * pitch)
    heights += ROOM / 2
    tops = np.concatenate([[0.0], np.cumsum(heights + LANE_GAP)[:-1]]) if len(heights) else heights
    return tops, heights


def _links(network: SupplyNetwork) -> Whole:
    """Positions of supplier and buyer of every partnership, m × 2."""
    place = pd.Series(np.arange(len(network)), index=network.businesses.index)
    ends = network.partnerships[["supplier", "buyer"]]
    return np.column_stack([place.reindex(ends[side]).to_numpy() for side in ends]).astype(np.int64)


def _sorted_rows(grid: _Grid, links: Whole, tops: Points, heights: Points) -> Points:
    """Heights of all businesses after sweeps; the sweep with the shortest links wins."""
    inside = links[(grid.tier[links] >= 0).all(axis=1)]
    rank = np.arange(len(grid.tier), dtype=float)
    best = rows = _rows(grid, rank, tops, heights)
    for _ in range(SWEEPS):
        total, count = np.zeros_like(rows), np.zeros_like(rows)
        for one, other in (inside.T, inside.T[::-1]):
            np.add.at(total, one, rows[other])
            np.add.at(count, one, 1)
        rank = np.where(count > 0, total / np.maximum(count, 1), rows)
        rows = _rows(grid, rank, tops, heights)
        best = min(best, rows, key=lambda y: float(np.abs(np.subtract(*y[inside].T)).sum()))
    return best


def _rows(grid: _Grid, rank: Points, tops: Points, heights: Points) -> Points:
    """Place each cell's businesses in their order, the cell centred in its lane."""
    rows = np.zeros(len(rank))
    order = np.lexsort((np.arange(len(rank)), rank))
    for tier, columns in enumerate(grid.columns):
        for lane in range(len(grid.lanes)):
            cell = order[(grid.tier[order] == tier) & (grid.lane[order] == lane)]
            used = min(int(columns), _used(len(cell), float(heights[lane])))
            step = _step(len(cell), used, float(heights[lane]))
            middle = tops[lane] + heights[lane] / 2
            rows[cell] = middle + (np.arange(len(cell)) - (len(cell) - 1) / 2) * step
    return rows


def _used(count: int, height: float) -> int:
    """Count the sub-columns a cell needs in a lane of this height."""
    rows = max(1, int((height - ROOM / 2) / ROOM + 1e-9))
    return max(1, -(-count // rows))


def _step(count: int, columns: int, height: float) -> float:
    """Rise from one business to the next, who stands in the next sub-column."""
    tightest = ROOM / columns
    return float(np.clip(0.8 * height / max(count, 1), tightest, 4 * tightest))


def _spread(grid: _Grid, height: float) -> tuple[Points, Points]:
    """Left edge and width of each tier, with gaps that suit a screen."""
    widths = np.asarray((grid.columns - 1) * SIDE, dtype=np.float64)
    gaps = max(len(widths) - 1, 1)
    gap = float(np.clip((ASPECT * height - widths.sum()) / gaps, 160, 620))
    shares = np.resize(np.array(GAPS), len(widths)) if len(widths) == len(GAPS) else 1.0
    lefts = np.concatenate([[0.0], np.cumsum(widths + gap * shares)[:-1]])[: len(widths)]
    return lefts, widths


def _across(grid: _Grid, rows: Points, lefts: Points, heights: Points) -> Points:
    """Deal each cell's businesses, from the top, to its sub-columns in turn; centre these."""
    x = np.zeros(len(rows))
    for tier, columns in enumerate(grid.columns):
        for lane, height in enumerate(heights):
            cell = np.flatnonzero((grid.tier == tier) & (grid.lane == lane))
            used = min(int(columns), _used(len(cell), float(height)))
            turn = np.empty(len(cell), dtype=np.int64)
            turn[np.argsort(rows[cell], kind="stable")] = np.arange(len(cell))
            x[cell] = lefts[tier] + (turn % used + (columns - used) / 2) * SIDE
    return x


def _seat(points: Points, aside: NDArray[np.bool_], links: Whole) -> None:
    """Seat institutions in the band, above the middle of those they fund, own or run."""
    if not aside.any():
        return
    centre, left, right = 0.0, 0.0, 0.0
    if not aside.all():
        x = points[~aside, 0]
        centre, left, right = float(x.mean()), float(x.min()), float(x.max())
    known = {int(seat): _partners(int(seat), aside, links) for seat in np.flatnonzero(aside)}
    wished = {
        seat: float(points[partners, 0].mean()) if len(partners) else centre
        for seat, partners in known.items()
    }
    step = float(np.clip((right - left) / max(len(known) - 1, 1), ROOM, 150.0))
    half = step * (len(known) - 1) / 2
    mean = float(np.mean([*wished.values()]))
    first = float(np.clip(mean, left + half, max(left + half, right - half))) - half
    free = dict(enumerate(first + step * np.arange(len(known))))
    for seat in sorted(known, key=lambda seat: (-len(known[seat]), seat)):
        turn = min(free, key=lambda turn: abs(free[turn] - wished[seat]))
        points[seat] = free.pop(turn), -LANE_GAP - BAND * (0.35 + 0.35 * (turn % 2))


def _partners(seat: int, aside: NDArray[np.bool_], links: Whole) -> Whole:
    """Those an institution funds, owns or runs."""
    partners = links[(links == seat).any(axis=1)].ravel()
    return partners[~aside[partners]]


def _lane_scenery(grid: _Grid, tops: Points, heights: Points) -> list[dict[str, Any]]:
    return [
        {"code": code, "top": float(top), "bottom": float(top + height)}
        for code, top, height in zip(grid.lanes, tops, heights, strict=True)
    ]
