"""The filters of a page: which part of the network is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from supplychain.app import cache, messages, state
from supplychain.app.controls import several
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words
from supplychain.views import offers
from supplychain.views.offers import Offer

Chosen = Mapping[str, tuple[str, ...]]

FILTERS: Mapping[str, tuple[Words, str, Callable[[SupplyNetwork], Offer]]] = {
    "districts": (
        Words(en="Kabupaten or kota", id="Kabupaten/kota"),
        "kabupaten",
        offers.districts,
    ),
    "commodities": (Words(en="Commodity", id="Komoditas"), "komoditas", offers.commodities),
    "products": (Words(en="Product", id="Produk"), "produk", offers.products),
    "kinds": (Words(en="Kind", id="Jenis usaha"), "jenis", offers.kinds),
    "bases": (Words(en="Basis", id="Dasar angka"), "dasar", offers.bases),
    "relations": (Words(en="Relation", id="Hubungan"), "hubungan", offers.relations),
}
FILTER = Words(en="Filter the data", id="Saring data")
RESET = Words(en="Reset", id="Atur ulang")


def draw(network: SupplyNetwork, names: Sequence[str], language: Language) -> Chosen:
    """Draw filters and return the codes chosen; an empty tuple means all."""
    chosen: dict[str, tuple[str, ...]] = {}
    with st.container(horizontal=True, vertical_alignment="center", width="content"):
        with st.popover(FILTER(language), icon=":material/filter_alt:", key="filter-button"):
            for name in names:
                words, address, _ = FILTERS[name]
                offered = _offered(network, name)
                if name == "products":
                    offered = offers.by_name(offered, language)
                codes = several(address, words, offered, language)
                chosen[name] = tuple(codes)
        if any(chosen.values()):
            st.button(
                RESET(language),
                icon=":material/filter_alt_off:",
                on_click=state.forget,
                args=([FILTERS[name][1] for name in names],),
            )
            st.caption(messages.plain(_said(network, chosen, language)))
    return chosen


def _said(network: SupplyNetwork, chosen: Chosen, language: Language) -> str:
    """Name what is chosen, in one line."""
    parts = []
    for name, codes in chosen.items():
        offered = _offered(network, name)
        named = ", ".join(offered[code](language) for code in codes)
        if named:
            parts.append(f"{FILTERS[name][0](language)}: {named}")
    return " · ".join(parts)


def _offered(network: SupplyNetwork, name: str) -> Offer:
    return cache.result(network, FILTERS[name][2], {})
