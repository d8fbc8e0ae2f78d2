"""Which numbers move a scenario's gain most, and so which to measure next."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import altair as alt
import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.vocabulary import BASES, label
from supplychain.core.words import Language, Words
from supplychain.simulate.effects import Effects
from supplychain.views import rows
from supplychain.views.claims import field_name
from supplychain.views.figure import Figure, empty
from supplychain.views.moves import HEADINGS, signed
from supplychain.views.palette import INKS, Theme
from supplychain.views.theme import themed
from supplychain.views.trade import names

TITLE = Words(
    en="Measure this first: numbers that move the result most ({measure})",
    id="Ukur ini dulu: angka yang paling menggerakkan hasil ({measure})",
)
FIRST = Words(
    en="Measure first: {name} ({basis} so far). Depending on it, the result is {low} to {high}.",
    id="Ukur dulu: {name} (sejauh ini {basis}). Tergantung angka itu, hasilnya {low} sampai "
    "{high}.",
)
HOW = Words(
    en="Each bar: the gain with that number at the low and the high end of its 90% range, all "
    "others as stated. The line is the gain as stated.",
    id="Tiap batang: hasil bila angka itu berada di ujung bawah dan ujung atas selang 90%, yang "
    "lain tetap. Garis tegak adalah hasil menurut angka sekarang.",
)
STILL = Words(
    en="No number of the data moves this gain noticeably; it follows from the edits alone.",
    id="Tidak ada angka data yang menggerakkan hasil ini secara berarti; hasilnya hanya mengikuti "
    "perubahan yang diusulkan.",
)
TRADE = Words(en="trade {supplier} → {buyer}", id="perdagangan {supplier} → {buyer}")
NUMBER = Words(en="{field}, {name}", id="{field}, {name}")
SOURCE = Words(
    en="Method: Bullard & Sebald (1988), paired draws.",
    id="Metode: Bullard & Sebald (1988), undian berpasangan.",
)
HOVER = {"name": Words(en="Number", id="Angka"), "text": Words(en="Result", id="Hasil")}
LEAST = 1e-3
"""Share of the gain that a number must move to be worth a line."""
BETWEEN = Words(en="{low} to {high}", id="{low} sampai {high}")


def tornado(
    effects: Effects,
    moved: pd.DataFrame,
    *,
    measure: str = "change",
    language: Language,
    theme: Theme = "light",
) -> Figure:
    """Draw how far each number alone moves the total.

    Parameters
    ----------
    effects
        With all numbers as stated.
    moved
        As `simulate.uncertainty.tornado` returns it for the measure.
    measure
        Column of the total, one of `moves.MEASURES`.
    """
    stated = float(effects.total[measure])
    title = TITLE.fill(measure=HEADINGS[measure])(language)
    width = moved["high"] - moved["low"]
    kept = moved[width > LEAST * max(abs(stated), 1e-9)]
    if kept.empty:
        return empty(title, language, theme, why=STILL)
    table = _told(effects.network, kept, measure, language)
    first = table.iloc[0]
    summary = FIRST.fill(**first[["name", "basis"]], low=first["from"], high=first["to"])(language)
    chart = themed(_drawn(table, stated, language, theme), language, theme)
    return Figure(chart, title, summary, (summary, HOW(language)), SOURCE(language))


def _told(
    network: SupplyNetwork, moved: pd.DataFrame, measure: str, language: Language
) -> pd.DataFrame:
    unit = "persons" if measure == "workers" else "Rp"
    ends = {
        name: [signed(value, unit, language) for value in moved[end]]
        for name, end in (("from", "low"), ("to", "high"))
    }
    named = [_named(network, row, language) for row in moved.to_dict("records")]
    between = [
        BETWEEN.fill(low=low, high=high)(language)
        for low, high in zip(ends["from"], ends["to"], strict=True)
    ]
    basis = [_basis(network, row, language) for row in moved.to_dict("records")]
    return moved.assign(
        name=named, text=between, basis=basis, place=range(len(moved)), **ends
    ).drop(columns=["table", "row", "column"])


def _named(network: SupplyNetwork, row: Mapping[Hashable, Any], language: Language) -> str:
    called = names(network)
    if row["table"] == "businesses":
        field = field_name(row["column"])
        return NUMBER.fill(field=field, name=called.get(row["row"], row["row"]))(language)
    pair = network.partnerships.loc[row["row"]]
    ends = {side: called.get(pair[side], pair[side]) for side in ("supplier", "buyer")}
    return TRADE.fill(**ends)(language)


def _basis(network: SupplyNetwork, row: Mapping[Hashable, Any], language: Language) -> str:
    known = network.value_basis
    if row["table"] == "businesses":
        known = network.basis_of(row["column"])
    return label(BASES, known.get(row["row"], "assumed"), language)


def _drawn(table: pd.DataFrame, stated: float, language: Language, theme: Theme) -> Any:
    ink = INKS[theme]
    base = rows.based(table, {field: words(language) for field, words in HOVER.items()})
    scale = alt.Scale(zero=False, nice=True)
    bars = base.mark_bar(height=rows.HEIGHT, yOffset=rows.DROP, color=ink.accent)
    line = alt.Chart(pd.DataFrame({"stated": [stated]})).mark_rule(color=ink.text, strokeWidth=1.5)
    return alt.layer(
        bars.encode(x=alt.X("low:Q", axis=rows.axis([], language), scale=scale), x2="high:Q"),
        line.encode(x=alt.X("stated:Q", scale=scale)),
        *rows.words(base, theme),
    )
