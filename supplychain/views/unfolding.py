"""A network before and after a scenario, and what changed: one drawing in three states."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pandas as pd

from supplychain.core.words import Language, Words, number
from supplychain.metrics.catalogue import PERSONS, RUPIAH_A_YEAR
from supplychain.simulate.effects import Effects
from supplychain.views import shifts
from supplychain.views.drawing import changes, items, measures
from supplychain.views.drawing.changes import Room
from supplychain.views.drawing.measures import Measure
from supplychain.views.drawing.signed import Scale, paints
from supplychain.views.drawing.states import Fact, Look, State, States
from supplychain.views.excerpt import near, placed
from supplychain.views.graph import Drawing
from supplychain.views.layout import Layout
from supplychain.views.moves import MOVED
from supplychain.views.shifts import Shift
from supplychain.views.theme import lowered

TITLE = Words(en="{scenario}: before and after", id="{scenario}: sebelum dan sesudah")
LABEL = Words(en="Before and after the scenario", id="Sebelum dan sesudah skenario")
BEFORE = Words(en="Before", id="Sebelum")
AFTER = Words(en="After", id="Sesudah")
CHANGE = Words(en="Change", id="Perubahan")
TODAY = Words(
    en="The network as it is. Area of a mark: {measure}.",
    id="Jaringan saat ini. Luas tanda: {measure}.",
)
THEN = Words(
    en="The network with the scenario. New partnerships: {new}; ended: {ended}.",
    id="Jaringan dengan skenario ini. Kemitraan baru: {new}; berakhir: {ended}.",
)
SHIFTED = Words(
    en="{measure}: {gaining} businesses gain, {losing} lose; in all {total}.",
    id="{measure}: {gaining} usaha naik, {losing} turun; seluruhnya {total}.",
)
OF = Words(en="Change of {measure}", id="Perubahan {measure}")
LEVELS = {
    "before": Words(en="{measure} before", id="{measure} sebelum"),
    "after": Words(en="{measure} after", id="{measure} sesudah"),
}
TRADED: Mapping[str, Words] = {
    "trade_before": Words(en="Purchases before", id="Pembelian sebelum"),
    "trade_after": Words(en="Purchases after", id="Pembelian sesudah"),
    "trade_change": Words(en="Change of purchases", id="Perubahan pembelian"),
}
UNITS = {"change": RUPIAH_A_YEAR, "value_added": RUPIAH_A_YEAR, "workers": PERSONS}


def unfolded(
    effects: Effects,
    *,
    language: Language,
    measure: str = "change",
    whole: bool = False,
    layout: Layout = "tiers",
) -> Drawing:
    """Draw a scenario's network in three states: before, after, and the change in colour.

    Parameters
    ----------
    measure
        Key of `shifts.MEASURES`: output, value added or jobs.
    whole
        All businesses, rather than those the scenario names or moves, and their partners.
    layout
        Of the network; places are the same in all states.
    """
    network = shifts.joined(effects)
    shift = Shift.of(effects, network, measure)
    drawn = placed(
        network,
        [] if whole else near(network, shifts.named(effects.scenario, network), shift.moved),
        size=network.businesses[shifts.COLUMNS[measure]],
        title=TITLE.fill(scenario=effects.scenario.name),
        language=language,
        layout=layout,
    )
    shown = shift.within(drawn)
    looks = Looks.of(drawn, [shown])
    return attached(
        drawn,
        States(
            LABEL,
            (*_levels(effects, shown, looks), looks.shifted(shown, CHANGE, summary(shift))),
            first=2,
            labels=labels(measure),
            facts=facts(shown),
        ),
    )


def attached(drawn: Drawing, states: States) -> Drawing:
    """Give a drawing its states, and the colours of changes after its own."""
    made = replace(drawn, states=states, paints=(*drawn.paints, *paints()))
    _ = made.text  # so that a cached drawing carries it along
    return made


@dataclass(frozen=True)
class Looks:
    """What all states of one drawing keep to.

    Attributes
    ----------
    room
        Kinds and the largest radius.
    scale, lines
        Colours of changes: of businesses, and of partnerships.
    measure
        Key of `shifts.MEASURES`.
    """

    room: Room
    scale: Scale
    lines: Scale
    measure: str

    @classmethod
    def of(cls, drawn: Drawing, shown: Sequence[Shift]) -> Looks:
        """Take one scale for several shifts, so that they can be compared."""
        measure, first = shown[0].measure, len(drawn.paints)
        moved = [shift.businesses["change"] for shift in shown]
        traded = [shift.partnerships["change"] for shift in shown]
        return cls(
            Room.of(drawn.nodes),
            Scale.of(moved, shifts.STILL[measure], first),
            Scale.of(traded, MOVED, first),
            measure,
        )

    def shifted(self, shift: Shift, name: Words, note: Words) -> State:
        """Return the state that shows a shift in colour."""
        change = shift.businesses["change"]
        say = partial(shifts.bare, measure=self.measure)
        told = (labels(self.measure)["change"], UNITS[self.measure], say)
        return State(
            name,
            note,
            nodes=changes.marks(change, self.room, self.scale),
            edges=changes.lines(shift.partnerships, self.lines),
            rest=changes.rest(self.scale),
            legend=changes.legend(shift.partnerships, (self.scale, self.lines), told, self.room),
            order=("change", "before", "after"),
        )


def _levels(effects: Effects, shift: Shift, looks: Looks) -> tuple[State, State]:
    """Return the states before and after, marks and lines of both by one scale."""
    table, traded, title = shift.businesses, shift.partnerships, shifts.MEASURES[shift.measure]
    both = pd.concat([table["before"], table["after"]])
    size = Measure(both, "level", title, UNITS[shift.measure])
    marks = measures.marks(size, items.SMALL, looks.room.largest)
    legend = {"size": {**size.entry(), "marks": marks}}
    today, then = (
        _sized(table[column], looks.room, float(both.max())) for column in ("before", "after")
    )
    founded = table.index[~table.index.isin(effects.network.businesses.index)]
    new, gone = (traded[kept] for kept in (shift.begun, shift.ended))
    before = State(
        BEFORE,
        TODAY.fill(measure=lowered(title)),
        nodes=_merged(today, {name: {"hidden": True} for name in founded}),
        edges={int(row): {"hidden": True} for row in new.index},
        legend=legend,
        order=("before", "after", "change"),
    )
    after = State(
        AFTER,
        THEN.fill(new=_count(len(new)), ended=_count(len(gone))),
        nodes=_merged(then, _standing(effects, table, looks, founded)),
        edges=_merged(_wide(traded), changes.lines(pd.concat([new, gone]), looks.lines)),
        legend={**legend, "changes": changes.explained(pd.concat([new, gone]), looks.lines)},
        order=("after", "before", "change"),
    )
    return before, after


def _sized(amounts: pd.Series, room: Room, most: float) -> dict[str, Look]:
    radii = room.radii(amounts, most)
    return {
        str(name): {"amount": amount, **({"size": radii[str(name)]} if str(name) in radii else {})}
        for name, amount in amounts.items()
    }


def _standing(
    effects: Effects, table: pd.DataFrame, looks: Looks, founded: pd.Index
) -> dict[str, Look]:
    """Mark who is new and who is gone; the gone keep their size, in grey."""
    output = effects.by_business.reindex(table.index)
    closed = table.index[(output["before"] > MOVED) & (output["after"] <= MOVED)]
    sizes = looks.room.radii(table["before"], float(table["before"].max()))
    ghosts = {
        str(name): {"mark": "gone", "paint": looks.scale.none, "size": sizes.get(str(name))}
        for name in closed
    }
    return {**{str(name): {"mark": "new", "heed": 1} for name in founded}, **ghosts}


def _wide(traded: pd.DataFrame) -> dict[int, Look]:
    wide = changes.widths(traded["after"])
    moved = traded.index[traded["change"].abs() > MOVED]
    return {int(row): {"width": wide[int(row)]} for row in moved}


def _merged(looks: Mapping[Any, Look], others: Mapping[Any, Look]) -> dict[Any, Look]:
    names = dict.fromkeys([*looks, *others])
    return {name: {**looks.get(name, {}), **others.get(name, {})} for name in names}


def labels(measure: str) -> dict[str, Words]:
    """Names of the facts of a measure, by key."""
    title = shifts.MEASURES[measure]
    levels = {key: words.fill(measure=title) for key, words in LEVELS.items()}
    return {**levels, "change": OF.fill(measure=lowered(title)), **TRADED}


def facts(shift: Shift) -> dict[str, dict[Any, list[Fact]]]:
    """Say of each business and partnership what was, what would be, and the difference."""
    return {
        "nodes": {
            str(name): _told(numbers, shift.measure, "")
            for name, numbers in shift.businesses.to_dict("index").items()
        },
        "edges": {
            row: _told(numbers, "change", "trade_")
            for row, numbers in shift.partnerships.to_dict("index").items()
            if numbers["before"] > 0 or numbers["after"] > 0
        },
    }


def _told(numbers: Mapping[Any, float], measure: str, prefix: str) -> list[Fact]:
    before, after, change = (float(numbers[key]) for key in ("before", "after", "change"))
    return [
        (f"{prefix}change", shifts.difference(before, change, measure)),
        (f"{prefix}before", shifts.said(before, measure)),
        (f"{prefix}after", shifts.said(after, measure)),
    ]


def summary(shift: Shift) -> Words:
    """Say how many gain and lose, and how much in all."""
    change = shift.businesses["change"]
    still = shifts.STILL[shift.measure]
    return SHIFTED.fill(
        measure=shifts.MEASURES[shift.measure],
        gaining=_count(int((change > still).sum())),
        losing=_count(int((change < -still).sum())),
        total=shifts.said(float(change.sum()), shift.measure, change=True),
    )


def _count(amount: int) -> Words:
    return Words(en=number(amount, "en"), id=number(amount, "id"))
