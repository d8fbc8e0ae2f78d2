"""Output that would be lost if a business, one of its sides, a link or a group were not there.

Closed forms: none needs the economy to be solved again. Each takes weights π (jobs or value added
per rupiah of output) to count the loss in persons or value added instead of output.

References
----------
Temurshoev, U. (2010). Identifying optimal sector groupings with the hypothetical extraction method.
Journal of Regional Science 50(4), 872-890.
Miller, R. E. and Blair, P. D. (2009). Input-Output Analysis, 2nd ed., Cambridge, section 12.2.6.
Sherman, J. and Morrison, W. J. (1950). Adjustment of an inverse matrix corresponding to a change in
one element. Annals of Mathematical Statistics 21(1), 124-127.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from supplychain.engine.condensation import Ints, circles
from supplychain.engine.ghosh import weighted_supply
from supplychain.engine.leontief import Factor

Floats = NDArray[np.float64]
Side = Literal["total", "backward", "forward", "ghosh"]


def node_losses(
    factor: Factor, output: Floats, final: Floats, weights: Floats, *, side: Side = "total"
) -> Floats:
    """Loss from extracting each business in turn.

    Parameters
    ----------
    factor
        Of A.
    output, final
        x and f, (n,), Rp/year.
    weights
        π, (n,), quantity per Rp of output; ones for output.
    side
        `total` removes all its trade and its final sales: xⱼ pⱼ / lⱼⱼ with p = Lᵀ π;
        `backward` its purchases: xⱼ (pⱼ - πⱼ) / lⱼⱼ;
        `forward` its sales to other businesses: pⱼ (xⱼ - fⱼ) / lⱼⱼ;
        `ghosh` the same sales in the supply-driven model: xⱼ ((G π)ⱼ - πⱼ) / gⱼⱼ.

    Returns
    -------
    (n,) array
        Quantity a year (Rp/year for output).
    """
    own = factor.diagonal
    if side == "ghosh":
        return output * (weighted_supply(factor, output, weights) - weights) / own
    carried = factor.transposed(weights)
    if side == "backward":
        return output * (carried - weights) / own
    return carried * (output if side == "total" else output - final) / own


def link_losses(
    factor: Factor,
    suppliers: Ints,
    buyers: Ints,
    amounts: Floats,
    output: Floats,
    weights: Floats,
) -> Floats:
    """Loss from removing each link, or part of it, in turn: δ pᵢ xⱼ / (1 + δ lⱼᵢ).

    Parameters
    ----------
    factor
        Of A.
    suppliers, buyers
        i and j of each link, (m,).
    amounts
        Purchases removed, (m,), Rp/year; δ = amount / xⱼ.
    output
        x, (n,), Rp/year.
    weights
        π, (n,), quantity per Rp of output.

    Returns
    -------
    (m,) array
        Quantity a year.
    """
    carried = factor.transposed(weights)[suppliers]
    bought = output[buyers]
    share = np.divide(amounts, bought, out=np.zeros_like(amounts), where=bought > 0)
    return amounts * carried / (1 + share * returning(factor, suppliers, buyers))


def returning(factor: Factor, suppliers: Ints, buyers: Ints) -> Floats:
    """Return lⱼᵢ for each link i → j, (m,): 0 unless both lie on one circle."""
    if factor.passes is not None:
        return factor.passes.against(suppliers, buyers)
    labels = circles(csr_array(factor.coefficients))[1]
    values = np.zeros(len(suppliers))
    inside = np.flatnonzero(labels[suppliers] == labels[buyers])
    sellers, column = np.unique(suppliers[inside], return_inverse=True)
    if len(sellers):
        values[inside] = factor.columns(sellers)[buyers[inside], column]
    return values


def group_loss(factor: Factor, group: Ints, output: Floats, weights: Floats) -> float:
    """Loss from extracting a group together: π' L·ₖ (Lₖₖ)⁻¹ xₖ; the best k are not the top k.

    Parameters
    ----------
    factor
        Of A.
    group
        Distinct indices, (k,).
    output
        x, (n,), Rp/year.
    weights
        π, (n,), quantity per Rp of output.

    Returns
    -------
    float
        Quantity a year.
    """
    columns = factor.columns(group)
    return float(weights @ columns @ np.linalg.solve(columns[group], output[group]))
