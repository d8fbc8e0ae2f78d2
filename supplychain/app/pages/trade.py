"""Who supplies whom: matrix, flows and map of the same choice of trade."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import streamlit as st

from supplychain.app import controls, figures, filters
from supplychain.app.catalogue import page
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words
from supplychain.views import CATALOGUE as VIEWS

FILTERS = ("products", "districts", "commodities", "kinds", "bases")


def _part(view: str, network: SupplyNetwork, language: Language) -> None:
    chosen = filters.draw(network, FILTERS, language)
    st.caption(VIEWS.get(view).meaning(language))
    given = controls.tuned(VIEWS.get(view).parameters, language, prefix=f"{view}-")
    figures.show(network, figures.Request.of(view, filters=chosen, parameters=given), language)


PARTS: Mapping[str, tuple[Words, controls.Part]] = {
    "matriks": (Words(en="Matrix", id="Matriks"), partial(_part, "matrix")),
    "aliran": (Words(en="Flows", id="Aliran"), partial(_part, "sankey")),
    "peta": (Words(en="Map", id="Peta"), partial(_part, "flow_map")),
}


@page(
    title=Words(en="Who supplies whom", id="Siapa memasok siapa"),
    lead=Words(
        en="The same trade as a matrix, as flows and on the map; each can be filtered and saved.",
        id="Perdagangan yang sama sebagai matriks, aliran, dan peta; semuanya dapat disaring dan "
        "disimpan.",
    ),
    icon=":material/account_tree:",
    place=30,
)
def trade(network: SupplyNetwork, language: Language) -> None:
    """Choose a part of the trade; see it as a matrix, as flows or on the map."""
    controls.parts("bagian", PARTS, network, language)
