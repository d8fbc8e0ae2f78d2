from __future__ import annotations

from dataclasses import replace

import networkx as nx
import numpy as np
import pandas as pd
from hypothesis import given

from supplychain import SupplyNetwork
from supplychain.metrics import CATALOGUE
from supplychain.metrics.communities import NOBODY, SMALLER, communities
from tests.metrics.trades import networks, traded


def cliques(*sizes, weak=0.0):
    """Groups in which everybody buys from those before, tied by one weak link each."""
    size = sum(sizes)
    flows = np.zeros((size, size))
    start = 0
    for count in sizes:
        flows[start : start + count, start : start + count] = np.triu(np.ones((count, count)), 1)
        if start:
            flows[start - 1, start] = weak
        start += count
    return SupplyNetwork.from_flows(flows, [99.0] * size)


def test_finds_two_tight_groups_and_numbers_the_larger_one_first():
    network = cliques(4, 5, weak=0.1)
    assert communities(network).tolist() == ["2"] * 4 + ["1"] * 5
    assert CATALOGUE.get("communities").notice(network) is None


def test_a_finer_resolution_splits():
    network = cliques(4, 4, 4, weak=1.0)
    coarse, fine = (communities(network, resolution=level).nunique() for level in (0.2, 3.0))
    assert coarse < fine


@given(networks())
def test_groups_never_mix_separate_parts_and_are_ordered_by_size(network):
    found = communities(network, weight="none")
    graph = traded(network)
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    graph.remove_nodes_from(list(nx.isolates(graph)))
    assert set(found.index[found == NOBODY]) == set(network.businesses.index) - set(graph)
    for _, group in found[found != NOBODY].groupby(found):
        assert nx.is_weakly_connected(graph.subgraph(group.index))
    sizes = found[found != NOBODY].value_counts()
    assert sizes.loc[sorted(sizes.index, key=int)].is_monotonic_decreasing


@given(networks())
def test_the_order_of_the_rows_does_not_matter(network):
    turned = replace(network, businesses=network.businesses.iloc[::-1])
    assert communities(turned).reindex(network.businesses.index).equals(communities(network))


def test_every_code_has_words_even_beyond_the_numbered_ones():
    network = cliques(*[2] * 101, 1)
    found = communities(network)
    codes = CATALOGUE.get("communities").codes
    assert set(found) <= set(codes)
    assert found.value_counts()[SMALLER] == 4
    assert found.iloc[-1] == NOBODY
    assert codes["3"].id == "kelompok 3"


def test_blurred_groups_and_absent_trade_are_told():
    everyone = SupplyNetwork.from_flows(np.triu(np.ones((6, 6)), 1), [99.0] * 6)
    notice = CATALOGUE.get("communities").notice(everyone)
    assert "hardly clearer than chance" in notice.en
    assert "modularitas 0," in notice.id
    unknown = SupplyNetwork.from_tables(
        pd.DataFrame({"id": ["farm", "mill"], "output": 9.0}),
        pd.DataFrame({"supplier": ["farm"], "buyer": ["mill"]}),
    )
    assert "no known value" in CATALOGUE.get("communities").notice(unknown).en
    assert communities(unknown).tolist() == [NOBODY, NOBODY]
    assert communities(unknown, weight="none").tolist() == ["1", "1"]
