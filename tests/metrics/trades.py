"""Random trade for property tests, and the same trade as networkx sees it.

Circles, own use, separate parts, ties, several partnerships of a pair, ended ones, relations that
carry no goods, unknown values, classes, sectors and workers, and businesses without trade.
"""

from __future__ import annotations

from dataclasses import replace

import networkx as nx
import numpy as np
import pandas as pd
from hypothesis import strategies as st

from supplychain import SupplyNetwork

RELATIONS = ["supplies"] * 8 + ["hosts", "owns"]
STATUSES = ["active"] * 8 + ["planned", "ended"]
CLASSES = ["essential", "linear", "ignored", None]
PATTERN = SupplyNetwork.from_tables(
    pd.DataFrame({"id": ["farm", "mill"]}), pd.DataFrame({"supplier": ["farm"], "buyer": ["mill"]})
)


@st.composite
def tables(draw):
    """Draw businesses and partnerships that pass every check."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    size = draw(st.integers(1, 9))
    count = int(draw(st.sampled_from([0.0, 0.7, 1.5, 3.0])) * size)
    ids = [f"b{number}" for number in rng.permutation(20)[:size]]
    ends = rng.integers(0, size, (2, count))
    if draw(st.booleans()):
        ends.sort(axis=0)
    values = rng.choice([1.0, 1.0, 2.0, 7.0], count)
    values[rng.random(count) < 0.1] = draw(st.sampled_from([0.0, np.nan, 3.0]))
    partnerships = pd.DataFrame(
        {
            "supplier": [ids[end] for end in ends[0]],
            "buyer": [ids[end] for end in ends[1]],
            "value": values,
            "relation": [RELATIONS[pick] for pick in rng.integers(0, len(RELATIONS), count)],
            "status": [STATUSES[pick] for pick in rng.integers(0, len(STATUSES), count)],
            "input_class": [CLASSES[pick] for pick in rng.integers(0, len(CLASSES), count)],
        }
    )
    businesses = pd.DataFrame(
        {
            "id": ids,
            "output": 1000.0,
            "workers": rng.choice([np.nan, 1.0, 4.0, 20.0], size),
            "sector": [[None, "a", "b"][pick] for pick in rng.integers(0, 3, size)],
        }
    )
    return businesses, partnerships


def network_of(businesses: pd.DataFrame, partnerships: pd.DataFrame) -> SupplyNetwork:
    """Join tables that are known to be right, without the checks: they take most of the time."""
    whole = businesses.set_index("id").reindex(columns=PATTERN.businesses.columns)
    links = partnerships.rename_axis(index="partnership").reindex(
        columns=PATTERN.partnerships.columns
    )
    return replace(
        PATTERN,
        businesses=whole.astype(PATTERN.businesses.dtypes.to_dict()),
        partnerships=links.astype(PATTERN.partnerships.dtypes.to_dict()),
    )


@st.composite
def networks(draw):
    """Draw a network."""
    return network_of(*draw(tables()))


def directed(network: SupplyNetwork) -> nx.DiGraph:
    """Every business, one edge for each pair that trades, weight the sum of its partnerships."""
    graph = nx.DiGraph()
    graph.add_nodes_from(network.businesses.index)
    for row in network.trade.itertuples():
        before = graph.get_edge_data(row.supplier, row.buyer, {"weight": 0.0})["weight"]
        known = 0.0 if np.isnan(row.value) else row.value
        graph.add_edge(row.supplier, row.buyer, weight=before + known)
    return graph


def traded(network: SupplyNetwork) -> nx.DiGraph:
    """Give the same graph without the businesses that neither buy nor sell."""
    graph = directed(network)
    graph.remove_nodes_from(list(nx.isolates(graph)))
    return graph


def listed(scores: dict[str, float], network: SupplyNetwork) -> list[float]:
    """Scores in the order of the businesses; 0 for those that networkx was not shown."""
    return [scores.get(business, 0.0) for business in network.businesses.index]


def renamed(
    businesses: pd.DataFrame, partnerships: pd.DataFrame, order: list[int]
) -> tuple[SupplyNetwork, dict[str, str]]:
    """Give other names to businesses and another order to both tables; and the new names."""
    names = {old: f"x{place}" for place, old in zip(order, businesses["id"], strict=True)}
    moved = businesses.assign(id=businesses["id"].map(names)).sort_values("id")
    links = partnerships.assign(
        supplier=partnerships["supplier"].map(names), buyer=partnerships["buyer"].map(names)
    )
    return network_of(moved, links.iloc[::-1].reset_index(drop=True)), names
