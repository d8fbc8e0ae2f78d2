"""Groups of businesses that trade more with one another than with the rest."""

from __future__ import annotations

from typing import Annotated

import networkx as nx
import numpy as np
import pandas as pd
from scipy.sparse import coo_array, csr_array

from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Range
from supplychain.core.words import Words, number
from supplychain.metrics.catalogue import CENTRALITY, metric
from supplychain.metrics.links import WeightChoice, weighed, without_values

SEED = 1
CLEAR = 0.3
"""Modularity from which groups are usually called real (Newman and Girvan 2004)."""
NUMBERED = 99
NOBODY, SMALLER = "none", "smaller"
GROUPS = {
    **{str(k): Words(en=f"group {k}", id=f"kelompok {k}") for k in range(1, NUMBERED + 1)},
    SMALLER: Words(en="a smaller group", id="kelompok lebih kecil"),
    NOBODY: Words(en="no trade", id="tanpa perdagangan"),
}


def clearness(network: SupplyNetwork) -> Words | None:
    """Say so if there is no trade to group by, or if the groups hardly differ from chance."""
    graph = _graph(network, "value")
    if not graph.size():
        return without_values(network)
    modularity = nx.community.modularity(graph, _groups(graph, 1.0))
    if modularity >= CLEAR:
        return None
    return Words(
        en="The groups are hardly clearer than chance: modularity {q}, below 0.3.",
        id="Kelompoknya hampir tidak lebih jelas daripada kebetulan: modularitas {q}, di bawah "
        "0,3.",
    ).fill(q=Words(en=number(modularity, "en", digits=2), id=number(modularity, "id", digits=2)))


@metric(
    level="business",
    unit=Words(en="group", id="kelompok"),
    title=Words(en="Communities", id="Komunitas"),
    meaning=Words(
        en="Which group of businesses it belongs to that trade more with one another than with the "
        "rest, whatever the direction.",
        id="Kelompok tempat usaha ini berada; anggotanya lebih banyak berdagang satu sama lain "
        "daripada dengan yang lain, apa pun arahnya.",
    ),
    formula="max Q = Σ (wᵢⱼ - γ kᵢkⱼ/2m)/2m over groups",
    source="Blondel, Guillaume, Lambiotte & Lefebvre (2008)",
    group=CENTRALITY,
    depends_on=frozenset({"structure", "values"}),
    codes=GROUPS,
    labels=True,
    notice=clearness,
)
def communities(
    network: SupplyNetwork,
    *,
    resolution: Annotated[float, Range(0.2, 3.0, 0.1), Words(en="Resolution", id="Resolusi")] = 1.0,
    weight: WeightChoice = "value",
) -> pd.Series:
    """Return the code of the community that each business belongs to.

    Parameters
    ----------
    network
        Trade in Rp/year.
    resolution
        γ: above 1 more and smaller groups, below 1 fewer and larger ones.
    weight
        Whether ties count by the `value` traded, or alike (`none`).

    Returns
    -------
    pandas.Series
        `1`, `2`, … by size, indexed like ``network.businesses``; `smaller` after the 99th, `none`
        for a business without trade (by value: without trade of known value).

    Notes
    -----
    Direction: none, the trade of a pair is added up both ways; own use is left out. The search is
    seeded and goes through the businesses by id, so that the order of rows does not matter; equal
    groups are numbered by their first id. Cost: a few passes over the links.

    References
    ----------
    Blondel, V. D., Guillaume, J.-L., Lambiotte, R. and Lefebvre, E. (2008). Fast unfolding of
    communities in large networks. Journal of Statistical Mechanics, P10008.
    Reichardt, J. and Bornholdt, S. (2006). Statistical mechanics of community detection. Physical
    Review E 74, 016110.

    Examples
    --------
    >>> two = SupplyNetwork.from_flows([[0, 3, 0], [0, 0, 0], [0, 0, 0]], [9, 9, 9])
    >>> communities(two).to_dict()
    {'1': '1', '2': '1', '3': 'none'}
    """
    order = _by_id(network)
    codes = np.full(len(network), NOBODY, dtype=object)
    for place, group in enumerate(_groups(_graph(network, weight), resolution), start=1):
        codes[order[sorted(group)]] = str(place) if place <= NUMBERED else SMALLER
    return pd.Series(codes, index=network.businesses.index, name="communities", dtype="str")


def _by_id(network: SupplyNetwork) -> np.ndarray:
    return np.argsort(network.businesses.index.to_numpy(dtype=object), kind="stable")


def _graph(network: SupplyNetwork, weight: WeightChoice) -> nx.Graph[int]:
    """Ties between businesses, numbered by the order of their ids: sets of numbers keep theirs."""
    order = _by_id(network)
    trade = csr_array(weighed(network, weight)[order][:, order])
    both = csr_array(trade + trade.T)
    both.sort_indices()
    ties = coo_array(both)
    graph: nx.Graph[int] = nx.Graph()
    graph.add_weighted_edges_from(
        (int(one), int(other), float(value))
        for one, other, value in zip(*ties.coords, ties.data, strict=True)
        if one < other and value > 0
    )
    return graph


def _groups(graph: nx.Graph[int], resolution: float) -> list[set[int]]:
    if not graph.size():
        return []
    found = nx.community.louvain_communities(graph, resolution=resolution, seed=SEED)
    return sorted(found, key=lambda group: (-len(group), min(group)))
