"""The filters of a page: which part of the network is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from supplychain.app import cache, state
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
RESET = Words(en="Reset", id="Atur ulang")


def draw(network: SupplyNetwork, names: Sequence[str], language: Language) -> Chosen:
    """Draw filters side by side and return the codes chosen; an empty tuple means all."""
    columns = st.columns(len(names), vertical_alignment="bottom")
    chosen: dict[str, tuple[str, ...]] = {}
    for name, column in zip(names, columns, strict=True):
        label, address, offered = FILTERS[name]
        with column:
            codes = several(address, label, cache.result(network, offered, {}), language)
        chosen[name] = tuple(codes)
    return chosen


def reset(names: Sequence[str], language: Language) -> None:
    """Draw the button that takes all filters away."""
    st.button(
        RESET(language),
        icon=":material/filter_alt_off:",
        on_click=state.forget,
        args=([FILTERS[name][1] for name in names],),
    )
