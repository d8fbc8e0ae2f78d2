"""How many businesses of each kind a metric puts in each of its groups."""

from __future__ import annotations

import altair as alt
import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words, number
from supplychain.views import kinds
from supplychain.views.figure import Figure, empty
from supplychain.views.palette import INKS, Theme
from supplychain.views.scores import Scores, formula_line
from supplychain.views.theme import themed, tick_text

TITLE = Words(en="{metric}: businesses in each group", id="{metric}: banyaknya usaha tiap kelompok")
SUMMARY = Words(
    en="{groups} groups; the largest is {first} with {count} businesses.",
    id="{groups} kelompok; yang terbesar {first} dengan {count} usaha.",
)
COUNT = Words(en="Businesses", id="Usaha")
GROUP = Words(en="Group", id="Kelompok")
ROW, LIFT, DROP = 42, -10, 8
"""Height of a row, and where its writing and its bar stand off the middle, px."""


def counted(
    network: SupplyNetwork, scores: Scores, language: Language, theme: Theme = "light"
) -> Figure:
    """Draw how many businesses a metric of codes puts in each group, by kind.

    Parameters
    ----------
    scores
        Of a metric whose values are codes.
    """
    title = TITLE.fill(metric=scores.metric.title)(language)
    table = pd.DataFrame(
        {
            "group": [_named(scores, code, language) for code in scores.numbers],
            "code": scores.kinds(network),
        }
    ).dropna()
    if table.empty:
        return empty(title, language, theme)
    sizes = table["group"].value_counts()
    summary = SUMMARY.fill(
        groups=len(sizes), first=sizes.index[0], count=number(int(sizes.iloc[0]), language)
    )
    return Figure(
        themed(_drawn(table, sizes, language, theme), language, theme),
        title,
        summary(language),
        (summary(language),),
        formula_line(language, scores),
    )


def _named(scores: Scores, code: object, language: Language) -> str:
    words = scores.metric.codes.get(str(code))
    return str(code) if words is None else words(language)


def _drawn(
    table: pd.DataFrame, sizes: pd.Series, language: Language, theme: Theme
) -> alt.LayerChart | alt.FacetChart:
    heads = pd.DataFrame(
        {
            "place": range(len(sizes)),
            "group": list(sizes.index),
            "text": [number(count, language) for count in sizes],
        }
    )
    y = alt.Y("place:O", axis=None, scale=alt.Scale(paddingInner=0))
    words = alt.Chart(heads).encode(y=y)
    name = words.mark_text(align="left", dy=LIFT).encode(x=alt.value(0), text="group:N")
    total = words.mark_text(align="right", dy=LIFT, color=INKS[theme].muted)
    bars = _bars(_parts(table, sizes, language), language, theme).encode(y=y)
    return alt.layer(
        bars,
        name,
        total.encode(x=alt.value("width"), text="text:N"),
        width="container",
        height=ROW * len(sizes) + 4,
    )


def _parts(table: pd.DataFrame, sizes: pd.Series, language: Language) -> pd.DataFrame:
    """One row a part of a bar: a kind of business within a group."""
    parts = table.groupby(["group", "code"], as_index=False).size()
    order = {kind: at for at, kind in enumerate(kinds.present(parts["code"]))}
    parts = parts.assign(
        place=parts["group"].map({group: at for at, group in enumerate(sizes.index)}),
        order=parts["code"].map(order),
        kind=kinds.said(parts["code"], language),
        text=[number(count, language) for count in parts["size"]],
    ).sort_values(["place", "order"])
    ends = parts.groupby("group")["size"].cumsum()
    return parts.assign(start=ends - parts["size"], end=ends)


def _bars(parts: pd.DataFrame, language: Language, theme: Theme) -> alt.Chart:
    axis = alt.Axis(title=COUNT(language), labelExpr=tick_text(language), tickCount=4, grid=False)
    hover = {"group": GROUP, "kind": kinds.KIND, "text": COUNT}
    return (
        alt.Chart(parts.drop(columns="code"))
        .mark_bar(height=11, yOffset=DROP)
        .encode(
            x=alt.X("start:Q", axis=axis),
            x2="end:Q",
            color=kinds.colours(parts["code"], language, theme),
            tooltip=[alt.Tooltip(f"{key}:N", title=said(language)) for key, said in hover.items()],
        )
    )
