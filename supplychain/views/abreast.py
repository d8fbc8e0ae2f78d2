"""Scenarios side by side: totals in a table, differences by business on one scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

from supplychain.core.words import NOTHING, Language, Words, number
from supplychain.simulate.effects import Effects
from supplychain.simulate.limits import limits
from supplychain.views import rows
from supplychain.views.figure import Figure, empty
from supplychain.views.moves import MOVED, NOBODY, SOURCE, signed
from supplychain.views.palette import INKS, SERIES, Theme
from supplychain.views.shifts import STILL
from supplychain.views.theme import themed
from supplychain.views.trade import names

MOST = 3
"""Scenarios compared at once."""
TITLES = {
    "change": Words(
        en="Change of output by business, on one scale (Rp/year)",
        id="Perubahan nilai produksi per usaha, pada satu skala (Rp/tahun)",
    ),
    "value_added": Words(
        en="Change of value added by business, on one scale (Rp/year)",
        id="Perubahan nilai tambah per usaha, pada satu skala (Rp/tahun)",
    ),
    "workers": Words(
        en="Change of jobs by business, on one scale (persons)",
        id="Perubahan tenaga kerja per usaha, pada satu skala (orang)",
    ),
}
SUMMARY = Words(
    en="{scenarios}: the {shown} businesses that change most, of {count}.",
    id="{scenarios}: {shown} usaha yang paling berubah, dari {count}.",
)
FIGURE = Words(en="In the whole network", id="Dalam seluruh jaringan")
BUSINESS = Words(en="Business", id="Usaha")
SCENARIO = Words(en="Scenario", id="Skenario")
CHANGE = Words(en="Change", id="Perubahan")
APART = Words(en="Largest difference", id="Selisih terbesar")
TOTALS: Mapping[str, tuple[Words, str]] = {
    "change": (Words(en="Output (Rp/year)", id="Nilai produksi (Rp/tahun)"), "Rp"),
    "value_added": (Words(en="Value added (Rp/year)", id="Nilai tambah (Rp/tahun)"), "Rp"),
    "workers": (Words(en="Jobs (persons)", id="Tenaga kerja (orang)"), "persons"),
    "withheld": (
        Words(en="Withheld by limits (Rp/year)", id="Tertahan oleh batas (Rp/tahun)"),
        "Rp",
    ),
    "induced": (
        Words(
            en="Apart: household spending (Rp/year)", id="Terpisah: belanja rumah tangga (Rp/tahun)"
        ),
        "Rp",
    ),
}
GAINING = Words(en="Businesses that gain", id="Usaha yang untung")
LOSING = Words(en="Businesses that lose", id="Usaha yang rugi")
LIMIT = Words(en="What limits it", id="Yang membatasi")
TOP = 10
BAR = 11
"""Height of a bar, px."""


def labelled(names: Sequence[str]) -> list[str]:
    """Give scenarios of one name numbers, so that each can be told from the others.

    Examples
    --------
    >>> labelled(["A", "B", "A"])
    ['A', 'B', 'A (2)']
    """
    found: list[str] = []
    for name in names:
        count = sum(other == name or other.startswith(f"{name} (") for other in found)
        found.append(f"{name} ({count + 1})" if name in found else name)
    return found


def totals(compared: Mapping[str, Effects], *, language: Language) -> pd.DataFrame:
    """Return the totals of each scenario in words, one column a scenario."""
    table: dict[str, list[str]] = {FIGURE(language): _heads(language)}
    for name, found in compared.items():
        change = found.by_business["change"]
        column = [
            signed(float(found.total[key]), unit, language) for key, (_, unit) in TOTALS.items()
        ]
        column += [number(int((side > MOVED).sum()), language) for side in (change, -change)]
        short = [found.setting.product_name(limit.product)(language) for limit in limits(found)]
        table[name] = [*column, ", ".join(short) or NOTHING]
    return pd.DataFrame(table)


def _heads(language: Language) -> list[str]:
    heads = [words for words, _ in TOTALS.values()]
    return [words(language) for words in (*heads, GAINING, LOSING, LIMIT)]


def differences(
    compared: Mapping[str, Effects], *, language: Language, measure: str = "change"
) -> pd.DataFrame:
    """Return the change by business, one column a scenario, the furthest apart first.

    Parameters
    ----------
    measure
        Column of the effects: `change` of output, `value_added` or `workers`.
    """
    found, unit = _changes(compared, measure), TOTALS[measure][1]
    apart = found.max(axis=1) - found.min(axis=1)
    order = apart.sort_values(ascending=False, kind="stable").index
    ordered = found.loc[order]
    said = {str(name): [signed(value, unit, language) for value in ordered[name]] for name in found}
    gap = [signed(value, unit, language) for value in apart.loc[order]]
    called = _called(compared)
    return pd.DataFrame(
        {BUSINESS(language): [called[key] for key in order], **said, APART(language): gap}
    )


def bars(
    compared: Mapping[str, Effects],
    *,
    language: Language,
    theme: Theme = "light",
    measure: str = "change",
) -> Figure:
    """Draw the changes by business of all scenarios on one axis; `measure` as in `differences`."""
    found = _changes(compared, measure)
    title = TITLES[measure](language)
    if found.empty:
        return empty(title, language, theme, why=NOBODY)
    most = found.abs().max(axis=1).sort_values(ascending=False, kind="stable").index[:TOP]
    summary = SUMMARY.fill(
        scenarios=", ".join(compared), shown=len(most), count=number(len(found), language)
    )(language)
    shown = found.loc[most]
    told = _molten(shown, _called(compared), TOTALS[measure][1], language)
    chart = themed(_drawn(told, [str(name) for name in shown], language, theme), language, theme)
    return Figure(chart, title, summary, (summary,), SOURCE(language))


def _changes(compared: Mapping[str, Effects], measure: str) -> pd.DataFrame:
    """Change by business; one column a scenario, rows that move in none left out."""
    table = pd.DataFrame(
        {name: found.by_business[measure] for name, found in compared.items()}
    ).fillna(0.0)
    return table[table.abs().max(axis=1) > STILL[measure]]


def _called(compared: Mapping[str, Effects]) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in compared.values():
        found |= {str(key): str(name) for key, name in names(each.setting).items()}
    return found


def _drawn(table: pd.DataFrame, scenarios: list[str], language: Language, theme: Theme) -> Any:
    room = 30 + (BAR + 3) * len(scenarios)
    hover = {"name": BUSINESS, "scenario": SCENARIO, "text": CHANGE}
    base = alt.Chart(table, width="container", height=room * table["place"].nunique()).encode(
        y=alt.Y("place:O", axis=None, scale=alt.Scale(paddingInner=0)),
        tooltip=[alt.Tooltip(f"{key}:N", title=head(language)) for key, head in hover.items()],
    )
    scale = alt.Scale(domain=scenarios, range=list(colours(theme))[: len(scenarios)])
    paint = alt.Color("scenario:N", scale=scale, legend=alt.Legend(title=None, columns=1))
    layers = [
        base.transform_filter(f"datum.turn == {turn}")
        .mark_bar(height=BAR, yOffset=_offset(turn, room))
        .encode(x=alt.X("change:Q", axis=rows.axis([], language)), color=paint)
        for turn in range(len(scenarios))
    ]
    name = base.transform_filter("datum.turn == 0").mark_text(
        align="left", dy=-room / 2 + 12, color=INKS[theme].text
    )
    return alt.layer(*layers, rows.zero(theme), name.encode(x=alt.value(6), text="name:N"))


def _molten(
    shown: pd.DataFrame, called: Mapping[str, str], unit: str, language: Language
) -> pd.DataFrame:
    """One row a business and scenario, with the place of each."""
    scenarios = [str(name) for name in shown]
    table = shown.assign(
        name=[called[str(key)] for key in shown.index], place=range(len(shown))
    ).melt(["name", "place"], var_name="scenario", value_name="change")
    return table.assign(
        text=[signed(value, unit, language) for value in table["change"]],
        turn=[scenarios.index(name) for name in table["scenario"]],
    )


def _offset(turn: int, room: int) -> float:
    return -room / 2 + 28 + turn * (BAR + 3)


def colours(theme: Theme) -> tuple[str, ...]:
    """Colour of each scenario by its place, the same in all pictures."""
    series = SERIES[theme]
    return series[2], series[1], series[3]
