"""Who supplies whom: matrix, flows and map of the same choice of trade."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import streamlit as st

from supplychain.app import controls, figures, filters, takeaway
from supplychain.app.catalogue import page
from supplychain.app.figures import Request
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words
from supplychain.views import CATALOGUE as VIEWS

FILTERS = ("products", "districts", "commodities", "kinds", "bases")


def _part(view: str, table: str, network: SupplyNetwork, language: Language) -> None:
    st.caption(VIEWS.get(view).meaning(language))
    buttons = st.container(horizontal=True)
    with buttons:
        chosen = filters.draw(network, FILTERS, language)
    known = VIEWS.get(view).parameters
    given = controls.tuned(known, language, prefix=f"{view}-", buttons=buttons)
    picture = Request.of(view, filters=chosen, parameters=given)
    taken = {parameter.id for parameter in VIEWS.get(table).parameters}
    fitting = {name: value for name, value in given.items() if name in taken}
    numbers = Request.of(table, filters=chosen, parameters=fitting)
    figures.show(network, picture, language)
    with buttons:
        takeaway.offer(network, numbers, language, name=view, picture=picture)
    takeaway.behind(network, numbers, language)


PARTS: Mapping[str, tuple[Words, controls.Part]] = {
    "matriks": (Words(en="Matrix", id="Matriks"), partial(_part, "matrix", "matrix_table")),
    "aliran": (
        Words(en="Flows", id="Aliran"),
        partial(_part, "sankey", "partnership_table"),
    ),
    "peta": (Words(en="Map", id="Peta"), partial(_part, "flow_map", "partnership_table")),
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
