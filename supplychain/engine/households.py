"""Closing the model on households: wages are earned, spent, and earned again (type II)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import block_array, csc_array

Floats = NDArray[np.float64]


def close(coefficients: csc_array, wages: Floats, spending: Floats, own: float = 0.0) -> csc_array:
    """Add households to A as one more row and column, the last.

    Parameters
    ----------
    coefficients
        A, (n, n).
    wages
        Wages per Rp of output, (n,): the row.
    spending
        Purchases from each business per Rp of household income, (n,): the column.
    own
        Labour that households hire themselves, per Rp of their income.

    Returns
    -------
    (n + 1, n + 1) csc_array
        Ā. Take its last row's multipliers as total or leave them out as truncated; never add
        type I and type II.

    References
    ----------
    Miller, R. E. and Blair, P. D. (2009). Input-Output Analysis, 2nd ed., Cambridge, sections 2.5
    and 6.2.2.
    """
    blocks = [
        [coefficients, csc_array(spending[:, np.newaxis])],
        [csc_array(wages[np.newaxis, :]), csc_array(np.array([[own]]))],
    ]
    return csc_array(block_array(blocks, format="csc"))
