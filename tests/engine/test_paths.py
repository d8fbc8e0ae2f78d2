import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain.engine.leontief import factor
from supplychain.engine.paths import between
from tests.engine.economies import economies


def test_one_step_and_its_multiplier(two_sectors):
    """Defourny and Thorbecke (1984): direct .25 times path multiplier 1.320132 gives l₁₂."""
    found = between(factor(two_sectors.A), 0, 1)
    assert [path.nodes for path in found.paths] == [(0, 1)]
    assert found.paths[0].direct == pytest.approx(0.25)
    assert found.paths[0].multiplier == pytest.approx(1.320132, abs=5e-7)
    assert found.whole == pytest.approx(0.330033, abs=5e-7)
    assert found.remainder == pytest.approx(0, abs=1e-12)


def test_a_chain_without_circles_has_plain_products(tapioca):
    (path,) = between(factor(tapioca.A), 0, 3).paths
    assert path.nodes == (0, 1, 3)
    assert (path.total, path.multiplier, path.share) == pytest.approx((0.1, 1.0, 1.0))


def test_no_path_is_no_error(tapioca):
    found = between(factor(tapioca.A), 3, 0)
    assert (found.paths, found.whole, found.remainder) == ((), 0.0, 0.0)


@given(economies(most=6), st.data())
def test_all_paths_together_are_the_inverse(economy, data):
    matrix, inverse, *_ = economy
    size = len(inverse)
    i, j = data.draw(st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)))
    found = between(factor(matrix), i, j, most=10_000, depth=size, floor=0.0)
    assert sum(path.total for path in found.paths) == pytest.approx(inverse[i, j], abs=1e-9)
    assert found.whole == pytest.approx(inverse[i, j], abs=1e-12)


@given(economies(), st.integers(1, 4), st.integers(1, 5), st.data())
def test_what_is_left_out_is_told(economy, most, depth, data):
    matrix, inverse, *_ = economy
    size = len(inverse)
    i, j = data.draw(st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)))
    found = between(factor(matrix), i, j, most=most, depth=depth)
    assert len(found.paths) <= most
    assert all(len(path.nodes) <= depth + 1 for path in found.paths)
    directs = [path.direct for path in found.paths]
    assert directs == sorted(directs, reverse=True)
    assert all(path.multiplier >= 1 - 1e-9 for path in found.paths)
    shares = sum(path.share for path in found.paths) + found.remainder
    assert shares == pytest.approx(1.0 if inverse[i, j] > 1e-300 else 0.0, abs=1e-9)
