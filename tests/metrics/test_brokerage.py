from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain import SupplyNetwork
from supplychain.metrics import CATALOGUE
from supplychain.metrics.brokerage import betweenness, edge_betweenness
from tests.metrics.trades import directed, listed, networks


@given(networks(), st.sampled_from(["pairs", "share"]))
def test_equals_networkx(network, form):
    expected = nx.betweenness_centrality(directed(network), normalized=form == "share")
    found = betweenness(network, form=form)
    assert found.tolist() == pytest.approx(listed(expected, network), abs=1e-9)


@given(networks(), st.sampled_from(["pairs", "share"]))
def test_partnerships_of_a_pair_share_what_networkx_gives_their_link(network, form):
    expected = nx.edge_betweenness_centrality(directed(network), normalized=form == "share")
    found = edge_betweenness(network, form=form)
    assert found.index.equals(network.partnerships.index)
    for row in network.partnerships.itertuples():
        if row.Index in network.trade.index:
            pair = expected[(row.supplier, row.buyer)]
            assert found[row.Index] == pytest.approx(pair, abs=1e-9)
        else:
            assert np.isnan(found[row.Index])


def test_on_two_tiers_it_means_nothing_and_says_so():
    tiers = SupplyNetwork.from_flows([[0, 0, 3], [0, 0, 1], [0, 0, 0]], [9, 9, 9])
    notice = CATALOGUE.get("betweenness").notice(tiers)
    assert notice.en.startswith("Means nothing here: nobody both buys and sells")
    assert notice.id.startswith("Tidak bermakna di sini")
    assert CATALOGUE.get("edge_betweenness").notice(tiers) is None


def test_own_use_makes_nobody_a_broker():
    own = SupplyNetwork.from_flows([[2, 3], [0, 0]], [9, 9])
    assert CATALOGUE.get("betweenness").notice(own) is not None
    chain = SupplyNetwork.from_flows([[0, 3, 0], [0, 0, 1], [0, 0, 0]], [9, 9, 9])
    assert CATALOGUE.get("betweenness").notice(chain) is None
