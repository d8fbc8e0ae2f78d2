"""What the trade of others has to pass through: betweenness of businesses and partnerships."""

from __future__ import annotations

from typing import Annotated, Literal

import numpy as np
import pandas as pd
from scipy.sparse import coo_array

from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Choices
from supplychain.core.words import Words
from supplychain.engine import betweenness as routes
from supplychain.metrics.catalogue import CENTRALITY, SHARE, metric
from supplychain.metrics.links import links, without_trade

PAIRS = Words(en="pairs of businesses", id="pasang usaha")
Form = Annotated[
    Literal["pairs", "share"],
    Words(en="Given as", id="Dinyatakan sebagai"),
    Choices(
        {"pairs": PAIRS, "share": Words(en="share of all pairs", id="bagian dari semua pasangan")}
    ),
]
UNITS = {"pairs": PAIRS, "share": SHARE}


def without_brokers(network: SupplyNetwork) -> Words | None:
    """Say so if every business stands at an end of the trade."""
    trade = links(network, own=False)
    buys, sells = trade.sum(axis=0) > 0, trade.sum(axis=1) > 0
    if (buys & sells).any():
        return None
    return without_trade(network) or Words(
        en="Means nothing here: nobody both buys and sells, so it is 0 for everyone.",
        id="Tidak bermakna di sini: tidak ada usaha yang membeli sekaligus menjual, sehingga "
        "nilainya 0 bagi semua.",
    )


@metric(
    level="business",
    unit=PAIRS,
    unit_by=("form", UNITS),
    title=Words(en="Betweenness", id="Keantaraan"),
    meaning=Words(
        en="For how many pairs of a first supplier and a last buyer the shortest route of goods "
        "runs through it: high for a link in many chains.",
        id="Banyaknya pasangan pemasok awal dan pembeli akhir yang rute barang terpendeknya "
        "melalui usaha ini: tinggi bagi penghubung banyak rantai.",
    ),
    formula="bᵢ = Σ σₛₜ(i)/σₛₜ, s ≠ i ≠ t",
    source="Freeman (1977); Brandes (2001)",
    group=CENTRALITY,
    depends_on=frozenset({"structure"}),
    notice=without_brokers,
)
def betweenness(network: SupplyNetwork, *, form: Form = "pairs") -> pd.Series:
    """Return the number of pairs of other businesses whose shortest route runs through each.

    Parameters
    ----------
    network
        Active trade; only who supplies whom matters.
    form
        `pairs` counts them; `share` divides by the (n - 1)(n - 2) pairs that others could form.

    Returns
    -------
    pandas.Series
        Pairs, or a share of 1, indexed like ``network.businesses``; 0 at both ends of the trade.

    Notes
    -----
    Direction: routes lead with the goods, from supplier to buyer; each link is one step, whatever
    its value. A pair with several shortest routes counts in parts. Equal to
    ``networkx.betweenness_centrality``, `share` being its normalised form. Cost: a search from each
    business, O(n m).

    References
    ----------
    Freeman, L. C. (1977). A set of measures of centrality based on betweenness. Sociometry 40(1),
    35-41.
    Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical
    Sociology 25(2), 163-177.

    Examples
    --------
    >>> chain = SupplyNetwork.from_flows([[0, 5, 0], [0, 0, 3], [0, 0, 0]], [9, 9, 9])
    >>> betweenness(chain).to_dict()
    {'1': 0.0, '2': 1.0, '3': 0.0}
    """
    others = max(1, (len(network) - 1) * (len(network) - 2))
    values = routes.through(links(network)) / (others if form == "share" else 1)
    return pd.Series(values, index=network.businesses.index, name="betweenness")


@metric(
    level="partnership",
    unit=PAIRS,
    unit_by=("form", UNITS),
    title=Words(en="Betweenness of a partnership", id="Keantaraan kemitraan"),
    meaning=Words(
        en="For how many pairs of businesses the shortest route of goods uses this link: high for "
        "a link that joins many chains.",
        id="Banyaknya pasangan usaha yang rute barang terpendeknya memakai kemitraan ini: tinggi "
        "bagi kemitraan yang menyambung banyak rantai.",
    ),
    formula="bₑ = Σ σₛₜ(e)/σₛₜ",
    source="Girvan & Newman (2002); Brandes (2008)",
    group=CENTRALITY,
    depends_on=frozenset({"structure"}),
    notice=without_trade,
)
def edge_betweenness(network: SupplyNetwork, *, form: Form = "pairs") -> pd.Series:
    """Return the number of pairs of businesses whose shortest route uses each partnership.

    Parameters
    ----------
    network
        Active trade; only who supplies whom matters.
    form
        `pairs` counts them; `share` divides by the n (n - 1) pairs of the network.

    Returns
    -------
    pandas.Series
        Pairs, or a share of 1, indexed like ``network.partnerships``; NaN where no goods flow, 0
        for own use.

    Notes
    -----
    Direction: routes lead with the goods, from supplier to buyer. Several partnerships of a pair
    are one link and share its value. Equal to ``networkx.edge_betweenness_centrality``, `share`
    being its normalised form. Cost: a search from each business, O(n m).

    References
    ----------
    Girvan, M. and Newman, M. E. J. (2002). Community structure in social and biological networks.
    PNAS 99(12), 7821-7826.
    Brandes, U. (2008). On variants of shortest-path betweenness centrality and their generic
    computation. Social Networks 30(2), 136-145.

    Examples
    --------
    >>> chain = SupplyNetwork.from_flows([[0, 5, 0], [0, 0, 3], [0, 0, 0]], [9, 9, 9])
    >>> edge_betweenness(chain).to_list()
    [2.0, 2.0]
    """
    pairs = max(1, len(network) * (len(network) - 1))
    found = coo_array(routes.along(links(network)))
    size = len(network)
    counts = pd.Series(found.data, index=found.coords[0].astype(np.int64) * size + found.coords[1])
    place = pd.Series(np.arange(size), index=network.businesses.index)
    suppliers = place.reindex(network.trade["supplier"]).to_numpy()
    buyers = place.reindex(network.trade["buyer"]).to_numpy()
    shared = counts.reindex(suppliers * size + buyers).set_axis(network.trade.index)
    values = shared / (pairs if form == "share" else 1)
    return values.reindex(network.partnerships.index).rename("edge_betweenness")
