"""One look for every chart: numbers and months of the language, font, colours, sizes."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Mapping
from typing import Any, TypeVar

import altair as alt

from supplychain.core.words import Language, Words
from supplychain.views.palette import INKS, Theme

FONT = "Source Sans, Liberation Sans, Arial, sans-serif"
TEXT, SMALL = 13, 12
"""Sizes of writing, px."""

C = TypeVar("C", bound=alt.TopLevelMixin)

LOCALES: Mapping[Language, dict[str, Any]] = {
    "id": {
        "number": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["Rp ", ""]},
        "time": {
            "dateTime": "%A, %e %B %Y pukul %H.%M.%S",
            "date": "%d/%m/%Y",
            "time": "%H.%M.%S",
            "periods": ["AM", "PM"],
            "days": ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"],
            "shortDays": ["Min", "Sen", "Sel", "Rab", "Kam", "Jum", "Sab"],
            "months": [
                *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
                *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
            ],
            "shortMonths": [
                *("Jan", "Feb", "Mar", "Apr", "Mei", "Jun"),
                *("Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
            ],
        },
    },
    "en": {
        "number": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["Rp ", ""]},
        "time": {
            "dateTime": "%A %e %B %Y, %H:%M:%S",
            "date": "%d/%m/%Y",
            "time": "%H:%M:%S",
            "periods": ["am", "pm"],
            "days": [
                *("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"),
            ],
            "shortDays": ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
            "months": [
                *("January", "February", "March", "April", "May", "June"),
                *("July", "August", "September", "October", "November", "December"),
            ],
            "shortMonths": [
                *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
                *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
            ],
        },
    },
}

_SCALES: tuple[tuple[str, Words], ...] = (
    ("1e12", Words(en="trillion", id="triliun")),
    ("1e9", Words(en="billion", id="miliar")),
    ("1e6", Words(en="million", id="juta")),
    ("1e3", Words(en="thousand", id="ribu")),
)


def tick_text(language: Language, *, percent: bool = False) -> str:
    """Vega expression that writes a tick of an axis or a legend as `core.words` would.

    Examples
    --------
    >>> tick_text("id", percent=True)
    "format(datum.value, '.0~%')"
    """
    if percent:
        return "format(datum.value, '.0~%')"
    steps = "".join(
        f"abs(datum.value) >= {size} ? format(datum.value / {size}, ',.3~r') + ' {word(language)}' "
        ": "
        for size, word in _SCALES
    )
    return f"{steps}format(datum.value, ',.3~r')"


def decades(least: float, most: float) -> list[float]:
    """Round ticks of a logarithmic axis, at most about six.

    Examples
    --------
    >>> decades(7e3, 2e6)
    [10000.0, 30000.0, 100000.0, 300000.0, 1000000.0]
    >>> decades(0.5, 2e9)
    [1.0, 100.0, 10000.0, 1000000.0, 100000000.0]
    """
    first, last = math.ceil(math.log10(least)), math.floor(math.log10(most))
    if last - first < 3:
        ticks = [step * 10.0**power for power in range(first - 1, last + 1) for step in (1, 3)]
    else:
        stride = math.ceil((last - first + 1) / 6)
        ticks = [10.0**power for power in range(first, last + 1, stride)]
    return [tick for tick in ticks if least <= tick <= most]


def lines(text: str, width: int = 46) -> list[str]:
    """Break a long title into lines that a narrow screen holds."""
    return textwrap.wrap(text, width)


def lowered(words: Words) -> Words:
    """Turn a heading into words within a sentence; acronyms keep their letters.

    Examples
    --------
    >>> lowered(Words(en="Output multiplier", id="IKM pengolah"))
    Words(en='output multiplier', id='IKM pengolah')
    """
    en, id = (
        text if text[1:2].isupper() else text[:1].lower() + text[1:]
        for text in (words.en, words.id)
    )
    return Words(en=en, id=id)


def themed(chart: C, language: Language, theme: Theme = "light") -> C:
    """Give a whole chart the look of this language and background.

    Parameters
    ----------
    chart
        The outermost chart; it must not be put into another one afterwards.
    """
    ink = INKS[theme]
    sized = chart.properties(autosize={"type": "fit-x", "contains": "padding"})
    return sized.configure(
        locale=LOCALES[language],
        font=FONT,
        background="transparent",
        padding=4,
        view={"stroke": None},
        axis=_axis(theme),
        legend=_legend(theme),
        text={"color": ink.text, "fontSize": SMALL},
        title={"color": ink.text, "fontSize": 15, "fontWeight": 600, "anchor": "start"},
        header={"labelColor": ink.text, "titleColor": ink.muted},
        mark={"tooltip": None},
    )


def _axis(theme: Theme) -> dict[str, Any]:
    ink = INKS[theme]
    return {
        "labelColor": ink.text,
        "titleColor": ink.muted,
        "labelFontSize": SMALL,
        "titleFontSize": SMALL,
        "titleFontWeight": 500,
        "labelLimit": 0,
        "titleLimit": 0,
        "gridColor": ink.rule,
        "domainColor": ink.rule,
        "tickColor": ink.rule,
        "labelPadding": 5,
        "titlePadding": 8,
        "labelOverlap": "greedy",
    }


def _legend(theme: Theme) -> dict[str, Any]:
    ink = INKS[theme]
    return {
        "labelColor": ink.text,
        "titleColor": ink.muted,
        "labelFontSize": SMALL,
        "titleFontSize": SMALL,
        "titleFontWeight": 500,
        "labelLimit": 0,
        "titleLimit": 0,
        "orient": "top",
        "direction": "horizontal",
        "symbolSize": 90,
        "columnPadding": 14,
        "offset": 6,
    }
