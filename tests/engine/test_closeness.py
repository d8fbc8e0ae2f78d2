"""Harmonic closeness, against networkx."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.sparse import csr_array

from supplychain.engine import closeness

squares = st.integers(1, 9).flatmap(lambda n: arrays(np.bool_, (n, n)))


def test_a_partner_counts_one_and_his_partner_half():
    assert closeness.harmonic(csr_array(np.eye(3, k=1))).tolist() == [1.5, 1, 0]


@given(squares)
def test_equals_networkx_which_looks_at_the_ways_in(links):
    graph = nx.from_numpy_array(links.astype(int), create_using=nx.DiGraph)
    expected = list(nx.harmonic_centrality(graph).values())
    ways_in = csr_array(csr_array(links.astype(float)).T)
    assert closeness.harmonic(ways_in) == pytest.approx(expected, abs=1e-9)


def test_batches_change_nothing(monkeypatch):
    links = csr_array(np.random.default_rng(7).random((20, 20)) < 0.1).astype(float)
    whole = closeness.harmonic(links)
    monkeypatch.setattr(closeness, "BATCH", 7)
    assert closeness.harmonic(links).tolist() == whole.tolist()


def test_nobody_and_nothing():
    assert closeness.harmonic(csr_array((0, 0))).tolist() == []
    assert closeness.harmonic(csr_array((2, 2))).tolist() == [0, 0]
