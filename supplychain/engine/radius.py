"""How near an economy is to needing more of its own goods than it makes, and where."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array, csr_array, eye_array
from scipy.sparse.linalg import splu

from supplychain.engine.condensation import Ints, loops

Floats = NDArray[np.float64]
ROUNDS = 100
TOLERANCE = 1e-13


def spectral_radius(coefficients: csr_array | csc_array) -> float:
    """Largest absolute eigenvalue of A ≥ 0: the share of a circle's output that it needs itself.

    It is the largest over the circles, found in each by Noda's inverse iteration, whose bounds
    min (xA)ⱼ/xⱼ ≤ ρ ≤ max (xA)ⱼ/xⱼ (Collatz, Wielandt) close in quadratically.

    Parameters
    ----------
    coefficients
        A, (n, n), not negative.

    Returns
    -------
    float
        0 for a network without circles.

    References
    ----------
    Noda, T. (1971). Note on the computation of the maximal eigenvalue of a non-negative irreducible
    matrix. Numerische Mathematik 17, 382-386.
    """
    matrix = csr_array(coefficients)
    return max((_perron(matrix[group][:, group])[0] for group in loops(matrix)), default=0.0)


def cycle_of_blame(coefficients: csr_array | csc_array) -> Ints:
    """Find a cycle to name when A is not productive: the one nearest to feeding on itself.

    In the circle of largest radius, start at the business whose goods hold most of the circle's
    costs and go back to the supplier that weighs most in each, until one returns.

    Parameters
    ----------
    coefficients
        A, (n, n), not negative.

    Returns
    -------
    (k,) array of int
        Indices in the order goods go round; the last supplies the first. Empty without circles,
        and such a network is always productive.
    """
    matrix = csr_array(coefficients)
    found = [(*_perron(matrix[group][:, group]), group) for group in loops(matrix)]
    if not found:
        return np.empty(0, np.intp)
    _, price, group = max(found, key=lambda circle: circle[0])
    return group[_heaviest_cycle(csc_array(matrix[group][:, group]), price)]


def _perron(block: csr_array) -> tuple[float, Floats]:
    """Spectral radius and left eigenvector, largest entry 1, of an irreducible block.

    A shifted matrix that turns out singular, or loses its sign, has met the eigenvalue.
    """
    turned = csc_array(block.T)
    vector = np.ones(turned.shape[0])
    bound = 0.0
    for _ in range(ROUNDS):
        ratios = (turned @ vector) / vector
        bound = float(ratios.max())
        if bound - ratios.min() <= TOLERANCE * bound:
            break
        found = _inverse_step(turned, bound, vector)
        if found is None:
            break
        vector = found
    return bound, vector


def _inverse_step(matrix: csc_array, bound: float, vector: Floats) -> Floats | None:
    shifted = csc_array(bound * eye_array(matrix.shape[0], format="csc") - matrix)
    try:
        found = splu(shifted).solve(vector)
    except RuntimeError:
        return None
    largest = found.max()
    if not (np.isfinite(largest) and found.min() > 0):
        return None
    return found / largest


def _heaviest_cycle(block: csc_array, price: Floats) -> Ints:
    step = [_main_supplier(block, price, buyer) for buyer in range(block.shape[0])]
    seen: dict[int, int] = {}
    place = int(price.argmax())
    while place not in seen:
        seen[place] = len(seen)
        place = step[place]
    trail = list(seen)[seen[place] :]
    return np.array(trail[::-1], dtype=np.intp)


def _main_supplier(block: csc_array, price: Floats, buyer: int) -> int:
    span = slice(block.indptr[buyer], block.indptr[buyer + 1])
    suppliers = block.indices[span]
    return int(suppliers[(block.data[span] * price[suppliers]).argmax()])
