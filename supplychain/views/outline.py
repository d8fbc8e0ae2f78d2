"""The islands' outline cut to a window, and curves between places on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from supplychain.core.places import outline

Ring = list[tuple[float, float]]
"""Longitude and latitude of each corner, degrees."""
MARGIN = 0.1
"""Room around the outermost points, as a share of the longer side."""
LEAST = 0.4
"""Narrowest window, degrees."""


@dataclass(frozen=True)
class Window:
    """A part of the map, degrees."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def around(cls, lon: pd.Series, lat: pd.Series) -> Window:
        """Take in all given points, with some room."""
        width = max(float(lon.max() - lon.min()), LEAST)
        height = max(float(lat.max() - lat.min()), LEAST)
        x, y = float(lon.max() + lon.min()) / 2, float(lat.max() + lat.min()) / 2
        room = MARGIN * max(width, height)
        dx, dy = width / 2 + room, height / 2 + room
        return cls(x - dx, y - dy, x + dx, y + dy)

    @property
    def ratio(self) -> float:
        """Width per height; near the equator a degree is as long both ways."""
        return (self.east - self.west) / (self.north - self.south)


def land(window: Window) -> list[dict[str, Any]]:
    """Outline of the islands inside a window, as GeoJSON polygons that Vega fills right."""
    rings = [
        clipped
        for polygon in _polygons()
        if _touches(polygon[0], window) and len(clipped := cut(polygon[0], window)) > 2
    ]
    return [
        {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [_clockwise(ring)]}}
        for ring in rings
    ]


def island(lon: float, lat: float) -> int | None:
    """Return the number of the island that a point lies on; none if it lies at sea.

    A point just off a simplified coast counts as on the island.
    """
    around = [(lon + dx, lat + dy) for dx in (0, 0.03, -0.03) for dy in (0, 0.03, -0.03)]
    for x, y in around:
        for place, polygon in enumerate(_polygons()):
            if _inside(x, y, polygon[0]):
                return place
    return None


def _inside(x: float, y: float, ring: Ring) -> bool:
    """Count how often a line to the east of a point crosses a ring: inside if an odd number."""
    lon, lat = np.asarray(ring).T
    next_lon, next_lat = np.roll(lon, -1), np.roll(lat, -1)
    spans = (lat > y) != (next_lat > y)
    rise = np.where(spans, next_lat - lat, 1.0)
    crossing = lon + (y - lat) * (next_lon - lon) / rise
    return bool(np.sum(spans & (crossing > x)) % 2)


def _polygons() -> list[list[Ring]]:
    found: list[list[Ring]] = []
    for feature in outline()["features"]:
        geometry = feature["geometry"]
        several = geometry["type"] == "MultiPolygon"
        found.extend(geometry["coordinates"] if several else [geometry["coordinates"]])
    return found


def _touches(ring: Ring, window: Window) -> bool:
    lon, lat = np.asarray(ring).T
    return bool(
        lon.max() > window.west
        and lon.min() < window.east
        and lat.max() > window.south
        and lat.min() < window.north
    )


def cut(ring: Ring, window: Window) -> Ring:
    """Cut a ring at the four sides of a window, one after the other.

    References
    ----------
    Sutherland, I. E. and Hodgman, G. W. (1974). Reentrant polygon clipping. Communications of the
    ACM 17(1), 32-42.

    Examples
    --------
    >>> square = [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)]
    >>> sorted(cut(square, Window(1, -1, 3, 1)))
    [(1.0, 0.0), (1.0, 1.0), (2.0, 0.0), (2.0, 1.0)]
    """
    corners = ring[:-1] if ring[0] == ring[-1] else ring
    corners = [(float(x), float(y)) for x, y in corners]
    for axis, bound, sign in (
        (0, window.west, 1),
        (0, window.east, -1),
        (1, window.south, 1),
        (1, window.north, -1),
    ):
        corners = _halved(corners, axis, bound, sign)
    return corners


def _halved(corners: Ring, axis: int, bound: float, sign: int) -> Ring:
    kept: Ring = []
    for here, after in zip(corners, corners[1:] + corners[:1], strict=True):
        inside, next_inside = (sign * (point[axis] - bound) >= 0 for point in (here, after))
        if inside:
            kept.append(here)
        if inside != next_inside:
            share = (bound - here[axis]) / (after[axis] - here[axis])
            kept.append(
                (here[0] + share * (after[0] - here[0]), here[1] + share * (after[1] - here[1]))
            )
    return kept


def _clockwise(ring: Ring) -> Ring:
    """Close a ring and turn it clockwise, as d3 takes the inside of a polygon on a sphere."""
    x, y = np.asarray(ring).T
    area = float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y))
    turned = ring if area < 0 else ring[::-1]
    return [*turned, turned[0]]


def curve(
    start: tuple[float, float], end: tuple[float, float], bend: float, steps: int = 24
) -> NDArray[np.float64]:
    """Points of a curve between two places that leaves to the right of the way.

    Parameters
    ----------
    start, end
        Longitude and latitude, degrees.
    bend
        How far it swings out, per distance.

    Returns
    -------
    numpy.ndarray
        steps x 2, from start to end.
    """
    first, last = np.asarray(start), np.asarray(end)
    way = last - first
    middle = (first + last) / 2 + 2 * bend * np.array([way[1], -way[0]])
    t = np.linspace(0.0, 1.0, steps)[:, None]
    return (1 - t) ** 2 * first + 2 * t * (1 - t) * middle + t**2 * last


def trail(
    start: tuple[float, float], end: tuple[float, float], *, bend: float, ends: tuple[float, float]
) -> pd.DataFrame:
    """Curve between two places that tapers from supplier to buyer, as Vega draws trails.

    Parameters
    ----------
    start, end, bend
        As for `curve`.
    ends
        Width at the start and at the end, px.

    Returns
    -------
    pandas.DataFrame
        `lon`, `lat`, `step` and `width` of every point.
    """
    points = curve(start, end, bend)
    return pd.DataFrame(
        {
            "lon": points[:, 0].round(4),
            "lat": points[:, 1].round(4),
            "step": np.arange(len(points)),
            "width": np.linspace(*ends, len(points)).round(2),
        }
    )
