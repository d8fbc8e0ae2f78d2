import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from supplychain.engine.leontief import SingularError, factor, is_productive
from tests.engine.economies import coefficients, economies

CLOSE = {"rtol": 1e-9, "atol": 1e-9}


def test_agrees_with_the_textbook(two_sectors):
    """Miller and Blair (2009), section 2.3: new demand, and the multipliers of chapter 6."""
    solved = factor(two_sectors.A)
    assert solved.forward(np.array([600.0, 1500.0])) == pytest.approx(
        [1247.525, 1841.584], abs=5e-4
    )
    assert solved.multipliers == pytest.approx([1.518152, 1.452145], abs=5e-7)
    assert solved.columns(np.array([0, 1])) == pytest.approx(
        np.array([[1.254125, 0.330033], [0.264026, 1.122112]]), abs=5e-7
    )
    assert solved.diagonal == pytest.approx([1.254125, 1.122112], abs=5e-7)


def test_agrees_with_the_eurostat_manual(germany):
    """Eurostat Manual (2008), tables 15.15 and 15.16: output, value added, jobs."""
    solved = factor(germany.A)
    added = np.array([21664, 395022, 115624, 311407, 415426, 365017]) / germany.x
    jobs = np.array([1096, 8381, 3236, 9251, 4258, 10206]) / germany.x
    found = solved.transposed(np.stack([np.ones(6), added, jobs], axis=1)).T
    assert found[0] == pytest.approx([1.7048, 1.8413, 1.8136, 1.6035, 1.5951, 1.3782], abs=5e-5)
    assert found[1] == pytest.approx([0.8450, 0.7647, 0.8615, 0.9019, 0.9393, 0.9199], abs=5e-5)
    assert found[2] == pytest.approx([0.0326, 0.0162, 0.0207, 0.0237, 0.0112, 0.0242], abs=5e-5)


def test_agrees_with_pymrio(two_regions):
    solved = factor(two_regions.A)
    assert solved.multipliers == pytest.approx(
        [2.218574, 5.798495, 1.700975, 1.494114, 4.418464, 3.096241], abs=5e-7
    )
    assert solved.diagonal[0] == pytest.approx(1.33871463, abs=5e-9)


def test_agrees_with_kitzes():
    """Kitzes (2013), Resources 2: inverse and consumption account."""
    flows, output, final = np.array([[8, 5], [4, 2]]), np.array([16, 12]), np.array([3, 6])
    solved = factor(csr_array(flows / output))
    assert solved.rows(np.array([0, 1])) == pytest.approx(np.array([[8 / 3, 4 / 3], [0.8, 1.6]]))
    intensity = np.array([8, 4]) / output
    assert solved.transposed(intensity) * final == pytest.approx([4.8, 7.2])


@given(economies(), st.integers(1, 3))
def test_every_solve_equals_the_dense_inverse(economy, sides):
    matrix, inverse, _, final, weights = economy
    solved = factor(matrix)
    demand = np.outer(final, np.arange(1, sides + 1))
    everyone = np.arange(len(solved))
    np.testing.assert_allclose(solved.forward(demand), inverse @ demand, **CLOSE)
    np.testing.assert_allclose(solved.forward(final), inverse @ final, **CLOSE)
    np.testing.assert_allclose(solved.transposed(weights), weights @ inverse, **CLOSE)
    np.testing.assert_allclose(solved.diagonal, np.diag(inverse), **CLOSE)
    np.testing.assert_allclose(solved.columns(everyone), inverse, **CLOSE)
    np.testing.assert_allclose(solved.rows(everyone), inverse, **CLOSE)


@given(economies())
def test_certificates_tell_right_from_wrong(economy):
    matrix, inverse, output, final, weights = economy
    solved = factor(matrix)
    system = np.eye(len(solved)) - matrix.toarray()
    certificate = solved.certify(solved.forward(final), final)
    assert certificate.residual <= 1e-12
    assert certificate.condition == pytest.approx(
        np.linalg.norm(system, 1) * np.linalg.norm(inverse, 1), rel=1e-9
    )
    backward = solved.certify(solved.transposed(weights), weights, transposed=True)
    assert backward.residual <= 1e-12
    assert solved.certify(output + 1.0, final).residual > 1e-6


@given(economies())
def test_laws_of_the_open_model(economy):
    """Reliability of the model: x = Ax + f, value added meets final demand, L ≥ I."""
    matrix, _, _, final, _ = economy
    solved = factor(matrix)
    output = solved.forward(final)
    assert np.abs(matrix @ output + final - output).max() <= 1e-12 * max(1.0, output.max())
    added = output * (1 - np.asarray(matrix.sum(axis=0)))
    bound = 10 * solved.condition * np.finfo(float).eps * max(1.0, final.sum())
    assert abs(added.sum() - final.sum()) <= bound
    assert (solved.multipliers >= 1).all()
    assert (output >= final).all()


@given(economies())
def test_the_inverse_is_the_sum_of_all_rounds(economy):
    matrix, *_ = economy
    dense = matrix.toarray()
    total, term = np.eye(len(dense)), np.eye(len(dense))
    for _ in range(40):
        term = term @ dense
        total += term
    largest = dense.sum(axis=0).max()
    tail = largest**41 / (1 - largest)
    found = factor(matrix).columns(np.arange(len(dense)))
    assert np.abs(found - total).sum(axis=0).max() <= tail + 1e-9


@given(economies(), st.floats(0.01, 1e6))
def test_effects_add_up_and_scale(economy, scale):
    matrix, _, _, final, weights = economy
    solved = factor(matrix)
    both = solved.forward(final) + solved.forward(weights)
    np.testing.assert_allclose(solved.forward(final + weights), both, **CLOSE)
    np.testing.assert_allclose(solved.forward(scale * final), scale * solved.forward(final))


@given(coefficients(), st.sampled_from([0.5, 0.99, 1 - 1e-6, 1 + 1e-6, 1.02, 2.0]))
def test_refuses_if_and_only_if_the_radius_is_one_or_more(matrix, radius):
    largest = np.abs(np.linalg.eigvals(matrix.toarray())).max()
    if largest < 1e-6:
        assert is_productive(matrix)
    else:
        assert is_productive(csr_array(matrix * (radius / largest))) == (radius < 1)


@pytest.mark.parametrize("flows", [[[1.0]], [[0.0, 1.0], [1.0, 0.0]], [[0.5, 0.5], [0.5, 0.5]]])
def test_a_circle_that_keeps_everything_is_not_productive(flows):
    assert not is_productive(csr_array(np.array(flows)))


def test_a_huge_coefficient_without_a_circle_is_productive():
    assert is_productive(csr_array(np.array([[0.0, 1e14], [0.0, 0.0]])))


def test_a_singular_system_says_so():
    with pytest.raises(SingularError, match="singular"):
        factor(csr_array(np.array([[0.0, 1.0], [1.0, 0.0]])))


def test_no_multiplier_means_no_condition():
    assert factor(csr_array(np.array([[2.0]]))).condition == float("inf")


def test_an_empty_network_has_empty_answers():
    solved = factor(csr_array((0, 0)))
    assert solved.multipliers.shape == (0,)
    assert solved.productive


def test_a_large_circle_has_an_exact_diagonal():
    """A ring of 600 that keeps half of what goes round, so lⱼⱼ = 1 / (1 - 0.5)."""
    size = 600
    around = csr_array(
        (np.full(size, 0.5 ** (1 / size)), (np.arange(size), np.roll(np.arange(size), -1)))
    )
    np.testing.assert_allclose(factor(around).diagonal, 2.0, rtol=1e-9)
