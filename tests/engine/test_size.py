"""Large networks take the compiled way and get the same answers."""

import numpy as np
import pytest
from hypothesis import given, settings
from scipy.sparse import csr_array

from supplychain.engine import betweenness, closeness, extraction, leontief, rank, reach, size
from tests.engine.economies import economies

CLOSE = {"rtol": 1e-9, "atol": 1e-9}


def answers(economy):
    """Everything that has two ways."""
    matrix, _, output, final, weights = economy
    factor = leontief.factor(matrix)
    links = csr_array((np.ones(matrix.nnz), matrix.indices, matrix.indptr), shape=matrix.shape)
    rows, columns = matrix.nonzero()
    return {
        "forward": factor.forward(final),
        "transposed": factor.transposed(np.stack([weights, weights + 1], axis=1)),
        "diagonal": factor.diagonal,
        "columns": factor.columns(np.array([0])),
        "condition": np.array([factor.condition]),
        "losses": extraction.node_losses(factor, output, final, weights),
        "returning": extraction.returning(factor, rows, columns),
        "pagerank": rank.pagerank(matrix),
        "katz": rank.katz(links),
        "reach": reach.reach(links, np.stack([np.ones_like(weights), weights], axis=1)),
        "closeness": closeness.harmonic(links),
        "through": betweenness.through(links),
        "along": betweenness.along(links).toarray(),
    }


@settings(max_examples=60)
@given(economies())
def test_both_ways_agree(economy):
    plain = answers(economy)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(size, "LARGE", 0)
        compiled = answers(economy)
    for name, expected in plain.items():
        np.testing.assert_allclose(compiled[name], expected, err_msg=name, **CLOSE)


def test_an_economy_that_eats_itself_is_not_productive_either_way(monkeypatch):
    greedy = csr_array(np.array([[0.0, 1.2], [1.0, 0.0]]))
    alive = csr_array(np.array([[0.0, 0.2], [1.0, 0.0]]))
    for limit in (size.LARGE, 0):
        monkeypatch.setattr(size, "LARGE", limit)
        assert not leontief.is_productive(greedy)
        assert leontief.is_productive(alive)


def test_pairs_that_are_no_links_are_refused(monkeypatch):
    monkeypatch.setattr(size, "LARGE", 0)
    factor = leontief.factor(csr_array(np.array([[0.0, 0.2], [0.0, 0.0]])))
    with pytest.raises(LookupError, match="no link"):
        extraction.returning(factor, np.array([1]), np.array([0]))
