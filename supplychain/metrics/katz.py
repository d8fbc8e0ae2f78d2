"""All chains of partners, near ones counting more."""

from __future__ import annotations

from typing import Annotated

import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Range
from supplychain.core.words import Words
from supplychain.engine import rank
from supplychain.metrics.catalogue import CENTRALITY, metric
from supplychain.metrics.links import SideChoice, among_traders, lent_by, links, without_trade


@metric(
    level="business",
    unit=Words(en="score, squares sum to 1", id="skor, jumlah kuadrat 1"),
    title=Words(en="Katz centrality", id="Sentralitas Katz"),
    meaning=Words(
        en="How many chains lead from it to buyers, their buyers and so on, each step counting "
        "less. Counted over suppliers, the chains lead back to suppliers.",
        id="Banyaknya rantai dari usaha ini ke pembeli, pembelinya lagi, dan seterusnya; tiap "
        "langkah makin kecil bobotnya. Bila dihitung dari pemasok, rantainya ke arah hulu.",
    ),
    formula="c ∝ (I - αN)⁻¹ 1, N = links, α = a/ρ(N)",
    source="Katz (1953)",
    group=CENTRALITY,
    depends_on=frozenset({"structure"}),
    notice=without_trade,
)
def katz(
    network: SupplyNetwork,
    *,
    side: SideChoice = "buyers",
    attenuation: Annotated[
        float, Range(0.05, 0.95, 0.05), Words(en="Weight of distant steps", id="Bobot langkah jauh")
    ] = 0.5,
) -> pd.Series:
    """Return a score from all chains of links that begin at each business.

    Parameters
    ----------
    network
        Active trade; only who supplies whom matters.
    side
        `buyers` follows the chains to buyers and their buyers, `suppliers` back to suppliers and
        their suppliers.
    attenuation
        a in (0, 1): the weight α of a step as a share of the largest that keeps the sum finite,
        1/ρ, with ρ the spectral radius of the links.

    Returns
    -------
    pandas.Series
        Scores whose squares sum to 1, indexed like ``network.businesses``; 0 without trade.

    Notes
    -----
    Direction: see `side`. A network without circles has ρ = 0 and any α gives a finite sum; the
    most suppliers or the most buyers that one business has, whichever is less, stands in for ρ.
    Equal to ``networkx.katz_centrality`` with that α on the graph of the trade (side `suppliers`)
    or on its reverse (side `buyers`). Cost: one sparse solve.

    References
    ----------
    Katz, L. (1953). A new status index derived from sociometric analysis. Psychometrika 18(1),
    39-43.

    Examples
    --------
    >>> chain = SupplyNetwork.from_flows([[0, 5, 0], [0, 0, 3], [0, 0, 0]], [9, 9, 9])
    >>> katz(chain).round(3).to_dict()
    {'1': 0.697, '2': 0.597, '3': 0.398}
    """
    toward = lent_by(links(network), side)
    values = among_traders(toward, lambda walk: rank.katz(walk, attenuation=attenuation))
    return pd.Series(values, index=network.businesses.index, name="katz")
