"""The tables as a scenario leaves them."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from supplychain.core.network import SupplyNetwork
from supplychain.simulate.plan import Plan

Floats = NDArray[np.float64]
EXACT = 1e-12
SCALED = ("output", "value_added", "wages", "workers")


def network_after(plan: Plan, output: Floats, bought: Floats) -> SupplyNetwork:
    """Scale every table to the outputs a scenario leads to.

    Parameters
    ----------
    plan
        The scenario carried out.
    output
        x', (n,), Rp/year.
    bought
        Of each business's goods, what its buyers get from outside the network instead, (n,),
        Rp/year.

    Notes
    -----
    Volumes follow values at unchanged prices. Numbers that changed are `estimated`, and no claim
    speaks for them.
    """
    network = plan.network
    businesses = _businesses(network, output)
    return network.replace(businesses=businesses, partnerships=_partnerships(plan, output, bought))


def _businesses(network: SupplyNetwork, output: Floats) -> pd.DataFrame:
    table = network.businesses
    before = table["output"].to_numpy()
    ratio = np.divide(output, before, out=np.ones_like(output), where=before > 0)
    changed = ~np.isclose(ratio, 1.0, rtol=EXACT, atol=0.0)
    columns = {name: table[name].where(~changed, table[name] * ratio) for name in SCALED}
    basis = table["basis"].where(~(changed & (table["basis"] == "reported")), "estimated")
    return table.assign(**columns, basis=basis)


def _partnerships(plan: Plan, output: Floats, bought: Floats) -> pd.DataFrame:
    """Scale purchases to the buyer's output; of what is short, each gets the same share here.

    Final buyers of a business at its limit are served first, so that their demand stays as planned.
    """
    table = plan.partnerships
    ratio = np.divide(output, plan.output, out=np.ones_like(output), where=plan.output > 0)
    ratio = np.where(np.isclose(ratio, 1.0, rtol=EXACT, atol=0.0), 1.0, ratio)
    left = np.maximum(output - plan.demand, 0.0)
    here = np.divide(left, left + bought, out=np.ones_like(output), where=bought > 0)
    index = plan.network.businesses.index
    suppliers, buyers = (index.get_indexer(pd.Index(table[end])) for end in ("supplier", "buyer"))
    scale = np.where(plan.carrying, ratio[buyers] * here[suppliers], 1.0)
    return table.assign(value=table["value"] * scale, volume=table["volume"] * scale)
