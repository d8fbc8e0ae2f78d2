"""A figure as a picture file, with its title above and its notes and source below."""

from __future__ import annotations

import re
import textwrap
from xml.sax.saxutils import escape

import vl_convert

from supplychain.views.figure import Figure
from supplychain.views.palette import INKS, Theme
from supplychain.views.theme import FONT

MARGIN = 24
TITLE, NOTE = 20, 13
"""Sizes of writing, px."""
LEADING = 1.35
"""Height of a line per size of writing."""
LETTER = 0.54
"""Mean width of a letter per size of writing; a little generous, so that no line runs out."""
VEGA_LITE = "6.4"

Line = tuple[str, int, str, int]
"""Text, size, colour and weight of one line."""


def svg(figure: Figure, *, theme: Theme = "light", width: int = 1200) -> str:
    """Draw a figure as SVG; nothing is fetched.

    Parameters
    ----------
    figure
        One that holds an Altair chart, drawn for this theme.
    width
        Of the whole picture, px; a figure that needs more gets more.

    Raises
    ------
    TypeError
        If the figure holds ECharts options, which only a browser draws.
    """
    if isinstance(figure.chart, dict):
        msg = "An ECharts figure is drawn by the browser only; save it from there."
        raise TypeError(msg)
    width = max(width, figure.min_width + 2 * MARGIN)
    inner = width - 2 * MARGIN
    chart = vl_convert.vegalite_to_svg({**figure.spec, "width": inner}, vl_version=VEGA_LITE)
    return _framed(figure, chart, theme, width)


def png(figure: Figure, *, theme: Theme = "light", width: int = 1200, scale: float = 2.0) -> bytes:
    """Draw a figure as PNG; nothing is fetched.

    Parameters
    ----------
    scale
        Dots per px.
    """
    drawn: bytes = vl_convert.svg_to_png(svg(figure, theme=theme, width=width), scale=scale)
    return drawn


def _framed(figure: Figure, chart: str, theme: Theme, width: int) -> str:
    ink = INKS[theme]
    above = [(line, TITLE, ink.text, 600) for line in _lines(figure.title, TITLE, width)]
    said = [*figure.notes, figure.source]
    below = [
        (line, NOTE, ink.muted, 400) for text in said if text for line in _lines(text, NOTE, width)
    ]
    top = MARGIN + _height(above) + 10
    bottom = top + _height_of(chart) + 10
    height = round(bottom + _height(below) + MARGIN)
    body = chart.replace("<svg ", f'<svg x="{MARGIN}" y="{top:.0f}" ', 1)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f'<rect width="100%" height="100%" fill="{ink.background}"/>'
        f"{_written(above, MARGIN)}{body}{_written(below, bottom)}</svg>"
    )


def _lines(text: str, size: int, width: int) -> list[str]:
    return textwrap.wrap(text, int((width - 2 * MARGIN) / (size * LETTER)))


def _height(lines: list[Line]) -> float:
    return sum(size * LEADING for _, size, _, _ in lines)


def _height_of(chart: str) -> float:
    found = re.search(r'<svg [^>]*?height="([\d.]+)"', chart)
    return float(found.group(1)) if found else 0.0


def _written(lines: list[Line], top: float) -> str:
    said = []
    for text, size, colour, weight in lines:
        said.append(
            f'<text x="{MARGIN}" y="{top + size:.1f}" font-family="{FONT}" font-size="{size}" '
            f'font-weight="{weight}" fill="{colour}">{escape(text)}</text>'
        )
        top += size * LEADING
    return "".join(said)
