"""What stands behind a graph: lanes and columns with their headings, the coast, rings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from supplychain.core.vocabulary import COMMODITIES, KINDS
from supplychain.core.words import number
from supplychain.views.graph import Drawing
from supplychain.views.palette import Ink
from supplychain.views.pictures import typeface
from supplychain.views.pictures.markup import element, text
from supplychain.views.pictures.names import Box

HEADING, LANE = 12.0, 11.0
Spot = Callable[[float, float], tuple[float, float]]
"""Px of a place of the layout."""


def behind(scenery: Mapping[str, Any], at: Spot, ink: Ink) -> str:
    """Draw lanes, coast or rings."""
    return _lanes(scenery, at, ink) + _coast(scenery, at, ink) + _rings(scenery, at, ink)


def _lanes(scenery: Mapping[str, Any], at: Spot, ink: Ink) -> str:
    columns = scenery.get("columns") or []
    if not columns:
        return ""
    drawn = []
    for lane in scenery.get("lanes") or []:
        left, top = at(columns[0]["left"], lane["top"] - 6)
        right, bottom = at(columns[-1]["right"], lane["bottom"] + 6)
        drawn.append(
            element(
                "rect",
                x=left - 60,
                y=top,
                width=right - left + 120,
                height=bottom - top,
                fill=ink.fill,
                fill_opacity=0.55,
            )
        )
    return "".join(drawn)


def _coast(scenery: Mapping[str, Any], at: Spot, ink: Ink) -> str:
    rings = scenery.get("coast") or []
    path = "".join(
        "M" + "L".join("{:.1f} {:.1f}".format(*at(x, y)) for x, y in ring) + "Z" for ring in rings
    )
    return element("path", d=path, fill=ink.fill, stroke=ink.rule) if path else ""


def _rings(scenery: Mapping[str, Any], at: Spot, ink: Ink) -> str:
    x, y = at(0.0, 0.0)
    return "".join(
        element(
            "circle", cx=x, cy=y, r=at(ring["radius"], 0.0)[0] - x, fill="none", stroke=ink.rule
        )
        for ring in scenery.get("rings") or []
    )


def headings(drawn: Drawing, at: Spot, frame: Box, ink: Ink) -> tuple[str, list[Box]]:
    """Write the names of columns and lanes, and tell which rectangles they fill."""
    counts: dict[str, int] = {}
    for node in drawn.nodes:
        counts[node["kind"]] = counts.get(node["kind"], 0) + 1
    pieces, boxes, free = [], [], frame[0]
    for column in drawn.scenery.get("columns") or []:
        code = column["code"]
        said = f"{KINDS[code](drawn.language)} · {number(counts.get(code, 0), drawn.language)}"
        half = typeface.width(said, HEADING, 600) / 2 + 10
        middle = at((column["left"] + column["right"]) / 2, 0.0)[0]
        middle = min(max(middle, free + half), frame[2] - half)
        pieces.append(_pill(said, middle, 12.0, half, ink, ink.text))
        boxes.append((middle - half, 2.5, middle + half, 21.5))
        free = middle + half + 4
    lanes, lane_boxes = _lane_names(drawn, at, frame, ink)
    return "".join(pieces) + lanes, boxes + lane_boxes


def _lane_names(drawn: Drawing, at: Spot, frame: Box, ink: Ink) -> tuple[str, list[Box]]:
    lanes = [dict(lane) for lane in drawn.scenery.get("lanes") or []]
    known = {**COMMODITIES, "institution": KINDS["institution"]}
    band = drawn.scenery.get("band")
    if band:
        lanes.insert(0, {"code": "institution", "top": band[0], "bottom": band[1]})
    pieces, boxes = [], []
    for lane in lanes:
        words = known.get(lane["code"])
        if words is None:
            continue
        said = words(drawn.language)
        half = typeface.width(said, LANE, 600) / 2 + 6
        y = at(0.0, (lane["top"] + lane["bottom"]) / 2)[1]
        pieces.append(_pill(said, frame[0] + half + 4, y, half, ink, ink.muted, LANE))
        boxes.append((frame[0] + 4, y - 9.5, frame[0] + 4 + 2 * half, y + 9.5))
    return "".join(pieces), boxes


def _pill(  # noqa: PLR0913
    said: str, x: float, y: float, half: float, ink: Ink, colour: str, size: float = HEADING
) -> str:
    ground = element(
        "rect",
        x=x - half,
        y=y - 9.5,
        width=2 * half,
        height=19.0,
        rx=9.5,
        fill=ink.background,
        fill_opacity=0.88,
    )
    return ground + text(said, x, y + 4, size, colour, font_weight=600, text_anchor="middle")
