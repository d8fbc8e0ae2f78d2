"""Where the numbers stand, and who published them."""

from __future__ import annotations

import streamlit as st

from supplychain.app import blocks, cache, messages
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words
from supplychain.views import standing

INTRO = Words(
    en="Reported: an outside source gives the number. Estimated: worked out from reported numbers "
    "by a rule. Assumed: set by the model so that the calculation has something to work on.",
    id="Dilaporkan: angka disebut sumber luar. Diperkirakan: dihitung dari angka yang dilaporkan "
    "menurut kaidah. Diasumsikan: ditetapkan model agar perhitungan dapat berjalan.",
)
FIELDS = Words(en="Basis of each field", id="Dasar setiap isian")
SOURCES = Words(en="Sources", id="Sumber")
NONE = Words(en="These data list no sources.", id="Data ini tidak mencantumkan sumber.")


def provenance(network: SupplyNetwork, language: Language) -> None:
    """Show how much of each field is reported, and the list of sources."""
    st.markdown(INTRO(language))
    st.subheader(FIELDS(language), anchor=False)
    st.html(blocks.standings(cache.result(network, standing.by_field, {}), language))
    st.subheader(SOURCES(language), anchor=False)
    table = cache.result(network, standing.sources, {"language": language})
    if table.empty:
        messages.empty(NONE, language, icon=":material/article:")
        return
    address = standing.HEADERS["address"](language)
    st.dataframe(
        table,
        hide_index=True,
        placeholder="–",
        column_config={address: st.column_config.LinkColumn(address)},
        alt=SOURCES(language),
    )
