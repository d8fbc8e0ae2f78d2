import numpy as np
import pytest
from hypothesis import given

from supplychain.engine.ghosh import supply_multipliers
from supplychain.engine.leontief import factor
from tests.engine.economies import economies


def test_two_sectors(two_sectors):
    """Miller and Blair (2009), section 12.1: the row sums of G."""
    found = supply_multipliers(factor(two_sectors.A), two_sectors.x)
    assert found == pytest.approx([1.914191, 1.254125], abs=5e-7)


def test_germany(germany):
    """Eurostat Manual (2008), table 15.20; manufacturing is 1.6910, printed 1.6691 in error."""
    found = supply_multipliers(factor(germany.A), germany.x)
    assert found == pytest.approx([2.1126, 1.6910, 1.3558, 1.5848, 2.1037, 1.2106], abs=5e-5)


def test_orientation(two_regions):
    """Primary inputs give x' = v' G, and g₁₂ is as pymrio prints it."""
    inverse = np.linalg.inv(np.eye(6) - two_regions.Z / two_regions.x[:, np.newaxis])
    inputs = two_regions.x - two_regions.Z.sum(axis=0)
    assert inputs @ inverse == pytest.approx(two_regions.x)
    assert inverse[0, 1] == pytest.approx(0.28499301, abs=5e-9)
    found = supply_multipliers(factor(two_regions.A), two_regions.x)
    assert found == pytest.approx(inverse.sum(axis=1))


@given(economies())
def test_row_sums_equal_the_dense_inverse(economy):
    matrix, _, output, _, _ = economy
    made = np.where(output > 0, output, 1.0)
    shares = matrix.toarray() * output / made[:, np.newaxis]
    slow = np.linalg.inv(np.eye(len(output)) - shares).sum(axis=1)
    np.testing.assert_allclose(supply_multipliers(factor(matrix), output), slow, rtol=1e-9)
