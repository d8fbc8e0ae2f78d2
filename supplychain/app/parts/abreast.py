"""Two or three saved scenarios side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from supplychain.app import cache, controls, figures, messages, saved, working
from supplychain.app.parts import phases, shortages
from supplychain.app.working import Asked
from supplychain.core.errors import ScenarioError, UnknownNameError
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words, same
from supplychain.store import Saved
from supplychain.views import abreast as sides
from supplychain.views import shifts

CHOOSE = Words(en="Scenarios, two or three", id="Skenario, dua atau tiga")
FEW = Words(en="Choose two or three saved scenarios.", id="Pilih dua atau tiga skenario tersimpan.")
MANY = Words(
    en="Only the first three are compared.", id="Hanya tiga yang pertama yang dibandingkan."
)
TOTALS = Words(en="Totals", id="Jumlah")
RESULT = Words(en="Result", id="Hasil")
DRAWING = Words(en="Drawing the network …", id="Menggambar jaringan …")
FILE = Words(en="scenarios-compared", id="banding-skenario")
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
    rule = shortages.rule("banding", network, language) if taken else {}
    compared = _worked(network, taken, rule, language)
    if len(compared) < LEAST:
        messages.empty(FEW, language, icon=":material/compare_arrows:")
        return
    found = {
        name: cache.result(network, working.effects, {"asked": compared[name]}) for name in compared
    }
    st.markdown(f"**{TOTALS(language)}**")
    st.table(sides.totals(found, language=language), hide_index=True)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        measure = controls.pick("diukur-banding", RESULT, shifts.MEASURES, language)
        look, take = phases.look("banding", language), st.container(width="content")
    _graph(network, compared, {"measure": measure, **look.given}, (look, take), language)
    figure = sides.bars(found, language=language, theme=figures.theme(), measure=measure)
    figures.put(figures.plain(figure), "abreast")
    st.markdown(f"**{APART(language)}**")
    table = sides.differences(found, language=language, measure=measure)
    st.dataframe(table, hide_index=True, alt=APART(language))


def _graph(
    network: SupplyNetwork,
    compared: Mapping[str, Asked],
    given: Mapping[str, Any],
    placed: tuple[phases.Look, DeltaGenerator],
    language: Language,
) -> None:
    """Draw the scenarios as states of one graph, so that places are the same for all."""
    look, take = placed
    asked = {"compared": tuple(compared.items()), "language": language, **given}
    with st.spinner(DRAWING(language)):
        drawn = cache.result(network, working.differing, asked)
    phases.show(drawn, f"abreast-{look.name}", language)
    phases.offer(drawn, network, FILE, take, language)


def _worked(
    network: SupplyNetwork, taken: dict[str, Saved], rule: Mapping[str, Any], language: Language
) -> dict[str, Asked]:
    """Work out each scenario; say of one that does not fit the open data why, and go on."""
    found = {}
    for name, stored in taken.items():
        asked = Asked.of(stored.scenario, **rule)
        try:
            cache.result(network, working.effects, {"asked": asked})
            found[name] = asked
        except (ScenarioError, UnknownNameError) as error:
            st.warning(f"**{messages.plain(name)}** — {messages.plain(error.words(language))}")
    return found
