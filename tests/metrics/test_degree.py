from __future__ import annotations

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given

from supplychain import SupplyNetwork
from supplychain.metrics import CATALOGUE
from supplychain.metrics.degree import degree, strength
from tests.metrics.trades import directed, listed, networks


@given(networks())
def test_degree_equals_networkx_without_own_use(network):
    graph = directed(network)
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    assert degree(network, side="suppliers").tolist() == listed(dict(graph.in_degree), network)
    assert degree(network, side="buyers").tolist() == listed(dict(graph.out_degree), network)
    both = dict(graph.to_undirected().degree)
    assert degree(network).tolist() == listed(both, network)


@given(networks())
def test_strength_equals_networkx_without_own_use(network):
    graph = directed(network)
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    for side, expected in {
        "suppliers": graph.in_degree(weight="weight"),
        "buyers": graph.out_degree(weight="weight"),
        "both": graph.degree(weight="weight"),
    }.items():
        assert strength(network, side=side).tolist() == listed(dict(expected), network)


@pytest.fixture
def twice():
    """One pair with two partnerships, one that hosts, one that ended, one without a value."""
    return SupplyNetwork.from_tables(
        pd.DataFrame({"id": ["farm", "mill", "shop"], "output": 100.0}),
        pd.DataFrame(
            {
                "supplier": ["farm", "farm", "mill", "shop", "mill"],
                "buyer": ["mill", "mill", "shop", "farm", "farm"],
                "value": [3.0, 4.0, np.nan, 9.0, 9.0],
                "relation": ["supplies", "supplies", "supplies", "hosts", "supplies"],
                "status": ["active", "active", "active", "active", "ended"],
            }
        ),
    )


def test_partnerships_of_a_pair_are_one_partner_and_add_up(twice):
    assert degree(twice).to_dict() == {"farm": 1, "mill": 2, "shop": 1}
    assert strength(twice).to_dict() == {"farm": 7, "mill": 7, "shop": 0}


def test_a_partnership_of_unknown_value_is_told(twice):
    notice = CATALOGUE.get("strength").notice(twice)
    assert notice.en == "1 of 3 partnerships have no known value and count 0."
    assert notice.id == "1 dari 3 kemitraan tidak diketahui nilainya dan dihitung 0."
    assert CATALOGUE.get("degree").notice(twice) is None


@pytest.mark.parametrize("name", ["degree", "strength", "pagerank", "katz", "closeness"])
def test_no_trade_is_told_and_not_printed_as_zeros(name):
    alone = SupplyNetwork.from_flows([[4.0, 0.0], [0.0, 0.0]], [9, 9])
    assert "no business trades" in CATALOGUE.get(name).notice(alone).en
