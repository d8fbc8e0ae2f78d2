"""Betweenness of businesses and links, against the slow definition and networkx."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.sparse import csr_array

from supplychain.engine import betweenness

squares = st.integers(1, 9).flatmap(lambda n: arrays(np.bool_, (n, n)))


def test_the_middle_of_a_chain_lies_on_every_route():
    chain = csr_array(np.eye(4, k=1))
    assert betweenness.through(chain).tolist() == [0, 2, 2, 0]
    assert betweenness.along(chain).toarray()[[0, 1, 2], [1, 2, 3]].tolist() == [3, 4, 3]


def test_two_routes_of_one_length_share_the_pair():
    diamond = csr_array(np.array([[0, 1, 1, 0], [0, 0, 0, 1], [0, 0, 0, 1], [0, 0, 0, 0]]))
    assert betweenness.through(diamond).tolist() == [0, 0.5, 0.5, 0]


@given(squares)
def test_equals_networkx(links):
    graph = nx.from_numpy_array(links.astype(int), create_using=nx.DiGraph)
    expected = nx.betweenness_centrality(graph, normalized=False)
    assert betweenness.through(csr_array(links)) == pytest.approx(list(expected.values()), abs=1e-9)
    edges = nx.edge_betweenness_centrality(graph, normalized=False)
    found = betweenness.along(csr_array(links)).toarray()
    assert [found[pair] for pair in edges] == pytest.approx(list(edges.values()), abs=1e-9)
    assert np.count_nonzero(found) <= len(edges)


def test_without_links_there_is_nothing_between():
    assert betweenness.through(csr_array((3, 3))).tolist() == [0, 0, 0]
    assert betweenness.along(csr_array((3, 3))).nnz == 0
    assert betweenness.through(csr_array((0, 0))).tolist() == []
