"""What stands behind each rupiah of public funds."""

from __future__ import annotations

from typing import Annotated, Literal

import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Choices
from supplychain.core.words import Words
from supplychain.metrics import economy
from supplychain.metrics.catalogue import FUNDS, metric
from supplychain.metrics.economy import Measure
from supplychain.metrics.extraction import extraction_loss

Scope = Annotated[
    Literal["network", "own"],
    Words(en="Counted for", id="Dihitung untuk"),
    Choices(
        {
            "network": Words(
                en="all that depends on it in the network", id="semua yang bergantung padanya"
            ),
            "own": Words(en="the business alone", id="usaha itu sendiri"),
        }
    ),
]
_A_YEAR = Words(en="Rp a year per Rp of funds", id="Rp per tahun per Rp dana")


def without_funds(network: SupplyNetwork) -> Words | None:
    """Say that nobody, or how few, received funds."""
    funded = int((network.businesses["funds"] > 0).sum())
    if funded:
        return Words(
            en="Known for the {funded} businesses with public funds.",
            id="Diketahui untuk {funded} usaha penerima dana publik.",
        ).fill(funded=funded)
    return Words(
        en="Means nothing here: no business has public funds.",
        id="Tidak bermakna di sini: tidak ada usaha penerima dana publik.",
    )


def _per_fund(network: SupplyNetwork, measure: Measure, scope: Scope) -> pd.Series:
    if scope == "network":
        gained = extraction_loss(network, measure=measure)
    else:
        solved = economy.of(network)
        gained = solved.series(solved.output * solved.weights(measure), measure)
    funds = network.businesses["funds"]
    return gained / funds.where(funds > 0)


@metric(
    level="business",
    unit=_A_YEAR,
    title=Words(en="Output per rupiah of funds", id="Nilai produksi per rupiah dana"),
    meaning=Words(
        en="Yearly output that depends on a funded business for each rupiah of DAK it received.",
        id="Nilai produksi per tahun yang bergantung pada usaha penerima dana untuk tiap rupiah "
        "DAK.",
    ),
    formula="xⱼ mⱼ / lⱼⱼ / DAKⱼ",
    source="Temurshoev (2010)",
    group=FUNDS,
    depends_on=frozenset({"values", "funds"}),
    notice=without_funds,
)
def output_per_fund(network: SupplyNetwork, *, scope: Scope = "network") -> pd.Series:
    """Yearly output behind each rupiah of public funds.

    Parameters
    ----------
    network
        Trade in Rp/year, funds in Rp.
    scope
        All output that would be lost without the business, or its own.

    Returns
    -------
    pandas.Series
        Rp a year per Rp, NaN for a business without funds. It says what hangs on the business, not
        what the funds caused.

    Raises
    ------
    NotProductiveError
        If no finite multiplier exists.

    References
    ----------
    Temurshoev, U. (2010). Identifying optimal sector groupings with the hypothetical extraction
    method. Journal of Regional Science 50(4), 872-890.

    Examples
    --------
    >>> from supplychain import SupplyNetwork
    >>> two = SupplyNetwork.from_flows([[0, 50], [0, 0]], [50, 100])
    >>> funded = two.replace(businesses=two.businesses.assign(funds=[200.0, None]))
    >>> output_per_fund(funded).to_dict()
    {'1': 0.25, '2': nan}
    """
    return _per_fund(network, "output", scope).rename("output_per_fund")


@metric(
    level="business",
    unit=_A_YEAR,
    title=Words(en="Value added per rupiah of funds", id="Nilai tambah per rupiah dana"),
    meaning=Words(
        en="Yearly value added that depends on a funded business for each rupiah of DAK.",
        id="Nilai tambah per tahun yang bergantung pada usaha penerima dana untuk tiap rupiah DAK.",
    ),
    formula="xⱼ (v'L)ⱼ / lⱼⱼ / DAKⱼ",
    source="Temurshoev (2010)",
    group=FUNDS,
    depends_on=frozenset({"values", "value_added", "funds"}),
    notice=without_funds,
)
def value_added_per_fund(network: SupplyNetwork, *, scope: Scope = "network") -> pd.Series:
    """Yearly value added behind each rupiah of public funds.

    Parameters
    ----------
    network
        Trade and value added in Rp/year, funds in Rp.
    scope
        All value added that would be lost without the business, or its own.

    Returns
    -------
    pandas.Series
        Rp a year per Rp, NaN for a business without funds.

    Raises
    ------
    NotProductiveError
        If no finite multiplier exists.

    References
    ----------
    Temurshoev, U. (2010). Identifying optimal sector groupings with the hypothetical extraction
    method. Journal of Regional Science 50(4), 872-890.

    Examples
    --------
    >>> from supplychain import SupplyNetwork
    >>> two = SupplyNetwork.from_flows([[0, 50], [0, 0]], [50, 100], value_added=[20, 40])
    >>> funded = two.replace(businesses=two.businesses.assign(funds=[200.0, None]))
    >>> value_added_per_fund(funded).round(3).to_dict()
    {'1': 0.1, '2': nan}
    """
    return _per_fund(network, "value_added", scope).rename("value_added_per_fund")


@metric(
    level="business",
    unit=Words(en="jobs per Rp billion of funds", id="tenaga kerja per Rp miliar dana"),
    title=Words(en="Jobs per billion of funds", id="Tenaga kerja per miliar dana"),
    meaning=Words(
        en="Jobs that depend on a funded business for each billion rupiah of DAK.",
        id="Tenaga kerja yang bergantung pada usaha penerima dana untuk tiap miliar rupiah DAK.",
    ),
    formula="10⁹ xⱼ (e'L)ⱼ / lⱼⱼ / DAKⱼ",
    source="Temurshoev (2010)",
    group=FUNDS,
    depends_on=frozenset({"values", "jobs", "funds"}),
    notice=without_funds,
)
def jobs_per_fund(network: SupplyNetwork, *, scope: Scope = "network") -> pd.Series:
    """Jobs behind each billion rupiah of public funds.

    Parameters
    ----------
    network
        Trade in Rp/year, workers in persons, funds in Rp; a missing number of workers counts 0.
    scope
        All jobs that would be lost without the business, or its own.

    Returns
    -------
    pandas.Series
        Jobs per Rp billion, NaN for a business without funds.

    Raises
    ------
    NotProductiveError
        If no finite multiplier exists.

    References
    ----------
    Temurshoev, U. (2010). Identifying optimal sector groupings with the hypothetical extraction
    method. Journal of Regional Science 50(4), 872-890.

    Examples
    --------
    >>> from supplychain import SupplyNetwork
    >>> two = SupplyNetwork.from_flows([[0, 5e7], [0, 0]], [5e7, 1e8], workers=[20, 10])
    >>> funded = two.replace(businesses=two.businesses.assign(funds=[9e9, None]))
    >>> jobs_per_fund(funded, scope="own").round(2).to_dict()
    {'1': 2.22, '2': nan}
    """
    return (economy.BILLION * _per_fund(network, "jobs", scope)).rename("jobs_per_fund")
