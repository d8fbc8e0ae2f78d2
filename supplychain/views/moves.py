"""Who wins and who loses in a scenario, by business and by kabupaten or kota."""

from __future__ import annotations

from typing import Any, Literal

import altair as alt
import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.places import district_name
from supplychain.core.vocabulary import KINDS, label
from supplychain.core.words import NOTHING, Language, Words, compact, number, rupiah
from supplychain.simulate.effects import Effects
from supplychain.views import rows
from supplychain.views.figure import Figure, empty
from supplychain.views.palette import INKS, Theme
from supplychain.views.theme import themed
from supplychain.views.trade import NOT_STATED, names

By = Literal["business", "district"]
BY: dict[By, Words] = {
    "business": Words(en="By business", id="Per usaha"),
    "district": Words(en="By kabupaten or kota", id="Per kabupaten/kota"),
}
MEASURES = ("change", "value_added", "workers")
MOVED = 1.0
"""Rp a year below which a change is what rounding leaves."""
TITLE = Words(
    en="Who gains and who loses: change of output (Rp/year)",
    id="Siapa untung, siapa rugi: perubahan nilai produksi (Rp/tahun)",
)
SUMMARY = Words(
    en="{gaining} gain, {losing} lose. Most: {first}, {value}.",
    id="{gaining} untung, {losing} rugi. Terbesar: {first}, {value}.",
)
NO_LOSER = Words(
    en="Nobody in the data loses. Sellers outside the network, whose goods are replaced, do not "
    "show here.",
    id="Tidak ada yang rugi dalam data. Penjual di luar jaringan yang barangnya tergantikan tidak "
    "tampak di sini.",
)
SHOWN = Words(
    en="The {shown} largest of {count} on either side; the table holds all.",
    id="{shown} terbesar dari {count} di tiap sisi; tabel memuat semuanya.",
)
NOBODY = Words(en="Nobody's output changes.", id="Nilai produksi tidak ada yang berubah.")
SOURCE = Words(en="Formula: Miller & Blair (2009).", id="Rumus: Miller & Blair (2009).")
HEADINGS: dict[str, Words] = {
    "name": Words(en="Business", id="Usaha"),
    "kind": Words(en="Kind of business", id="Jenis usaha"),
    "district": Words(en="Kabupaten or kota", id="Kabupaten/kota"),
    "change": Words(en="Output (Rp/year)", id="Nilai produksi (Rp/tahun)"),
    "value_added": Words(en="Value added (Rp/year)", id="Nilai tambah (Rp/tahun)"),
    "workers": Words(en="Jobs (persons)", id="Tenaga kerja (orang)"),
    "share": Words(en="Change", id="Perubahan"),
}
TOP = 7


def signed(value: float, unit: str, language: Language) -> str:
    """Write a change with its sign, in rupiah or in persons.

    Examples
    --------
    >>> signed(2.5e6, "Rp", "id"), signed(-0.4, "persons", "en"), signed(0.0, "Rp", "en")
    ('+Rp 2,5 juta', '−0.4', 'Rp 0')
    """
    if abs(value) < (0.5 if unit == "Rp" else 0.05):
        return rupiah(0.0, language) if unit == "Rp" else "0"
    size = abs(value)
    if unit == "Rp":
        text = rupiah(size, language)
    elif size < 10:
        text = number(size, language, digits=1)
    else:
        text = compact(round(size), language)
    return f"{'+' if value > 0 else '−'}{text}"


def changes(effects: Effects, by: By, language: Language) -> pd.DataFrame:
    """List all whose output, value added or jobs change, the largest gain first.

    Returns
    -------
    pandas.DataFrame
        `name`, `kind`, `district` (in words), `before`, `change`, `value_added` (Rp/year),
        `workers` (persons). A kabupaten has no kind.
    """
    network = effects.setting
    found = effects.by_business[["before", *MEASURES]].copy()
    if by == "district":
        code = network.businesses["district"].reindex(found.index)
        found = found.groupby(code.map(district_name).fillna(NOT_STATED(language))).sum()
        found = found.assign(name=found.index, kind=NOTHING, district=NOTHING)
    else:
        found = found.assign(**_described(network, language))
    moved = found["change"].abs() > MOVED
    return found[moved].sort_values("change", ascending=False, kind="stable")


def table(effects: Effects, *, by: By, language: Language) -> pd.DataFrame:
    """Return winners and losers in words, the largest gain first and the largest loss last."""
    found = changes(effects, by, language)
    said = found.assign(
        change=[signed(value, "Rp", language) for value in found["change"]],
        value_added=[signed(value, "Rp", language) for value in found["value_added"]],
        workers=[signed(value, "persons", language) for value in found["workers"]],
    )
    columns = ["name", *MEASURES] if by == "district" else ["name", "kind", "district", *MEASURES]
    heads = {name: HEADINGS[name](language) for name in columns}
    if by == "district":
        heads["name"] = HEADINGS["district"](language)
    return said[columns].rename(columns=heads)


def winners_and_losers(
    effects: Effects, *, by: By = "business", language: Language, theme: Theme = "light"
) -> Figure:
    """Draw the largest gains and the largest losses, side by side on one axis."""
    found = changes(effects, by, language)
    title = TITLE(language)
    if found.empty:
        return empty(title, language, theme, why=NOBODY)
    gaining, losing = found[found["change"] > 0], found[found["change"] < 0]
    shown = pd.concat([gaining.head(TOP), losing.tail(TOP)])
    most = found.iloc[int(found["change"].abs().argmax())]
    summary = SUMMARY.fill(
        gaining=number(len(gaining), language),
        losing=number(len(losing), language),
        first=most["name"],
        value=signed(float(most["change"]), "Rp", language),
    )
    notes = [summary(language)]
    if losing.empty:
        notes.append(NO_LOSER(language))
    if len(shown) < len(found):
        notes.append(SHOWN.fill(shown=TOP, count=number(len(found), language))(language))
    chart = themed(_drawn(shown, language, theme), language, theme)
    return Figure(chart, title, summary(language), tuple(notes), SOURCE(language))


def _described(network: SupplyNetwork, language: Language) -> dict[str, Any]:
    businesses = network.businesses
    return {
        "name": names(network),
        "kind": [label(KINDS, kind, language) for kind in businesses["kind"]],
        "district": businesses["district"].map(district_name).fillna(NOT_STATED(language)),
    }


def _drawn(shown: pd.DataFrame, language: Language, theme: Theme) -> Any:
    listed = shown.assign(
        place=range(len(shown)),
        text=[signed(value, "Rp", language) for value in shown["change"]],
        side=["gain" if value > 0 else "loss" for value in shown["change"]],
    )
    base = rows.based(
        listed, {"name": HEADINGS["name"](language), "text": HEADINGS["change"](language)}
    )
    paint = alt.Color(
        "side:N", legend=None, scale=alt.Scale(domain=["gain", "loss"], range=sides(theme))
    )
    bars = base.mark_bar(height=rows.HEIGHT, yOffset=rows.DROP).encode(
        x=alt.X("change:Q", axis=rows.axis([], language)), color=paint
    )
    return alt.layer(bars, rows.zero(theme), *rows.words(base, theme))


def sides(theme: Theme) -> list[str]:
    """Colours of gain and of loss; the side of the line tells them apart too."""
    return [INKS[theme].accent, "#c0362c" if theme == "light" else "#ff8a7a"]
