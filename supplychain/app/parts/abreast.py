"""Two or three saved scenarios side by side."""

from __future__ import annotations

import streamlit as st

from supplychain.app import cache, controls, figures, messages, saved, working
from supplychain.core.errors import ScenarioError, UnknownNameError
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words, same
from supplychain.simulate.effects import Effects
from supplychain.store import Saved
from supplychain.views import abreast as sides

CHOOSE = Words(en="Scenarios, two or three", id="Skenario, dua atau tiga")
FEW = Words(en="Choose two or three saved scenarios.", id="Pilih dua atau tiga skenario tersimpan.")
MANY = Words(
    en="Only the first three are compared.", id="Hanya tiga yang pertama yang dibandingkan."
)
TOTALS = Words(en="Totals", id="Jumlah")
APART = Words(en="Differences by business", id="Perbedaan per usaha")
LEAST = 2


def abreast(network: SupplyNetwork, language: Language) -> None:
    """Choose scenarios; see their totals, and where they differ."""
    there = {stored.id: stored for stored in saved.store().search()}
    names = sides.labelled([stored.scenario.name for stored in there.values()])
    offered = {id: same(name) for id, name in zip(there, names, strict=True)}
    chosen = controls.several("bandingkan", CHOOSE, offered, language)
    if len(chosen) > sides.MOST:
        st.caption(MANY(language))
    taken = {offered[id](language): there[id] for id in chosen[: sides.MOST]}
    compared = _worked(network, taken, language)
    if len(compared) < LEAST:
        messages.empty(FEW, language, icon=":material/compare_arrows:")
        return
    st.markdown(f"**{TOTALS(language)}**")
    st.table(sides.totals(compared, language=language), hide_index=True)
    figure = sides.bars(compared, language=language, theme=figures.theme())
    figures.put(figures.plain(figure), "abreast")
    st.markdown(f"**{APART(language)}**")
    table = sides.differences(compared, language=language)
    st.dataframe(table, hide_index=True, alt=APART(language))


def _worked(
    network: SupplyNetwork, taken: dict[str, Saved], language: Language
) -> dict[str, Effects]:
    """Work out each scenario; say of one that does not fit the open data why, and go on."""
    found = {}
    for name, stored in taken.items():
        try:
            asked = working.asked(stored.scenario, "outside")
            found[name] = cache.result(network, working.effects, asked)
        except (ScenarioError, UnknownNameError) as error:
            st.warning(f"**{messages.plain(name)}** — {messages.plain(error.words(language))}")
    return found
