"""The peer: the page most projects write, pyvis as it comes, served by Streamlit.

Same data, same choices of language, kabupaten and metric; physics on, as is the default.
"""

import sys
from pathlib import Path

import networkx as nx
import streamlit as st
from pyvis.network import Network

HOME = Path(__file__).parents[1]
sys.path.insert(0, str(HOME))  # Streamlit puts only this folder on the path

from supplychain import SupplyNetwork  # noqa: E402

ALL = "(all)"
SIZES = {"degree": nx.degree_centrality, "betweenness": nx.betweenness_centrality}


@st.cache_data
def shipped() -> SupplyNetwork:
    """Read the data of Nusa Tenggara Barat."""
    return SupplyNetwork.read(HOME / "data" / "ntb")


def drawn(graph: nx.DiGraph) -> str:
    """Draw the graph as pyvis does by default, its library in the page."""
    drawing = Network(height="700px", width="100%", directed=True, cdn_resources="in_line")
    drawing.from_nx(graph)
    return drawing.generate_html()


def main() -> None:
    """Draw the trade of one kabupaten, or of all."""
    network = shipped()
    language = st.radio("Language", ["id", "en"], horizontal=True)
    places = [ALL, *sorted(network.businesses["district"].dropna().unique())]
    district = st.selectbox("Kabupaten", places)
    metric = st.selectbox("Metric", list(SIZES))
    st.title({"id": "Jaringan", "en": "Network"}[language])
    graph = nx.DiGraph()
    for business, row in network.businesses.iterrows():
        if district in (ALL, row["district"]):
            graph.add_node(business, label=str(row["name"]), group=str(row["kind"]))
    for row in network.trade.itertuples():
        if row.supplier in graph and row.buyer in graph:
            graph.add_edge(row.supplier, row.buyer, value=float(row.value))
    for business, score in SIZES[metric](graph).items():
        graph.nodes[business]["value"] = score
    st.iframe(drawn(graph), height=720)


main()
