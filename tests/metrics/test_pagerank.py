from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain.metrics.pagerank import pagerank
from tests.metrics.trades import listed, networks, traded


@given(networks(), st.sampled_from([0.5, 0.85, 0.95]), st.sampled_from(["value", "none"]))
def test_equals_networkx_with_and_against_the_goods(network, damping, weight):
    key = "weight" if weight == "value" else None
    for side, graph in {"suppliers": traded(network), "buyers": traded(network).reverse()}.items():
        found = pagerank(network, side=side, damping=damping, weight=weight)
        expected = nx.pagerank(graph, damping, tol=1e-13, max_iter=5000, weight=key)
        assert found.tolist() == pytest.approx(listed(expected, network), abs=1e-9)


@given(networks())
def test_shares_sum_to_one_among_those_who_trade(network):
    assert pagerank(network).sum() == pytest.approx(1.0 if len(network.trade) else 0.0)
