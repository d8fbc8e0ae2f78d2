"""Two metrics against each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Range
from supplychain.core.words import Language, Words, number
from supplychain.views import scatter
from supplychain.views.catalogue import Results, view
from supplychain.views.figure import Figure, empty
from supplychain.views.palette import Theme
from supplychain.views.scatter import Axis
from supplychain.views.scores import Scores, formula_line
from supplychain.views.theme import lowered, themed

Named = Annotated[int, Words(en="Names shown", id="Nama yang tampil"), Range(0, 40, 1)]
Across = Annotated[str, Words(en="Horizontal axis", id="Sumbu datar")]
Up = Annotated[str, Words(en="Vertical axis", id="Sumbu tegak")]

TITLE = Words(en="{y} against {x}", id="{y} terhadap {x}")
SUMMARY = Words(
    en="{count} businesses. The orders by the two metrics agree {degree}: Spearman's rank "
    "correlation is {rho}.",
    id="{count} usaha. Urutan menurut kedua metrik {degree}: korelasi peringkat Spearman {rho}.",
)
DEGREES = (
    (0.7, Words(en="strongly", id="sangat sejalan")),
    (0.4, Words(en="moderately", id="cukup sejalan")),
    (0.1, Words(en="weakly", id="sedikit sejalan")),
    (-0.1, Words(en="not at all", id="tidak berkaitan")),
    (-0.4, Words(en="weakly, in reverse", id="sedikit berlawanan")),
    (-0.7, Words(en="moderately, in reverse", id="cukup berlawanan")),
    (-1.1, Words(en="strongly, in reverse", id="sangat berlawanan")),
)
UNDEFINED = Words(
    en="{count} businesses. One of the metrics is the same for all, so no rank correlation exists.",
    id="{count} usaha. Salah satu metrik sama untuk semua, sehingga tidak ada korelasi peringkat.",
)
LOGARITHMIC = Words(
    en="Logarithmic axis, because few values are very large: {names}.",
    id="Sumbu logaritmik, karena sedikit nilai sangat besar: {names}.",
)


def rank_correlation(x: pd.Series, y: pd.Series) -> float:
    """Spearman's rank correlation, ties at their mean rank; NaN if one side has one value only.

    References
    ----------
    Spearman, C. (1904). The proof and measurement of association between two things. American
    Journal of Psychology 15(1), 72-101.

    Examples
    --------
    >>> round(rank_correlation(pd.Series([1, 2, 3, 4]), pd.Series([1, 10, 100, 50])), 3)
    0.8
    """
    if x.nunique() < 2 or y.nunique() < 2:
        return float("nan")
    return float(x.rank().corr(y.rank()))


@view(
    title=Words(en="Two metrics compared", id="Perbandingan dua metrik"),
    meaning=Words(
        en="Whether businesses that are large by one metric are large by another.",
        id="Apakah usaha yang besar menurut satu metrik juga besar menurut metrik lain.",
    ),
)
def plane(  # noqa: PLR0913
    network: SupplyNetwork,
    results: Results,
    *,
    language: Language,
    theme: Theme = "light",
    x: Across = "output_multiplier",
    y: Up = "extraction_loss",
    given: Mapping[str, Mapping[str, Any]] | None = None,
    named: Named = 12,
) -> Figure:
    """Draw one metric against another, and say how far their orders agree.

    Parameters
    ----------
    x, y
        Ids in `results`, both by business.
    given
        Parameters each metric was computed with, by its id.
    named
        How many businesses are named: the sentra first, then the largest.
    """
    asked = given or {}
    across, up = (Scores.of(results, name, asked.get(name)) for name in (x, y))
    title = TITLE.fill(x=lowered(across.metric.title), y=up.metric.title)(language)
    table = scatter.points(network, across, up, language)
    if table.empty:
        return empty(title, language, theme)
    axes = Axis.of(across), Axis.of(up)
    chart = scatter.drawn(table, *axes, language=language, theme=theme, named=named)
    summary = _summary(table, language)
    bent = [axis.scores.metric.title(language) for axis in axes if axis.kind != "linear"]
    notes = [summary, *([LOGARITHMIC.fill(names=", ".join(bent))(language)] if bent else [])]
    return Figure(
        themed(chart, language, theme),
        title,
        summary,
        (*notes, *scatter.left_out(table, language)),
        formula_line(language, across, up),
    )


def _summary(table: pd.DataFrame, language: Language) -> str:
    rho = rank_correlation(table["x"], table["y"])
    count = number(len(table), language)
    if pd.isna(rho):
        return UNDEFINED.fill(count=count)(language)
    degree = next(words for least, words in DEGREES if rho >= least)
    return SUMMARY.fill(count=count, degree=degree, rho=number(rho, language, digits=2))(language)
