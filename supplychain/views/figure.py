"""What a view hands over: a picture, and what has to be said with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from supplychain.core.words import Language, Words
from supplychain.views.palette import INKS, Theme
from supplychain.views.theme import themed

EMPTY = Words(en="Nothing to show with this choice.", id="Tidak ada yang tampil untuk pilihan ini.")


@dataclass(frozen=True)
class Figure:
    """A picture in one language, without title and footnotes drawn into it.

    A page shows them as its own text, which wraps on a narrow screen; `pictures` draws them into
    the file.

    Attributes
    ----------
    chart
        Altair chart, or the options of an ECharts chart.
    title
        What is shown, with its unit.
    summary
        What a reader sees who does not see the picture: one or two sentences.
    notes
        What is left out, how numbers stand.
    source
        Where the numbers come from.
    min_width
        Narrower than this, px, it is better scrolled sideways than squeezed.
    height
        Height it is meant for, px; 0 where the chart knows its own.
    """

    chart: Any
    title: str
    summary: str
    notes: tuple[str, ...] = ()
    source: str = ""
    min_width: int = 0
    height: int = 0

    @property
    def spec(self) -> dict[str, Any]:
        """The chart as Vega-Lite or ECharts reads it."""
        spec: dict[str, Any] = self.chart if isinstance(self.chart, dict) else self.chart.to_dict()
        return spec


def empty(
    title: str, language: Language, theme: Theme = "light", *, why: Words | None = None
) -> Figure:
    """Say in place of a picture that there is nothing to show, and why."""
    said = (why or EMPTY)(language)
    text = alt.Chart(pd.DataFrame({"at": [0]}), width="container", height=120).mark_text(
        text=said, color=INKS[theme].muted, fontSize=14
    )
    return Figure(themed(text, language, theme), title, said)
