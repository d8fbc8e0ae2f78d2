import numpy as np
import pytest
from hypothesis import given

from supplychain.engine.length import lengths_from
from supplychain.engine.leontief import factor
from tests.engine.economies import economies


def table(matrix):
    solved = factor(matrix)
    return np.stack([lengths_from(solved, supplier) for supplier in range(matrix.shape[0])])


def test_two_sectors(two_sectors):
    expected = np.array([[1.597017, 1.376238], [1.376238, 1.835697]])
    assert table(two_sectors.A) == pytest.approx(expected, abs=5e-7)


def test_the_tapioca_chain(tapioca):
    found = table(tapioca.A)
    assert found[0, 2] == pytest.approx(2)
    assert found[1, 2] == pytest.approx(1)
    assert np.isnan(found[2, 0])


@given(economies())
def test_equals_the_weighted_sum_of_powers(economy):
    matrix, inverse, *_ = economy
    beyond = inverse - np.eye(len(inverse))
    lengths = inverse @ beyond
    found = table(matrix)
    reached = beyond > 1e-9
    np.testing.assert_allclose(
        found[reached], (lengths / np.where(reached, beyond, 1))[reached], 1e-6
    )
    assert (found[~np.isnan(found)] >= 1 - 1e-9).all()


@given(economies())
def test_undefined_exactly_where_no_path_leads(economy):
    matrix, *_ = economy
    size = matrix.shape[0]
    links = (matrix.toarray() > 0).astype(float)
    walks = sum(np.linalg.matrix_power(links, power) for power in range(1, size + 1))
    assert (np.isnan(table(matrix)) == (walks == 0)).all()
