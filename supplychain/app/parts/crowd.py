"""A crowd in the graph: which groups are open, and one business found among many."""

from __future__ import annotations

import streamlit as st

from supplychain.app import cache, messages, state
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words, number
from supplychain.views import groups
from supplychain.views.graph import Focus
from supplychain.views.view import View

ADDRESS = "buka"
SHOWN = Words(
    en="{count} businesses are shown as groups. Double-click a group to open it.",
    id="{count} usaha ditampilkan sebagai kelompok. Klik ganda satu kelompok untuk membukanya.",
)
OPEN = Words(en="Open groups", id="Kelompok yang dibuka")
CLOSE = Words(en="Deselect a group to close it.", id="Hapus pilihan untuk menutup kelompok.")
SEARCH = Words(en="Find a business", id="Cari usaha")
NAME = Words(en="Part of its name", id="Sebagian namanya")
FOUND = Words(en="Show its surroundings", id="Tampilkan sekitarnya")
NONE = Words(en="No business has this in its name.", id="Tidak ada usaha dengan nama itu.")


def opened(network: SupplyNetwork, view: View, language: Language) -> tuple[tuple[str, ...], View]:
    """Say which groups are open, and draw what opens, closes and searches.

    Parameters
    ----------
    view
        What is seen; a focus on a group asks for it to be opened.

    Returns
    -------
    tuple
        Ids of the open groups, and the view without such a focus.
    """
    if not groups.crowded(network) or view.layout == "focus":
        return (), view
    known = state.recall_all(ADDRESS)
    asked = view.focus.business if view.focus else ""
    if groups.opens(asked) and asked not in known:
        known = [*known, asked]
        view = view.model_copy(update={"focus": None, "business": None, "camera": None})
        state.put({ADDRESS: known})
    st.caption(SHOWN.fill(count=number(len(network), language))(language))
    return _kept_open(network, known, language), view


def search(network: SupplyNetwork, view: View, language: Language) -> View | None:
    """Draw a search by name; return the view around the business found, when it is asked for."""
    if not groups.crowded(network):
        return None
    with st.popover(SEARCH(language), icon=":material/search:"):
        asked = st.text_input(NAME(language), key=state.key("cari", language))
        found = groups.found(network, asked) if asked else {}
        if asked and not found:
            messages.empty(NONE, language, icon=":material/search_off:")
        if not found:
            return None
        chosen: str = st.selectbox(
            SEARCH(language), list(found), format_func=lambda node: found[node]
        )
        if not st.button(FOUND(language), type="primary"):
            return None
    return View(
        layout="focus", size=view.size, colour=view.colour, business=chosen, focus=Focus(chosen)
    )


def _kept_open(network: SupplyNetwork, known: list[str], language: Language) -> tuple[str, ...]:
    given = {"opened": tuple(known), "language": language}
    names = cache.result(network, groups.names, given)
    if not names:
        return ()
    chosen = st.pills(
        OPEN(language),
        list(names),
        selection_mode="multi",
        default=list(names),
        format_func=lambda node: names[node],
        key=state.key(ADDRESS, language),
        help=CLOSE(language),
    )
    state.keep(ADDRESS, chosen, [])
    return tuple(chosen)
