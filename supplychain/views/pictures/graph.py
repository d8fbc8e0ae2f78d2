"""A graph as the body of a picture: what the interactive drawing shows at rest, with its legend."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from supplychain.views.graph import Drawing
from supplychain.views.palette import INKS, Theme
from supplychain.views.pictures import edges, ground, legend, names
from supplychain.views.pictures.edges import Points
from supplychain.views.pictures.marks import mark
from supplychain.views.pictures.names import Box, Named
from supplychain.views.pictures.sheet import Body

FLATTEST, TALLEST = 0.4, 0.66
"""Height of the graph per width, as what it shows asks for."""
WIDEST = 2.2
"""How far tiers are drawn apart to fill the width."""
HEADED = 28.0
LANE_NAMES = 92.0
"""Room at the left for the names of the lanes, px."""
LEAST_MARK = 2.0
ROOM = 60.0
"""Room around a graph, drawing units."""
NAMES = 1.1e4
"""Px of the picture per name that is tried."""


@dataclass(frozen=True)
class _View:
    """How the layout's places become px."""

    frame: Box
    scale: float
    stretch: float
    left: float
    top: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        return self.left + x * self.stretch * self.scale, self.top + y * self.scale

    def point(self, node: Mapping[str, Any]) -> Points:
        return np.array(self.at(node["x"], node["y"]))

    def radius(self, node: Mapping[str, Any]) -> float:
        return max(LEAST_MARK, float(node["size"]) * self.scale)


def body(drawn: Drawing, width: float, theme: Theme) -> Body:
    """Draw a graph and its legend.

    Parameters
    ----------
    width
        Px.
    """
    height = width * _ratio(drawn)
    view = _fitted(drawn, width, height)
    ink = INKS[theme]
    headings, kept = ground.headings(drawn, view.at, view.frame, ink)
    pieces = [
        ground.behind(drawn.scenery, view.at, ink),
        *_lines(drawn, view, theme),
        *_marks(drawn, view, theme),
        headings,
        names.drawn(_named(drawn, view), kept, view.frame, ink, int(width * height / NAMES)),
    ]
    below = legend.body(drawn, width, view.scale, theme)
    shifted = f'<g transform="translate(0 {height + 8:.1f})">{below.content}</g>'
    clipped = (
        f'<svg width="{width:.0f}" height="{height:.0f}" overflow="hidden">{"".join(pieces)}</svg>'
    )
    return Body(clipped + shifted, width, height + 8 + below.height)


def _ratio(drawn: Drawing) -> float:
    """Height per width of what stands in the graph; tiers can be drawn apart."""
    if drawn.scenery.get("direction") == "across" or len(drawn.nodes) < 2:
        return TALLEST
    across, down = (
        max(node[axis] for node in drawn.nodes) - min(node[axis] for node in drawn.nodes) + ROOM
        for axis in ("x", "y")
    )
    return float(min(max(down / across, FLATTEST), TALLEST))


def _fitted(drawn: Drawing, width: float, height: float) -> _View:
    """Fit all businesses into the frame, tiers drawn apart where that fills it."""
    tiered = bool(drawn.scenery.get("columns"))
    frame = (2.0, HEADED if tiered else 2.0, width - 2, height - 2)
    nodes = drawn.nodes or ({"x": 0.0, "y": 0.0, "size": 10.0},)
    room = max(node["size"] for node in nodes) + 6
    xs, ys = ([node[axis] for node in nodes] for axis in ("x", "y"))
    across, down = max(xs) - min(xs), max(ys) - min(ys)
    left_room = LANE_NAMES if tiered and drawn.scenery.get("lanes") else 8.0
    free = (frame[2] - frame[0] - left_room - 8, frame[3] - frame[1] - 4)
    wanted = free[0] / free[1] * (down + 2 * room)
    stretch = 1.0
    if drawn.scenery.get("direction") == "across" and across > 0:
        stretch = min(WIDEST, max(1.0, (wanted - 2 * room) / across))
    scale = min(free[0] / (across * stretch + 2 * room), free[1] / (down + 2 * room), 2.2)
    middle = (min(xs) + max(xs)) / 2 * stretch, (min(ys) + max(ys)) / 2
    centre = frame[0] + left_room + free[0] / 2, frame[1] + free[1] / 2
    return _View(
        frame, scale, stretch, centre[0] - middle[0] * scale, centre[1] - middle[1] * scale
    )


def _lines(drawn: Drawing, view: _View, theme: Theme) -> list[str]:
    known = {node["id"]: node for node in drawn.nodes}
    usual = drawn.vis.options["edges"]["smooth"]
    opacity = edges.faint(drawn.layout, len(drawn.edges))
    muted = INKS[theme].muted
    shaded = "ticks" in drawn.legend["colour"]
    lines = []
    for edge in drawn.edges:
        start, end = known[edge["from"]], known[edge["to"]]
        context = edge["relation"] != "supplies"
        look = {
            "stroke": muted if context or shaded else _paint(drawn, start, theme),
            "opacity": edges.CONTEXT_OPACITY if context else opacity,
            "scale": view.scale,
            "context": context,
        }
        ends = view.point(start), view.point(end)
        lines.append(edges.line(edge, ends, view.radius(end), usual, look))
    return lines


def _marks(drawn: Drawing, view: _View, theme: Theme) -> list[str]:
    ink = INKS[theme]
    dark = ink.muted if "ticks" in drawn.legend["colour"] else ink.background
    outline = ink.text if theme == "light" else dark
    return [
        mark(
            node["shape"],
            *view.at(node["x"], node["y"]),
            view.radius(node),
            fill=_paint(drawn, node, theme),
            stroke=outline,
            stroke_width=max(0.5, view.scale),
        )
        for node in drawn.nodes
    ]


def _named(drawn: Drawing, view: _View) -> list[Named]:
    """List the businesses by how much they matter: sentra first, then by size and partners."""
    focus = drawn.focus.business if drawn.focus else None

    def weight(node: Mapping[str, Any]) -> float:
        if node["id"] == focus:
            return math.inf
        if node["kind"] == "institution":
            return 2.0 * node["partners"]
        return (40 if node["kind"] == "sentra" else 0) + node["size"] + math.sqrt(node["partners"])

    return [
        Named(*view.at(node["x"], node["y"]), view.radius(node), node["label"], node["kind"])
        for node in sorted(drawn.nodes, key=weight, reverse=True)
    ]


def _paint(drawn: Drawing, node: Mapping[str, Any], theme: Theme) -> str:
    return drawn.paints[node["paint"]][1 if theme == "dark" else 0]
