import numpy as np
import pytest
from hypothesis import given
from scipy.sparse import csr_array

from supplychain.engine import reach as module
from supplychain.engine.reach import reach
from tests.engine.economies import economies


def closure(matrix):
    links = (matrix.toarray() > 0).astype(float)
    size = len(links)
    walks = sum((np.linalg.matrix_power(links, power) for power in range(1, size + 1)), links * 0)
    reached = walks > 0
    np.fill_diagonal(reached, False)
    return reached


def test_the_tapioca_chain(tapioca):
    assert reach(tapioca.flows, np.ones(5)).tolist() == [4, 3, 0, 0, 0]
    assert reach(csr_array(tapioca.flows.T), np.ones(5)).tolist() == [0, 1, 2, 2, 2]


@given(economies())
def test_equals_the_closure(economy):
    matrix, _, _, _, weights = economy
    table = np.stack([np.ones_like(weights), weights], axis=1)
    slow = closure(matrix) @ table
    np.testing.assert_allclose(reach(matrix, table), slow, atol=1e-12)
    np.testing.assert_allclose(reach(matrix, weights), slow[:, 1], atol=1e-12)


@given(economies())
def test_everything_upstream_sees_what_is_downstream(economy):
    matrix, *_ = economy
    ones = np.ones(matrix.shape[0])
    assert reach(matrix, ones).sum() == reach(csr_array(matrix.T), ones).sum()


def test_blocks_of_targets_join_up(monkeypatch, germany):
    chain = csr_array((np.ones(99), (np.arange(99), np.arange(1, 100))), shape=(100, 100))
    monkeypatch.setattr(module, "BLOCK", 7)
    assert reach(chain, np.ones(100)).tolist() == list(range(99, -1, -1))
    assert reach(germany.flows, np.ones(6)).tolist() == [5] * 6


def test_nobody_to_reach():
    assert reach(csr_array((3, 3)), np.ones(3)) == pytest.approx([0, 0, 0])
