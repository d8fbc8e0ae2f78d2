"""Businesses as points on two axes, the most important ones named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import altair as alt
import numpy as np
import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words, number
from supplychain.views import kinds
from supplychain.views.labels import placed, text_marks
from supplychain.views.palette import INKS, Theme
from supplychain.views.scores import Scores, heavy_tailed, is_share
from supplychain.views.theme import decades, lines, tick_text
from supplychain.views.trade import names

HEIGHT = 480
MOST = 1000
"""Points that can still be told apart; there are charts for a crowd, this is none of them."""
LARGEST = Words(
    en="Drawn are the sentra first and then the largest by output, {most} of {count}; the text "
    "counts all.",
    id="Yang tergambar adalah sentra lebih dulu lalu yang terbesar menurut nilai produksi, {most} "
    "dari {count}; teks menghitung semuanya.",
)
LETTERS = {260: 22, 560: 32, 900: 44}
"""Widths of the plot, px, that names are arranged for, and how many letters of a name then show."""


@dataclass(frozen=True)
class Axis:
    """One axis of a scatter plot.

    Attributes
    ----------
    scores
        What it shows.
    kind
        `linear`, `log`, or `symlog` where a heavy tail has zeros too.
    least, most
        Ends of the axis.
    """

    scores: Scores
    kind: Literal["linear", "log", "symlog"]
    least: float
    most: float

    @classmethod
    def of(cls, scores: Scores) -> Axis:
        """Choose a scale: logarithmic if the largest value leaves the others in a corner."""
        values = scores.numbers.dropna()
        low, high = float(values.min()), float(values.max())
        if not heavy_tailed(values) or low < 0:
            room = 0.06 * (high - low) or abs(high) or 1.0
            return cls(
                scores,
                "linear",
                min(low, max(low - room, 0.0)) if low >= 0 else low - room,
                high + room,
            )
        least = float(values[values > 0].min())
        if low == 0:
            return cls(scores, "symlog", 0.0, high * 1.6)
        return cls(scores, "log", least / 1.6, high * 1.6)

    @property
    def knee(self) -> float:
        """Value around which a `symlog` axis turns from even to logarithmic steps."""
        values = self.scores.numbers
        return float(values[values > 0].quantile(0.1)) if (values > 0).any() else 1.0

    def share(self, values: pd.Series) -> pd.Series:
        """Place of each value along the axis, 0 to 1."""
        low, high, at = (
            self._bent(np.asarray(v, dtype=float)) for v in (self.least, self.most, values)
        )
        return pd.Series((at - low) / (high - low), index=values.index)

    def _bent(self, values: np.ndarray[Any, np.dtype[np.float64]]) -> np.ndarray[Any, Any]:
        if self.kind == "log":
            return np.log(values)
        return np.log1p(values / self.knee) if self.kind == "symlog" else values

    def scale(self) -> alt.Scale:
        """Scale for Vega."""
        bent: dict[str, Any] = {"constant": self.knee} if self.kind == "symlog" else {}
        return alt.Scale(
            type=self.kind, domain=[self.least, self.most], nice=False, zero=False, **bent
        )

    def axis(self, language: Language, *, tall: bool = False) -> alt.Axis:
        """Axis for Vega, its title broken into lines."""
        ticks: dict[str, Any] = {"tickCount": 5}
        if self.kind == "log":
            ticks = {"values": decades(self.least, self.most)}
        if self.kind == "symlog":
            ticks = {"values": [0.0, *decades(self.knee, self.most)]}
        return alt.Axis(
            title=lines(self.scores.title(language), 56 if tall else 46),
            labelExpr=tick_text(language, percent=is_share(self.scores.unit)),
            **ticks,
        )


def points(network: SupplyNetwork, x: Scores, y: Scores, language: Language) -> pd.DataFrame:
    """Businesses with trade and a value on both axes, those that matter most first.

    Returns
    -------
    pandas.DataFrame
        By business: `x`, `y`, `name`, `code`, `kind`, `x_text`, `y_text`; sentra first, then by
        output.
    """
    trading = (network.sales + network.purchases) > 0
    found = pd.DataFrame({"x": x.numbers, "y": y.numbers}).loc[lambda t: trading[t.index]].dropna()
    business = network.businesses.reindex(found.index)
    order = pd.DataFrame({"other": business["kind"] != "sentra", "output": -business["output"]})
    found = found.assign(
        name=names(network).reindex(found.index),
        code=business["kind"],
        kind=kinds.said(business["kind"], language),
        x_text=[x.text(value, language) for value in found["x"]],
        y_text=[y.text(value, language) for value in found["y"]],
    )
    return found.loc[order.sort_values(["other", "output"], kind="stable").index]


def left_out(table: pd.DataFrame, language: Language) -> tuple[str, ...]:
    """Say that not all points are drawn, if so."""
    if len(table) <= MOST:
        return ()
    counts = {"most": number(MOST, language), "count": number(len(table), language)}
    return (LARGEST.fill(**counts)(language),)


def drawn(  # noqa: PLR0913
    table: pd.DataFrame,
    x: Axis,
    y: Axis,
    *,
    language: Language,
    theme: Theme,
    named: int = 15,
    under: Sequence[alt.Chart] = (),
) -> alt.LayerChart | alt.FacetChart:
    """Draw points with names that do not cover each other.

    Parameters
    ----------
    table
        As `points` returns it; the first `MOST` are drawn.
    named
        How many of the first businesses get a name, if there is room.
    under
        Layers beneath the points; they share the axes.
    """
    table = table.head(MOST)
    at: dict[str, Any] = {
        "x": alt.X("x:Q", scale=x.scale(), axis=x.axis(language)),
        "y": alt.Y("y:Q", scale=y.scale(), axis=y.axis(language, tall=True)),
    }
    words = [
        mark
        for width, when in _cases()
        for mark in text_marks(_names(table, x, y, named, width).encode(**at), theme, when=when)
    ]
    dots = _dots(table, x.scores, y.scores, language, theme).encode(**at)
    return alt.layer(*under, dots, *words, width="container", height=HEIGHT)


def _dots(table: pd.DataFrame, x: Scores, y: Scores, language: Language, theme: Theme) -> alt.Chart:
    hover = {
        "name": kinds.BUSINESS(language),
        "kind": kinds.KIND(language),
        "x_text": x.title(language),
        "y_text": y.title(language),
    }
    edge = INKS[theme].background
    return (
        alt.Chart(table.drop(columns="code"))
        .mark_point(filled=True, size=70, opacity=0.75, stroke=edge, strokeWidth=0.7)
        .encode(
            color=kinds.colours(table["code"], language, theme),
            shape=kinds.shapes(table["code"], language),
            tooltip=[alt.Tooltip(f"{field}:N", title=title) for field, title in hover.items()],
        )
    )


def _cases() -> list[tuple[int, str]]:
    """Return the widths that names are arranged for, and the Vega expression for their turn."""
    widths = [*LETTERS, 100_000]
    ranges = zip([0, *widths[1:-1]], widths[1:], strict=True)
    tests = [f"width > {low} && width <= {high}" for low, high in ranges]
    return list(zip(LETTERS, tests, strict=True))


def _names(table: pd.DataFrame, x: Axis, y: Axis, named: int, width: int) -> alt.Chart:
    first = table.head(named if width > min(LETTERS) else max(named // 2, 4))
    short = [shortened(name, LETTERS[width]) for name in first["name"]]
    across = list(x.share(table["x"]) * width)
    down = list((1 - y.share(table["y"])) * HEIGHT)
    spots = placed(
        across[: len(first)],
        down[: len(first)],
        short,
        (width, HEIGHT),
        others=list(zip(across, down, strict=True)),
    )
    placed_names = pd.concat([first[["x", "y"]].reset_index(drop=True), spots], axis=1)
    return alt.Chart(placed_names.assign(name=short).query("shown"))


def shortened(name: str, letters: int) -> str:
    """Cut a long name at a word.

    Examples
    --------
    >>> shortened("Sentra garam beryodium Kab. Bima", 24)
    'Sentra garam beryodium …'
    """
    if len(name) <= letters:
        return name
    kept = name[: letters - 1].rsplit(" ", 1)[0]
    return f"{kept} …"
