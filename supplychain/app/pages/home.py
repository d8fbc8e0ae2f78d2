"""The first page: what this is, the size of the network, one case from raw material to jobs."""

from __future__ import annotations

import streamlit as st

from supplychain.app import blocks, cache, links
from supplychain.app.catalogue import CATALOGUE, page
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words
from supplychain.views import overview

INTRO = Words(
    en="See which small-industry clusters (sentra) feed which industries, and how far a rupiah of "
    "demand or a lost supplier reaches through them. Every number says whether it is reported, "
    "estimated or assumed, and by whom.",
    id="Lihat sentra mana yang memasok industri mana, dan sejauh mana satu rupiah permintaan atau "
    "hilangnya satu pemasok menjalar di antara mereka. Setiap angka menyebut apakah dilaporkan, "
    "diperkirakan, atau diasumsikan, dan oleh siapa.",
)
FIGURES = Words(en="The network in figures", id="Jaringan dalam angka")


@page(title=Words(en="Home", id="Beranda"), icon=":material/home:", place=10)
def home(network: SupplyNetwork, language: Language) -> None:
    """Say what this is, show its size, and lead to the other pages."""
    st.markdown(INTRO(language))
    with st.container(horizontal=True):
        for other in [known.id for known in CATALOGUE if known.fn is not home]:
            links.link(other, language)
    st.subheader(FIGURES(language), anchor=False)
    st.html(blocks.facts(cache.result(network, overview.facts, {"language": language}), language))
