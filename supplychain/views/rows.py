"""Lists of amounts as bars: a name and a value above each bar, so that a phone holds them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from supplychain.core.words import Language
from supplychain.views.palette import INKS, Theme
from supplychain.views.theme import tick_text

ROW, LIFT, DROP = 44, -10, 9
"""Height of a row, and where its writing and its bar stand off the middle, px."""
HEIGHT = 13
"""Height of a bar, px."""
ROOM = "width - 26 - 7 * length(datum.text)"
"""Vega expression: what the value leaves to the name."""


def based(table: pd.DataFrame, tooltip: dict[str, str]) -> alt.Chart:
    """Lay out one row for each row of a table with `place`.

    Parameters
    ----------
    tooltip
        Column → heading.
    """
    return alt.Chart(table, width="container", height=ROW * len(table)).encode(
        y=alt.Y("place:O", axis=None, scale=alt.Scale(paddingInner=0)),
        tooltip=[alt.Tooltip(f"{field}:N", title=title) for field, title in tooltip.items()],
    )


def words(base: alt.Chart, theme: Theme) -> list[alt.Chart]:
    """Write `name` at the left and `text` at the right of every row."""
    ink = INKS[theme]
    halo: dict[str, Any] = {"stroke": ink.background, "strokeWidth": 4, "color": ink.background}
    marks = []
    for behind in (halo, {}):
        name = base.mark_text(align="left", dy=LIFT, limit=alt.ExprRef(ROOM), **behind)
        value = base.mark_text(align="right", dy=LIFT, **({"color": ink.muted} | behind))
        marks += [
            name.encode(x=alt.value(6), text="name:N"),
            value.encode(x=alt.value("width"), text="text:N"),
        ]
    return marks


def axis(title: Sequence[str], language: Language, **more: Any) -> alt.Axis:
    """Amounts along the bottom."""
    return alt.Axis(
        title=list(title), labelExpr=tick_text(language), tickCount=4, grid=False, **more
    )


def zero(theme: Theme) -> alt.Chart:
    """Upright line at nothing."""
    line = alt.Chart(pd.DataFrame({"nothing": [0.0]})).mark_rule(
        color=INKS[theme].muted, strokeWidth=1.2
    )
    return line.encode(x=alt.XDatum(0.0))
