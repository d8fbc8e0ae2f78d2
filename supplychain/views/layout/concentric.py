"""One business in the middle, its suppliers in rings to the left, its buyers to the right."""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx
import numpy as np
import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.views.layout.arrangement import Arrangement, placed

ROOM = 28.0
RING = 190.0
"""Least distance from ring to ring."""
FAN = np.radians(150)
"""Angle that the suppliers, and the buyers, may fill."""
Steps = Mapping[str, int]


def concentric(network: SupplyNetwork, focus: str) -> Arrangement:
    """Place every business by its distance from `focus` along the trade.

    Suppliers stand left, buyers right; who is both stands on the nearer side. Those tied by a
    relation that carries no goods stand above, everyone else below in rows.

    Raises
    ------
    UnknownNameError
        If there is no business `focus`.
    """
    network.position(focus)
    graph = network.graph
    goods: nx.DiGraph[str] = nx.DiGraph(
        zip(network.trade["supplier"], network.trade["buyer"], strict=True)
    )
    goods.add_node(focus)
    down = nx.single_source_shortest_path_length(goods, focus)
    up = nx.single_source_shortest_path_length(goods.reverse(copy=False), focus)
    ring = {name: _nearer(up.get(name), down.get(name)) for name in {*up, *down} - {focus}}
    angle = _angles(goods, ring)
    radius = _radii(ring)
    points = pd.DataFrame(np.nan, index=network.businesses.index, columns=["x", "y"])
    points.loc[focus] = 0.0
    for name, steps in ring.items():
        points.loc[name] = radius[abs(steps)] * np.array([np.cos(angle[name]), np.sin(angle[name])])
    aside = sorted({*graph.predecessors(focus), *graph.successors(focus)} - {*ring, focus})
    for turn, name in enumerate(aside):
        points.loc[name] = ((turn - (len(aside) - 1) / 2) * 2.2 * ROOM, -0.62 * RING)
    rest = points.index[points["x"].isna()]
    bottom = radius.get(max(radius, default=0), 0.0) + RING
    if len(rest):
        points.loc[rest] = [
            (turn % 40 * ROOM, bottom + turn // 40 * ROOM) for turn in range(len(rest))
        ]
    rings = [{"radius": reach, "steps": steps} for steps, reach in sorted(radius.items())]
    scenery = {"rings": rings}
    return Arrangement(placed(points.to_numpy(), points.index), ROOM, scenery=scenery)


def _nearer(up: int | None, down: int | None) -> int:
    """Count the steps to a business, negative on the suppliers' side."""
    if down is None or (up is not None and up < down):
        return -(up or 0)
    return down


def _angles(goods: nx.DiGraph[str], ring: Steps) -> dict[str, float]:
    """Angle of each business, ordered by the angle of those it is reached through."""
    angle: dict[str, float] = {}
    for steps in sorted(set(ring.values()), key=abs):
        inward = goods.successors if steps < 0 else goods.predecessors
        before = {
            name: [angle[near] for near in inward(name) if near in angle]
            for name in sorted(ring)
            if ring[name] == steps
        }
        sign, middle = (-1, np.pi) if steps < 0 else (1, 0.0)
        order = sorted(before, key=lambda name: sign * _mean(before[name], middle))
        fan = FAN * (1 - 1 / (len(order) + 1)) if len(order) > 1 else 0.0
        turn = np.linspace(-fan / 2, fan / 2, len(order))
        angle |= dict(zip(order, middle + sign * turn, strict=True))
    return angle


def _mean(values: list[float], fallback: float) -> float:
    return float(np.mean(values)) if values else fallback


def _radii(ring: Steps) -> dict[int, float]:
    """Radius of each ring: wide enough for the fuller of its two sides."""
    radius: dict[int, float] = {}
    reach = 0.0
    for distance in sorted({abs(steps) for steps in ring.values()}):
        fuller = max(sum(s == side * distance for s in ring.values()) for side in (-1, 1))
        reach = max(reach + RING, fuller * ROOM / FAN)
        radius[distance] = float(reach)
    return radius
