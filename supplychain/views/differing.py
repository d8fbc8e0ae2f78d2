"""Scenarios on one graph: each one's change in one scale of colour, and where they differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import pandas as pd

from supplychain.core.words import Language, Words, same
from supplychain.simulate.effects import Effects
from supplychain.views import shifts
from supplychain.views.drawing import changes
from supplychain.views.drawing.states import Fact, State, States
from supplychain.views.excerpt import near, placed
from supplychain.views.graph import Drawing
from supplychain.views.layout import Layout
from supplychain.views.shifts import Shift
from supplychain.views.theme import lowered
from supplychain.views.unfolding import Looks, attached, facts, labels, summary

TITLE = Words(en="Scenarios compared: {names}", id="Perbandingan skenario: {names}")
LABEL = Words(en="Scenario shown", id="Skenario yang ditampilkan")
GAP = "gap"
APART = Words(en="Difference", id="Selisih")
BETWEEN = Words(en="Difference of {measure}", id="Selisih {measure}")
LESS = Words(en="Difference {one} − {other}", id="Selisih {one} − {other}")
LINES = {
    "more": Words(en="more in {one}", id="lebih besar pada {one}"),
    "less": Words(en="more in {other}", id="lebih besar pada {other}"),
    "new": Words(en="only in {one}", id="hanya pada {one}"),
    "gone": Words(en="only in {other}", id="hanya pada {other}"),
}
MORE = Words(
    en="Blue-green: more with {one}. Red: more with {other}.",
    id="Biru-hijau: lebih banyak pada {one}. Merah: lebih banyak pada {other}.",
)
LETTERS = "ABC"
"""Short names of the scenarios, in their order."""
LETTERED = Words(en="{letter}: {name}", id="{letter}: {name}")


def differing(
    compared: Mapping[str, Effects],
    *,
    language: Language,
    measure: str = "change",
    whole: bool = False,
    layout: Layout = "tiers",
) -> Drawing:
    """Draw two or three scenarios as states of one drawing, and of two their difference.

    Parameters
    ----------
    compared
        Effects by the name of the scenario, on the same network.
    measure
        Key of `shifts.MEASURES`: output, value added or jobs.
    whole
        All businesses, rather than those the scenarios name or move, and their partners.
    layout
        Of the network; places are the same for all scenarios.
    """
    network = shifts.joined(*compared.values())
    found = {name: Shift.of(each, network, measure) for name, each in compared.items()}
    weight = pd.concat([shift.moved for shift in found.values()], axis=1).max(axis=1)
    chosen = [n for each in compared.values() for n in shifts.named(each.scenario, network)]
    drawn = placed(
        network,
        [] if whole else near(network, list(dict.fromkeys(chosen)), weight),
        size=network.businesses[shifts.COLUMNS[measure]],
        title=TITLE.fill(names=", ".join(compared)),
        language=language,
        layout=layout,
    )
    shown = {name: shift.within(drawn) for name, shift in found.items()}
    gaps = _gaps(shown)
    looks = Looks.of(drawn, [*shown.values(), *gaps.values()])
    states = [
        replace(
            looks.shifted(shift, _lettered(shown, name), summary(found[name])), facts=facts(shift)
        )
        for name, shift in shown.items()
    ]
    states += [_apart(looks, pair, gap, shown) for pair, gap in gaps.items()]
    named = {**labels(measure), GAP: APART, **{name: same(name) for name in shown}}
    first = len(shown) if gaps else 0
    return attached(drawn, States(LABEL, tuple(states), first, named, control="switch"))


def _gaps(shown: Mapping[str, Shift]) -> dict[tuple[str, str], Shift]:
    """Return how the others differ from the first: what they lead to, less what it leads to."""
    first, *others = shown
    return {(name, first): _between(shown[first], shown[name]) for name in others}


def _between(base: Shift, other: Shift) -> Shift:
    businesses, partnerships = (
        pd.DataFrame({"before": a["after"], "after": b["after"], "change": b["after"] - a["after"]})
        for a, b in ((base.businesses, other.businesses), (base.partnerships, other.partnerships))
    )
    return Shift(businesses, partnerships, base.measure)


def _apart(looks: Looks, pair: tuple[str, str], gap: Shift, shown: Mapping[str, Shift]) -> State:
    """Return the state that shows in colour what one scenario brings more or less than another."""
    title = BETWEEN.fill(measure=lowered(shifts.MEASURES[gap.measure]))
    letters = dict(zip(("one", "other"), (_letter(shown, name) for name in pair), strict=True))
    called = dict(zip(("one", "other"), (_lettered(shown, name) for name in pair), strict=True))
    state = looks.shifted(gap, LESS.fill(**letters), MORE.fill(**called))
    words = {key: line.fill(**letters) for key, line in LINES.items()}
    return replace(
        state,
        edges={row: {**look, "mark": None} for row, look in state.edges.items()},
        legend={
            **state.legend,
            **{part: {**state.legend[part], "title": title} for part in ("colour", "size")},
            "changes": changes.explained(gap.partnerships, looks.lines, words),
        },
        facts={"nodes": _told(gap, {name: shown[name] for name in pair})},
        order=(GAP, *pair),
    )


def _told(gap: Shift, shown: Mapping[str, Shift]) -> dict[str, list[Fact]]:
    """Say of each business how far the scenarios are apart, and what each changes."""
    say = partial(shifts.said, measure=gap.measure, change=True)
    table = pd.DataFrame({GAP: gap.businesses["change"]})
    for scenario, shift in shown.items():
        table[scenario] = shift.businesses["change"]
    return {
        str(name): [(str(key), say(float(change))) for key, change in row.items()]
        for name, row in table.to_dict("index").items()
    }


def _letter(shown: Mapping[str, Shift], name: str) -> str:
    return LETTERS[list(shown).index(name)]


def _lettered(shown: Mapping[str, Shift], name: str) -> Words:
    return LETTERED.fill(letter=_letter(shown, name), name=name)
