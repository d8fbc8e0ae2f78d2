import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain.engine.households import close
from supplychain.engine.leontief import factor
from tests.engine.economies import economies


@pytest.fixture
def closed():
    """Miller and Blair (2009), section 2.5."""
    open_part = np.array([[0.15, 0.25], [0.20, 0.05]])
    return factor(close(open_part, np.array([0.3, 0.25]), np.array([0.05, 0.4]), own=0.05))


def test_the_closed_inverse(closed):
    rows = [[1.365086, 0.425260, 0.250904], [0.527323, 1.348076, 0.595365]]
    rows += [[0.569849, 0.489050, 1.288539]]
    assert closed.rows(np.arange(3)) == pytest.approx(np.array(rows), abs=5e-7)


def test_total_and_truncated_multipliers(closed):
    assert closed.multipliers[:2] == pytest.approx([2.462258, 2.262386], abs=5e-7)
    truncated = closed.transposed(np.array([1.0, 1.0, 0.0]))[:2]
    assert truncated == pytest.approx([1.892409, 1.773336], abs=5e-7)


def test_income_multipliers(closed, two_sectors):
    wages = np.array([0.3, 0.25])
    simple = factor(two_sectors.A).transposed(wages)
    assert simple == pytest.approx([0.442244, 0.379538], abs=5e-7)
    assert simple / wages == pytest.approx([1.474147, 1.518152], abs=5e-7)
    type_ii = closed.transposed(np.array([0.3, 0.25, 0.05]))[:2] / wages
    assert type_ii == pytest.approx([1.899497, 1.956198], abs=5e-7)
    ratio = type_ii / (simple / wages)
    assert ratio == pytest.approx([1.288539, 1.288539], abs=5e-7)


@given(economies(high=0.6), st.floats(0.0, 0.9))
def test_closing_never_lowers_a_multiplier(economy, propensity):
    matrix, _, _, _, weights = economy
    wages = 0.3 * weights
    spending = np.full(len(weights), propensity / len(weights))
    opened, shut = factor(matrix), factor(close(matrix, wages, spending))
    induced = shut.transposed(np.append(weights, 0.0))[:-1]
    assert (induced >= opened.transposed(weights) - 1e-12).all()
