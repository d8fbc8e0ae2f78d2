import numpy as np
import pytest
from hypothesis import given
from scipy.sparse import csr_array

from supplychain.engine.condensation import circles, loops, members
from supplychain.engine.radius import cycle_of_blame, spectral_radius
from tests.engine.economies import coefficients


@given(coefficients())
def test_radius_equals_the_largest_eigenvalue_of_any_circle(matrix):
    blocks = [matrix.toarray()[np.ix_(group, group)] for group in loops(matrix)]
    largest = max((np.abs(np.linalg.eigvals(block)).max() for block in blocks), default=0.0)
    assert spectral_radius(matrix) == pytest.approx(largest, rel=1e-9, abs=1e-12)


def test_no_circle_means_radius_zero():
    assert spectral_radius(csr_array(np.triu(np.ones((5, 5)), 1))) == 0.0


def test_a_long_ring_is_found_exactly():
    size = 200
    ring = csr_array((np.full(size, 1.02), (np.arange(size), np.roll(np.arange(size), -1))))
    assert spectral_radius(ring) == pytest.approx(1.02, rel=1e-12)
    assert sorted(cycle_of_blame(ring)) == list(range(size))


def test_blames_the_circle_at_fault_and_no_bystander():
    flows = np.zeros((6, 6))
    flows[0, 1], flows[1, 2], flows[2, 1] = 5.0, 0.9, 1.3
    flows[3, 4] = flows[4, 3] = 0.4
    assert sorted(cycle_of_blame(csr_array(flows))) == [1, 2]


def test_blames_a_business_that_supplies_itself():
    assert cycle_of_blame(csr_array(np.diag([0.2, 1.4, 0.3]))).tolist() == [1]


def test_nobody_to_blame_without_circles():
    assert cycle_of_blame(csr_array(np.triu(np.ones((3, 3)), 1))).tolist() == []


@given(coefficients())
def test_the_blamed_cycle_is_a_cycle(matrix):
    cycle = cycle_of_blame(matrix)
    dense = matrix.toarray()
    assert len(set(cycle)) == len(cycle)
    assert all(dense[cycle[k - 1], cycle[k]] > 0 for k in range(len(cycle)))
    assert bool(len(cycle)) == (spectral_radius(matrix) > 0)


@given(coefficients())
def test_suppliers_are_numbered_before_their_buyers(matrix):
    count, labels = circles(matrix)
    suppliers, buyers = matrix.nonzero()
    assert (labels[suppliers] <= labels[buyers]).all()
    groups = members(count, labels)
    assert sorted(np.concatenate(groups)) == list(range(matrix.shape[0]))
    assert all(len(set(labels[group])) == 1 for group in groups)
