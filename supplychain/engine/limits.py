"""Output under limits: buy the shortage elsewhere, or ration those who depend on it.

References
----------
Miller, R. E. and Blair, P. D. (2009). Input-Output Analysis, 2nd ed., Cambridge, section 13.2.
Chandrasekaran, R. (1970). A special case of the complementary pivot problem. Opsearch 7, 263-268:
with an M-matrix, members only ever leave the set of those at their limit.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array

from supplychain.engine.leontief import Factor

Floats = NDArray[np.float64]
ROUNDING = 1e-12


@dataclass(frozen=True)
class Bought:
    """Output when what a limited business cannot make is bought elsewhere.

    Attributes
    ----------
    output
        x, (n,), Rp/year, nowhere above its limit.
    shortage
        (n,), Rp/year of each business's goods to buy elsewhere; positive only at the limit.
    """

    output: Floats
    shortage: Floats


@dataclass(frozen=True)
class Rationed:
    """Output when buyers share what a limited business can make.

    Attributes
    ----------
    output
        x, (n,), Rp/year.
    served
        (n,), share of the wanted output that each business can still make, 0 to 1.
    """

    output: Floats
    served: Floats


def fixed(factor: Factor, demand: Floats, where: NDArray[np.intp], output: Floats) -> Bought:
    """Hold the output of some businesses at given values: x = L f + L·c (Lcc)⁻¹ (x̄c - xc).

    Parameters
    ----------
    factor
        Of A.
    demand
        f, (n,), Rp/year.
    where
        The k businesses held.
    output
        x̄, (k,), Rp/year.
    """
    free = factor.forward(demand)
    columns = factor.columns(where)
    withheld = np.linalg.solve(columns[where], free[where] - output)
    shortage = np.zeros(len(factor))
    shortage[where] = withheld
    held = free - columns @ withheld
    held[where] = output
    return Bought(held, shortage)


def buying_shortages(factor: Factor, demand: Floats, limits: Floats) -> Bought:
    """Solve x = L (f - s), x ≤ limits, s ≥ 0, s only where x is at its limit.

    Parameters
    ----------
    factor
        Of A.
    demand
        f, (n,), Rp/year.
    limits
        (n,), Rp/year; infinite where there is none.
    """
    free = factor.forward(demand)
    held = np.flatnonzero(free > limits * (1 + ROUNDING))
    while len(held):
        found = fixed(factor, demand, held, limits[held])
        still = found.shortage[held] >= 0
        if still.all():
            return found
        held = held[still]
    return Bought(free, np.zeros(len(factor)))


def rationing(factor: Factor, demand: Floats, limits: Floats, needed: csr_array) -> Rationed:
    """Give every user of a limited business the same share of what it wants.

    A buyer makes no more than its scarcest needed input allows; final buyers of a limited business
    get the same share as businesses.

    Parameters
    ----------
    factor
        Of A.
    demand
        f, (n,), Rp/year.
    limits
        (n,), Rp/year; infinite where there is none.
    needed
        (n, n), an entry where the buyer (column) cannot produce without the supplier (row).
    """
    wanted = factor.forward(demand)
    own = np.divide(limits, wanted, out=np.ones(len(factor)), where=wanted > 0).clip(0.0, 1.0)
    links = coo_array(needed)
    suppliers, buyers = links.coords
    served = own
    for _ in range(len(factor)):
        scarcest = served.copy()
        np.minimum.at(scarcest, buyers, served[suppliers])
        if np.array_equal(scarcest, served):
            break
        served = scarcest
    return Rationed(factor.forward(served * demand), served)
