"""Possible partnerships on a plane of gain and risk, the best compromises marked."""

from __future__ import annotations

from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.words import NOTHING, Language, Words, compact, number, rupiah
from supplychain.views.figure import Figure, empty
from supplychain.views.moves import signed
from supplychain.views.palette import INKS, Theme
from supplychain.views.scores import ARROW
from supplychain.views.theme import lines, themed, tick_text
from supplychain.views.trade import names

TITLE = Words(
    en="Gain of output against change of the buyer's dependence",
    id="Kenaikan nilai produksi terhadap perubahan ketergantungan pembeli",
)
GAIN = Words(
    en="Gain of output in the network (Rp/year)", id="Kenaikan nilai produksi jaringan (Rp/tahun)"
)
RISK = Words(
    en="Change of the buyer's supplier concentration (HHI points); left is safer",
    id="Perubahan konsentrasi pemasok pembeli (poin HHI); makin ke kiri makin aman",
)
FRONT = Words(en="Best compromise", id="Kompromi terbaik")
MEANING = Words(
    en="Best compromise: no other gains more without making the buyer more dependent.",
    id="Kompromi terbaik: tidak ada yang lebih untung tanpa membuat pembeli lebih bergantung.",
)
RING = Words(en="Ringed: {pair}.", id="Dilingkari: {pair}.")
OTHERS = Words(en="Others", id="Lainnya")
SUMMARY = Words(
    en="{count} possible partnerships; {best} are best compromises. Largest gain: {pair}, {gain}.",
    id="{count} kemitraan yang mungkin; {best} di antaranya kompromi terbaik. Terbesar: {pair}, "
    "{gain}.",
)
UNKNOWN = Words(
    en="{count} are left out: their buyer has no supplier in the network yet.",
    id="{count} tidak digambar: pembelinya belum punya pemasok dalam jaringan.",
)
HOVER = {
    "pair": Words(en="Partnership", id="Kemitraan"),
    "goods": Words(en="Product", id="Produk"),
    "gain": Words(en="Gain of output", id="Kenaikan nilai produksi"),
    "risk": Words(en="Change of HHI", id="Perubahan HHI"),
}
SOURCE = Words(
    en="Formula: Sherman & Morrison (1950); Hirschman (1945).",
    id="Rumus: Sherman & Morrison (1950); Hirschman (1945).",
)
HEADINGS: dict[str, Words] = {
    "rank": Words(en="Rank", id="Peringkat"),
    "supplier": Words(en="Supplier", id="Pemasok"),
    "buyer": Words(en="Buyer", id="Pembeli"),
    "goods": Words(en="Product", id="Produk"),
    "value": Words(en="Trade (Rp/year)", id="Perdagangan (Rp/tahun)"),
    "output": Words(en="Output (Rp/year)", id="Nilai produksi (Rp/tahun)"),
    "value_added": Words(en="Value added (Rp/year)", id="Nilai tambah (Rp/tahun)"),
    "workers": Words(en="Jobs (persons)", id="Tenaga kerja (orang)"),
    "risk": Words(en="Buyer's dependence (HHI points)", id="Ketergantungan pembeli (poin HHI)"),
    "distance": Words(en="Distance (km)", id="Jarak (km)"),
    "front": Words(en="Best compromise", id="Kompromi terbaik"),
}
HEIGHT = 420
MARK = "◆"


def front(ranked: pd.DataFrame) -> pd.Series:
    """Tell which rows no other row beats: more gain of output at no more concentration.

    Examples
    --------
    >>> rows = pd.DataFrame({"output": [9.0, 5.0, 4.0], "concentration": [3.0, 1.0, 2.0]})
    >>> front(rows).tolist()
    [True, True, False]
    """
    known = ranked.dropna(subset=["concentration", "output"])
    order = known.sort_values(["output", "concentration"], ascending=[False, True], kind="stable")
    least = order["concentration"].cummin().shift(fill_value=np.inf)
    best = order.index[order["concentration"] < least]
    return pd.Series(ranked.index.isin(best), index=ranked.index)


def plane(
    network: SupplyNetwork,
    ranked: pd.DataFrame,
    *,
    language: Language,
    theme: Theme = "light",
    chosen: int | None = None,
) -> Figure:
    """Draw possible partnerships by what they gain and how they change the buyer's dependence.

    Parameters
    ----------
    ranked
        Rows as `recommend.ranking` returns them.
    chosen
        Place of a row that is ringed.
    """
    known = ranked.dropna(subset=["concentration"])
    title = TITLE(language)
    if known.empty:
        return empty(title, language, theme)
    table = said(network, known, language)
    first = table.iloc[0]
    summary = SUMMARY.fill(
        count=number(len(known), language),
        best=number(int(table["best"].sum()), language),
        pair=first["pair"],
        gain=first["gain"],
    )(language)
    notes = [summary, MEANING(language)]
    if len(known) < len(ranked):
        left = number(len(ranked) - len(known), language)
        notes.append(UNKNOWN.fill(count=left)(language))
    ringed = table[table.index.isin([] if chosen is None else ranked.index[[chosen]])]
    if len(ringed):
        notes.append(RING.fill(pair=ringed["pair"].iloc[0])(language))
    chart = themed(_drawn(table, ringed, language, theme), language, theme)
    return Figure(chart, title, summary, tuple(notes), SOURCE(language))


def said(network: SupplyNetwork, ranked: pd.DataFrame, language: Language) -> pd.DataFrame:
    """Add the names and the words for each row of a ranking.

    Returns
    -------
    pandas.DataFrame
        The numbers `x` (HHI points) and `y` (Rp/year), `best`, and texts: `pair`, `goods`, `gain`,
        `risk`, `group`.
    """
    called = names(network)
    best = front(ranked)
    pair = ranked["supplier"].map(called) + ARROW + ranked["buyer"].map(called)
    product = {
        code: network.product_name(str(code))(language) for code in ranked["product"].unique()
    }
    groups = {True: FRONT(language), False: OTHERS(language)}
    return pd.DataFrame(
        {
            "x": ranked["concentration"],
            "y": ranked["output"],
            "best": best,
            "pair": pair,
            "goods": ranked["product"].map(product),
            "gain": [signed(value, "Rp", language) for value in ranked["output"]],
            "risk": [_points(value, language) for value in ranked["concentration"]],
            "group": best.map(groups),
        }
    )


def table(network: SupplyNetwork, ranked: pd.DataFrame, *, language: Language) -> pd.DataFrame:
    """Return rows of a ranking as people read them, in their order."""
    called = names(network)
    words = said(network, ranked, language)
    found = ranked.assign(
        rank=[number(place, language) for place in ranked.index + 1],
        supplier=ranked["supplier"].map(called),
        buyer=ranked["buyer"].map(called),
        goods=words["goods"],
        value=[rupiah(value, language) for value in ranked["value"]],
        output=words["gain"],
        value_added=[signed(value, "Rp", language) for value in ranked["value_added"]],
        workers=[signed(value, "persons", language) for value in ranked["workers"]],
        risk=words["risk"],
        distance=[compact(value, language) for value in ranked["distance"]],
        front=words["best"].map({True: MARK, False: ""}),
    )
    return found[list(HEADINGS)].rename(
        columns={name: heading(language) for name, heading in HEADINGS.items()}
    )


def _points(value: float, language: Language) -> str:
    if pd.isna(value):
        return NOTHING
    return f"{'+' if value > 0 else '−' if value < 0 else ''}{number(abs(value), language)}"


def _drawn(table: pd.DataFrame, ringed: pd.DataFrame, language: Language, theme: Theme) -> Any:
    ink = INKS[theme]
    groups = [FRONT(language), OTHERS(language)]
    paint = alt.Color(
        "group:N",
        scale=alt.Scale(domain=groups, range=[ink.accent, ink.muted]),
        legend=alt.Legend(title=None, columns=1, symbolOpacity=1),
    )
    shape = alt.Shape("group:N", scale=alt.Scale(domain=groups, range=["diamond", "circle"]))
    base = alt.Chart(table.drop(columns="best"), width="container", height=HEIGHT).encode(
        x=alt.X("x:Q", axis=_axis(RISK, language, 46), scale=alt.Scale(nice=True)),
        y=alt.Y("y:Q", axis=_axis(GAIN, language, 56)),
        tooltip=[alt.Tooltip(f"{key}:N", title=head(language)) for key, head in HOVER.items()],
    )
    best = alt.FieldEqualPredicate(equal=FRONT(language), field="group")
    dots = base.mark_point(filled=True, strokeWidth=0.5, stroke=ink.background).encode(
        color=paint,
        shape=shape,
        size=alt.condition(best, alt.value(150), alt.value(40)),
        opacity=alt.condition(best, alt.value(1.0), alt.value(0.4)),
    )
    line = base.transform_filter(best).mark_line(
        interpolate="step-before", color=ink.accent, strokeWidth=1.2, strokeDash=[4, 3]
    )
    ring = alt.Chart(ringed[["x", "y"]]).mark_point(size=340, strokeWidth=2.2, stroke=ink.text)
    layers = [ring.encode(x="x:Q", y="y:Q")] if len(ringed) else []
    nothing = alt.Chart(pd.DataFrame({"nothing": [0.0]})).mark_rule(color=ink.muted)
    return alt.layer(
        nothing.encode(x="nothing:Q"), line.encode(tooltip=alt.value(None)), dots, *layers
    )


def _axis(title: Words, language: Language, width: int) -> alt.Axis:
    text = "format(datum.value, ',')" if title is RISK else tick_text(language)
    return alt.Axis(title=lines(title(language), width), labelExpr=text, tickCount=5)
