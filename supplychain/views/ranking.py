"""The businesses with the largest values of a metric, with how sure each value is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import altair as alt
import numpy as np
import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Range
from supplychain.core.words import NOTHING, Language, Words, number, percent
from supplychain.views import kinds
from supplychain.views.catalogue import Results, view
from supplychain.views.counted import counted
from supplychain.views.figure import Figure, empty
from supplychain.views.palette import INKS, Theme
from supplychain.views.provenance import source_line
from supplychain.views.scores import ARROW, Scores, formula_line, is_share
from supplychain.views.theme import lines, themed, tick_text

Top = Annotated[int, Words(en="Shown", id="Ditampilkan"), Range(5, 50, 5)]

SUMMARY = Words(
    en="{title}: the {shown} largest of {count}. First: {first}, {value}.",
    id="{title}: {shown} terbesar dari {count}. Pertama: {first}, {value}.",
)
WHISKERS = Words(
    en="Whiskers hold 90% of the values that the data allow.",
    id="Garis tipis memuat 90% nilai yang mungkin menurut data.",
)
PALE = Words(
    en="The pale part of a bar rests on assumptions.",
    id="Bagian batang yang pucat bertumpu pada asumsi.",
)
LINK = Words(en="Partnership", id="Kemitraan")
INTERVAL = Words(en="90% interval", id="Selang 90%")
ASSUMED = Words(en="Rests on assumptions", id="Bertumpu pada asumsi")
TOLD = "(width > 560 ? datum.told : datum.text)"
"""Vega expression: a value with its interval, or without where there is little room."""
ROW, LIFT, DROP, LINE = 42, -10, 8, 15
"""Height of a row, where its writing and its bar stand off the middle, height of a line; px."""


def ranked(
    network: SupplyNetwork,
    scores: Scores,
    *,
    language: Language,
    interval: pd.DataFrame | None = None,
    top: int | None = None,
) -> pd.DataFrame:
    """Values of a metric, the largest first, with the words for each.

    Parameters
    ----------
    interval
        `low`, `high` and `assumed_share` by the index of the values.
    top
        How many; all if left out.

    Returns
    -------
    pandas.DataFrame
        Indexed like the values: `rank`, `name`, `code` and `kind` (of the business or the
        supplier), `value`, `low`, `high`, `assumed` (share of the value), `text`, `range` and
        `share` (the same in words). Businesses without a value are left out.
    """
    values = scores.numbers.dropna().sort_values(ascending=False, kind="stable")
    values = values if top is None else values.head(top)
    known = pd.DataFrame() if interval is None else interval
    extra = known.reindex(index=values.index, columns=["low", "high", "assumed_share"])
    table = pd.DataFrame(
        {
            "rank": np.arange(1, len(values) + 1),
            "name": scores.labels(network).reindex(values.index),
            "code": scores.kinds(network).reindex(values.index),
            "value": values,
            **extra.astype(float).rename(columns={"assumed_share": "assumed"}),
        }
    )
    return table.assign(
        kind=kinds.said(table["code"], language),
        text=[scores.text(value, language) for value in table["value"]],
        range=_ranges(table, scores, language),
        share=[percent(share, language) for share in table["assumed"]],
    )


def _ranges(table: pd.DataFrame, scores: Scores, language: Language) -> list[str]:
    ends = zip(table["low"], table["high"], strict=True)
    return [
        NOTHING
        if np.isnan(low)
        else f"{scores.text(low, language)} – {scores.text(high, language)}"
        for low, high in ends
    ]


@view(
    title=Words(en="Ranking", id="Peringkat"),
    meaning=Words(
        en="Which businesses or partnerships have the largest values, and how sure that is.",
        id="Usaha atau kemitraan mana yang nilainya terbesar, dan seberapa pasti.",
    ),
)
def ranking(  # noqa: PLR0913
    network: SupplyNetwork,
    results: Results,
    *,
    language: Language,
    theme: Theme = "light",
    metric: str | None = None,
    given: Mapping[str, Any] | None = None,
    interval: pd.DataFrame | None = None,
    top: Top = 20,
) -> Figure:
    """Draw the largest values of a metric as bars with whiskers.

    Parameters
    ----------
    metric
        Id in `results`; its first one if left out.
    given
        Parameters the metric was computed with.
    interval
        `low`, `high` and `assumed_share`, as `metrics.uncertainty.interval` returns them.
    top
        How many are shown.
    """
    scores = Scores.of(results, metric, given)
    if scores.metric.codes:
        return counted(network, scores, language, theme)
    title = scores.title(language)
    rows = ranked(network, scores, language=language, interval=interval, top=top)
    if rows.empty:
        return empty(title, language, theme)
    first = rows.iloc[0]
    summary = SUMMARY.fill(
        title=title,
        shown=len(rows),
        count=number(int(scores.numbers.notna().sum()), language),
        first=first["name"],
        value=first["text"],
    )
    notes = [WHISKERS] * bool(rows["low"].notna().any()) + [PALE] * bool(
        rows["assumed"].gt(0).any()
    )
    return Figure(
        themed(_drawn(rows, scores, language, theme), language, theme),
        title,
        summary(language),
        tuple(note(language) for note in notes),
        _source(network, rows, scores, language),
    )


def _source(network: SupplyNetwork, rows: pd.DataFrame, scores: Scores, language: Language) -> str:
    table = network.partnerships if scores.metric.level == "partnership" else network.businesses
    data = source_line(network, table["source"].reindex(rows.index), language)
    return f"{data} {formula_line(language, scores)}"


def _drawn(
    rows: pd.DataFrame, scores: Scores, language: Language, theme: Theme
) -> alt.LayerChart | alt.FacetChart:
    extra = LINE if scores.metric.level == "partnership" else 0
    lift, drop = LIFT - extra / 2, DROP + extra / 2
    table = _told(rows)
    base = alt.Chart(table, width="container", height=(ROW + extra) * len(table) + 4).encode(
        y=alt.Y("rank:O", axis=None, scale=alt.Scale(paddingInner=0)),
        tooltip=_hover(scores, rows, language),
    )
    return alt.layer(
        *_bars(base, rows, scores, drop, language, theme),
        *_words(base, rows, lift, language, theme),
    )


def _bars(
    base: alt.Chart,
    rows: pd.DataFrame,
    scores: Scores,
    drop: float,
    language: Language,
    theme: Theme,
) -> list[alt.Chart]:
    """Bars, their sure parts, and whiskers."""
    ink, axis = INKS[theme], _axis(scores, language)
    tint = kinds.colours(rows["code"], language, theme)
    bars = base.mark_bar(height=11, yOffset=drop, cornerRadiusEnd=2)
    whiskers = base.mark_rule(yOffset=drop, strokeWidth=1.5, color=ink.text)
    ends = base.mark_tick(yOffset=drop, height=9, thickness=1.5, color=ink.text, orient="vertical")
    solid = [
        bars.encode(x=alt.X("value:Q", axis=axis), color=tint, opacity=alt.value(0.4)),
        bars.encode(x=alt.X("sure:Q", axis=axis), color=tint),
    ]
    if rows["low"].isna().all():
        return solid
    return [
        *solid,
        whiskers.encode(x=alt.X("low:Q", axis=axis), x2="high:Q"),
        ends.encode(x=alt.X("low:Q", axis=axis)),
        ends.encode(x=alt.X("high:Q", axis=axis)),
    ]


def _words(
    base: alt.Chart, rows: pd.DataFrame, lift: float, language: Language, theme: Theme
) -> list[alt.Chart]:
    """Mark of the kind, name, and value at the right."""
    marker = base.mark_point(filled=True, size=75, yOffset=lift, opacity=1)
    room = alt.ExprRef(f"width - 30 - 7 * length({TOLD})")
    name = base.mark_text(align="left", dy=lift, limit=room, lineBreak="\n", lineHeight=LINE)
    value = base.mark_text(align="right", dy=lift, color=INKS[theme].muted, text=alt.ExprRef(TOLD))
    return [
        marker.encode(
            x=alt.value(6),
            color=kinds.colours(rows["code"], language, theme),
            shape=kinds.shapes(rows["code"], language),
        ),
        name.encode(x=alt.value(16), text="lines:N"),
        value.encode(x=alt.value("width")),
    ]


def _told(rows: pd.DataFrame) -> pd.DataFrame:
    """Add the sure part of each bar, the value with its interval, and the name in its lines."""
    certain = rows["range"] == NOTHING
    return rows.drop(columns="code").assign(
        sure=rows["value"] * (1 - rows["assumed"].fillna(0.0)),
        told=rows["text"].where(certain, rows["text"] + "  (" + rows["range"] + ")"),
        lines=rows["name"].str.replace(ARROW, f"\n{ARROW.strip()} ", regex=False),
    )


def _axis(scores: Scores, language: Language) -> alt.Axis:
    text = tick_text(language, percent=is_share(scores.unit))
    return alt.Axis(title=lines(scores.title(language)), labelExpr=text, tickCount=4, grid=False)


def _hover(scores: Scores, rows: pd.DataFrame, language: Language) -> list[alt.Tooltip]:
    first = LINK if scores.metric.level == "partnership" else kinds.BUSINESS
    titles = {"name": first(language), "kind": kinds.KIND(language), "text": scores.title(language)}
    if rows["low"].notna().any():
        titles["range"] = INTERVAL(language)
    if rows["assumed"].notna().any():
        titles["share"] = ASSUMED(language)
    return [alt.Tooltip(f"{field}:N", title=title) for field, title in titles.items()]
