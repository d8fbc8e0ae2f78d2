"""Colours and shapes that every view shares, for a light and a dark background.

The hues are those of Okabe and Ito (2008), which colour-blind readers tell apart, made darker on
white where needed: every colour of a table stands out from its background by 3 : 1 at least.
Nothing is told by colour alone: kinds have shapes too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Theme = Literal["light", "dark"]
Colours = Mapping[Theme, Mapping[str, str]]


@dataclass(frozen=True)
class Ink:
    """What a picture is drawn with beside the colours of its data.

    Attributes
    ----------
    text, muted
        Writing, and writing that steps back; both reach 4.5 : 1 on the background.
    rule, fill
        Lines of a grid or an outline; a surface such as land or an empty bar.
    background
        Background of the page, for pictures that leave it.
    accent
        Colour of a single series.
    ramp
        From little to much, for amounts.
    """

    text: str
    muted: str
    rule: str
    fill: str
    background: str
    accent: str
    ramp: tuple[str, ...]


INKS: Mapping[Theme, Ink] = {
    "light": Ink(
        text="#0c181e",
        muted="#51636d",
        rule="#d3dde2",
        fill="#e9eff1",
        background="#ffffff",
        accent="#0b5c6e",
        ramp=("#d7e8ec", "#9cc6d0", "#5b9fb0", "#247a8f", "#0b5c6e", "#063c49"),
    ),
    "dark": Ink(
        text="#e8eff2",
        muted="#a3b4bd",
        rule="#2a3840",
        fill="#18242a",
        background="#030607",
        accent="#58b3c9",
        ramp=("#1d3a44", "#24596a", "#2f7d93", "#4fa3b8", "#86c9d8", "#c9ecf4"),
    ),
}

KINDS: Colours = {
    "light": {
        "supplier": "#009e73",
        "sentra": "#d55e00",
        "ikm": "#0072b2",
        "market": "#b5608f",
        "institution": "#6b7780",
    },
    "dark": {
        "supplier": "#1fbf92",
        "sentra": "#f0803c",
        "ikm": "#56b4e9",
        "market": "#dd94be",
        "institution": "#9aa7af",
    },
}
COMMODITIES: Colours = {
    "light": {
        "food": "#d55e00",
        "textile": "#0072b2",
        "craft": "#b5608f",
        "metal": "#5a6872",
        "jewellery": "#8f7a00",
        "salt": "#2b8cc4",
        "packaging": "#a86f00",
        "farming": "#009e73",
        "trade": "#6a4fa3",
        "government": "#7d8890",
    },
    "dark": {
        "food": "#f0803c",
        "textile": "#4a9fdc",
        "craft": "#dd94be",
        "metal": "#a9b6bf",
        "jewellery": "#f0e442",
        "salt": "#8fd3fb",
        "packaging": "#e69f00",
        "farming": "#1fbf92",
        "trade": "#b09be0",
        "government": "#8c99a1",
    },
}
BASES: Colours = {
    "light": {"reported": "#0072b2", "estimated": "#b87800", "assumed": "#85919a"},
    "dark": {"reported": "#56b4e9", "estimated": "#e69f00", "assumed": "#8794a0"},
}
SHAPES: Mapping[str, str] = {
    "supplier": "triangle-up",
    "sentra": "diamond",
    "ikm": "circle",
    "market": "square",
    "institution": "M-0.5,-0.87H0.5L1,0L0.5,0.87H-0.5L-1,0Z",
}
"""Shape of each kind, as Vega names it or as an outline: those of the interactive graph."""
SERIES: Mapping[Theme, tuple[str, ...]] = {
    theme: (*KINDS[theme].values(), *list(COMMODITIES[theme].values())[4:9]) for theme in INKS
}
"""Colours for codes that no table above knows, such as communities."""


def colour(colours: Colours, code: object, theme: Theme = "light") -> str:
    """Colour of a code; one that the table lacks steps back.

    Examples
    --------
    >>> colour(KINDS, "sentra", "dark"), colour(KINDS, "port")
    ('#f0803c', '#51636d')
    """
    return colours[theme].get(str(code), INKS[theme].muted)


def numbered(codes: Iterable[object], theme: Theme = "light") -> dict[object, str]:
    """Colours for codes in their order; after ten they step back."""
    series = SERIES[theme]
    return {
        code: series[place] if place < len(series) else INKS[theme].muted
        for place, code in enumerate(codes)
    }


def along(ramp: tuple[str, ...], share: float) -> str:
    """Colour at a place of a ramp.

    Examples
    --------
    >>> along(("#000000", "#ffffff"), 0.5)
    '#808080'
    """
    place = min(max(share, 0.0), 1.0) * (len(ramp) - 1)
    low = min(int(place), len(ramp) - 2)
    pairs = zip(_channels(ramp[low]), _channels(ramp[low + 1]), strict=True)
    mixed = (round(a + (b - a) * (place - low)) for a, b in pairs)
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it, 0 to 1."""
    scaled = (channel / 255 for channel in _channels(colour))
    linear = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in scaled)
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """Contrast of two colours as WCAG 2 defines it, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def writing_on(colour: str) -> str:
    """Dark or white, whichever is read better on a colour; at least 4.5 : 1.

    Examples
    --------
    >>> writing_on("#063c49"), writing_on("#d7e8ec")
    ('#ffffff', '#000000')
    """
    return max(("#ffffff", "#000000"), key=lambda ink: contrast(ink, colour))


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return red, green, blue
