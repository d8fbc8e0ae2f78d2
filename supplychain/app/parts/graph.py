"""The interactive graph: what it shows, what is chosen in it, and taking it away."""

from __future__ import annotations

from typing import Any

import streamlit as st

from supplychain.app import cache, component, controls, messages, state, takeaway
from supplychain.app.component import link
from supplychain.app.parts import crowd, telling
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words
from supplychain.views import address, picked
from supplychain.views.graph import Drawing, Focus
from supplychain.views.view import View

KEY = "graph"
HEIGHT = 680  # px
LOOK = Words(en="Appearance", id="Tampilan")
LAYOUT = Words(en="Layout", id="Tata letak")
LOOKS = {
    "size": (Words(en="Size", id="Ukuran"), picked.sizes),
    "colour": (Words(en="Colour", id="Warna"), picked.colours),
    "width": (Words(en="Line width", id="Tebal garis"), picked.widths),
}
TAKE = Words(en="Download", id="Unduh")
SHARE = Words(en="Share", id="Bagikan")
NOT_IN_THE_ADDRESS = Words(
    en="You moved {count} businesses; the address holds {most}. They stay for this session, and "
    "in the HTML file.",
    id="Anda memindahkan {count} usaha; alamat memuat {most}. Letaknya tersimpan selama sesi ini, "
    "dan dalam berkas HTML.",
)
_WANTED = "graph·wanted"


@messages.fragment
def explorer(network: SupplyNetwork, language: Language) -> None:
    """Choose what the graph shows, explore it, and take it away."""
    known = _known(network)
    with st.container(horizontal=True, vertical_alignment="center"):
        view = known.model_copy(update=_look(language))
        wanted = crowd.search(network, view, language)
        place = st.container(width="content", horizontal=True)
    if wanted:
        want(wanted, network)
        st.rerun(scope="fragment")
    opened, view = crowd.opened(network, view, language)
    drawn = cache.result(network, picture, _given(view, language, opened))
    seen = component.graph(drawn, key=KEY, height=HEIGHT, language=language, view=view)
    _remember(seen, network, language)
    with place:
        _downloads(network, seen, opened, language)
        telling.add(seen, language)
    telling.draw(network, lambda step: want(step, network), language)


def ahead(network: SupplyNetwork, language: Language) -> None:
    """Draw the graph as it is shown first, before anyone asks for it."""
    cache.result(network, picture, _given(View(), language))


def want(view: View, network: SupplyNetwork) -> None:
    """Let the graph show a view on the next run of its page."""
    state.put(address.write(view, _ids(network)))
    st.session_state[_WANTED] = view


def picture(network: SupplyNetwork, *, centre: str | None, **look: Any) -> Drawing:
    """Draw the graph from choices that can stand in a key."""
    return picked.picture(network, focus=Focus(centre) if centre else None, **look)


def _given(view: View, language: Language, opened: tuple[str, ...] = ()) -> dict[str, Any]:
    """Say what decides the drawing; the rest of a view the graph does by itself."""
    look = {name: getattr(view, name) for name in address.LOOKS}
    around = view.focus.business if view.focus else view.business
    centre = around if view.layout == "focus" else None
    return {**look, "centre": centre, "opened": opened, "language": language}


def _look(language: Language) -> dict[str, str]:
    with st.popover(LOOK(language), icon=":material/palette:"):
        layout = controls.pick(address.LOOKS["layout"], LAYOUT, picked.LAYOUTS, language)
        return {
            "layout": layout,
            **{
                name: controls.choose(
                    address.LOOKS[name],
                    words,
                    offered(),
                    language,
                    default=getattr(View(), name),
                )
                for name, (words, offered) in LOOKS.items()
            },
        }


def _known(network: SupplyNetwork) -> View:
    """Return what is to be seen: what was asked for, is seen already, or stands in the address."""
    wanted: View | None = st.session_state.pop(_WANTED, None)
    asked = address.read({name: state.recall_all(name) for name in address.NAMES}, _ids(network))
    state.recall(address.MARK, "")
    return wanted or component.reached(KEY) or asked


def _remember(view: View, network: SupplyNetwork, language: Language) -> None:
    """Put what is seen into the address, as far as it holds it."""
    query = address.write(view, _ids(network))
    for name in query.keys() - set(address.LOOKS.values()):
        state.keep(name, query[name], [])
    if len(view.moved) > address.MOST_MOVED:
        state.hold(address.MOVED, address.packed(view.moved, _ids(network)))
        st.caption(
            NOT_IN_THE_ADDRESS.fill(count=len(view.moved), most=address.MOST_MOVED)(language)
        )


def _ids(network: SupplyNetwork) -> list[str]:
    return [str(name) for name in network.businesses.index]


def _downloads(
    network: SupplyNetwork, view: View, opened: tuple[str, ...], language: Language
) -> None:
    def this_view() -> Drawing:
        return picture(network, **_given(view, language, opened))

    sharing = st.popover(SHARE(language), icon=":material/link:", key="share", on_change="rerun")
    if sharing.open:  # a QR code for each act in the graph would slow them all
        with sharing:
            link.share(language, key=f"link-{language}")
    with st.popover(TAKE(language), icon=":material/download:"):
        takeaway.drawing(
            network, this_view, language, view=view, story=telling.kept(), opened=opened
        )
