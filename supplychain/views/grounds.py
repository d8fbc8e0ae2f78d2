"""How much of each kind of number is reported, estimated and assumed."""

from __future__ import annotations

import altair as alt
import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.vocabulary import BASES, label
from supplychain.core.words import Language, Words, quantity
from supplychain.views.catalogue import Results, view
from supplychain.views.figure import Figure, empty
from supplychain.views.palette import BASES as COLOURS
from supplychain.views.palette import INKS, Theme, colour, writing_on
from supplychain.views.provenance import share_text, shares, source_line
from supplychain.views.theme import themed, tick_text

NUMBERS = {
    "output": Words(en="Output", id="Nilai produksi"),
    "value_added": Words(en="Value added", id="Nilai tambah"),
    "wages": Words(en="Wages", id="Upah"),
    "workers": Words(en="Workers", id="Tenaga kerja"),
    "members": Words(en="Members of the sentra", id="Anggota sentra"),
    "funds": Words(en="Public funds (DAK)", id="Dana publik (DAK)"),
}
UNITS = {"workers": "persons", "members": "units", "funds": "Rp"}
"""Units of the totals; all others are Rp/year."""
TRADE = Words(en="Value of partnerships", id="Nilai kemitraan")
TITLE = Words(en="Where the numbers stand, by value", id="Dasar angka menurut nilai")
SUMMARY = Words(en="{field}: {parts}.", id="{field}: {parts}.")
HOW = Words(
    en="Each bar is the whole of one kind of number, divided by where its parts stand.",
    id="Setiap batang adalah keseluruhan satu jenis angka, dibagi menurut dasar bagiannya.",
)
HOVER = {
    "field": Words(en="Number", id="Angka"),
    "basis": Words(en="Basis", id="Dasar"),
    "share": Words(en="Share", id="Bagian"),
    "total": Words(en="In all", id="Seluruhnya"),
}
ROW, LIFT, DROP = 46, -11, 8
"""Height of a row, and where its writing and its bar stand off the middle, px."""


def grounds(network: SupplyNetwork, *, businesses: pd.Index | None = None) -> pd.DataFrame:
    """Share of each kind of number that is reported, estimated and assumed, weighted by value.

    Parameters
    ----------
    businesses
        Ids of those that count; all of them if left out. Partnerships count by their supplier.

    Returns
    -------
    pandas.DataFrame
        By `output`, `value_added`, `wages`, `workers`, `members`, `funds` and `trade`, as far as
        the network has such numbers: `total` (Rp/year, persons, units, Rp), `reported`,
        `estimated`, `assumed` (shares that add up to 1).
    """
    ids = network.businesses.index if businesses is None else businesses
    chosen = network.businesses.loc[ids]
    trade = network.trade[network.trade["supplier"].isin(ids)]
    parts = {name: (network.basis_of(name).loc[ids], chosen[name]) for name in NUMBERS}
    parts["trade"] = (network.value_basis.loc[trade.index], trade["value"])
    rows = {
        name: {"total": float(values.sum()), **shares(basis[known], values[known]).to_dict()}
        for name, (basis, values) in parts.items()
        if (known := values.notna()).any() and values.abs().sum() > 0
    }
    return pd.DataFrame.from_dict(rows, orient="index", columns=["total", *BASES])


@view(
    title=Words(en="Where the numbers stand", id="Dasar angka"),
    meaning=Words(
        en="How much of output, jobs, funds and trade is reported, estimated or assumed.",
        id="Berapa bagian produksi, tenaga kerja, dana, dan perdagangan yang dilaporkan, "
        "diperkirakan, atau diasumsikan.",
    ),
)
def provenance(
    network: SupplyNetwork,
    results: Results,
    *,
    language: Language,
    theme: Theme = "light",
    businesses: pd.Index | None = None,
) -> Figure:
    """Draw how much of each kind of number is reported, estimated and assumed.

    Parameters
    ----------
    businesses
        Ids of those that count; all of them if left out.
    """
    found = grounds(network, businesses=businesses)
    title = TITLE(language)
    if found.empty:
        return empty(title, language, theme)
    pieces = _pieces(found, language, theme)
    said = " ".join(
        SUMMARY.fill(field=field, parts=", ".join(rows["share"] + " " + rows["basis"]))(language)
        for field, rows in pieces.groupby("field", sort=False)
    )
    source = source_line(network, network.businesses["source"], language)
    return Figure(
        themed(_drawn(pieces, language, theme), language, theme),
        title,
        said,
        (HOW(language),),
        source,
    )


def _pieces(found: pd.DataFrame, language: Language, theme: Theme) -> pd.DataFrame:
    """One row a part of a bar: where it starts and ends, its words and colours."""
    rows = []
    for place, (name, row) in enumerate(found.iterrows()):
        field = (TRADE if name == "trade" else NUMBERS[str(name)])(language)
        total = quantity(row["total"], UNITS.get(str(name), "Rp/year"), language)
        start = 0.0
        for code in BASES:
            if row[code] > 0:
                paint = colour(COLOURS, code, theme)
                rows.append(
                    {
                        "place": place,
                        "field": field,
                        "basis": label(BASES, code, language),
                        "start": start,
                        "end": start + row[code],
                        "share": share_text(row[code], language),
                        "total": total,
                        "ink": writing_on(paint),
                    }
                )
            start += row[code]
    return pd.DataFrame(rows)


def _drawn(
    pieces: pd.DataFrame, language: Language, theme: Theme
) -> alt.LayerChart | alt.FacetChart:
    count = int(pieces["place"].nunique())
    base = alt.Chart(pieces, width="container", height=ROW * count).encode(
        y=alt.Y("place:O", axis=None, scale=alt.Scale(paddingInner=0)),
        tooltip=[alt.Tooltip(f"{key}:N", title=said(language)) for key, said in HOVER.items()],
    )
    heads = base.transform_filter("datum.start == 0")
    name = heads.mark_text(align="left", dy=LIFT).encode(x=alt.value(0), text="field:N")
    total = heads.mark_text(align="right", dy=LIFT, color=INKS[theme].muted)
    return alt.layer(
        *_bars(base, language, theme), name, total.encode(x=alt.value("width"), text="total:N")
    )


def _bars(base: alt.Chart, language: Language, theme: Theme) -> list[alt.Chart]:
    """Parts of the bars, and their shares where there is room."""
    axis = alt.Axis(
        title=None, labelExpr=tick_text(language, percent=True), tickCount=5, grid=False
    )
    across = alt.X("start:Q", scale=alt.Scale(domain=[0, 1], nice=False), axis=axis)
    paints = alt.Scale(
        domain=[label(BASES, code, language) for code in BASES],
        range=[colour(COLOURS, code, theme) for code in BASES],
    )
    bars = base.mark_bar(height=18, yOffset=DROP, stroke=INKS[theme].background)
    roomy = alt.ExprRef("(datum.end - datum.start) * width > 34 ? 1 : 0")
    inside = base.mark_text(dy=DROP, fontSize=11, opacity=roomy, color=alt.ExprRef("datum.ink"))
    return [
        bars.encode(
            x=across,
            x2="end:Q",
            color=alt.Color("basis:N", scale=paints, legend=alt.Legend(title=None)),
        ),
        inside.transform_calculate(middle="(datum.start + datum.end) / 2").encode(
            x=alt.X("middle:Q"), text="share:N"
        ),
    ]
