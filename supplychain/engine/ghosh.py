"""The seller's side: how much further sales follow from one rupiah of what a business makes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from supplychain.engine.leontief import Factor

Floats = NDArray[np.float64]


def supply_multipliers(factor: Factor, output: Floats) -> Floats:
    """Return the row sums of G, from G = x̂⁻¹ L x̂ and so without a second factorisation.

    The same number is the upstreamness of a business: 1 if it sells to final buyers only, 2 if it
    sells to businesses that do, and so on, averaged over what it sells.

    Parameters
    ----------
    factor
        Of A.
    output
        x, (n,), Rp/year.

    Returns
    -------
    (n,) array
        Rp per Rp; 1 for a business without output.

    References
    ----------
    Ghosh, A. (1958). Input-output approach in an allocation system. Economica 25, 58-64.
    Antràs, P., Chor, D., Fally, T. and Hillberry, R. (2012). Measuring the upstreamness of
    production and trade flows. American Economic Review 102(3), 412-416.
    """
    return weighted_supply(factor, output, np.ones_like(output))


def weighted_supply(factor: Factor, output: Floats, weights: Floats) -> Floats:
    """Return G π: what one rupiah of each business's output carries of π as it is sold on.

    Parameters
    ----------
    factor
        Of A.
    output
        x, (n,), Rp/year.
    weights
        π, (n,), any quantity per Rp of output.

    Returns
    -------
    (n,) array
        The same quantity per Rp; π itself for a business without output.
    """
    carried = factor.forward(output * weights)
    return np.divide(carried, output, out=weights.astype(np.float64).copy(), where=output > 0)
