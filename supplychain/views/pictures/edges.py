"""Partnerships of a graph as lines: the curves, dashes and arrow heads of vis-network."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from supplychain.views.pictures.markup import element, polygon

Points = NDArray[np.float64]
STEPS = 48
"""Points of a curve from which its way near the ends is read."""
CONTEXT_OPACITY = 0.4
FAINTEST, FIRMEST = 0.16, 0.7
CROSSED = {"tiers": 10.0, "focus": 10.0}
LOOP = 14.0


def faint(layout: str, count: int) -> float:
    """Opacity of lines: the more there are, the paler each."""
    return min(FIRMEST, max(FAINTEST, CROSSED.get(layout, 6.0) / math.sqrt(max(count, 1))))


def line(
    edge: Mapping[str, Any],
    ends: tuple[Points, Points],
    border: float,
    usual: Mapping[str, Any],
    look: Mapping[str, Any],
) -> str:
    """Draw one partnership.

    Parameters
    ----------
    edge
        As vis-network reads it: `width`, `dashes`, perhaps `smooth`.
    ends
        Where supplier and buyer stand, px.
    border
        Radius of the buyer's mark, px, at which the arrow ends.
    usual
        Curve of a partnership that has none of its own.
    look
        `stroke`, `opacity`, `scale` (px per drawing unit), and whether it is `context`.
    """
    corners = control(ends, {**usual, **edge.get("smooth", {})})
    way = _way(corners)
    reach = max(border, 1.0)
    inside = np.hypot(*(way - way[-1]).T) < reach
    tip = way[~inside][-1] if (~inside).any() else way[0]
    scale, context = look["scale"], look["context"]
    width = max(edge["width"] * scale, 0.35)
    dashes = edge.get("dashes") or []
    drawn = element(
        "path",
        d=_path(corners),
        fill="none",
        stroke=look["stroke"],
        stroke_width=width,
        stroke_opacity=look["opacity"],
        stroke_dasharray=" ".join(f"{max(part * scale, 0.6):.1f}" for part in dashes) or None,
    )
    return drawn + _head(tip, way[-1] - tip, edge["width"], scale, context, look)


def control(ends: tuple[Points, Points], smooth: Mapping[str, Any]) -> Points:
    """Corners of the curve: 4 x 2 if it runs level at both ends, else 3 x 2."""
    start, end = ends
    if np.allclose(start, end):
        up = np.array([0.0, -2 * LOOP])
        return np.array([start, start + up + [LOOP, 0.0], start + up - [LOOP, 0.0], end])
    share = float(smooth.get("roundness", 0.5))
    if smooth.get("type") == "cubicBezier":
        way = np.array([share * (end[0] - start[0]), 0.0])
        return np.array([start, start + way, end - way, end])
    return np.array([start, _via(start, end, share), end])


def _via(start: Points, end: Points, share: float) -> Points:
    """Corner of a curve that bends clockwise, where vis-network puts it."""
    dx, dy = end[0] - start[0], start[1] - end[1]
    radius = math.hypot(dx, dy) * (share * 0.5 + 0.5)
    angle = math.atan2(dy, dx) + (share * 0.5 + 0.5) * math.pi
    return np.array([start[0] + radius * math.sin(angle), start[1] + radius * math.cos(angle)])


def _way(corners: Points) -> Points:
    """Points along a curve, by halving the lines between its corners (de Casteljau)."""
    t = np.linspace(0.0, 1.0, STEPS)[:, None]
    points: list[Points] = list(corners)
    while len(points) > 1:
        points = [(1 - t) * a + t * b for a, b in itertools.pairwise(points)]
    return points[0]


def _path(corners: Points) -> str:
    start, *rest = (f"{x:.1f} {y:.1f}" for x, y in corners)
    return f"M{start}{'C' if len(rest) == 3 else 'Q'}{' '.join(rest)}"


def _head(
    tip: Points, way: Points, width: float, scale: float, context: bool, look: Mapping[str, Any]
) -> str:
    """Draw where goods go: an arrow; a round end where none are carried."""
    if context:
        return element(
            "circle",
            cx=float(tip[0]),
            cy=float(tip[1]),
            r=max(2.6 * scale, 0.8),
            fill=look["stroke"],
            fill_opacity=look["opacity"],
        )
    factor = min(0.5, 1.6 / (width + 2.4))
    length = max((15 * factor + 3 * width * factor) * scale, 2.0)
    x, y = way / max(float(np.hypot(*way)), 1e-9)
    shape = [(0.0, 0.0), (-1.0, 0.3), (-0.9, 0.0), (-1.0, -0.3)]
    corners = [
        (tip[0] + length * (a * x - b * y), tip[1] + length * (a * y + b * x)) for a, b in shape
    ]
    return polygon(
        [(float(a), float(b)) for a, b in corners],
        fill=look["stroke"],
        fill_opacity=min(1.0, look["opacity"] * 1.6),
    )
