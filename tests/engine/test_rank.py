import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from supplychain.engine.rank import alpha, hits, katz, pagerank
from tests.engine.economies import coefficients


def graph(matrix):
    return nx.from_scipy_sparse_array(matrix, create_using=nx.DiGraph)


def listed(scores):
    return np.array([scores[node] for node in range(len(scores))])


@given(coefficients(), st.sampled_from([0.5, 0.85, 0.95]))
def test_pagerank_equals_networkx(matrix, damping):
    expected = nx.pagerank(graph(matrix), alpha=damping, tol=1e-13, max_iter=10_000)
    np.testing.assert_allclose(pagerank(matrix, damping=damping), listed(expected), atol=1e-9)


@given(coefficients(), st.sampled_from([0.1, 0.5, 0.9]))
def test_katz_equals_networkx(matrix, attenuation):
    step = alpha(matrix, attenuation)
    if matrix.shape[0] == 1:  # networkx fails on a single node
        assert katz(matrix, attenuation=attenuation).tolist() == [1.0]
        return
    expected = nx.katz_centrality_numpy(graph(matrix), alpha=step, weight="weight")
    np.testing.assert_allclose(katz(matrix, attenuation=attenuation), listed(expected), atol=1e-9)


def test_hits_equals_networkx():
    rng = np.random.default_rng(7)
    matrix = csr_array(rng.random((9, 9)))
    hubs, authorities = hits(matrix)
    expected = nx.hits(graph(matrix), max_iter=10_000, tol=1e-13)
    np.testing.assert_allclose(hubs, listed(expected[0]), atol=1e-9)
    np.testing.assert_allclose(authorities, listed(expected[1]), atol=1e-9)


@given(coefficients())
def test_hits_solve_their_own_equations(matrix):
    hubs, authorities = hits(matrix)
    if matrix.nnz == 0:
        assert not hubs.any()
        assert not authorities.any()
        return
    again = matrix @ authorities
    assert again / again.sum() == pytest.approx(hubs, abs=1e-6)
    assert hubs.sum() == pytest.approx(1)
    assert authorities.sum() == pytest.approx(1)
