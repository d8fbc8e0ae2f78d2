"""The font of pictures and papers: shipped with the package, measured here, put into every SVG.

A machine without the app's font draws a picture as any other does, and no text runs out of its
place, since widths are those of the letters and not an estimate.
"""

from __future__ import annotations

import base64
from functools import lru_cache
from pathlib import Path

import vl_convert
from PIL import ImageFont

from supplychain.views.theme import FONT

FOLDER = Path(__file__).parent / "fonts"
FAMILY = f"Sentra Sans, {FONT}"
"""Ours first; the rest only where a program leaves the font inside a picture unread."""
_STYLES = {400: "Regular", 600: "SemiBold"}
_MEASURED_AT = 100


def width(text: str, size: float, weight: int = 400) -> float:
    """Width of a line of text, px.

    Parameters
    ----------
    size
        Of the writing, px.
    weight
        400, or 600 for what stands out.

    Examples
    --------
    >>> width("Rp 12,5 miliar", 12) < width("Rp 12,5 miliar", 12, 600)
    True
    """
    return _font(weight).getlength(text) * size / _MEASURED_AT


def wrapped(text: str, size: float, room: float, weight: int = 400) -> list[str]:
    """Break a text into lines no wider than `room`, px; a word that is wider keeps its own.

    Examples
    --------
    >>> wrapped("Siapa memasok siapa", 10, 70)
    ['Siapa memasok', 'siapa']
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, weight) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def shortened(text: str, size: float, room: float, weight: int = 400) -> str:
    """Text cut to a width, px, with a sign that it is cut."""
    if width(text, size, weight) <= room:
        return text
    while text and width(f"{text}…", size, weight) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


@lru_cache(maxsize=1)
def face() -> str:
    """Style sheet that holds the font itself, so that an SVG refers to nothing outside."""
    return "".join(
        f"@font-face{{font-family:'Sentra Sans';font-weight:{weight};"
        f"src:url(data:font/woff2;base64,{_encoded(style)}) format('woff2')}}"
        for weight, style in _STYLES.items()
    )


@lru_cache(maxsize=1)
def known() -> None:
    """Tell the renderer where the font is, once."""
    vl_convert.register_font_directory(str(FOLDER))


def _encoded(style: str) -> str:
    return base64.b64encode((FOLDER / f"SentraSans-{style}.woff2").read_bytes()).decode()


@lru_cache(maxsize=2)
def _font(weight: int) -> ImageFont.FreeTypeFont:
    path = FOLDER / f"SentraSans-{_STYLES[weight]}.ttf"
    return ImageFont.truetype(str(path), _MEASURED_AT, layout_engine=ImageFont.Layout.BASIC)
