"""Which sentra together carry most: what to fund, or to protect, first."""

from __future__ import annotations

import streamlit as st

from supplychain.app import controls, messages
from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Range
from supplychain.core.words import Language, Words, percent
from supplychain.views import mainstay

SLOTS = Words(en="Most sentra", id="Paling banyak sentra")
BUDGET = Words(
    en="Budget (DAK, billion rupiah; the largest means no limit)",
    id="Anggaran (DAK, miliar rupiah; terbesar berarti tanpa batas)",
)
GOAL = Words(en="What counts", id="Yang diutamakan")
GOALS = {
    "output": Words(en="Output", id="Nilai produksi"),
    "value_added": Words(en="Value added", id="Nilai tambah"),
    "jobs": Words(en="Jobs", id="Tenaga kerja"),
}
WAITING = Words(en="Searching for the group …", id="Mencari kelompoknya …")
CARRY = Words(en="Carried together, a year", id="Ditopang bersama, per tahun")
GAP = Words(
    en="The search ended in time: another group could exceed this one by {gap} at most.",
    id="Pencarian dihentikan waktu: kelompok lain paling banyak lebih baik {gap}.",
)
MEANING = Words(
    en="What the network would lose if these sentra stopped all at once and nobody replaced them. "
    "A sentra without stated funds costs nothing here.",
    id="Yang hilang dari jaringan bila sentra-sentra ini berhenti bersamaan dan tidak ada yang "
    "menggantikannya. Sentra tanpa catatan dana dianggap tidak memakan anggaran.",
)
NONE = Words(en="These data hold no sentra.", id="Data ini tidak memuat sentra.")
LIMIT = 200.0
BILLION = 1e9
PROVEN = 1e-6


def mainstays(network: SupplyNetwork, language: Language) -> None:
    """Choose slots and a budget; see the group, and why it is not the largest singly."""
    st.caption(MEANING(language))
    kinds = network.businesses["kind"]
    among = tuple(str(name) for name in kinds.index[kinds == "sentra"])
    if not among:
        messages.empty(NONE, language)
        return
    left, middle, right = st.columns(3)
    with left:
        goal = controls.pick("menopang", GOAL, GOALS, language)
    with middle:
        slots = controls.step("sentra", SLOTS, Range(1.0, 10.0, 1.0), language, default=3.0)
    with right:
        billions = controls.step("dak", BUDGET, Range(0.0, LIMIT, 5.0), language, default=LIMIT)
    budget = float("inf") if billions >= LIMIT else billions * BILLION
    given = {"among": among, "slots": int(slots), "budget": budget, "measure": goal}
    found = messages.awaited(network, mainstay.mainstays, given, WAITING(language))
    st.metric(CARRY(language), mainstay.said(found.group.loss, goal, language), width="content")
    for line in mainstay.told(network, found, goal, language):
        st.markdown(messages.plain(line))
    st.table(mainstay.table(network, found, goal, language), hide_index=True)
    if found.group.gap > PROVEN:
        st.caption(GAP.fill(gap=percent(found.group.gap, language, digits=1))(language))
