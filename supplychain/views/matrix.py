"""Which sentra feeds which industry, as a grid of values."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import Annotated, Any, Literal

import altair as alt
import numpy as np
import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Choices, Range
from supplychain.core.vocabulary import KINDS
from supplychain.core.words import Language, Words, compact, number, percent, rupiah
from supplychain.views.catalogue import Results, view
from supplychain.views.figure import Figure, empty
from supplychain.views.palette import INKS, Theme, along, writing_on
from supplychain.views.provenance import basis_line, source_line
from supplychain.views.theme import lowered, themed, tick_text
from supplychain.views.trade import Group, Side, folded, groups, with_ends

Partners = Annotated[
    Literal["buyers", "suppliers"],
    Words(en="Partners", id="Mitra"),
    Choices(
        {
            "buyers": Words(en="who buys from the sentra", id="siapa membeli dari sentra"),
            "suppliers": Words(en="who supplies the sentra", id="siapa memasok sentra"),
        }
    ),
]
GROUPS = {
    "industry": Words(en="industry (KBLI)", id="industri (KBLI)"),
    "product": Words(en="product", id="produk"),
    "commodity": Words(en="commodity group", id="kelompok komoditas"),
    "district": Words(en="kabupaten or kota", id="kabupaten/kota"),
    "business": Words(en="business", id="usaha"),
}
By = Annotated[
    Literal["industry", "product", "commodity", "district", "business"],
    Words(en="Columns", id="Kolom"),
    Choices(GROUPS),
]
MEASURES = {
    "value": Words(en="Value (Rp/year)", id="Nilai (Rp/tahun)"),
    "reported": Words(en="Share of the value that is reported", id="Bagian nilai yang dilaporkan"),
}
Measure = Annotated[Literal["value", "reported"], Words(en="Colour", id="Warna"), Choices(MEASURES)]
Kind = Annotated[str, Words(en="Rows", id="Baris"), Choices(KINDS)]
Rows = Annotated[int, Words(en="Rows shown", id="Banyaknya baris"), Range(5, 40, 1)]
Columns = Annotated[int, Words(en="Columns shown", id="Banyaknya kolom"), Range(3, 20, 1)]

TITLES = {
    "buyers": Words(
        en="What each {kind} sells, by {by} of the buyer: {measure}",
        id="Penjualan setiap {kind} menurut {by} pembeli: {measure}",
    ),
    "suppliers": Words(
        en="What each {kind} buys, by {by} of the supplier: {measure}",
        id="Pembelian setiap {kind} menurut {by} pemasok: {measure}",
    ),
}
SUMMARY = Words(
    en="Grid of {rows} rows and {columns} columns, {total} a year in all. Largest: {largest}.",
    id="Kisi {rows} baris dan {columns} kolom, seluruhnya {total} per tahun. Terbesar: {largest}.",
)
HOVER = {
    "row": Words(en="Row", id="Baris"),
    "column": Words(en="Column", id="Kolom"),
    "money": Words(en="Value a year", id="Nilai per tahun"),
    "share": Words(en="Share reported", id="Bagian dilaporkan"),
    "count": Words(en="Partnerships", id="Kemitraan"),
}
WRAP = {"row": 26, "column": 28}
"""Letters on one line of a label."""
LINES = {"row": 2, "column": 4}
"""Lines of a label at most."""
CELL, LINE = 30, 13
"""Height of a cell and of a line of a label, px."""
ROOMY = 58
"""Width from which a cell has room for its number, px."""


def cells(  # noqa: PLR0913
    network: SupplyNetwork,
    *,
    language: Language,
    trade: pd.DataFrame | None = None,
    kind: str = "sentra",
    partners: Literal["buyers", "suppliers"] = "buyers",
    by: Group = "industry",
    top_rows: int = 20,
    top_columns: int = 12,
) -> pd.DataFrame:
    """Trade of one kind of business with groups of partners, added up.

    Returns
    -------
    pandas.DataFrame
        One row a cell that holds trade: `row`, `column` (names, ordered by value, the rest last),
        `value` (Rp/year), `reported` (share of the value), `partnerships` (count).
    """
    own: Side = "supplier" if partners == "buyers" else "buyer"
    other: Side = "buyer" if partners == "buyers" else "supplier"
    ends = with_ends(network, trade)
    ends = ends[(ends[f"{own}_kind"] == kind) & (ends["value"] > 0)]
    values = ends["value"]
    rows = groups(network, ends, own, "business", language)
    columns = groups(network, ends, other, by, language)
    long = pd.DataFrame(
        {
            "row": folded(rows, values, top_rows, language),
            "column": folded(columns, values, top_columns, language),
            "value": values,
            "known": values.where(ends["basis"] == "reported", 0.0),
        }
    )
    found = long.groupby(["row", "column"], as_index=False, observed=True).agg(
        value=("value", "sum"), known=("known", "sum"), partnerships=("value", "size")
    )
    found = found.assign(reported=found["known"] / found["value"]).drop(columns="known")
    return found.sort_values(["row", "column"]).reset_index(drop=True)


def grid(found: pd.DataFrame, measure: Literal["value", "reported"] = "value") -> pd.DataFrame:
    """Spread cells out: a row a sentra, a column a group of partners; a gap where no trade is.

    Parameters
    ----------
    found
        As `cells` returns them.
    """
    wide = found.pivot_table(index="row", columns="column", values=measure, observed=True)
    return wide.set_axis(wide.columns.astype("str"), axis=1).set_axis(wide.index.astype("str"))


@view(
    title=Words(en="Who supplies whom: matrix", id="Siapa memasok siapa: matriks"),
    meaning=Words(
        en="Which sentra sells how much to which industry, and what each sentra depends on.",
        id="Sentra mana menjual berapa ke industri mana, dan setiap sentra bergantung pada apa.",
    ),
)
def matrix(  # noqa: PLR0913
    network: SupplyNetwork,
    results: Results,
    *,
    language: Language,
    theme: Theme = "light",
    trade: pd.DataFrame | None = None,
    kind: Kind = "sentra",
    partners: Partners = "buyers",
    by: By = "industry",
    measure: Measure = "value",
    top_rows: Rows = 20,
    top_columns: Columns = 12,
) -> Figure:
    """Draw the trade of the sentra with groups of partners as a grid of colours.

    Parameters
    ----------
    trade
        Rows of `network.trade`; all of them if left out.
    kind
        Kind of business in the rows.
    partners
        Whether the columns are those that buy from the rows, or those that supply them.
    by
        How partners are grouped.
    measure
        What the colour tells.
    top_rows, top_columns
        How many are shown beside the rest, which is added up.
    """
    found = cells(
        network,
        language=language,
        trade=trade,
        kind=kind,
        partners=partners,
        by=by,
        top_rows=top_rows,
        top_columns=top_columns,
    )
    title = _title(kind, partners, by, measure)(language)
    if found.empty:
        return empty(title, language, theme)
    return Figure(
        themed(_drawn(found, measure, language, theme), language, theme),
        title,
        _summary(found, language),
        *_footing(network, trade, kind, partners, language),
        min_width=_narrowest(found),
    )


def _title(kind: str, partners: str, by: str, measure: str) -> Words:
    return TITLES[partners].fill(
        kind=lowered(KINDS[kind]), by=GROUPS[by], measure=lowered(MEASURES[measure])
    )


def _summary(found: pd.DataFrame, language: Language) -> str:
    largest = found.iloc[int(found["value"].to_numpy().argmax())]
    return SUMMARY.fill(
        rows=found["row"].nunique(),
        columns=found["column"].nunique(),
        total=rupiah(found["value"].sum(), language),
        largest=f"{largest['row']} – {largest['column']}, {rupiah(largest['value'], language)}",
    )(language)


def _footing(
    network: SupplyNetwork,
    trade: pd.DataFrame | None,
    kind: str,
    partners: str,
    language: Language,
) -> tuple[tuple[str, ...], str]:
    own = "supplier" if partners == "buyers" else "buyer"
    ends = with_ends(network, trade)
    shown = ends[ends[f"{own}_kind"] == kind]
    line = basis_line(shown["basis"], shown["value"], language)
    return (line,), source_line(network, shown["source"], language)


def _drawn(
    found: pd.DataFrame, measure: str, language: Language, theme: Theme
) -> alt.LayerChart | alt.FacetChart:
    shown = found.assign(**_said(found, measure, language, theme))
    orders = {side: _labels(found[side].cat.categories, side) for side in WRAP}
    base = alt.Chart(shown, width="container", height=CELL * len(orders["row"])).encode(
        x=alt.X("x:N", scale=alt.Scale(domain=orders["column"]), axis=None),
        y=alt.Y("y:N", scale=alt.Scale(domain=orders["row"]), axis=None),
        tooltip=[alt.Tooltip(f"{name}:N", title=said(language)) for name, said in HOVER.items()],
    )
    boxes = base.mark_rect(cornerRadius=2, stroke=INKS[theme].background, strokeWidth=1.5).encode(
        color=_colour(found, measure, language, theme)
    )
    roomy = alt.ExprRef(f"bandwidth('x') > {ROOMY} ? 1 : 0")
    inked = alt.ExprRef("datum.ink")
    numbers = base.mark_text(fontSize=11, opacity=roomy, color=inked).encode(text="short:N")
    names = [_axis(orders[side], side) for side in WRAP]
    view = {"fill": INKS[theme].fill, "fillOpacity": 0.5}
    return alt.layer(boxes, numbers, *names, view=view)


def _axis(labels: list[str], side: str) -> alt.Chart:
    """Labels of several lines, each in the middle of its row or column, as an axis cannot."""
    lines = [label.count("\n") + 1 for label in labels]
    table = pd.DataFrame({"at": labels, "lines": lines})
    raised = alt.ExprRef(f"-(datum.lines - 1) * {LINE / 2}")
    turn: dict[str, Any] = (
        {"align": "right", "x": -8} if side == "row" else {"align": "left", "y": -8}
    )
    text = alt.Chart(table).mark_text(
        fontSize=12,
        lineHeight=LINE,
        lineBreak="\n",
        baseline="middle",
        dy=raised,
        angle=0 if side == "row" else 270,
        **turn,
    )
    return text.encode(alt.Y("at:N") if side == "row" else alt.X("at:N"), text="at:N")


def _said(
    found: pd.DataFrame, measure: str, language: Language, theme: Theme
) -> dict[str, list[str]]:
    values = found[measure]
    share = [percent(value, language) for value in found["reported"]]
    return {
        "x": _labels(found["column"], "column"),
        "y": _labels(found["row"], "row"),
        "money": [rupiah(value, language) for value in found["value"]],
        "share": share,
        "short": share if measure == "reported" else [compact(v, language) for v in values],
        "count": [number(count, language) for count in found["partnerships"]],
        "ink": [writing_on(along(INKS[theme].ramp, place)) for place in _places(values, measure)],
    }


def _places(values: pd.Series, measure: str) -> pd.Series:
    """Place of each value on the ramp of colours, 0 to 1."""
    if measure == "reported":
        return values
    logs = np.log(values)
    return ((logs - logs.min()) / max(logs.max() - logs.min(), 1e-12)).rename("place")


def _labels(names: Iterable[object], side: str) -> list[str]:
    return [
        textwrap.fill(str(name), WRAP[side], max_lines=LINES[side], placeholder=" …")
        for name in names
    ]


def _narrowest(found: pd.DataFrame) -> int:
    labels = _labels(found["column"].cat.categories, "column")
    lines = max(label.count("\n") + 1 for label in labels)
    return 200 + len(labels) * max(36, lines * LINE + 6)


def _colour(found: pd.DataFrame, measure: str, language: Language, theme: Theme) -> alt.Color:
    shares = measure == "reported"
    low, high = float(found["value"].min()), float(found["value"].max())
    ticks = [0, 0.25, 0.5, 0.75, 1] if shares else list(np.geomspace(low, high, 3))
    return alt.Color(
        f"{measure}:Q",
        scale=alt.Scale(
            type="linear" if shares or low == high else "log",
            domain=[0, 1] if shares else [low, high],
            range=list(INKS[theme].ramp),
        ),
        legend=alt.Legend(
            title=MEASURES[measure](language),
            orient="bottom",
            gradientLength=260,
            gradientThickness=10,
            values=ticks,
            labelExpr=tick_text(language, percent=shares),
        ),
    )
