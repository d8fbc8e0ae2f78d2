from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import assume, given

from supplychain import SupplyNetwork
from supplychain.metrics import CATALOGUE
from supplychain.metrics.hits import hits_authority, hits_hub
from tests.metrics.trades import listed, networks, traded


@given(networks())
def test_equals_networkx_where_the_answer_is_unique(network):
    graph = traded(network)
    strengths = np.linalg.svd(nx.to_numpy_array(graph, weight=None), compute_uv=False)
    assume(len(strengths) > 1 and strengths[1] < 0.97 * strengths[0])
    for edge in graph.edges.values():
        edge["weight"] = 1.0
    hubs, authorities = nx.hits(graph, tol=1e-13)
    assert hits_hub(network).tolist() == pytest.approx(listed(hubs, network), abs=1e-9)
    assert hits_authority(network).tolist() == pytest.approx(listed(authorities, network), abs=1e-9)


@pytest.fixture
def two_parts():
    """Two sellers with one buyer, and apart from them one seller with one buyer."""
    flows = np.zeros((5, 5))
    flows[0, 2] = flows[1, 2] = flows[3, 4] = 1.0
    return SupplyNetwork.from_flows(flows, [9] * 5)


def test_only_the_strongest_part_gets_scores_and_it_is_told(two_parts):
    assert hits_hub(two_parts).tolist() == pytest.approx([0.5, 0.5, 0, 0, 0], abs=1e-9)
    assert hits_authority(two_parts).tolist() == pytest.approx([0, 0, 1, 0, 0], abs=1e-9)
    notice = CATALOGUE.get("hits_hub").notice(two_parts)
    assert "2 parts" in notice.en
    assert "2 of 3 sellers" in notice.en
    assert "2 dari 3 penjual" in notice.id


def test_one_part_needs_no_notice_and_no_trade_has_one():
    fan = SupplyNetwork.from_flows([[0, 5, 2], [0, 0, 3], [0, 0, 0]], [9, 9, 9])
    assert CATALOGUE.get("hits_authority").notice(fan) is None
    alone = SupplyNetwork.from_flows([[0.0, 0.0], [0.0, 0.0]], [9, 9])
    assert "no business trades" in CATALOGUE.get("hits_authority").notice(alone).en
    assert hits_hub(alone).tolist() == [0, 0]
