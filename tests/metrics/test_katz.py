from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain import SupplyNetwork
from supplychain.metrics.katz import katz
from tests.metrics.trades import listed, networks, traded


def step_weight(graph, attenuation):
    matrix = nx.to_numpy_array(graph, weight=None)
    radius = np.abs(np.linalg.eigvals(matrix)).max()
    if nx.is_directed_acyclic_graph(graph):
        radius = min(matrix.sum(axis=0).max(), matrix.sum(axis=1).max())
    return attenuation / radius


@given(networks(), st.sampled_from([0.05, 0.5, 0.95]))
def test_equals_networkx_with_and_against_the_goods(network, attenuation):
    for side, graph in {"suppliers": traded(network), "buyers": traded(network).reverse()}.items():
        expected = dict.fromkeys(graph, 1.0)  # networkx fails on a graph of one node
        if len(graph) > 1:
            alpha = step_weight(graph, attenuation)
            expected = nx.katz_centrality_numpy(graph, alpha, weight=None)
        found = katz(network, side=side, attenuation=attenuation)
        assert found.tolist() == pytest.approx(listed(expected, network), abs=1e-9)


def test_a_circle_keeps_the_sum_finite_and_positive():
    circle = SupplyNetwork.from_flows([[0, 5, 5], [5, 0, 5], [5, 5, 0]], [99, 99, 99])
    assert katz(circle, attenuation=0.95).tolist() == pytest.approx([3**-0.5] * 3)
