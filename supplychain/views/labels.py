"""Names beside points, so that none covers another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from supplychain.views.palette import INKS, Theme

SIZE = 12
"""Size of writing, px."""
LETTER = 0.56
"""Mean width of a letter per size of writing."""
NEAR = 9
"""Distance of a name from its point, px."""
SIDES = ((1, 0, "left"), (-1, 0, "right"), (0, -1, "center"), (0, 1, "center"))

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, px."""


def placed(  # noqa: PLR0913
    x: Sequence[float],
    y: Sequence[float],
    texts: Sequence[str],
    frame: tuple[float, float],
    *,
    distances: Sequence[int] = (NEAR,),
    others: Sequence[tuple[float, float]] = (),
    keep: bool = False,
) -> pd.DataFrame:
    """Choose a side of its point for each name, the first names first.

    Parameters
    ----------
    x, y
        Points in px from the left and the top of the frame.
    texts
        Their names.
    frame
        Width and height, px.
    distances
        How far a name may stand from its point, px; near ones are tried first.
    others
        Points that names had better not cover, px.
    keep
        Whether a name without room is shown all the same, where it covers fewest others.

    Returns
    -------
    pandas.DataFrame
        One row a name: `dx`, `dy` (px), `align`, `shown`.
    """
    taken: list[Box] = []
    rows = []
    for at, text in zip(zip(x, y, strict=True), texts, strict=True):
        choices = [
            (_box(at, side, distance, text), side, distance)
            for distance in distances
            for side in SIDES
        ]
        clashes = [_clashes(box, taken, frame) for box, _, _ in choices]
        covered = [_covered(box, others) for box, _, _ in choices]
        best = min(range(len(choices)), key=lambda place: (clashes[place], covered[place]))
        box, (right, down, align), distance = choices[best]
        shown = keep or clashes[best] == 0
        if shown:
            taken.append(box)
        rows.append((right * distance, down * (distance + 3), align, shown))
    return pd.DataFrame(rows, columns=["dx", "dy", "align", "shown"])


def _box(at: tuple[float, float], side: tuple[int, int, str], distance: int, text: str) -> Box:
    right, down, align = side
    width, height = len(text) * SIZE * LETTER, SIZE * 1.25
    x, y = at[0] + right * distance, at[1] + down * (distance + 3)
    left = x if align == "left" else x - width if align == "right" else x - width / 2
    return left, y - height / 2, left + width, y + height / 2


def _clashes(box: Box, taken: list[Box], frame: tuple[float, float]) -> int:
    left, top, right, bottom = box
    outside = left < 0 or top < 0 or right > frame[0] or bottom > frame[1]
    others = sum(
        left < other[2] and other[0] < right and top < other[3] and other[1] < bottom
        for other in taken
    )
    return others + 10 * outside


def _covered(box: Box, points: Sequence[tuple[float, float]]) -> int:
    left, top, right, bottom = box
    return sum(left < x < right and top < y < bottom for x, y in points)


def text_marks(
    base: alt.Chart, theme: Theme, *, weight: int = 400, when: str = "true"
) -> list[alt.Chart]:
    """Names of a chart whose data hold `name`, `dx`, `dy` and `align`, each with a halo.

    Parameters
    ----------
    base
        A chart with its positions encoded.
    when
        Vega expression that tells whether they show, such as `width > 560`.
    """
    ink = INKS[theme]
    at: dict[str, Any] = {
        "fontSize": SIZE,
        "fontWeight": weight,
        "baseline": "middle",
        "dx": alt.ExprRef("datum.dx"),
        "dy": alt.ExprRef("datum.dy"),
        "align": alt.ExprRef("datum.align"),
        "opacity": alt.ExprRef(f"({when}) ? 1 : 0"),
        "tooltip": None,
    }
    halo = base.mark_text(
        **at, color=ink.background, stroke=ink.background, strokeWidth=3.5, strokeOpacity=0.85
    )
    return [mark.encode(text="name:N") for mark in (halo, base.mark_text(**at, color=ink.text))]
