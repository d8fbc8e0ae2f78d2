"""How many partners a business has, and how much it trades with them."""

from __future__ import annotations

from typing import Annotated, Literal

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Choices
from supplychain.core.words import Words
from supplychain.metrics.catalogue import CENTRALITY, RUPIAH_A_YEAR, metric
from supplychain.metrics.links import (
    BUYERS,
    COUNTED_OVER,
    SUPPLIERS,
    flows,
    links,
    without_trade,
    without_values,
)

AnySide = Annotated[
    Literal["both", "suppliers", "buyers"],
    COUNTED_OVER,
    Choices(
        {
            "both": Words(en="suppliers and buyers", id="pemasok dan pembeli"),
            "suppliers": SUPPLIERS,
            "buyers": BUYERS,
        }
    ),
]


@metric(
    level="business",
    unit=Words(en="businesses", id="usaha"),
    title=Words(en="Partners (degree)", id="Jumlah mitra (derajat)"),
    meaning=Words(
        en="How many businesses it buys from, sells to, or both.",
        id="Banyaknya usaha yang menjadi pemasoknya, pembelinya, atau keduanya.",
    ),
    formula="kᵢ = |{j ≠ i : zᵢⱼ or zⱼᵢ}|",
    source="Freeman (1979)",
    group=CENTRALITY,
    depends_on=frozenset({"structure"}),
    notice=without_trade,
)
def degree(network: SupplyNetwork, *, side: AnySide = "both") -> pd.Series:
    """Return the number of different partners of each business.

    Parameters
    ----------
    network
        Active trade; only who supplies whom matters.
    side
        `suppliers` counts those it buys from, `buyers` those it sells to; `both` counts a partner
        that is both only once.

    Returns
    -------
    pandas.Series
        Businesses, indexed like ``network.businesses``; 0 without trade.

    Notes
    -----
    Several partnerships of a pair count once, own use of output not at all. Cost: O(m).

    References
    ----------
    Freeman, L. C. (1979). Centrality in social networks: conceptual clarification. Social Networks
    1(3), 215-239.

    Examples
    --------
    >>> chain = SupplyNetwork.from_flows([[0, 5, 2], [0, 0, 3], [0, 0, 0]], [9, 9, 9])
    >>> degree(chain, side="buyers").to_dict()
    {'1': 2.0, '2': 1.0, '3': 0.0}
    """
    onward = links(network, own=False)
    partners = onward if side == "buyers" else csr_array(onward.T)
    if side == "both":
        partners = csr_array(onward + onward.T)
    counts = np.diff(partners.indptr).astype(np.float64)
    return pd.Series(counts, index=network.businesses.index, name="degree")


@metric(
    level="business",
    unit=RUPIAH_A_YEAR,
    title=Words(en="Trade in the network (strength)", id="Nilai perdagangan (kekuatan)"),
    meaning=Words(
        en="How much it buys from, or sells to, other businesses of the network in a year.",
        id="Nilai pembelian dari, atau penjualan kepada, usaha lain dalam jaringan selama setahun.",
    ),
    formula="sᵢ = Σⱼ zᵢⱼ + Σⱼ zⱼᵢ, j ≠ i",
    source="Barrat, Barthélemy, Pastor-Satorras & Vespignani (2004)",
    group=CENTRALITY,
    depends_on=frozenset({"structure", "values"}),
    looks="own",
    notice=without_values,
)
def strength(network: SupplyNetwork, *, side: AnySide = "both") -> pd.Series:
    """Return the value of each business's trade with other businesses.

    Parameters
    ----------
    network
        Trade in Rp/year.
    side
        `suppliers` adds up what it buys, `buyers` what it sells, `both` adds the two.

    Returns
    -------
    pandas.Series
        Rp/year, indexed like ``network.businesses``; 0 without trade.

    Notes
    -----
    Own use of output is left out, and so are sales to final buyers outside the network. Cost: O(m).

    References
    ----------
    Barrat, A., Barthélemy, M., Pastor-Satorras, R. and Vespignani, A. (2004). The architecture of
    complex weighted networks. PNAS 101(11), 3747-3752.

    Examples
    --------
    >>> chain = SupplyNetwork.from_flows([[0, 5, 2], [0, 0, 3], [0, 0, 0]], [9, 9, 9])
    >>> strength(chain, side="suppliers").to_dict()
    {'1': 0.0, '2': 5.0, '3': 5.0}
    """
    traded = flows(network, own=False)
    sold = np.asarray(traded.sum(axis=1), dtype=np.float64)
    bought = np.asarray(traded.sum(axis=0), dtype=np.float64)
    values = {"suppliers": bought, "buyers": sold, "both": bought + sold}[side]
    return pd.Series(values, index=network.businesses.index, name="strength")
