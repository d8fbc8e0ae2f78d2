"""How many businesses, or jobs, stand behind and before a business in the trade."""

from __future__ import annotations

from typing import Annotated, Literal

import numpy as np
import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Choices
from supplychain.core.words import Words
from supplychain.engine import reach
from supplychain.metrics.catalogue import CENTRALITY, PERSONS, metric
from supplychain.metrics.links import Side, links, seen_over, without_trade

BUSINESSES = Words(en="businesses", id="usaha")
Measure = Annotated[
    Literal["businesses", "jobs"],
    Words(en="Measured in", id="Diukur dalam"),
    Choices({"businesses": BUSINESSES, "jobs": Words(en="jobs", id="tenaga kerja")}),
]
UNITS = {"businesses": BUSINESSES, "jobs": PERSONS}


def without_workers(network: SupplyNetwork) -> Words | None:
    """Say so if there is no trade, or for how many businesses the workers are not known."""
    unknown = int(network.businesses["workers"].isna().sum())
    if not unknown or without_trade(network):
        return without_trade(network)
    return Words(
        en="Jobs: the workers of {unknown} of {all} businesses are not known and count 0.",
        id="Tenaga kerja: {unknown} dari {all} usaha tidak diketahui jumlah tenaga kerjanya dan "
        "dihitung 0.",
    ).fill(unknown=unknown, all=len(network))


@metric(
    level="business",
    unit=BUSINESSES,
    unit_by=("measure", UNITS),
    title=Words(en="Reach downstream", id="Jangkauan hilir"),
    meaning=Words(
        en="How many businesses, or jobs, its goods reach, directly or worked into the goods of "
        "others.",
        id="Banyaknya usaha, atau tenaga kerja, yang dijangkau barangnya, langsung atau setelah "
        "diolah usaha lain.",
    ),
    formula="Σⱼ wⱼ [i → … → j], j ≠ i",
    source="Wasserman & Faust (1994), 4.3",
    group=CENTRALITY,
    depends_on=frozenset({"structure"}),
    depends_by=("measure", {"jobs": frozenset({"jobs"})}),
    notice=without_workers,
)
def reach_downstream(network: SupplyNetwork, *, measure: Measure = "businesses") -> pd.Series:
    """Return how many others are direct or indirect buyers of each business.

    Parameters
    ----------
    network
        Active trade; only who supplies whom matters.
    measure
        Whether each counts as one business, or with its jobs.

    Returns
    -------
    pandas.Series
        Businesses, or persons, indexed like ``network.businesses``; the business itself left out.

    Notes
    -----
    Direction: with the goods, from supplier to buyer. A new partnership never lowers it. Cost: one
    pass over the links for each 1,024 businesses.

    References
    ----------
    Wasserman, S. and Faust, K. (1994). Social Network Analysis. Cambridge University Press, section
    4.3 (reachability in directed graphs).

    Examples
    --------
    >>> chain = SupplyNetwork.from_flows([[0, 5, 0], [0, 0, 3], [0, 0, 0]], [9, 9, 9])
    >>> reach_downstream(chain).to_dict()
    {'1': 2.0, '2': 1.0, '3': 0.0}
    """
    return _reached(network, "buyers", measure).rename("reach_downstream")


@metric(
    level="business",
    unit=BUSINESSES,
    unit_by=("measure", UNITS),
    title=Words(en="Reach upstream", id="Jangkauan hulu"),
    meaning=Words(
        en="How many businesses, or jobs, work for it: its suppliers, their suppliers and so on.",
        id="Banyaknya usaha, atau tenaga kerja, yang bekerja untuknya: pemasoknya, pemasok dari "
        "pemasoknya, dan seterusnya.",
    ),
    formula="Σⱼ wⱼ [j → … → i], j ≠ i",
    source="Wasserman & Faust (1994), 4.3",
    group=CENTRALITY,
    depends_on=frozenset({"structure"}),
    depends_by=("measure", {"jobs": frozenset({"jobs"})}),
    notice=without_workers,
)
def reach_upstream(network: SupplyNetwork, *, measure: Measure = "businesses") -> pd.Series:
    """Return how many others are direct or indirect suppliers of each business.

    Parameters
    ----------
    network
        Active trade; only who supplies whom matters.
    measure
        Whether each counts as one business, or with its jobs.

    Returns
    -------
    pandas.Series
        Businesses, or persons, indexed like ``network.businesses``; the business itself left out.

    Notes
    -----
    Direction: against the goods, from buyer to supplier. A new partnership never lowers it. Cost:
    one pass over the links for each 1,024 businesses.

    References
    ----------
    Wasserman, S. and Faust, K. (1994). Social Network Analysis. Cambridge University Press, section
    4.3 (reachability in directed graphs).

    Examples
    --------
    >>> chain = SupplyNetwork.from_flows([[0, 5, 0], [0, 0, 3], [0, 0, 0]], [9, 9, 9])
    >>> reach_upstream(chain).to_dict()
    {'1': 0.0, '2': 1.0, '3': 2.0}
    """
    return _reached(network, "suppliers", measure).rename("reach_upstream")


def _reached(network: SupplyNetwork, side: Side, measure: str) -> pd.Series:
    weights = np.ones(len(network))
    if measure == "jobs":
        weights = network.businesses["workers"].fillna(0.0).to_numpy(dtype=np.float64)
    values = reach.reach(seen_over(links(network), side), weights)
    return pd.Series(values, index=network.businesses.index)
