"""Average propagation length: how many transactions lie between a change and its effect."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from supplychain.engine.leontief import Factor

Floats = NDArray[np.float64]


def lengths_from(factor: Factor, supplier: int) -> Floats:
    """Average number of steps from one supplier to every buyer, over all paths by what they carry.

    hᵢⱼ / lᵢⱼ with H = L (L - I) = Σ k Aᵏ, and hᵢᵢ / (lᵢᵢ - 1) on the diagonal. Meaningful between
    different businesses only (Oosterhaven and Bouwmeester 2013): do not rank by the diagonal.

    Parameters
    ----------
    factor
        Of A.
    supplier
        Index i.

    Returns
    -------
    (n,) array
        Steps, at least 1; NaN where no path leads.

    References
    ----------
    Dietzenbacher, E., Romero, I. and Bosma, N. S. (2005). Using average propagation lengths to
    identify production chains. Estudios de Economía Aplicada 23(2), 405-422.
    """
    purchases = factor.coefficients[[supplier], :].toarray()[0]
    reached = factor.transposed(purchases)
    travelled = factor.transposed(reached)
    return np.divide(travelled, reached, out=np.full(len(factor), np.nan), where=reached > 0)
