"""How few steps lie between a business and its direct and indirect partners."""

from __future__ import annotations

import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Words
from supplychain.engine.closeness import harmonic
from supplychain.metrics.catalogue import CENTRALITY, metric
from supplychain.metrics.links import SideChoice, links, seen_over, without_trade


@metric(
    level="business",
    unit=Words(en="businesses, at k steps 1/k each", id="usaha, pada k langkah masing-masing 1/k"),
    title=Words(en="Closeness (harmonic)", id="Kedekatan (harmonik)"),
    meaning=Words(
        en="How many buyers it reaches with its goods, directly or through others, near ones "
        "counting more; or how many suppliers reach it.",
        id="Banyaknya pembeli yang dijangkau barangnya, langsung atau melalui usaha lain, makin "
        "dekat makin besar bobotnya; atau banyaknya pemasok yang menjangkaunya.",
    ),
    formula="cᵢ = Σⱼ 1/d(i, j), j ≠ i",
    source="Marchiori & Latora (2000); Rochat (2009)",
    group=CENTRALITY,
    depends_on=frozenset({"structure"}),
    notice=without_trade,
)
def closeness(network: SupplyNetwork, *, side: SideChoice = "buyers") -> pd.Series:
    """Return the sum of the reciprocal distances between each business and all others.

    Parameters
    ----------
    network
        Active trade; only who supplies whom matters.
    side
        `buyers` measures the distances from a business to its direct and indirect buyers,
        `suppliers` those from its direct and indirect suppliers to it.

    Returns
    -------
    pandas.Series
        A direct partner counts 1, a partner's partner ½, and who cannot be reached 0; indexed like
        ``network.businesses``.

    Notes
    -----
    Direction: see `side`; goods go from supplier to buyer, and each link is one step. Equal to
    ``networkx.harmonic_centrality`` on the graph of the trade (side `suppliers`) or on its reverse
    (side `buyers`). Cost: a search from each business, O(n m).

    References
    ----------
    Marchiori, M. and Latora, V. (2000). Harmony in the small-world. Physica A 285(3-4), 539-546.
    Rochat, Y. (2009). Closeness centrality extended to unconnected graphs: the harmonic centrality
    index. Applications of Social Network Analysis.

    Examples
    --------
    >>> chain = SupplyNetwork.from_flows([[0, 5, 0], [0, 0, 3], [0, 0, 0]], [9, 9, 9])
    >>> closeness(chain).to_dict()
    {'1': 1.5, '2': 1.0, '3': 0.0}
    """
    values = harmonic(seen_over(links(network), side))
    return pd.Series(values, index=network.businesses.index, name="closeness")
