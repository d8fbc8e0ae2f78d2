"""Marks of businesses: the shapes of vis-network, one a kind."""

from __future__ import annotations

import math

from supplychain.views.pictures.markup import element, polygon


def mark(shape: str, x: float, y: float, size: float, **looks: object) -> str:
    """Draw a mark around a point.

    Parameters
    ----------
    shape
        `triangle`, `diamond`, `square`, `hexagon`; anything else is a disc.
    size
        Radius, px.
    looks
        Attributes such as `fill` and `stroke`.
    """
    if shape == "square":
        return element("rect", x=x - size, y=y - size, width=2 * size, height=2 * size, **looks)
    corners = _corners(shape, size)
    if not corners:
        return element("circle", cx=x, cy=y, r=size, **looks)
    return polygon([(x + right, y + down) for right, down in corners], **looks)


def _corners(shape: str, size: float) -> list[tuple[float, float]]:
    if shape == "diamond":
        return [(0, size), (size, 0), (0, -size), (-size, 0)]
    if shape == "hexagon":
        turns = (math.pi / 3 * turn for turn in range(6))
        return [(size * math.cos(turn), size * math.sin(turn)) for turn in turns]
    if shape == "triangle":
        half = 1.15 * size
        inner, height = half * math.tan(math.pi / 6), half * math.sqrt(3)
        down = 0.275 * half
        return [(0, down - height + inner), (half, down + inner), (-half, down + inner)]
    return []
