"""A page with nothing but the graph and what it reported, for the tests of the component."""

import streamlit as st

from supplychain.app.component import graph, reached
from supplychain.core.network import SupplyNetwork
from supplychain.core.places import DATA
from supplychain.views.graph import Drawing, Filters, Focus, drawing
from supplychain.views.view import Camera, View


@st.cache_resource
def network() -> SupplyNetwork:
    """The shipped network."""
    return SupplyNetwork.read(DATA / "ntb")


@st.cache_data
def drawn(size: str, kinds: tuple[str, ...], layout: str) -> Drawing:
    """The graph for the choices above it."""
    table = network().businesses
    return drawing(network(), layout=layout, size=table[size], filters=Filters(kind=kinds))


st.set_page_config(layout="wide")
with st.container(horizontal=True):
    language = st.segmented_control("language", ["id", "en"], default="id")
    size = st.segmented_control("size", ["output", "workers"], default="output")
    layout = st.segmented_control("layout", ["tiers", "force"], default="tiers")
    only = st.segmented_control("only", ["sentra", "market"], selection_mode="multi")
business = st.query_params.get("business")
known = reached("graph") or st.session_state.get("seen") or View(business=business)
if st.button("ask"):
    known = View(
        business="sentra-aik-darek",
        focus=Focus("sentra-aik-darek", 0, 2),
        moved={"sentra-aik-darek": (10, 20)},
        camera=Camera(x=30, y=-40, zoom=1.5),
    )
if st.toggle("shown", value=True):
    seen = graph(
        drawn(size or "output", tuple(only or ()), layout or "tiers"),
        key="graph",
        height=560,
        language="en" if language == "en" else "id",
        view=known,
    )
    st.session_state["seen"] = seen
    st.session_state["runs"] = st.session_state.get("runs", 0) + 1
    st.text(f"runs: {st.session_state['runs']}")
    st.text(f"business: {seen.business}")
    st.text(f"partnership: {seen.partnership}")
    st.text(f"focus: {seen.focus.business if seen.focus else None}")
    st.text(f"kinds: {seen.filters.kind}")
    st.text(f"moved: {sorted(seen.moved)}")
    st.text(f"camera: {seen.camera}")
