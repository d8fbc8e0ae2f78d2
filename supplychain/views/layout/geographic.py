"""Businesses where they are, moved only as far as it takes to see each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.places import districts, outline
from supplychain.views.layout.arrangement import Arrangement, Points, placed, pushed_apart

ROOM = 20.0
AREA = 22.0
"""Area of the map per business, in squares of `ROOM`: the more, the nearer to the true place."""
MARGIN = 0.06
"""Sea around the outermost businesses, as a share of the map's width."""
BEYOND = 0.4
"""How much further the coast is drawn, so that no island ends at an edge that shows."""


@dataclass(frozen=True)
class _Chart:
    """Equirectangular projection, true to scale at the middle latitude; y grows southwards."""

    west: float
    north: float
    east: float
    south: float
    scale: float

    @classmethod
    def around(cls, places: Points, count: int) -> _Chart:
        """Chart that holds n × 2 latitudes and longitudes, with margins."""
        south, west = places.min(axis=0)
        north, east = places.max(axis=0)
        margin = max(MARGIN * (east - west), MARGIN * (north - south), 0.02)
        narrow = np.cos(np.radians((north + south) / 2))
        area = (east - west + 2 * margin) * narrow * (north - south + 2 * margin)
        scale = float(np.sqrt(AREA * max(count, 12) * ROOM**2 / area))
        return cls(west - margin, north + margin, east + margin, south - margin, scale)

    def project(self, places: Points) -> Points:
        """Turn n × 2 latitudes and longitudes into n × 2 drawing units."""
        narrow = np.cos(np.radians((self.north + self.south) / 2))
        x = (places[:, 1] - self.west) * narrow * self.scale
        return np.column_stack([x, (self.north - places[:, 0]) * self.scale])


def geographic(network: SupplyNetwork) -> Arrangement:
    """Place businesses by latitude and longitude, else by the capital of their district.

    Those of no known place stand in rows below the map.
    """
    places = _places(network.businesses)
    known = places.notna().all(axis=1).to_numpy()
    chart = _Chart.around(places[known].to_numpy() if known.any() else np.zeros((1, 2)), len(known))
    points = np.zeros((len(known), 2))
    points[known] = chart.project(places[known].to_numpy())
    bottom = float(chart.project(np.array([[chart.south, chart.west]]))[0, 1])
    points[~known] = _in_rows(int((~known).sum()), bottom + 3 * ROOM)
    order = _weight(network).sort_values(ascending=False, kind="stable").index
    rank = network.businesses.index.get_indexer(order)
    moved = points.copy()
    moved[rank] = pushed_apart(points[rank], ROOM)
    coast = [ring.round(1).tolist() for ring in _coast(chart)]
    positions = placed(moved, network.businesses.index)
    return Arrangement(positions, ROOM, scenery={"coast": coast})


def _places(businesses: pd.DataFrame) -> pd.DataFrame:
    capitals = districts()[["lat", "lon"]].reindex(businesses["district"].fillna(""))
    capitals.index = businesses.index
    given = businesses[["lat", "lon"]]
    whole = given.notna().all(axis=1)
    return given.where(whole, capitals)


def _weight(network: SupplyNetwork) -> pd.Series:
    """Who keeps the true place where many share one: sentra first, then by number of partners."""
    ends = pd.concat([network.partnerships["supplier"], network.partnerships["buyer"]])
    partners = ends.value_counts().reindex(network.businesses.index).fillna(0)
    return partners + 1e6 * (network.businesses["kind"] == "sentra")


def _in_rows(count: int, top: float) -> Points:
    turn = np.arange(count)
    return np.column_stack([turn % 40 * ROOM * 1.5, top + turn // 40 * ROOM * 1.5])


def _coast(chart: _Chart) -> Iterator[Points]:
    """Islands that the chart shows and those near it."""
    far = BEYOND * max(chart.east - chart.west, chart.north - chart.south)
    wider = _Chart(
        chart.west - far, chart.north + far, chart.east + far, chart.south - far, chart.scale
    )
    for feature in outline()["features"]:
        for polygon in feature["geometry"]["coordinates"]:
            ring = _cut(np.asarray(polygon[0], dtype=float)[:, ::-1], wider)
            if len(ring) > 2:
                yield chart.project(ring)


def _cut(ring: Points, chart: _Chart) -> Points:
    """Clip a ring of latitudes and longitudes to the chart, side by side (Sutherland-Hodgman)."""
    for axis, bound, sign in (
        (0, chart.south, 1),
        (0, chart.north, -1),
        (1, chart.west, 1),
        (1, chart.east, -1),
    ):
        if not len(ring):
            return ring
        depth = sign * (ring[:, axis] - bound)
        after = np.roll(ring, -1, axis=0)
        depth_after = np.roll(depth, -1)
        share = depth / np.where(depth == depth_after, 1, depth - depth_after)
        crossing = ring + (after - ring) * share[:, None]
        both = np.stack([ring, crossing], axis=1)
        wanted = np.stack([depth >= 0, (depth >= 0) != (depth_after >= 0)], axis=1)
        ring = both[wanted]
    return ring
