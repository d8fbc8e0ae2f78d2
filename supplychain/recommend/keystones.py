"""Which few businesses carry most together: not the same as the few that carry most singly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array, eye_array, hstack, vstack

from supplychain.core.network import SupplyNetwork
from supplychain.engine.extraction import group_loss
from supplychain.metrics import economy
from supplychain.recommend.programme import Programme

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
    books, limits = _books(network.coefficients, solved, scale), _costs(network, slots, budget)
    found = Programme(
        costs=np.concatenate([worth, np.zeros(size)]),
        matrix=vstack([books[0], limits[0]]).tocsc(),
        low=np.concatenate([books[1], np.full(2, -np.inf)]),
        high=np.concatenate([np.full(size, np.inf), limits[1]]),
        most=np.concatenate([np.full(size, np.inf), eligible.astype(float)]),
        whole=np.repeat([False, True], size),
    ).solved(seconds)
    picked = found.point[size:]
    group = np.flatnonzero(picked > CHOSEN)
    loss = group_loss(solved.factor, group, solved.output, weights) if len(group) else 0.0
    return Keystones(tuple(network.businesses.index[group]), loss, found.gap)


def _books(
    coefficients: csr_array, solved: economy.Economy, scale: float
) -> tuple[csr_array, Floats]:
    """(I - A) x + x⁰ y ≥ f, in units of the largest output."""
    size = len(solved.output)
    left = hstack([eye_array(size) - coefficients, diags_array(solved.output / scale)])
    return left.tocsr(), solved.final / scale


def _costs(network: SupplyNetwork, slots: int, budget: float) -> tuple[csr_array, Floats]:
    """Σ y ≤ slots and Σ funds y ≤ budget, in units of the largest funds."""
    size = len(network)
    funds = network.businesses["funds"].fillna(0.0).to_numpy()
    unit = max(float(funds.max()), 1.0)
    rows = np.vstack([np.ones(size), funds / unit])
    left = csr_array(np.hstack([np.zeros((2, size)), rows]))
    return left, np.array([slots, budget / unit])


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
