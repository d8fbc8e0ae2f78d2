"""The outline of Indonesia's islands, cut from Natural Earth: ``python -m data.build.outline``.

The world file is TopoJSON: arcs of quantised steps that countries share. Only Indonesia's rings are
kept. They are written clockwise seen from above, the order in which d3-geo, and so Vega's
``geoshape``, fills the inside and not the rest of the globe.
"""

from __future__ import annotations

import json
import math
import tempfile
from pathlib import Path
from typing import Any

from data.build.packages import from_npm

Point = tuple[float, float]
Ring = list[Point]

TARGET = Path(__file__).parent.parent / "regions" / "indonesia.geojson"
DECIMALS = 3
COARSE, FINE = 0.006, 0.0
"""Tolerance in degrees outside and inside the window of Nusa Tenggara Barat."""
SMALLEST = 0.0003
"""Islands below this area (square degrees, about 4 km2) are left out outside the window."""
WINDOW = (115.6, -9.3, 119.5, -7.9)
"""West, south, east, north of Nusa Tenggara Barat."""


def decoded_arcs(topology: dict[str, Any]) -> list[Ring]:
    """Arcs of a quantised topology as longitude, latitude in degrees."""
    (scale_x, scale_y), (shift_x, shift_y) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for step in steps:
            x, y = x + step[0], y + step[1]
            arc.append((x * scale_x + shift_x, y * scale_y + shift_y))
        arcs.append(arc)
    return arcs


def stitched(indices: list[int], arcs: list[Ring]) -> Ring:
    """One closed ring from arc numbers; ``~n`` stands for arc n walked backwards."""
    ring: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring.extend(arc[1:] if ring else arc)
    return ring


def signed_area(ring: Ring) -> float:
    """Area in square degrees, negative when the ring runs clockwise."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) / 2


def wound(ring: Ring, *, clockwise: bool) -> Ring:
    """Turn the ring in the wanted direction."""
    return ring if (signed_area(ring) < 0) == clockwise else ring[::-1]


def offset(point: Point, start: Point, end: Point) -> float:
    """Distance in degrees from a point to the segment between two others."""
    along = (end[0] - start[0], end[1] - start[1])
    length = along[0] ** 2 + along[1] ** 2
    away = (point[0] - start[0], point[1] - start[1])
    share = 0.0 if length == 0 else (away[0] * along[0] + away[1] * along[1]) / length
    share = min(1.0, max(0.0, share))
    return math.hypot(away[0] - share * along[0], away[1] - share * along[1])


def simplified(line: Ring, tolerance: float) -> Ring:
    """Thin the line of points nearer than the tolerance (Douglas and Peucker, 1973)."""
    keep = {0, len(line) - 1}
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        middle = range(first + 1, last)
        gaps = [offset(line[k], line[first], line[last]) for k in middle]
        largest = max(gaps)
        if largest > tolerance:
            split = first + 1 + gaps.index(largest)
            keep.add(split)
            spans += [(first, split), (split, last)]
    return [line[k] for k in sorted(keep)]


def in_window(ring: Ring) -> bool:
    """Whether the ring's middle lies in Nusa Tenggara Barat."""
    x = sum(point[0] for point in ring) / len(ring)
    y = sum(point[1] for point in ring) / len(ring)
    west, south, east, north = WINDOW
    return west < x < east and south < y < north


def rounded(ring: Ring) -> Ring:
    """Coordinates to three decimals (about 110 m), repeats dropped, ring closed."""
    points = [(round(x, DECIMALS), round(y, DECIMALS)) for x, y in ring]
    kept = [p for p, before in zip(points, [None, *points], strict=False) if p != before]
    return kept if kept[0] == kept[-1] else [*kept, kept[0]]


def polygon(rings: list[Ring]) -> list[Ring] | None:
    """Exterior and holes ready to write, or nothing when the island is too small to see."""
    near = in_window(rings[0])
    if not near and abs(signed_area(rings[0])) < SMALLEST:
        return None
    tolerance = FINE if near else COARSE
    written = []
    for position, ring in enumerate(rings):
        drawn = rounded(simplified(ring, tolerance))
        if len(drawn) >= 4:
            written.append(wound(drawn, clockwise=position == 0))
    return written or None


def outline(topology: dict[str, Any]) -> dict[str, Any]:
    """GeoJSON feature collection with Indonesia's land as one MultiPolygon."""
    countries = topology["objects"]["countries"]["geometries"]
    country = next(c for c in countries if c["properties"]["name"] == "Indonesia")
    arcs = decoded_arcs(topology)
    islands = [polygon([stitched(ring, arcs) for ring in part]) for part in country["arcs"]]
    shapes = sorted((i for i in islands if i), key=lambda i: signed_area(i[0]))
    geometry = {"type": "MultiPolygon", "coordinates": shapes}
    feature = {"type": "Feature", "properties": {"name": "Indonesia"}, "geometry": geometry}
    return {"type": "FeatureCollection", "features": [feature]}


def main() -> None:
    """Fetch the world file and write the outline."""
    with tempfile.TemporaryDirectory() as folder:
        package = from_npm("world-atlas", "2.0.2", Path(folder))
        topology = json.loads((package / "countries-10m.json").read_text(encoding="utf-8"))
    text = json.dumps(outline(topology), separators=(",", ":"))
    TARGET.write_text(text + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
