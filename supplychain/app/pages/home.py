"""The first page: what this is, the size of the network, one case from raw material to jobs."""

from __future__ import annotations

import streamlit as st

from supplychain.app import blocks, cache, figures, links, messages
from supplychain.app.catalogue import ordered, page
from supplychain.app.figures import Request
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words
from supplychain.views import overview, story

CASE = Words(en="One case, step by step: {name}", id="Satu kasus, selangkah demi selangkah: {name}")
MORE = Words(en="More on the map", id="Selengkapnya di peta")
MAP = Request.of("flow_map", parameters={"arcs": 15})
SEE = Words(en="See it in the network", id="Lihat dalam jaringan")
FIGURES = Words(en="The network in figures", id="Jaringan dalam angka")


@page(
    title=Words(en="Home", id="Beranda"),
    lead=Words(
        en="See which small-industry clusters (sentra) feed which industries, and how far a rupiah "
        "of demand or a lost supplier reaches through them. Every number says whether it is "
        "reported, estimated or assumed, and by whom.",
        id="Lihat sentra mana yang memasok industri mana, dan sejauh mana satu rupiah permintaan "
        "atau hilangnya satu pemasok menjalar di antara mereka. Setiap angka menyebut apakah "
        "dilaporkan, diperkirakan, atau diasumsikan, dan oleh siapa.",
    ),
    icon=":material/home:",
    place=10,
)
def home(network: SupplyNetwork, language: Language) -> None:
    """Say what this is, show its size, and lead to the other pages."""
    _doors(language)
    st.subheader(FIGURES(language), anchor=False)
    st.html(blocks.facts(cache.result(network, overview.facts, {"language": language}), language))
    _case(network, language)
    figures.show(network, MAP, language)
    links.link("siapa-memasok-siapa", language, label=MORE, bagian="peta")


def ahead(network: SupplyNetwork, language: Language) -> None:
    """Compute what the page shows, so that its first visitor does not wait for it."""
    cache.result(network, overview.facts, {"language": language})
    sentra = cache.result(network, story.best_told, {})
    if sentra:
        cache.result(network, story.story, {"sentra": sentra, "language": language})
    figures.ahead(network, MAP, language)


def _case(network: SupplyNetwork, language: Language) -> None:
    sentra = cache.result(network, story.best_told, {})
    if sentra:
        name = messages.plain(str(network.businesses["name"][sentra]))
        st.subheader(CASE.fill(name=name)(language), anchor=False)
        given = {"sentra": sentra, "language": language}
        st.html(blocks.steps(cache.result(network, story.story, given), language))
        links.link("jaringan", language, label=SEE, usaha=sentra)


def _doors(language: Language) -> None:
    others = [known for known in ordered() if known.fn is not home]
    with st.container(key="doors"):
        for other in others:
            with st.container(border=True, height="stretch"):
                links.link(other.id, language)
                st.caption(other.lead(language))
