"""Kinds of business in a chart: the same words, colours and shapes everywhere."""

from __future__ import annotations

from collections.abc import Iterable

import altair as alt

from supplychain.core.vocabulary import KINDS, label
from supplychain.core.words import Language, Words
from supplychain.views.palette import KINDS as COLOURS
from supplychain.views.palette import SHAPES, Theme, colour

BUSINESS = Words(en="Business", id="Usaha")
KIND = Words(en="Kind of business", id="Jenis usaha")
FIELD = "kind"
"""Column of a chart's data that holds the kind in words, as `said` writes it."""


def said(kinds: Iterable[object], language: Language) -> list[str]:
    """Say codes of kinds in words."""
    return [label(KINDS, kind, language) for kind in kinds]


def present(kinds: Iterable[object]) -> list[str]:
    """Codes of the kinds that occur, in the order of the supply chain."""
    found = {str(kind) for kind in kinds}
    return [kind for kind in KINDS if kind in found] + sorted(found - set(KINDS))


def colours(
    kinds: Iterable[object], language: Language, theme: Theme, *, legend: bool = True
) -> alt.Color:
    """Colour by kind, with a legend of the kinds that occur.

    Parameters
    ----------
    kinds
        Codes.
    """
    codes = present(kinds)
    scale = alt.Scale(
        domain=said(codes, language), range=[colour(COLOURS, code, theme) for code in codes]
    )
    shown = _legend() if legend else None
    return alt.Color(f"{FIELD}:N", scale=scale, legend=shown)


def shapes(kinds: Iterable[object], language: Language, *, legend: bool = True) -> alt.Shape:
    """Shape by kind; Vega joins its legend with that of the colours."""
    codes = present(kinds)
    scale = alt.Scale(
        domain=said(codes, language), range=[SHAPES.get(code, "circle") for code in codes]
    )
    shown = _legend() if legend else None
    return alt.Shape(f"{FIELD}:N", scale=scale, legend=shown)


def _legend() -> alt.Legend:
    """Legend that breaks into two columns on a narrow screen."""
    columns = alt.ExprRef("width > 560 ? 6 : 2")
    return alt.Legend(title=None, symbolOpacity=1, columns=columns)
