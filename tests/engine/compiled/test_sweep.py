"""Betweenness, closeness and reach from one search a business, against networkx."""

from threading import Event

import networkx as nx
import numpy as np
import pytest
from scipy.sparse import csr_array

from supplychain.engine import reach
from supplychain.engine.compiled import adjacency, arrangement, components, sweep
from tests.engine.compiled.networks import random_networks

CLOSE = {"rtol": 1e-10, "atol": 1e-10}


def graph_of(item):
    return nx.from_numpy_array((item.flows > 0).astype(int), create_using=nx.DiGraph)


def test_a_thousand_networks_equal_networkx():
    for item in random_networks(most=10, large=40):
        graph, found = graph_of(item), sweep.routes(item.links, item.weights, along=True)
        expected = nx.betweenness_centrality(graph, normalized=False)
        np.testing.assert_allclose(found.between, list(expected.values()), **CLOSE)
        edges = nx.edge_betweenness_centrality(graph, normalized=False)
        np.testing.assert_allclose(found.links, [edges[pair] for pair in sorted(edges)], **CLOSE)


def test_closeness_and_reach_equal_networkx_and_the_plain_engine():
    for item in random_networks(300):
        graph, found = graph_of(item), sweep.routes(item.links, item.weights)
        for values, direction in ((found.behind, graph), (found.ahead, graph.reverse())):
            expected = nx.harmonic_centrality(direction)
            np.testing.assert_allclose(values, list(expected.values()), **CLOSE)
        flows, ones = csr_array(item.flows), np.ones(len(item.links))
        both = np.stack([ones, item.weights], axis=1)
        down, up = reach.reach(flows, both), reach.reach(csr_array(flows.T), both)
        np.testing.assert_allclose(np.stack([found.buyers, found.buyers_weight], 1), down, **CLOSE)
        sides = np.stack([found.suppliers, found.suppliers_weight], axis=1)
        np.testing.assert_allclose(sides, up, **CLOSE)
        assert found.links.shape == (0,)


def test_blocks_and_threads_join_up(monkeypatch):
    whole = [sweep.routes(item.links, item.weights, along=True) for item in random_networks(60)]
    monkeypatch.setattr(sweep, "BLOCK", 3)
    for item, expected in zip(random_networks(60), whole, strict=True):
        parts = sweep.routes(item.links, item.weights, along=True)
        np.testing.assert_allclose(parts.between, expected.between, **CLOSE)
        np.testing.assert_allclose(parts.links, expected.links, **CLOSE)
        np.testing.assert_array_equal(parts.buyers, expected.buyers)


def test_some_sources_add_up_to_all():
    for item in random_networks(60):
        ids = np.random.default_rng(1).permutation(len(item.links)).astype(np.int32)
        half = len(ids) // 2
        first, second = (sweep.searched(item.links, part) for part in (ids[:half], ids[half:]))
        expected = sweep.routes(item.links)
        np.testing.assert_allclose(first.between + second.between, expected.between, **CLOSE)


def test_progress_is_told_and_a_stop_is_heard(monkeypatch):
    monkeypatch.setattr(sweep, "BLOCK", 10)
    ids = np.arange(99, dtype=np.int32)
    chain = adjacency.from_pairs(100, ids, ids + 1, np.ones(99))
    told: list[float] = []
    sweep.routes(chain, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == pytest.approx(1.0)
    stop = Event()
    stop.set()
    with pytest.raises(sweep.Cancelled):
        sweep.routes(chain, stop=stop)


def test_an_arrangement_keeps_everybody_and_puts_partners_together():
    chance = np.random.default_rng(5)
    villages = np.repeat(np.arange(40), 50)
    suppliers = chance.integers(0, 2000, 12000)
    buyers = villages[suppliers] * 50 + chance.integers(0, 50, 12000)
    mixed = chance.permutation(2000).astype(np.int32)
    links = adjacency.from_pairs(2000, mixed[suppliers], mixed[buyers], np.ones(12000))
    order = components.order(links)
    found = arrangement.arrangement(links, order)
    assert sorted(found) == list(range(2000))
    village = np.empty(2000, dtype=int)
    village[mixed] = villages
    borders = np.count_nonzero(np.diff(village[found]))
    assert borders < 100
    known = arrangement.arrangement(links, order, village.astype(np.int32))
    assert np.count_nonzero(np.diff(village[known])) == 39


def test_tiers_count_the_longest_way():
    for item in random_networks(100):
        tier = arrangement.tiers(item.links, item.order)
        rows, columns = np.nonzero(item.flows)
        inside = item.order.circle[rows] == item.order.circle[columns]
        assert (tier[rows] < tier[columns])[~inside].all()
        assert (tier[rows] == tier[columns])[inside].all()
