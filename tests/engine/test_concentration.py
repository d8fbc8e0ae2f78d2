import numpy as np
import pytest
from hypothesis import given
from scipy.sparse import csr_array

from supplychain.engine.concentration import herfindahl
from tests.engine.economies import coefficients


def test_by_hand():
    flows = csr_array(np.array([[0.0, 6.0, 1.0], [0.0, 2.0, 0.0], [0.0, 2.0, 0.0]]))
    assert herfindahl(flows, axis=0) == pytest.approx([np.nan, 0.44, 1.0], nan_ok=True)
    assert herfindahl(flows, axis=1) == pytest.approx([37 / 49, 1.0, 1.0])


@given(coefficients())
def test_lies_between_even_shares_and_a_single_partner(matrix):
    for axis in (0, 1):
        found = herfindahl(matrix, axis=axis)
        partners = (matrix.toarray() > 0).sum(axis=axis)
        some = partners > 0
        assert (np.isnan(found) == ~some).all()
        assert (found[some] >= 1 / partners[some] - 1e-12).all()
        assert (found[some] <= 1 + 1e-12).all()
