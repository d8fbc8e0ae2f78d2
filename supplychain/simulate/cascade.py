"""A shock followed step by step: who stands still when one business, a place or a product fails."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.engine import esri
from supplychain.metrics.systemic_risk import Production, chain_of
from supplychain.simulate.plan import main_product


@dataclass(frozen=True)
class Cascade:
    """How a shock spreads, in the short run, when nobody finds new partners.

    Attributes
    ----------
    steps
        Share of its output that each business still makes, one column a step from 0 (before).
    downstream, upstream
        Final share lost by business: for want of inputs, and for want of buyers.
    loss
        Share of all sales between businesses that stops, counting the worse side of each.
    """

    steps: pd.DataFrame
    downstream: pd.Series
    upstream: pd.Series
    loss: float


def cascade(
    network: SupplyNetwork, remaining: Mapping[str, float], *, production: Production = "mixed"
) -> Cascade:
    """Follow a shock to where it ends.

    Parameters
    ----------
    network
        Trade in Rp/year.
    remaining
        Share of its output that each business hit can still make, by id: 0 closed, 1 untouched.
    production
        How inputs limit buyers; see the metric `systemic_risk`.

    References
    ----------
    Diem, C., Borsos, A., Reisch, T., Kertész, J. and Thurner, S. (2022). Quantifying firm-level
    economic systemic risk from nation-wide supply networks. Scientific Reports 12, 7719.
    """
    chain = chain_of(network, production)
    start = np.ones((len(network), 1))
    for business, share in remaining.items():
        start[network.position(business)] = share
    states = list(esri.spread(chain, start))
    still = np.hstack([np.minimum(state.downstream, state.upstream) for state in states])
    index = network.businesses.index
    weight = chain.sales / (chain.sales.sum() or 1.0)
    return Cascade(
        pd.DataFrame(still, index=index),
        pd.Series(1 - states[-1].downstream[:, 0], index=index, name="downstream"),
        pd.Series(1 - states[-1].upstream[:, 0], index=index, name="upstream"),
        float(weight @ (1 - still[:, -1])),
    )


def hit(
    network: SupplyNetwork,
    *,
    district: str | None = None,
    product: str | None = None,
    share: float = 0.0,
) -> dict[str, float]:
    """Choose whom a shock hits: every business of a district, or every maker of a product."""
    chosen = pd.Series(True, index=network.businesses.index)
    if district is not None:
        chosen &= network.businesses["district"] == district
    if product is not None:
        chosen &= main_product(network) == product
    return dict.fromkeys(network.businesses.index[chosen], share)
