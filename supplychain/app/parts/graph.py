"""The interactive graph: what it shows, what is chosen in it, and taking it away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from supplychain.app import cache, controls, filters, messages, state, takeaway
from supplychain.app.component import Selection, graph
from supplychain.app.figures import Frozen
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words
from supplychain.exports import html
from supplychain.exports.tables import NAME
from supplychain.views import picked
from supplychain.views.graph import Drawing, Filters, Focus

KEY = "graph"
HEIGHT = 680  # px
LOOK = Words(en="Appearance", id="Tampilan")
LAYOUT = Words(en="Layout", id="Tata letak")
LOOKS = {
    "size": ("ukuran", Words(en="Size", id="Ukuran"), picked.sizes),
    "colour": ("warna", Words(en="Colour", id="Warna"), picked.colours),
    "width": ("tebal", Words(en="Line width", id="Tebal garis"), picked.widths),
}
FIRST = {"layout": "tiers", "size": "output", "colour": "kind", "width": "value"}
"""How the graph is shown at first."""
TAKE = Words(en="Download", id="Unduh")
VIEW = Words(en="Exactly this view (HTML)", id="Persis tampilan ini (HTML)")
WHOLE = Words(en="The whole network", id="Seluruh jaringan")
CHOICES = {"business": "usaha", "partnership": "kemitraan", "focus": "fokus"}
FILTERS = {
    "districts": "district",
    "commodities": "commodity",
    "products": "product",
    "kinds": "kind",
    "bases": "basis",
    "relations": "relation",
}


@messages.fragment
def explorer(network: SupplyNetwork, language: Language) -> None:
    """Choose what the graph shows, explore it, and take it away."""
    known = _known()
    with st.container(horizontal=True, vertical_alignment="center"):
        chosen = filters.draw(network, list(FILTERS), language)
        shown = Frozen.of({FILTERS[name]: codes for name, codes in chosen.items()})
        given = {**_look(known, language), "language": language, "filters": shown}
        place = st.container(width="content")
    drawn = cache.result(network, picture, given)
    selected = graph(drawn, key=KEY, height=HEIGHT, language=language, selection=known)
    for name, address in CHOICES.items():
        value = getattr(selected, name)
        state.keep(address, "" if value is None else str(value), "")
    with place:
        _downloads(network, given, selected, language)


def ahead(network: SupplyNetwork, language: Language) -> None:
    """Draw the graph as it is shown first, before anyone asks for it."""
    shown = Frozen.of(dict.fromkeys(FILTERS.values(), ()))
    cache.result(network, picture, {**FIRST, "focus": None, "language": language, "filters": shown})


def picture(
    network: SupplyNetwork,
    *,
    filters: Frozen,
    focus: str | None,
    moved: Mapping[str, tuple[float, float]] | None = None,
    **look: Any,
) -> Drawing:
    """Draw the graph from choices that can stand in a key."""
    return picked.picture(
        network,
        filters=Filters(**filters.thawed()),
        focus=Focus(focus) if focus else None,
        moved=moved,
        **look,
    )


def _look(known: Selection, language: Language) -> dict[str, str | None]:
    with st.popover(LOOK(language), icon=":material/palette:"):
        layout = controls.pick("tata", LAYOUT, picked.LAYOUTS, language)
        return {
            "layout": layout,
            **{
                name: controls.choose(address, words, offered(), language, default=FIRST[name])
                for name, (address, words, offered) in LOOKS.items()
            },
            "focus": known.business if layout == "focus" else None,
        }


def _known() -> Selection:
    """Return what is chosen: in the graph already, else by the address or before."""
    mounted: Mapping[str, Any] | None = st.session_state.get(KEY)
    if mounted and mounted.get("selection"):
        return Selection(**mounted["selection"], moved=mounted.get("moved") or {})
    chosen = {name: state.recall(address, "") for name, address in CHOICES.items()}
    row = chosen["partnership"]
    return Selection(
        business=chosen["business"] or None,
        partnership=int(row) if row.isdecimal() else None,
        focus=chosen["focus"] or None,
    )


def _downloads(
    network: SupplyNetwork, given: Mapping[str, Any], selected: Selection, language: Language
) -> None:
    def this_view() -> bytes:
        drawn = picture(network, **given, moved=selected.moved)
        return html.of_drawing(drawn, network).content

    with st.popover(TAKE(language), icon=":material/download:"):
        st.download_button(
            VIEW(language),
            this_view,
            f"{NAME(language)}.html",
            "text/html",
            on_click="ignore",
            type="primary",
        )
        st.caption(WHOLE(language))
        takeaway.whole(network, language)
