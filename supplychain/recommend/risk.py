"""How much more, or less, would stop with a partner once a new partnership stands."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.progress import steps
from supplychain.engine import esri
from supplychain.metrics.systemic_risk import Production, chain_of


def risk_changes(
    network: SupplyNetwork, ranked: pd.DataFrame, *, production: Production = "mixed"
) -> pd.DataFrame:
    """Change of systemic risk (ESRI) of both partners, one new partnership at a time.

    Parameters
    ----------
    network
        The network before.
    ranked
        Rows of `ranking`; each is worked out afresh, so pass those that are shown.
    production
        As for the metric `systemic_risk`.

    Returns
    -------
    pandas.DataFrame
        Indexed like `ranked`: `supplier_risk` and `buyer_risk`, changes of the share of all sales
        that stops with the business; above 0 the network depends more on it.
    """
    chain, place = chain_of(network, production), network.businesses.index
    changes = []
    for row in steps(ranked[["supplier", "buyer", "product", "value"]].to_dict("records")):
        ends = place.get_indexer(pd.Index([row["supplier"], row["buyer"]]))
        before = esri.risk(chain, ends).total
        after = esri.risk(chain_of(_with(network, row), production), ends).total
        changes.append(after - before)
    return pd.DataFrame(
        np.reshape(changes, (-1, 2)), index=ranked.index, columns=["supplier_risk", "buyer_risk"]
    )


def _with(network: SupplyNetwork, row: dict[Hashable, Any]) -> SupplyNetwork:
    """Add one partnership, unchecked: outputs play no part in the index."""
    added = pd.DataFrame([row | {"relation": "supplies", "status": "active"}])
    return replace(
        network, partnerships=pd.concat([network.partnerships, added], ignore_index=True)
    )
