"""Random economies for property tests: circles, self-supply, empty rows, separate parts."""

import numpy as np
from hypothesis import strategies as st
from scipy.sparse import csr_array


@st.composite
def coefficients(draw, *, low=0.05, high=0.95, most=12):
    """A productive A: column sums between `low` and `high`, or 0 for who buys nothing."""
    seed = draw(st.integers(0, 2**32 - 1))
    size = draw(st.integers(1, most))
    density = draw(st.sampled_from([0.05, 0.15, 0.4, 1.0]))
    rng = np.random.default_rng(seed)
    matrix = np.where(rng.random((size, size)) < density, rng.lognormal(size=(size, size)), 0.0)
    if draw(st.booleans()):
        matrix = np.triu(matrix, 1)
    if draw(st.booleans()) and size > 2:
        matrix[: size // 2, size // 2 :] = matrix[size // 2 :, : size // 2] = 0.0
    if draw(st.booleans()):
        matrix[rng.integers(size)] = 0.0
    bought = matrix.sum(axis=0)
    scale = rng.uniform(low, high, size) / np.where(bought > 0, bought, 1.0)
    order = rng.permutation(size)
    return csr_array((matrix * scale)[order][:, order])


@st.composite
def economies(draw, **options):
    """A, L, output and final demand of a productive economy, and weights."""
    matrix = draw(coefficients(**options))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    size = matrix.shape[0]
    inverse = np.linalg.inv(np.eye(size) - matrix.toarray())
    final = np.where(rng.random(size) < 0.7, rng.lognormal(3, 1, size), 0.0)
    weights = rng.random(size)
    return matrix, inverse, inverse @ final, final, weights
