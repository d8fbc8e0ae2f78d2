"""The best set of partnerships when places are few."""

from __future__ import annotations

from typing import Any

import streamlit as st

from supplychain.app import controls, messages
from supplychain.app.parts import proposals, ranked
from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Range
from supplychain.core.scenario import Scenario
from supplychain.core.words import Language, Words, number, percent
from supplychain.recommend import GOALS, Portfolio, portfolio
from supplychain.views import gains
from supplychain.views.headline import PERSONS
from supplychain.views.moves import signed

SLOTS = Words(en="Number of slots", id="Jumlah tempat")
GOAL = Words(en="What counts", id="Yang diutamakan")
MIXED = "campuran"
MIX = Words(en="A mix of all", id="Campuran semuanya")
WAITING = Words(en="Searching for the best set …", id="Mencari paket terbaik …")
MEANING = Words(
    en="The set with the largest sum of gains: nobody sells more than it can spare, nobody is sold "
    "more than it needs.",
    id="Paket dengan jumlah hasil terbesar: tidak ada yang menjual melebihi kemampuannya, tidak "
    "ada yang dipasok melebihi kebutuhannya.",
)
SUM = Words(en="Sum of the gains: {goal}", id="Jumlah hasil: {goal}")
A_YEAR = Words(en=" a year", id=" per tahun")
CHOSEN = Words(en="Partnerships chosen", id="Kemitraan terpilih")
EXACT = Words(en="Proven: no better set exists.", id="Terbukti: tidak ada paket yang lebih baik.")
GAP = Words(
    en="The search ended in time: a better set could exceed this one by {gap} at most.",
    id="Pencarian dihentikan waktu: paket lain paling banyak lebih baik {gap}.",
)
TOGETHER = Words(
    en="Gains are added up here. What the partnerships do to each other, the simulation of the set "
    "counts too.",
    id="Di sini hasil dijumlahkan. Pengaruh kemitraan satu sama lain ikut dihitung dalam simulasi "
    "paket ini.",
)
TRY = Words(en="Simulate the set", id="Simulasikan paket ini")
NAME = Words(en="Best set of {count} partnerships", id="Paket terbaik {count} kemitraan")
PROVEN = 1e-6


def best_set(network: SupplyNetwork, language: Language) -> None:
    """Choose slots and a goal; see the set, how sure it is the best, and try it."""
    st.caption(MEANING(language))
    wanted = ranked.asked(network, language)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        goal = controls.choose("tujuan", GOAL, {**GOALS, MIXED: MIX}, language, default="output")
        slots = int(controls.step("tempat", SLOTS, Range(1.0, 30.0, 1.0), language, default=5.0))
    given = {**wanted, "slots": slots, "goal": goal}
    found = messages.awaited(network, chosen, given, WAITING(language))
    if found.chosen.empty:
        ranked.nothing(language)
        return
    _said(found, language)
    rows = found.chosen.reset_index(drop=True)
    st.dataframe(
        gains.table(network, rows, language=language),
        hide_index=True,
        placeholder="–",
        alt=CHOSEN(language),
    )
    st.caption(TOGETHER(language))
    edits = tuple(ranked.edit(row) for _, row in rows.iterrows())
    name = NAME.fill(count=len(rows))(language)
    proposals.begin(Scenario(name=name, edits=edits), TRY, language)


def chosen(network: SupplyNetwork, *, slots: int, goal: str, **wanted: Any) -> Portfolio:
    """Find the best set among the rows that fit."""
    weights = {each: 1.0 for each in GOALS if goal in (each, MIXED)}
    return portfolio(ranked.rows(network, **wanted), slots=slots, weights=weights)


def _said(found: Portfolio, language: Language) -> None:
    units = {"output": "Rp", "value_added": "Rp", "workers": "persons"}
    with st.container(horizontal=True):
        for goal, unit in units.items():
            label = SUM.fill(goal=GOALS[goal])(language)
            total = signed(float(found.chosen[goal].sum()), unit, language)
            if unit == "Rp":
                st.metric(label + A_YEAR(language), total, width="content")
            else:
                st.metric(label, PERSONS.fill(value=total)(language), width="content")
        st.metric(CHOSEN(language), number(len(found.chosen), language), width="content")
    if found.gap <= PROVEN:
        st.caption(f":material/verified: {EXACT(language)}")
    else:
        st.caption(GAP.fill(gap=percent(found.gap, language, digits=1))(language))
