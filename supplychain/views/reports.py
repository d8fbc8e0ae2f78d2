"""What sources say about one number of one business, side by side."""

from __future__ import annotations

from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.vocabulary import BASES, label
from supplychain.core.words import Language, Words, quantity, unit_words
from supplychain.views.catalogue import Results, view
from supplychain.views.claims import topic
from supplychain.views.figure import Figure, empty
from supplychain.views.palette import BASES as COLOURS
from supplychain.views.palette import INKS, Theme, colour
from supplychain.views.provenance import source_line
from supplychain.views.theme import decades, lines, themed, tick_text

NO_CLAIMS = Words(
    en="No source speaks of this number.", id="Belum ada sumber yang menyebut angka ini."
)
SUMMARY = Words(
    en="{title}: {count} reports, from {low} to {high}. The model uses {used}.",
    id="{title}: {count} laporan, dari {low} sampai {high}. Model memakai {used}.",
)
NONE_USED = Words(en="none of them", id="tidak satu pun")
USED = Words(en="used by the model", id="dipakai model")
HOW = Words(
    en="The filled mark is what the model uses; a line spans the range that a source gives.",
    id="Tanda penuh adalah yang dipakai model; garis memuat rentang yang disebut sumber.",
)
LOGARITHMIC = Words(
    en="Logarithmic axis, because the reports are far apart.",
    id="Sumbu logaritmik, karena laporan berjauhan.",
)
FAR = 20
"""The axis is logarithmic where the largest report is so many times the smallest."""
HOVER = {
    "source": Words(en="Source", id="Sumber"),
    "text": Words(en="Value", id="Nilai"),
    "basis": Words(en="Basis", id="Dasar"),
}
ROW, LIFT, DROP = 46, -11, 9
"""Height of a row, and where its writing and its mark stand off the middle, px."""


@view(
    title=Words(en="Reports side by side", id="Laporan berdampingan"),
    meaning=Words(
        en="What each source says about one number, and which report the model uses.",
        id="Apa kata setiap sumber tentang satu angka, dan laporan mana yang dipakai model.",
    ),
)
def reports(
    network: SupplyNetwork,
    results: Results,
    *,
    language: Language,
    theme: Theme = "light",
    business: str = "",
    field: str = "output",
) -> Figure:
    """Draw every claim about a number on one axis.

    Parameters
    ----------
    business, field
        Whose number, and which.
    """
    spoken = topic(network, business, field, language)
    title = spoken.title(language)
    rows = claimed(network, business, field, language)
    if rows.empty:
        return empty(title, language, theme, why=NO_CLAIMS)
    bent = _far_apart(rows)
    used = rows.loc[rows["used"], "text"]
    ranked = rows.sort_values("value", kind="stable")["text"]
    summary = SUMMARY.fill(
        title=title,
        count=len(rows),
        low=ranked.iloc[0],
        high=ranked.iloc[-1],
        used=used.iloc[0] if len(used) else NONE_USED,
    )
    return Figure(
        themed(_drawn(rows, bent, language, theme), language, theme),
        title,
        summary(language),
        tuple(words(language) for words in ((HOW, LOGARITHMIC) if bent else (HOW,))),
        source_line(network, network.claims.loc[rows.index, "source"], language),
    )


def claimed(network: SupplyNetwork, business: str, field: str, language: Language) -> pd.DataFrame:
    """Claims about a number that give a value, the one that the model uses first.

    Returns
    -------
    pandas.DataFrame
        Indexed like `network.claims`: `source`, `text` (value with unit), `value`, `low`, `high`,
        `code` and `basis`, `unit`, `used`.
    """
    spoken = topic(network, business, field, language).claims
    found = network.claims.loc[[claim.row for claim in spoken]]
    return pd.DataFrame(
        {
            "source": [claim.source for claim in spoken],
            "text": [
                quantity(value, unit, language)
                for value, unit in zip(found["value"], found["unit"].fillna(""), strict=True)
            ],
            "value": found["value"],
            "low": found["low"].fillna(found["value"]),
            "high": found["high"].fillna(found["value"]),
            "code": found["basis"],
            "basis": [label(BASES, code, language) for code in found["basis"]],
            "unit": [unit_words(str(unit))(language) for unit in found["unit"].fillna("")],
            "used": [claim.used for claim in spoken],
        },
        index=found.index,
    ).dropna(subset=["value"])


def _far_apart(rows: pd.DataFrame) -> bool:
    least, most = float(rows["low"].min()), float(rows["high"].max())
    return 0 < least * FAR < most


def _drawn(
    rows: pd.DataFrame, bent: bool, language: Language, theme: Theme
) -> alt.LayerChart | alt.FacetChart:
    told = np.where(rows["used"], rows["text"] + f" ({USED(language)})", rows["text"])
    table = rows.drop(columns="code").assign(place=range(len(rows)), told=told)
    base = alt.Chart(table, width="container", height=ROW * len(rows)).encode(
        y=alt.Y("place:O", axis=None, scale=alt.Scale(paddingInner=0)),
        tooltip=[alt.Tooltip(f"{key}:N", title=words(language)) for key, words in HOVER.items()],
    )
    source = base.mark_text(align="left", dy=LIFT)
    value = base.mark_text(align="right", dy=LIFT, color=INKS[theme].muted)
    return alt.layer(
        *_marks(base, rows, bent, language, theme),
        source.encode(x=alt.value(0), text="source:N"),
        value.encode(x=alt.value("width"), text="told:N"),
    )


def _marks(
    base: alt.Chart, rows: pd.DataFrame, bent: bool, language: Language, theme: Theme
) -> list[alt.Chart]:
    """Range and value of each report; the one in use is filled."""
    ink = INKS[theme]
    axis: dict[str, Any] = {"scale": _scale(rows, bent), "axis": _axis(rows, bent, language)}
    codes = [code for code in BASES if code in set(rows["code"])]
    paints = alt.Scale(
        domain=[label(BASES, code, language) for code in codes],
        range=[colour(COLOURS, code, theme) for code in codes],
    )
    paint = alt.Color("basis:N", scale=paints, legend=alt.Legend(title=None, symbolOpacity=1))
    line = base.mark_rule(yOffset=DROP, color=ink.rule)
    span = base.mark_rule(yOffset=DROP, strokeWidth=4)
    ring = base.mark_point(size=130, yOffset=DROP, opacity=1, strokeWidth=2, fill=ink.background)
    dot = base.mark_point(size=130, yOffset=DROP, opacity=1, filled=True)
    return [
        line.encode(x=alt.value(0), x2=alt.value("width")),
        span.encode(x=alt.X("low:Q", **axis), x2="high:Q", color=paint),
        ring.encode(x=alt.X("value:Q", **axis), color=paint),
        dot.transform_filter("datum.used").encode(x=alt.X("value:Q", **axis), color=paint),
    ]


def _scale(rows: pd.DataFrame, bent: bool) -> alt.Scale:
    least, most = float(rows["low"].min()), float(rows["high"].max())
    if bent:
        return alt.Scale(type="log", domain=[least / 1.5, most * 1.5], nice=False)
    return alt.Scale(domain=[min(least, 0.0), most * 1.05 or 1.0], nice=False)


def _axis(rows: pd.DataFrame, bent: bool, language: Language) -> alt.Axis:
    units = ", ".join(dict.fromkeys(unit for unit in rows["unit"] if unit))
    ticks: dict[str, Any] = {"tickCount": 4}
    if bent:
        ticks = {"values": decades(float(rows["low"].min()), float(rows["high"].max()))}
    return alt.Axis(title=lines(units), labelExpr=tick_text(language), grid=False, **ticks)
