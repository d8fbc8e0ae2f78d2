"""A page with nothing but the graph and what it reported, for the tests of the component."""

import streamlit as st

from supplychain.app.component import Selection, graph
from supplychain.core.network import SupplyNetwork
from supplychain.core.places import DATA
from supplychain.views.graph import Drawing, Filters, drawing


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
asked = Selection(business=st.query_params.get("business"))
if st.toggle("shown", value=True):
    chosen = graph(
        drawn(size or "output", tuple(only or ()), layout or "tiers"),
        key="graph",
        height=560,
        language="en" if language == "en" else "id",
        selection=asked if "graph" not in st.session_state else None,
    )
    st.session_state["runs"] = st.session_state.get("runs", 0) + 1
    st.text(f"runs: {st.session_state['runs']}")
    st.text(f"business: {chosen.business}")
    st.text(f"partnership: {chosen.partnership}")
    st.text(f"focus: {chosen.focus}")
    st.text(f"moved: {sorted(chosen.moved)}")
