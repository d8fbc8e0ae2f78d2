"""Figures and graphs as picture files, with title, legend, notes, source and date, and their font.

Nothing is fetched, and no browser is needed.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

import vl_convert
from PIL import Image

from supplychain.views.figure import Figure
from supplychain.views.graph import Drawing
from supplychain.views.palette import Theme
from supplychain.views.pictures import chart, graph, typeface
from supplychain.views.pictures.sheet import MARGIN, PRINT, SCREEN, Body, Size, document, written

__all__ = ["MARGIN", "PRINT", "SCREEN", "Body", "Drawn", "Size", "body", "png", "rendered", "svg"]

Drawn = Figure | Drawing
"""What can be made a picture."""
INCH = 96
"""Px."""


def svg(
    drawn: Drawn,
    *,
    theme: Theme = "light",
    size: Size = SCREEN,
    width: int | None = None,
    said: Sequence[str] = (),
) -> str:
    """Draw a figure or a graph as SVG that holds all it needs.

    Parameters
    ----------
    drawn
        A figure drawn for this theme, or a graph.
    size
        For a screen or for paper.
    width
        Of the whole picture before it is fitted to paper, px; that of `size` if left out.
    said
        What stands below the notes: for a graph its basis and source, for any the date.
    """
    inner = (width or size.width) - 2 * MARGIN
    bare = body(drawn, inner, theme=theme)
    notes = [] if isinstance(drawn, Drawing) else [*drawn.notes, drawn.source]
    title = drawn.title(drawn.language) if isinstance(drawn, Drawing) else drawn.title
    return document(written(title, bare, [*notes, *said], theme=theme), theme=theme, size=size)


def body(drawn: Drawn, width: float, *, theme: Theme = "light") -> Body:
    """Draw a figure or a graph without title and notes, to be set into something else."""
    draw = graph.body if isinstance(drawn, Drawing) else chart.body
    return draw(drawn, width, theme)  # type: ignore[arg-type]


def png(
    drawn: Drawn,
    *,
    theme: Theme = "light",
    size: Size = SCREEN,
    width: int | None = None,
    said: Sequence[str] = (),
    scale: float | None = None,
) -> bytes:
    """Draw a figure or a graph as PNG.

    Parameters
    ----------
    scale
        Dots per px; those of `size` if left out.
    """
    vector = svg(drawn, theme=theme, size=size, width=width, said=said)
    return rendered(vector, scale or size.scale)


def rendered(vector: str, scale: float) -> bytes:
    """Turn an SVG of ours into a PNG that says how large it is meant to be."""
    typeface.known()
    dots: bytes = vl_convert.svg_to_png(vector, scale=scale)
    packed = io.BytesIO()
    with Image.open(io.BytesIO(dots)) as picture:
        picture.convert("RGB").save(packed, "png", dpi=(scale * INCH, scale * INCH))
    return packed.getvalue()
