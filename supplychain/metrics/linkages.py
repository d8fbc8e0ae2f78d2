"""How strongly a business is tied to those behind it and those ahead of it."""

from __future__ import annotations

import numpy as np
import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Words
from supplychain.engine import ghosh
from supplychain.metrics import economy
from supplychain.metrics.catalogue import INDEX, LINKAGES, PER_RUPIAH, metric
from supplychain.metrics.links import without_trade

AVERAGE = 1 + 1e-9
"""Above average by more than rounding."""
QUADRANTS = {
    "key": Words(en="key: strong on both sides", id="kunci: kuat di kedua sisi"),
    "backward": Words(
        en="pulls its suppliers: depends on their supply",
        id="menarik pemasoknya: bergantung pada pasokan",
    ),
    "forward": Words(
        en="feeds its buyers: depends on their demand",
        id="menyuplai pembelinya: bergantung pada permintaan",
    ),
    "independent": Words(en="independent: weak on both sides", id="mandiri: lemah di kedua sisi"),
}


@metric(
    level="business",
    unit=PER_RUPIAH,
    title=Words(
        en="Supply multiplier (forward linkage)", id="Pengganda pasokan (keterkaitan ke depan)"
    ),
    meaning=Words(
        en="Sales that follow as one rupiah of its goods is sold on through the network; a measure "
        "of forward linkage, not of impact.",
        id="Penjualan lanjutan saat satu rupiah barangnya diteruskan di jaringan; ukuran "
        "keterkaitan ke depan, bukan dampak.",
    ),
    formula="g = (I - B)⁻¹ 1",
    source="Ghosh (1958); Miller & Blair (2009), 12.1",
    group=LINKAGES,
    depends_on=frozenset({"values"}),
    looks="downstream",
    notice=without_trade,
)
def supply_multiplier(network: SupplyNetwork) -> pd.Series:
    """Sales that follow from one rupiah of each business's goods.

    Parameters
    ----------
    network
        Trade in Rp/year.

    Returns
    -------
    pandas.Series
        Rp per Rp, at least 1.

    Raises
    ------
    NotProductiveError
        If no finite multiplier exists.

    Notes
    -----
    Row sums of the Ghosh inverse. As a model of quantities it is disputed (Oosterhaven 1988), as a
    model of prices accepted (Dietzenbacher 1997); so it is shown as a linkage only.

    References
    ----------
    Ghosh, A. (1958). Input-output approach in an allocation system. Economica 25, 58-64.

    Examples
    --------
    >>> from supplychain import SupplyNetwork
    >>> two = SupplyNetwork.from_flows([[150, 500], [200, 100]], [1000, 2000])
    >>> supply_multiplier(two).round(2).to_dict()
    {'1': 1.91, '2': 1.25}
    """
    solved = economy.of(network)
    values = ghosh.supply_multipliers(solved.factor, solved.output)
    return solved.series(values, "supply_multiplier")


@metric(
    level="business",
    unit=Words(en="steps to final buyers", id="langkah ke pembeli akhir"),
    title=Words(en="Upstreamness", id="Posisi hulu"),
    meaning=Words(
        en="How many sales its goods still go through until a final buyer has them; 1 sells to "
        "final buyers only.",
        id="Berapa kali barangnya masih diperjualbelikan sampai ke pembeli akhir; 1 berarti "
        "seluruhnya dijual ke pembeli akhir.",
    ),
    formula="u = (I - B)⁻¹ 1",
    source="Antràs et al. (2012)",
    group=LINKAGES,
    depends_on=frozenset({"values"}),
    looks="downstream",
    notice=without_trade,
)
def upstreamness(network: SupplyNetwork) -> pd.Series:
    """Average number of sales between each business and the final buyers of its goods.

    Parameters
    ----------
    network
        Trade in Rp/year.

    Returns
    -------
    pandas.Series
        Steps, at least 1. The same number as `supply_multiplier`, read as a place in the chain.

    Raises
    ------
    NotProductiveError
        If no finite multiplier exists.

    References
    ----------
    Antràs, P., Chor, D., Fally, T. and Hillberry, R. (2012). Measuring the upstreamness of
    production and trade flows. American Economic Review 102(3), 412-416.

    Examples
    --------
    >>> from supplychain import SupplyNetwork
    >>> chain = SupplyNetwork.from_flows([[0, 5, 0], [0, 0, 10], [0, 0, 0]], [5, 10, 20])
    >>> upstreamness(chain).to_dict()
    {'1': 3.0, '2': 2.0, '3': 1.0}
    """
    return supply_multiplier(network).rename("upstreamness")


@metric(
    level="business",
    unit=INDEX,
    title=Words(en="Backward linkage", id="Keterkaitan ke belakang"),
    meaning=Words(
        en="Above 1, its growth pulls the suppliers along more than that of an average business.",
        id="Di atas 1, pertumbuhannya menarik pemasok lebih kuat daripada rata-rata usaha.",
    ),
    formula="n mⱼ / Σ m",
    source="Rasmussen (1957); Miller & Blair (2009), 12.2",
    group=LINKAGES,
    depends_on=frozenset({"values"}),
    notice=without_trade,
)
def backward_linkage(network: SupplyNetwork) -> pd.Series:
    """Power of dispersion: output multiplier relative to its mean.

    Parameters
    ----------
    network
        Trade in Rp/year.

    Returns
    -------
    pandas.Series
        Index with mean 1.

    Raises
    ------
    NotProductiveError
        If no finite multiplier exists.

    References
    ----------
    Rasmussen, P. N. (1957). Studies in Inter-Sectoral Relations. North-Holland, Amsterdam.

    Examples
    --------
    >>> from supplychain import SupplyNetwork
    >>> two = SupplyNetwork.from_flows([[150, 500], [200, 100]], [1000, 2000])
    >>> backward_linkage(two).round(3).to_dict()
    {'1': 1.022, '2': 0.978}
    """
    solved = economy.of(network)
    values = solved.factor.multipliers
    return solved.series(values / values.mean(), "backward_linkage")


@metric(
    level="business",
    unit=INDEX,
    title=Words(en="Forward linkage", id="Keterkaitan ke depan"),
    meaning=Words(
        en="Above 1, its goods are passed on through more sales than those of an average business.",
        id="Di atas 1, barangnya diteruskan melalui lebih banyak penjualan daripada rata-rata "
        "usaha.",
    ),
    formula="n gᵢ / Σ g",
    source="Jones (1976); Miller & Blair (2009), 12.2",
    group=LINKAGES,
    depends_on=frozenset({"values"}),
    looks="downstream",
    notice=without_trade,
)
def forward_linkage(network: SupplyNetwork) -> pd.Series:
    """Supply multiplier relative to its mean, from the Ghosh inverse.

    Parameters
    ----------
    network
        Trade in Rp/year.

    Returns
    -------
    pandas.Series
        Index with mean 1.

    Raises
    ------
    NotProductiveError
        If no finite multiplier exists.

    References
    ----------
    Jones, L. P. (1976). The measurement of Hirschmanian linkages. Quarterly Journal of Economics
    90(2), 323-333.

    Examples
    --------
    >>> from supplychain import SupplyNetwork
    >>> two = SupplyNetwork.from_flows([[150, 500], [200, 100]], [1000, 2000])
    >>> forward_linkage(two).round(3).to_dict()
    {'1': 1.208, '2': 0.792}
    """
    values = supply_multiplier(network)
    return (values / values.mean()).rename("forward_linkage")


@metric(
    level="business",
    unit=Words(en="group", id="kelompok"),
    title=Words(en="Key business", id="Usaha kunci"),
    meaning=Words(
        en="Whether it pulls its suppliers, feeds its buyers, does both, or neither, more than "
        "average.",
        id="Apakah ia menarik pemasok, menyuplai pembeli, keduanya, atau tidak satu pun, melebihi "
        "rata-rata.",
    ),
    formula="n mⱼ/Σm ≷ 1, n gⱼ/Σg ≷ 1",
    source="Miller & Blair (2009), 12.2.4",
    group=LINKAGES,
    depends_on=frozenset({"values"}),
    codes=QUADRANTS,
    notice=without_trade,
)
def key_business(network: SupplyNetwork) -> pd.Series:
    """Quadrant of backward and forward linkage of each business.

    Parameters
    ----------
    network
        Trade in Rp/year.

    Returns
    -------
    pandas.Series
        `key`, `backward`, `forward` or `independent`.

    Raises
    ------
    NotProductiveError
        If no finite multiplier exists.

    References
    ----------
    Miller, R. E. and Blair, P. D. (2009). Input-Output Analysis, 2nd ed., Cambridge, section
    12.2.4.

    Examples
    --------
    >>> from supplychain import SupplyNetwork
    >>> two = SupplyNetwork.from_flows([[150, 500], [200, 100]], [1000, 2000])
    >>> key_business(two).to_dict()
    {'1': 'key', '2': 'independent'}
    """
    pulls = backward_linkage(network) > AVERAGE
    feeds = forward_linkage(network) > AVERAGE
    codes = np.select([pulls & feeds, pulls, feeds], ["key", "backward", "forward"], "independent")
    return pd.Series(codes, index=network.businesses.index, name="key_business", dtype="str")
