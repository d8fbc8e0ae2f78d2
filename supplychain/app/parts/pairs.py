"""What lies between two businesses: how far apart they are, and along which paths."""

from __future__ import annotations

import streamlit as st

from supplychain.app import blocks, cache, controls, messages
from supplychain.app.parts import metric as metrics
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words, number
from supplychain.metrics import CATALOGUE
from supplychain.views import offers, pairs, story

SUPPLIER = Words(en="Supplier", id="Pemasok")
BUYER = Words(en="Buyer", id="Pembeli")
UNLINKED = Words(
    en="No goods of this supplier reach this buyer, directly or through others. Choose another "
    "pair.",
    id="Barang pemasok ini tidak sampai ke pembeli ini, langsung maupun melalui usaha lain. Pilih "
    "pasangan lain.",
)


def between(network: SupplyNetwork, language: Language) -> None:
    """Choose a supplier and a buyer; see the mean length and the paths between them."""
    supplier, buyer = _pair(network, language)
    ends = {"supplier": supplier, "buyer": buyer}
    length, paths = (CATALOGUE.get(name) for name in ("propagation_length", "structural_paths"))
    known = [each for each in paths.parameters if each.id not in ends]
    given = controls.tuned(known, language, prefix="jalur-")
    found = cache.values(network, paths, {**ends, **given})
    if found.empty:
        messages.empty(UNLINKED, language, icon=":material/link_off:")
    else:
        steps = cache.values(network, length, ends)
        st.metric(
            f"{length.title(language)} ({length.unit(language)})", number(steps, language, digits=2)
        )
        st.html(blocks.table(pairs.told(network, found, language=language)))
    for metric in (length, paths):
        metrics.about(network, metric, ends, language)


def _pair(network: SupplyNetwork, language: Language) -> tuple[str, str]:
    offered = cache.result(network, offers.businesses, {})
    first = pairs.connected(network, cache.result(network, story.best_told, {}))
    left, right = st.columns(2)
    with left:
        supplier = controls.choose("pemasok", SUPPLIER, offered, language, default=first[0])
    with right:
        buyer = controls.choose("pembeli", BUYER, offered, language, default=first[1])
    return supplier, buyer
