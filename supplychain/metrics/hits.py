"""Hubs and authorities: who sells to the buyers that good sellers sell to."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import connected_components

from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Words
from supplychain.engine import rank
from supplychain.metrics.catalogue import CENTRALITY, SHARE, metric
from supplychain.metrics.links import among_traders, links, without_trade


def unscored(network: SupplyNetwork) -> Words | None:
    """Say so if the sellers and buyers fall into parts, of which only the strongest gets scores."""
    rows, columns = coo_array(links(network)).coords
    size = len(network)
    sides = csr_array((np.ones(len(rows)), (rows, size + columns)), shape=(2 * size, 2 * size))
    labels = connected_components(sides, directed=False)[1]
    parts, sellers = np.unique(labels[np.unique(rows)], return_counts=True)
    if len(parts) < 2:
        return without_trade(network)
    return Words(
        en="Scores only one part: sellers and buyers fall into {parts} parts without a common "
        "partner, the strongest takes all and the others stand at 0. The largest has {most} of "
        "{all} sellers.",
        id="Hanya satu bagian yang dinilai: penjual dan pembeli terbagi dalam {parts} bagian tanpa "
        "mitra bersama; bagian terkuat mendapat semua nilai, lainnya 0. Bagian terbesar memuat "
        "{most} dari {all} penjual.",
    ).fill(parts=len(parts), most=int(sellers.max()), all=int(sellers.sum()))


@metric(
    level="business",
    unit=SHARE,
    title=Words(en="Hub (HITS)", id="Simpul penyalur (hub HITS)"),
    meaning=Words(
        en="High for a seller whose buyers are authorities: they buy from many good hubs. Goods go "
        "from hub to authority.",
        id="Tinggi bagi penjual yang pembelinya berotoritas, yaitu membeli dari banyak penyalur "
        "yang baik. Barang mengalir dari penyalur ke pemegang otoritas.",
    ),
    formula="h ∝ N a, a ∝ Nᵀ h",
    source="Kleinberg (1999)",
    group=CENTRALITY,
    depends_on=frozenset({"structure"}),
    notice=unscored,
)
def hits_hub(network: SupplyNetwork) -> pd.Series:
    """Return the hub score of each business as a seller.

    Parameters
    ----------
    network
        Active trade; only who supplies whom matters.

    Returns
    -------
    pandas.Series
        Shares that sum to 1, indexed like ``network.businesses``; 0 for who sells nothing.

    Notes
    -----
    Direction: a hub sells to authorities. Where sellers and buyers fall into parts without a common
    partner, only the strongest part gets scores. Equal to ``networkx.hits`` where that has a unique
    answer. Cost: a power iteration, O(m) a step.

    References
    ----------
    Kleinberg, J. M. (1999). Authoritative sources in a hyperlinked environment. Journal of the ACM
    46(5), 604-632.

    Examples
    --------
    >>> fan = SupplyNetwork.from_flows([[0, 5, 2], [0, 0, 3], [0, 0, 0]], [9, 9, 9])
    >>> hits_hub(fan).round(3).to_dict()
    {'1': 0.618, '2': 0.382, '3': 0.0}
    """
    values = among_traders(links(network), lambda trade: rank.hits(trade)[0])
    return pd.Series(values, index=network.businesses.index, name="hits_hub")


@metric(
    level="business",
    unit=SHARE,
    title=Words(en="Authority (HITS)", id="Simpul penerima (otoritas HITS)"),
    meaning=Words(
        en="High for a buyer whose suppliers are hubs: they sell to many good authorities. Goods "
        "go from hub to authority.",
        id="Tinggi bagi pembeli yang pemasoknya penyalur, yaitu menjual kepada banyak pemegang "
        "otoritas yang baik. Barang mengalir dari penyalur ke pemegang otoritas.",
    ),
    formula="a ∝ Nᵀ h, h ∝ N a",
    source="Kleinberg (1999)",
    group=CENTRALITY,
    depends_on=frozenset({"structure"}),
    notice=unscored,
)
def hits_authority(network: SupplyNetwork) -> pd.Series:
    """Return the authority score of each business as a buyer.

    Parameters
    ----------
    network
        Active trade; only who supplies whom matters.

    Returns
    -------
    pandas.Series
        Shares that sum to 1, indexed like ``network.businesses``; 0 for who buys nothing.

    Notes
    -----
    Direction: an authority buys from hubs. Where sellers and buyers fall into parts without a
    common partner, only the strongest part gets scores. Equal to ``networkx.hits`` where that has a
    unique answer. Cost: a power iteration, O(m) a step.

    References
    ----------
    Kleinberg, J. M. (1999). Authoritative sources in a hyperlinked environment. Journal of the ACM
    46(5), 604-632.

    Examples
    --------
    >>> fan = SupplyNetwork.from_flows([[0, 5, 2], [0, 0, 3], [0, 0, 0]], [9, 9, 9])
    >>> hits_authority(fan).round(3).to_dict()
    {'1': 0.0, '2': 0.382, '3': 0.618}
    """
    values = among_traders(links(network), lambda trade: rank.hits(trade)[1])
    return pd.Series(values, index=network.businesses.index, name="hits_authority")
