"""Which few businesses carry most together: not the same as the few that carry most singly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, diags_array, eye_array, hstack, vstack

from supplychain.core.network import SupplyNetwork
from supplychain.engine.extraction import group_loss
from supplychain.metrics import economy

Floats = NDArray[np.float64]
CHOSEN = 0.5


@dataclass(frozen=True)
class Keystones:
    """A group of businesses and what the network would lose without it.

    Attributes
    ----------
    businesses
        Ids, in the order of the network.
    loss
        Of the measure asked for: Rp/year, or persons.
    gap
        Largest share by which a better group could still exceed this one; 0 if none can.
    """

    businesses: tuple[str, ...]
    loss: float
    gap: float


def keystones(
    network: SupplyNetwork,
    *,
    among: Sequence[str],
    slots: int,
    budget: float = np.inf,
    measure: str = "output",
    seconds: float = 20.0,
) -> Keystones:
    """Find the group whose extraction costs the network most: what to fund or to protect first.

    Parameters
    ----------
    network
        Trade in Rp/year.
    among
        Ids to choose from, such as the sentra.
    slots
        Most businesses in the group.
    budget
        Most that their `funds` may sum to, Rp; a business without funds costs nothing.
    measure
        `output`, `value_added` or `jobs`.
    seconds
        Time to search at most.

    Notes
    -----
    Mixed-integer programme, exact: minimise π x subject to x ≥ A x + f - x⁰ y, x ≥ 0, y binary;
    the loss is then worked out in closed form.

    References
    ----------
    Temurshoev, U. (2010). Identifying optimal sector groupings with the hypothetical extraction
    method. Journal of Regional Science 50(4), 872-890.
    """
    solved, size = economy.of(network), len(network)
    weights = solved.weights(measure)
    eligible = network.businesses.index.isin(list(among))
    scale = max(float(solved.output.max()), 1.0)
    worth = weights * scale / max(float(weights @ solved.output), 1.0)
    found = milp(
        np.concatenate([worth, np.zeros(size)]),
        integrality=np.repeat([0, 1], size),
        bounds=Bounds(0, np.concatenate([np.full(size, np.inf), eligible.astype(float)])),
        constraints=[_books(network.coefficients, solved, scale), _costs(network, slots, budget)],
        options={"time_limit": seconds},
    )
    picked = np.zeros(size) if found.x is None else found.x[size:]
    group = np.flatnonzero(picked > CHOSEN)
    loss = group_loss(solved.factor, group, solved.output, weights) if len(group) else 0.0
    return Keystones(tuple(network.businesses.index[group]), loss, float(found.mip_gap or 0.0))


def _books(coefficients: csr_array, solved: economy.Economy, scale: float) -> LinearConstraint:
    """(I - A) x + x⁰ y ≥ f, in units of the largest output."""
    size = len(solved.output)
    left = hstack([eye_array(size) - coefficients, diags_array(solved.output / scale)]).tocsc()
    return LinearConstraint(left, lb=solved.final / scale)


def _costs(network: SupplyNetwork, slots: int, budget: float) -> LinearConstraint:
    size = len(network)
    funds = network.businesses["funds"].fillna(0.0).to_numpy()
    unit = max(float(funds.max()), 1.0)
    rows = np.vstack([np.ones(size), funds / unit])
    matrix = vstack([csr_array(np.hstack([np.zeros((2, size)), rows]))]).tocsc()
    return LinearConstraint(matrix, ub=[slots, budget / unit])


def singly(network: SupplyNetwork, keystones: Keystones, measure: str = "output") -> pd.Series:
    """Loss of each member of a group alone, to be read beside the loss of the group."""
    solved = economy.of(network)
    weights = solved.weights(measure)
    losses = {
        business: group_loss(
            solved.factor, np.array([network.position(business)]), solved.output, weights
        )
        for business in keystones.businesses
    }
    return pd.Series(losses, name="loss", dtype=float)
