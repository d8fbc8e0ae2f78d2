"""Whether an economy can work, and which circle of businesses makes it impossible."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_array

from supplychain.engine.condensation import Ints, loops
from supplychain.engine.leontief import Floats, SingularError, factor

SWEEPS = 200


def productive(coefficients: csr_array) -> bool:
    """Tell whether the spectral radius of A is below 1, so that multipliers are finite.

    Parameters
    ----------
    coefficients
        A, (n, n), not negative, Rp of purchases per Rp of the buyer's output.

    References
    ----------
    Hawkins, D. and Simon, H. A. (1949). Note: some conditions of macroeconomic stability.
    Econometrica 17.
    """
    try:
        return factor(coefficients).productive
    except SingularError:
        return False


def blamed_cycle(coefficients: csr_array) -> Ints:
    """Find a cycle in a circle that is not productive, in the direction of the goods.

    Within the circle, each business is led to the supplier that weighs most in its Perron vector;
    following those suppliers ends in a cycle.

    Returns
    -------
    (k,) array of int
        Businesses in the order in which they supply one another; empty for a productive A.
    """
    for group in loops(coefficients):
        block = coefficients[group][:, group]
        if not productive(block):
            return group[_followed(_strongest_supplier(block))][::-1]
    return np.empty(0, dtype=np.intp)


def _strongest_supplier(block: csr_array) -> Ints:
    weight: Floats = np.ones(block.shape[0])
    for _ in range(SWEEPS):
        weight = weight + block.T @ weight
        weight /= weight.sum()
    return np.asarray((block.toarray() * weight[:, None]).argmax(axis=0), dtype=np.intp)


def _followed(supplier: Ints) -> Ints:
    path: list[int] = []
    here = 0
    while here not in path:
        path.append(here)
        here = int(supplier[here])
    return np.asarray(path[path.index(here) :], dtype=np.intp)
