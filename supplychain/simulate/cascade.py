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
    supplied, bought
        Share of its output that each business can still make for the inputs it gets, and for the
        custom it has; one column a step from 0 (before).
    loss
        Share of all sales between businesses that stops, counting the worse side of each.
    """

    supplied: pd.DataFrame
    bought: pd.DataFrame
    loss: float

    @property
    def steps(self) -> pd.DataFrame:
        """Share of its output that each business still makes: the worse side, step by step."""
        return self.supplied.where(self.supplied < self.bought, self.bought)

    @property
    def downstream(self) -> pd.Series:
        """Final share lost for want of inputs, by business."""
        return (1 - self.supplied.iloc[:, -1]).rename("downstream")

    @property
    def upstream(self) -> pd.Series:
        """Final share lost for want of buyers, by business."""
        return (1 - self.bought.iloc[:, -1]).rename("upstream")


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
    index = network.businesses.index
    supplied, bought = (
        pd.DataFrame(np.hstack(sides), index=index)
        for sides in zip(*((state.downstream, state.upstream) for state in states), strict=True)
    )
    weight = chain.sales / (chain.sales.sum() or 1.0)
    still = np.minimum(states[-1].downstream, states[-1].upstream)[:, 0]
    return Cascade(supplied, bought, float(weight @ (1 - still)))


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
