"""Pick a supplier and a buyer by clicking them in the graph."""

from __future__ import annotations

import streamlit as st

from supplychain.app import cache, controls, messages, state
from supplychain.app.component import graph
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words
from supplychain.views import picked
from supplychain.views.trade import names

SHOW = Words(en="Pick businesses in the graph", id="Pilih usaha pada graf")
HOW = Words(
    en="Click a business, then say what it is to be.",
    id="Klik satu usaha, lalu tentukan perannya.",
)
ROLES = {
    "pemasok": Words(en="{name} as supplier", id="{name} sebagai pemasok"),
    "pembeli": Words(en="{name} as buyer", id="{name} sebagai pembeli"),
}
HEIGHT = 520  # px


def picking(network: SupplyNetwork, language: Language) -> None:
    """Draw the graph if asked for, and a button for each role of the business chosen in it."""
    if not controls.switch("graf-pilih", SHOW, language):
        return
    st.caption(HOW(language))
    drawn = cache.result(network, picked.picture, {"language": language})
    chosen = graph(drawn, key="graph-pick", height=HEIGHT, language=language).business
    if chosen is None or chosen not in network.businesses.index:
        return
    name = messages.plain(str(names(network)[chosen]))
    with st.container(horizontal=True):
        for role, words in ROLES.items():
            st.button(
                words.fill(name=name)(language),
                on_click=_take,
                args=(role, chosen, language),
                key=f"pick-{role}",
            )


def _take(role: str, business: str, language: Language) -> None:
    state.keep(role, business, "")
    st.session_state[state.key(role, language)] = business
