"""Multipliers, Ghosh, PageRank, Katz, extraction of everything: against dense inverses."""

import networkx as nx
import numpy as np
import pytest
from scipy.sparse import csr_array

from supplychain.engine import concentration, rank
from supplychain.engine.compiled import adjacency, components, linear, returning, solving
from tests.engine.compiled.networks import network, random_networks

CLOSE = {"rtol": 1e-10, "atol": 1e-12}


def test_a_thousand_networks_equal_their_dense_inverses():
    for item in random_networks():
        inverse, ones = item.inverse, np.ones(len(item.output))
        weights = np.stack([ones, item.weights], axis=1)
        found = linear.multipliers(item.links, item.order, item.output, weights)
        np.testing.assert_allclose(found, inverse.T @ weights, **CLOSE)
        required = linear.required(item.links, item.order, item.output, item.weights)
        np.testing.assert_allclose(required, inverse @ item.weights, **CLOSE)
        ghosh = np.linalg.inv(np.eye(len(ones)) - item.flows / item.output[:, np.newaxis])
        supply = linear.supply(item.links, item.order, item.output, ones)
        np.testing.assert_allclose(supply, ghosh.sum(axis=1), **CLOSE)


def test_extraction_of_every_business_and_link_equals_solving_again():
    for item in random_networks(300):
        returns = returning.returns(item.links, item.order, item.output)
        inverse = item.inverse
        np.testing.assert_allclose(returns.own, inverse.diagonal(), **CLOSE)
        rows, columns = np.nonzero(item.flows)
        against = np.zeros(len(rows))
        against[returns.where] = returns.link
        np.testing.assert_allclose(against, inverse[columns, rows], **CLOSE)
        carried = linear.multipliers(item.links, item.order, item.output, item.weights)
        losses = linear.node_losses(item.output, carried, returns)
        gone = linear.link_losses(item.links, item.output, carried, returns)
        for k in np.random.default_rng(1).integers(0, len(losses), 2):
            assert losses[k] == pytest.approx(lost_business(item, k), rel=1e-8, abs=1e-9)
        for k in np.random.default_rng(1).integers(0, len(gone), 2 * bool(len(gone))):
            assert gone[k] == pytest.approx(
                lost_link(item, rows[k], columns[k]), rel=1e-7, abs=1e-9
            )


def lost_business(item, which):
    kept = np.arange(len(item.output)) != which
    final = item.output - item.flows.sum(axis=1)
    system = np.eye(kept.sum()) - item.coefficients[np.ix_(kept, kept)]
    left = np.linalg.solve(system, final[kept])
    return item.weights @ item.output - item.weights[kept] @ left


def lost_link(item, row, column):
    coefficients = item.coefficients
    coefficients[row, column] = 0.0
    final = item.output - item.flows.sum(axis=1)
    left = np.linalg.solve(np.eye(len(final)) - coefficients, final)
    return item.weights @ (item.output - left)


def test_pagerank_and_katz_are_those_of_the_plain_engine():
    for item in random_networks(300):
        flows, plain = csr_array(item.flows), csr_array((item.flows > 0).astype(float))
        for toward, turn in ((True, lambda m: m), (False, lambda m: csr_array(m.T))):
            ranked = linear.pagerank(item.links, item.order, toward_buyers=toward)
            np.testing.assert_allclose(ranked, rank.pagerank(turn(flows)), **CLOSE)
            ranked = linear.pagerank(item.links, item.order, toward_buyers=toward, weighed=False)
            np.testing.assert_allclose(ranked, rank.pagerank(turn(plain)), **CLOSE)
            alpha = rank.alpha(plain, 0.5)
            scores = linear.katz(item.links, item.order, alpha=alpha, toward_buyers=toward)
            np.testing.assert_allclose(scores, rank.katz(turn(plain)), rtol=1e-8, atol=1e-11)


def test_pagerank_is_that_of_networkx():
    for item in random_networks(40):
        graph = nx.from_numpy_array(item.flows, create_using=nx.DiGraph)
        expected = list(nx.pagerank(graph, tol=1e-13, max_iter=1000).values())
        np.testing.assert_allclose(linear.pagerank(item.links, item.order), expected, atol=1e-10)


def test_degree_strength_and_concentration():
    for item in random_networks(200):
        links = item.links
        bought, sold = (
            linear.partners(links.back, links.bought),
            linear.partners(links.start, links.sold),
        )
        for axis, side in ((0, bought), (1, sold)):
            np.testing.assert_array_equal(side.degree, (item.flows > 0).sum(axis=axis))
            np.testing.assert_allclose(side.strength, item.flows.sum(axis=axis))
            expected = concentration.herfindahl(csr_array(item.flows), axis=axis)
            np.testing.assert_allclose(side.herfindahl, expected)


def giant(size=600, seed=3, share=0.9):
    """Everybody in one circle, with many ways round."""
    chance = np.random.default_rng(seed)
    flows = np.roll(np.diag(chance.random(size)), 1, axis=1)
    rows, columns = chance.integers(0, size, (2, 2 * size))
    flows[rows, columns] += chance.random(2 * size)
    return network(flows, flows.sum(axis=0) / share, chance.random(size))


@pytest.mark.parametrize("share", [0.5, 0.9, 0.9999])
def test_one_giant_circle_is_solved_and_its_returns_are_exact(share):
    item = giant(share=share)
    assert len(item.order.first) == 2
    inverse, ones = item.inverse, np.ones(600)
    found = linear.multipliers(item.links, item.order, item.output, ones)
    np.testing.assert_allclose(found, inverse.sum(axis=0), rtol=1e-10)
    scale = 1 / item.output
    assert solving.residual(item.links, found, ones, before=ones, after=scale) < 1e-13
    returns = returning.returns(item.links, item.order, item.output)
    np.testing.assert_allclose(returns.own, inverse.diagonal(), rtol=1e-10)
    rows, columns = np.nonzero(item.flows)
    expected = inverse[columns, rows]
    np.testing.assert_allclose(returns.link, expected[returns.where], rtol=1e-9)


def test_nobody():
    links = adjacency.from_matrix(csr_array((0, 0)))
    order = components.order(links)
    assert linear.multipliers(links, order, np.empty(0), np.empty(0)).shape == (0,)
    assert returning.returns(links, order, np.empty(0)).own.shape == (0,)
