"""A picture on its sheet: title above, legend, notes, source and date below, in one SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from supplychain.views.palette import INKS, Theme
from supplychain.views.pictures import typeface
from supplychain.views.pictures.markup import element, text

MARGIN = 24
TITLE, NOTE = 20, 13
"""Sizes of writing, px."""
LEADING = 1.35
"""Height of a line per size of writing."""
GAP = 10


@dataclass(frozen=True)
class Body:
    """A picture without its words: SVG that stands at 0, 0.

    Attributes
    ----------
    content
        Elements, or an SVG of its own.
    width, height
        Px.
    """

    content: str
    width: float
    height: float


@dataclass(frozen=True)
class Size:
    """What a picture is made for.

    Attributes
    ----------
    width
        Of what is laid out, px.
    scale
        Dots per px of a PNG.
    page
        Width and height of the paper, px at 96 to the inch, long side first; none on a screen.
    """

    width: int
    scale: float
    page: tuple[int, int] | None = None


SCREEN = Size(width=1200, scale=2.0)
PRINT = Size(width=1100, scale=300 / 96, page=(1123, 794))
"""A4 at 300 dots to the inch."""


def written(title: str, body: Body, below: Sequence[str], *, theme: Theme = "light") -> Body:
    """Put a title above a picture, and notes, source and date below it."""
    ink = INKS[theme]
    room = body.width
    top, above = _lines([title], TITLE, room, ink.text, 0.0, weight=600)
    foot = top + GAP + body.height + GAP
    bottom, notes = _lines(below, NOTE, room, ink.muted, foot)
    placed = element("svg", body.content, y=top + GAP, width=body.width, height=body.height)
    return Body(above + placed + notes, room, bottom)


def document(body: Body, *, theme: Theme = "light", size: Size = SCREEN) -> str:
    """Write a whole picture as an SVG file with its font inside.

    Parameters
    ----------
    size
        On paper the picture fills the sheet, upright or across, whichever shows it larger.
    """
    width, height = body.width + 2 * MARGIN, body.height + 2 * MARGIN
    sheet = _page(size, width, height)
    inner = element("g", body.content, transform=f"translate({MARGIN} {MARGIN})")
    scale = min(sheet[0] / width, sheet[1] / height)
    left = (sheet[0] - width * scale) / 2
    return element(
        "svg",
        element("style", typeface.face()),
        element("rect", width="100%", height="100%", fill=INKS[theme].background),
        element("g", inner, transform=f"translate({left:.2f} 0) scale({scale:.4f})"),
        xmlns="http://www.w3.org/2000/svg",
        width=float(sheet[0]),
        height=float(sheet[1]),
        viewBox=f"0 0 {sheet[0]:.0f} {sheet[1]:.0f}",
    )


def document_of(body: Body) -> str:
    """Write a bare body as an SVG document, for a paper that brings the font itself."""
    return element(
        "svg",
        body.content,
        xmlns="http://www.w3.org/2000/svg",
        width=body.width,
        height=body.height,
        viewBox=f"0 0 {body.width:.0f} {body.height:.0f}",
    )


def _page(size: Size, width: float, height: float) -> tuple[float, float]:
    if size.page is None:
        return round(width), round(height)
    long, short = size.page
    across = min(long / width, short / height)
    upright = min(short / width, long / height)
    return (long, short) if across >= upright else (short, long)


def _lines(
    said: Sequence[str], size: int, room: float, colour: str, top: float, *, weight: int = 400
) -> tuple[float, str]:
    """Write texts as lines from a height downwards; return where they end, and the lines."""
    lines = [line for each in said if each for line in typeface.wrapped(each, size, room, weight)]
    drawn = [
        text(line, 0, top + place * size * LEADING + size, size, colour, font_weight=weight)
        for place, line in enumerate(lines)
    ]
    return top + len(lines) * size * LEADING, "".join(drawn)
