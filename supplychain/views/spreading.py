"""A shock on the graph, step by step: who stops, and whether for want of inputs or of buyers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words, number, percent, same
from supplychain.simulate.cascade import Cascade
from supplychain.views.cascades import LEAST, stopped, struck
from supplychain.views.drawing.changes import FAINT
from supplychain.views.drawing.signed import STEPS, losses
from supplychain.views.drawing.states import Fact, Look, State, States
from supplychain.views.drawing.strokes import LINES
from supplychain.views.excerpt import near, placed
from supplychain.views.graph import Drawing
from supplychain.views.layout import Layout

Part = Literal["total", "downstream", "upstream"]
PARTS: Mapping[str, Words] = {
    "total": Words(en="Both ways", id="Kedua arah"),
    "downstream": Words(en="To buyers, for want of inputs", id="Ke pembeli, kekurangan masukan"),
    "upstream": Words(en="To suppliers, for want of buyers", id="Ke pemasok, kehilangan pembeli"),
}
TITLE = Words(en="How the shock spreads", id="Cara guncangan menjalar")
LABEL = Words(en="Steps of the shock", id="Langkah guncangan")
STEP = Words(en="Step {step} of {last}", id="Langkah {step} dari {last}")
CALM = Words(en="Before the shock.", id="Sebelum guncangan.")
STRUCK = Words(
    en="{share} of all sales between businesses stop; {count} businesses lose output. Bold "
    "outline: hit at the start.",
    id="{share} penjualan antarusaha terhenti; {count} usaha kehilangan produksi. Tepi tebal: "
    "terkena langsung.",
)
STOPPED = 0.6
"""Opacity of trade that stops."""
LABELS: Mapping[str, Words] = {
    "lost": Words(en="Loses of its output", id="Kehilangan produksi"),
    "downstream": Words(en="For want of inputs", id="Karena kekurangan masukan"),
    "upstream": Words(en="For want of buyers", id="Karena kehilangan pembeli"),
}
SHADE: Mapping[str, Words] = {
    "total": LABELS["lost"],
    "downstream": Words(
        en="Loses of its output for want of inputs", id="Kehilangan produksi karena masukan"
    ),
    "upstream": Words(
        en="Loses of its output for want of buyers", id="Kehilangan produksi karena pembeli"
    ),
}


def spreading(  # noqa: PLR0913
    network: SupplyNetwork,
    found: Cascade,
    *,
    language: Language,
    title: Words = TITLE,
    part: Part = "total",
    whole: bool = False,
    layout: Layout = "tiers",
) -> Drawing:
    """Draw a shock: one state a step, businesses and lines the redder the more stops.

    Parameters
    ----------
    title
        What fails.
    part
        Loss that is shown: the worse side of each business, or one side of all.
    whole
        All businesses, rather than those hit, those that lose most, and their partners.
    layout
        Of the network; places are the same at every step.
    """
    last = len(stopped(network, found)) - 1
    hit = struck(found)
    lost = 1.0 - found.steps[last]
    weight = (lost * network.businesses["output"].fillna(0.0)).where(lost > LEAST, 0.0)
    drawn = placed(
        network,
        [] if whole else near(network, hit, weight),
        size=network.businesses["output"],
        title=title,
        language=language,
        layout=layout,
    )
    frame = _Frame(network, found, part, frozenset(hit), len(drawn.paints))
    shown = tuple(frame.state(drawn, step, last) for step in range(last + 1))
    made = replace(
        drawn,
        states=States(LABEL, shown, last, LABELS, control="player"),
        paints=(*drawn.paints, *losses()),
    )
    _ = made.text  # so that a cached drawing carries it along
    return made


@dataclass(frozen=True)
class _Frame:
    """What every step of one shock is drawn from; `first` is the colour of who loses nothing."""

    network: SupplyNetwork
    found: Cascade
    part: Part
    hit: frozenset[str]
    first: int

    def state(self, drawn: Drawing, step: int, last: int) -> State:
        """Return the look of one step."""
        lost = self._lost(step)
        here = lost["shown"].reindex([node["id"] for node in drawn.nodes])
        hit = self.hit if step else frozenset()
        return State(
            STEP.fill(step=_whole(step), last=_whole(last)),
            self._note(step, lost["lost"]),
            nodes={
                str(name): {
                    "paint": self._paint(float(share)),
                    "amount": round(float(share), 4),
                    "heed": round(float(share), 4),
                    "mark": "hit" if name in hit else None,
                }
                for name, share in here.items()
                if share > LEAST or name in hit
            },
            edges=self._lines(drawn, step),
            rest={
                "nodes": {"paint": self.first, "amount": 0.0},
                "edges": {"paint": self.first, "opacity": FAINT, "dashes": False},
            },
            legend=self._legend(),
            facts={"nodes": _facts(lost.loc[here.index])},
            order=("lost" if self.part == "total" else self.part, "downstream", "upstream"),
        )

    def _lost(self, step: int) -> pd.DataFrame:
        table = pd.DataFrame(
            {
                "lost": 1 - self.found.steps[step],
                "downstream": 1 - self.found.supplied[step],
                "upstream": 1 - self.found.bought[step],
            }
        )
        return table.assign(shown=table["lost" if self.part == "total" else self.part])

    def _paint(self, share: float) -> int:
        return self.first + (max(1, round(share * STEPS)) if share > LEAST else 0)

    def _lines(self, drawn: Drawing, step: int) -> dict[int, Look]:
        """Trade that stops: for want of what the supplier makes, or of what the buyer needs."""
        table = self._lost(step)
        looks: dict[int, Look] = {}
        for edge in drawn.edges:
            if edge["relation"] != "supplies":
                continue
            down, up = table["downstream"][edge["from"]], table["upstream"][edge["to"]]
            share = {"total": max(down, up), "downstream": down, "upstream": up}[self.part]
            if share > LEAST:
                looks[int(edge["id"])] = {"paint": self._paint(float(share)), "opacity": STOPPED}
        return looks

    def _note(self, step: int, lost: pd.Series) -> Words:
        if not step:
            return CALM
        share = float(stopped(self.network, self.found)[step])
        return STRUCK.fill(share=_share(share), count=_whole(int((lost > LEAST).sum())))

    def _legend(self) -> dict[str, Any]:
        ticks = [Words(en=percent(at, "en"), id=percent(at, "id")) for at in (0.0, 0.5, 1.0)]
        colour = {
            "title": SHADE[self.part],
            "unit": same("%"),
            "ticks": ticks,
            "gaps": None,
            "range": [self.first, self.first + STEPS + 1],
        }
        return {
            "colour": colour,
            "top": SHADE[self.part],
            "lines": {"title": LINES, "entries": []},
        }


def _facts(lost: pd.DataFrame) -> dict[str, list[Fact]]:
    return {
        str(name): [(key, _share(row[key])) for key in LABELS]
        for name, row in lost.to_dict("index").items()
    }


def _share(lost: float) -> Words:
    digits = 0 if round(lost, 3) in (0.0, 1.0) else 1
    return Words(en=percent(lost, "en", digits=digits), id=percent(lost, "id", digits=digits))


def _whole(amount: int) -> Words:
    return Words(en=number(amount, "en"), id=number(amount, "id"))
