"""Pieces of SVG: attributes and text are escaped here and nowhere else."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from supplychain.views.pictures.typeface import FAMILY

_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold."""


def element(tag: str, *inner: str, **attributes: object) -> str:
    """Write an element; `_` in a name stands for `-`, and what is None is left out.

    Examples
    --------
    >>> element("rect", width=2.0, stroke_width=0.75, fill=None)
    '<rect width="2" stroke-width="0.75"/>'
    """
    said = "".join(
        f" {name.strip('_').replace('_', '-')}={quoteattr(_value(value))}"
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{said}>{''.join(inner)}</{tag}>" if inner else f"<{tag}{said}/>"


def text(said: str, x: float, y: float, size: float, colour: str, **attributes: object) -> str:
    """Write one line with its baseline at `y`."""
    return element(
        "text",
        escape(_UNSEEN.sub("", said)),
        x=x,
        y=y,
        font_family=FAMILY,
        font_size=size,
        fill=colour,
        **attributes,
    )


def polygon(points: list[tuple[float, float]], **attributes: object) -> str:
    """Write a closed shape."""
    corners = " ".join(f"{_value(x)},{_value(y)}" for x, y in points)
    return element("polygon", points=corners, **attributes)


def _value(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".") or "0"
    return str(value)
