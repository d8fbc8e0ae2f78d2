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


def network_after(plan: Plan, output: Floats) -> SupplyNetwork:
    """Scale every table to the outputs a scenario leads to.

    Parameters
    ----------
    plan
        The scenario carried out.
    output
        x', (n,), Rp/year.

    Notes
    -----
    Volumes follow values at unchanged prices. Numbers that changed are `estimated`, and no claim
    speaks for them.
    """
    network = plan.network
    businesses = _businesses(network, output)
    return network.replace(businesses=businesses, partnerships=_partnerships(plan, output))


def _businesses(network: SupplyNetwork, output: Floats) -> pd.DataFrame:
    table = network.businesses
    before = table["output"].to_numpy()
    ratio = np.divide(output, before, out=np.ones_like(output), where=before > 0)
    changed = ~np.isclose(ratio, 1.0, rtol=EXACT, atol=0.0)
    columns = {name: table[name].where(~changed, table[name] * ratio) for name in SCALED}
    basis = table["basis"].where(~(changed & (table["basis"] == "reported")), "estimated")
    return table.assign(**columns, basis=basis)


def _partnerships(plan: Plan, output: Floats) -> pd.DataFrame:
    table = plan.partnerships
    ratio = np.divide(output, plan.output, out=np.ones_like(output), where=plan.output > 0)
    ratio = np.where(np.isclose(ratio, 1.0, rtol=EXACT, atol=0.0), 1.0, ratio)
    buyers = plan.network.businesses.index.get_indexer(pd.Index(table["buyer"]))
    scale = np.where(plan.carrying, ratio[buyers], 1.0)
    return table.assign(value=table["value"] * scale, volume=table["volume"] * scale)
