"""How many transactions lie between a business and the demand of another."""

from __future__ import annotations

from typing import Annotated

from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Words
from supplychain.engine.length import lengths_from
from supplychain.metrics import economy
from supplychain.metrics.catalogue import PATHS, metric
from supplychain.metrics.links import without_values

SupplierId = Annotated[str, Words(en="Supplier", id="Pemasok")]
BuyerId = Annotated[str, Words(en="Buyer", id="Pembeli")]


@metric(
    level="pair",
    unit=Words(en="transactions", id="transaksi"),
    title=Words(en="Average propagation length", id="Panjang perambatan rata-rata"),
    meaning=Words(
        en="How many transactions a change in the buyer's demand passes through before it reaches "
        "the supplier, averaged over all paths.",
        id="Banyaknya transaksi yang dilalui perubahan permintaan pembeli sebelum sampai ke "
        "pemasok, rata-rata dari semua jalur.",
    ),
    formula="APLᵢⱼ = [L(L - I)]ᵢⱼ / lᵢⱼ",
    source="Dietzenbacher, Romero & Bosma (2005)",
    group=PATHS,
    depends_on=frozenset({"structure", "values"}),
    notice=without_values,
)
def propagation_length(network: SupplyNetwork, *, supplier: SupplierId, buyer: BuyerId) -> float:
    """Return the average propagation length between two businesses.

    Parameters
    ----------
    network
        Trade and output in Rp/year.
    supplier, buyer
        Ids of the two businesses, i and j.

    Returns
    -------
    float
        Transactions, at least 1; NaN where no goods of the supplier reach the buyer.

    Raises
    ------
    UnknownNameError
        If the network has no such business.
    NotProductiveError
        If no finite multiplier exists.

    Notes
    -----
    Direction: the goods go from supplier to buyer, demand comes back the same way. Each path counts
    by what it carries. Informative between different businesses only (Oosterhaven and Bouwmeester
    2013): for a business and itself, hᵢᵢ/(lᵢᵢ - 1). Cost: two sparse solves.

    References
    ----------
    Dietzenbacher, E., Romero, I. and Bosma, N. S. (2005). Using average propagation lengths to
    identify production chains in the Andalusian economy. Estudios de Economía Aplicada 23(2),
    405-422.
    Oosterhaven, J. and Bouwmeester, M. C. (2013). The average propagation length: conflicting
    macro, intra-industry, and interindustry conclusions. International Regional Science Review
    36(4), 481-491.

    Examples
    --------
    >>> book = SupplyNetwork.from_flows([[150, 500], [200, 100]], [1000, 2000])
    >>> round(propagation_length(book, supplier="1", buyer="2"), 6)
    1.376238
    """
    lengths = lengths_from(economy.of(network).factor, network.position(supplier))
    return float(lengths[network.position(buyer)])
