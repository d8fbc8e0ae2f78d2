"""Which businesses pull their suppliers, feed their buyers, do both or neither."""

from __future__ import annotations

from typing import Annotated, Any

import altair as alt
import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Range
from supplychain.core.words import Language, Words, number
from supplychain.views import scatter
from supplychain.views.catalogue import Results, view
from supplychain.views.figure import Figure, empty
from supplychain.views.palette import INKS, Theme
from supplychain.views.scatter import Axis
from supplychain.views.scores import Scores, formula_line
from supplychain.views.theme import lowered, themed

Named = Annotated[int, Words(en="Names shown", id="Nama yang tampil"), Range(0, 40, 1)]

NAMES = {
    "key": Words(en="Key", id="Kunci"),
    "forward": Words(en="Dependent on demand", id="Bergantung pada permintaan"),
    "backward": Words(en="Dependent on supply", id="Bergantung pada pasokan"),
    "independent": Words(en="Independent", id="Mandiri"),
}
TITLE = Words(
    en="Backward and forward linkage, with the four groups of businesses",
    id="Keterkaitan ke belakang dan ke depan, dengan empat kelompok usaha",
)
SUMMARY = Words(
    en="Of {count} businesses: {parts}.",
    id="Dari {count} usaha: {parts}.",
)
MEANING = Words(
    en="Above 1 on an axis means: more strongly linked than the average business.",
    id="Di atas 1 pada suatu sumbu berarti lebih terkait daripada rata-rata usaha.",
)


def group_of(table: pd.DataFrame) -> pd.Series:
    """Name the quadrant of each business.

    Parameters
    ----------
    table
        `x`, backward linkage, and `y`, forward linkage, each with mean 1.

    Returns
    -------
    pandas.Series
        `key`, `backward` (depends on supply), `forward` (depends on demand) or `independent`.
    """
    pulls, feeds = table["x"] > 1, table["y"] > 1
    code = pd.Series("independent", index=table.index)
    return code.mask(pulls, "backward").mask(feeds, "forward").mask(pulls & feeds, "key")


@view(
    title=Words(en="Quadrants of linkage", id="Kuadran keterkaitan"),
    meaning=Words(
        en="Which businesses are strongly tied to suppliers, to buyers, to both or to neither.",
        id="Usaha mana yang terkait erat dengan pemasok, pembeli, keduanya, atau tidak keduanya.",
    ),
)
def quadrant(
    network: SupplyNetwork,
    results: Results,
    *,
    language: Language,
    theme: Theme = "light",
    named: Named = 15,
) -> Figure:
    """Draw backward against forward linkage, divided at their means.

    Parameters
    ----------
    results
        With `backward_linkage` and `forward_linkage`.
    named
        How many businesses are named: the sentra first, then the largest.
    """
    x, y = (Scores.of(results, name) for name in ("backward_linkage", "forward_linkage"))
    table = scatter.points(network, x, y, language)
    title = TITLE(language)
    if table.empty:
        return empty(title, language, theme)
    axes = Axis.of(x), Axis.of(y)
    chart = scatter.drawn(
        table,
        *axes,
        language=language,
        theme=theme,
        named=named,
        under=[*_means(theme), *_corners(*axes, language, theme)],
    )
    return Figure(
        themed(chart, language, theme),
        title,
        _summary(table, language),
        (_summary(table, language), MEANING(language), *scatter.left_out(table, language)),
        formula_line(language, x, y),
    )


def _summary(table: pd.DataFrame, language: Language) -> str:
    counts = group_of(table).value_counts()
    parts = ", ".join(
        f"{number(int(counts.get(code, 0)), language)} {lowered(words)(language)}"
        for code, words in NAMES.items()
    )
    return SUMMARY.fill(count=number(len(table), language), parts=parts)(language)


def _means(theme: Theme) -> list[alt.Chart]:
    line: dict[str, Any] = {"strokeDash": [5, 4], "strokeWidth": 1.5, "color": INKS[theme].muted}
    rule = alt.Chart(pd.DataFrame({"mean": [1.0]})).mark_rule(**line)
    return [rule.encode(x=alt.XDatum(1.0)), rule.encode(y=alt.YDatum(1.0))]


def _corners(x: Axis, y: Axis, language: Language, theme: Theme) -> list[alt.Chart]:
    """Names of the quadrants in the corners of the plot."""
    spots: dict[str, Any] = {
        "key": ("width - 6", "14", "right"),
        "forward": ("6", "14", "left"),
        "backward": ("width - 6", "height - 12", "right"),
        "independent": ("6", "height - 12", "left"),
    }
    ink = INKS[theme]
    halo: dict[str, Any] = {"stroke": ink.background, "strokeWidth": 4}
    return [
        alt.Chart(pd.DataFrame({"said": [NAMES[code](language)]}))
        .mark_text(
            x=alt.ExprRef(across),
            y=alt.ExprRef(down),
            align=align,
            fontSize=13,
            fontWeight=600,
            color=ink.muted,
            **behind,
        )
        .encode(text="said:N")
        for code, (across, down, align) in spots.items()
        for behind in (halo, {})
    ]
