"""How few partners a business depends on."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

Floats = NDArray[np.float64]


def herfindahl(flows: csr_array, *, axis: int) -> Floats:
    """Sum of squared shares, Σ s².

    Parameters
    ----------
    flows
        Z, (n, n), not negative, one entry a pair.
    axis
        0 for the shares of each buyer's suppliers, 1 for those of each supplier's buyers.

    Returns
    -------
    (n,) array
        Between 1/partners and 1; NaN without a partner. Its reciprocal is the effective number of
        partners, 10,000 times it the usual index.

    References
    ----------
    Herfindahl, O. C. (1950). Concentration in the U.S. steel industry. Columbia University.
    Adelman, M. A. (1969). Comment on the "H" concentration measure as a numbers-equivalent. Review
    of Economics and Statistics 51(1), 99-101.
    """
    total = np.asarray(flows.sum(axis=axis), dtype=np.float64)
    scale = np.divide(1.0, total, out=np.zeros_like(total), where=total > 0)
    shares = csr_array(flows.multiply(scale if axis == 0 else scale[:, np.newaxis]))
    squares = np.asarray(shares.power(2).sum(axis=axis), dtype=np.float64)
    return np.where(total > 0, squares, np.nan)
