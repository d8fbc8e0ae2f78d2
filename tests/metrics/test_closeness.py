from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given

from supplychain.metrics.closeness import closeness
from tests.metrics.trades import directed, listed, networks


@given(networks())
def test_equals_networkx_with_and_against_the_goods(network):
    for side, graph in {
        "suppliers": directed(network),
        "buyers": directed(network).reverse(),
    }.items():
        expected = listed(nx.harmonic_centrality(graph), network)
        assert closeness(network, side=side).tolist() == pytest.approx(expected, abs=1e-9)
