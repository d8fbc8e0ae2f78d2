"""Importance lent by important partners."""

from __future__ import annotations

from typing import Annotated

import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Range
from supplychain.core.words import Words
from supplychain.engine import rank
from supplychain.metrics.catalogue import CENTRALITY, SHARE, metric
from supplychain.metrics.links import (
    SideChoice,
    WeightChoice,
    among_traders,
    lent_by,
    weighed,
    without_values,
)


@metric(
    level="business",
    unit=SHARE,
    title=Words(en="PageRank", id="PageRank"),
    meaning=Words(
        en="How often one arrives at it when following the money from buyer to supplier at random: "
        "high where important buyers depend on it. Counted over suppliers, one follows the goods.",
        id="Seberapa sering ia disinggahi bila uang diikuti secara acak dari pembeli ke pemasok: "
        "tinggi bila pembeli penting bergantung padanya. Bila dihitung dari pemasok, yang diikuti "
        "ialah arus barang.",
    ),
    formula="rᵢ = (1 - d)/n + d Σⱼ rⱼ zᵢⱼ / Σₖ zₖⱼ",
    source="Page, Brin, Motwani & Winograd (1999)",
    group=CENTRALITY,
    depends_on=frozenset({"structure", "values"}),
    notice=without_values,
)
def pagerank(
    network: SupplyNetwork,
    *,
    side: SideChoice = "buyers",
    damping: Annotated[
        float, Range(0.5, 0.95, 0.05), Words(en="Damping", id="Faktor peredam")
    ] = 0.85,
    weight: WeightChoice = "value",
) -> pd.Series:
    """Return the share of a random walk that is spent at each business.

    Parameters
    ----------
    network
        Trade in Rp/year.
    side
        Whose importance is lent: with `buyers` the walk goes from buyer to supplier and collects at
        those whom everyone buys from; with `suppliers` it goes with the goods and collects at those
        who buy from everyone.
    damping
        Chance to go on along a link instead of starting anew anywhere, in [0, 1).
    weight
        Whether a link is taken in proportion to its `value`, or like every other (`none`).

    Returns
    -------
    pandas.Series
        Shares that sum to 1, indexed like ``network.businesses``; 0 without trade.

    Notes
    -----
    Direction: see `side`. Only businesses that trade take part. A walk that finds no further link
    starts anew anywhere. Equal to ``networkx.pagerank`` on the graph of the trade (side
    `suppliers`) or on its reverse (side `buyers`). Cost: one sparse solve.

    References
    ----------
    Page, L., Brin, S., Motwani, R. and Winograd, T. (1999). The PageRank citation ranking: bringing
    order to the web. Stanford InfoLab 1999-66.

    Examples
    --------
    >>> chain = SupplyNetwork.from_flows([[0, 5, 0], [0, 0, 3], [0, 0, 0]], [9, 9, 9])
    >>> pagerank(chain).round(3).to_dict()
    {'1': 0.474, '2': 0.341, '3': 0.184}
    """
    toward = lent_by(weighed(network, weight), side)
    values = among_traders(toward, lambda walk: rank.pagerank(walk, damping=damping))
    return pd.Series(values, index=network.businesses.index, name="pagerank")
