"""What one rupiah of final demand calls forth in the whole network."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Choices, Range
from supplychain.core.words import Words
from supplychain.metrics import economy
from supplychain.metrics.catalogue import MULTIPLIERS, PER_RUPIAH, Input, metric

Floats = NDArray[np.float64]
MILLER_BLAIR = "Miller & Blair (2009), 2.5, 6.2"

Form = Annotated[
    Literal["simple", "total", "type_i", "type_ii"],
    Words(en="Form", id="Bentuk"),
    Choices(
        {
            "simple": Words(en="simple: businesses only", id="sederhana: hanya antarusaha"),
            "total": Words(
                en="total: with household spending", id="total: dengan belanja rumah tangga"
            ),
            "type_i": Words(
                en="type I: simple per direct effect", id="tipe I: sederhana per efek langsung"
            ),
            "type_ii": Words(
                en="type II: total per direct effect", id="tipe II: total per efek langsung"
            ),
        }
    ),
]
Part = Annotated[
    Literal["total", "direct", "indirect", "induced"],
    Words(en="Part", id="Bagian"),
    Choices(
        {
            "total": Words(en="all", id="seluruhnya"),
            "direct": Words(en="direct: the business itself", id="langsung: usaha itu sendiri"),
            "indirect": Words(
                en="indirect: its suppliers and theirs",
                id="tidak langsung: pemasok dan pemasoknya lagi",
            ),
            "induced": Words(
                en="induced: through household spending",
                id="terimbas: melalui belanja rumah tangga",
            ),
        }
    ),
]
Spending = Annotated[
    float,
    Range(0.0, 1.0, 0.05),
    Words(en="Share of wages spent in the network", id="Bagian upah yang dibelanjakan di jaringan"),
]
SPENDING = 0.5
"""Assumed: no survey tells what IKM households buy from businesses of the network."""

_SAME_PER_SAME = {
    "type_i": Words(en="per direct effect of 1", id="per efek langsung 1"),
    "type_ii": Words(en="per direct effect of 1", id="per efek langsung 1"),
}

_WITH_HOUSEHOLDS: Mapping[str, frozenset[Input]] = {
    "total": frozenset({"wages"}),
    "type_ii": frozenset({"wages"}),
}


def _effects(network: SupplyNetwork, weights: Floats, form: str, part: str, share: float) -> Floats:
    """Split π'L, or its closed form, into parts; ratio forms divide by the direct effect."""
    solved = economy.of(network)
    simple = solved.factor.transposed(weights)
    parts = {
        "direct": weights,
        "indirect": simple - weights,
        "induced": np.zeros_like(weights),
    }
    if form in ("total", "type_ii"):
        households = solved.closed(share)
        parts["induced"] = households.transposed(np.append(weights, 0.0))[:-1] - simple
    found = sum(parts.values()) if part == "total" else parts[part]
    if form in ("simple", "total"):
        return np.asarray(found)
    return np.divide(found, weights, out=np.full_like(weights, np.nan), where=weights > 0)


@metric(
    level="business",
    unit=PER_RUPIAH,
    title=Words(en="Output multiplier", id="Pengganda output"),
    meaning=Words(
        en="Production in the whole network for each rupiah of final demand this business meets.",
        id="Nilai produksi di seluruh jaringan untuk tiap rupiah permintaan akhir yang dipenuhi "
        "usaha ini.",
    ),
    formula="m = (I - Aᵀ)⁻¹ 1",
    source=MILLER_BLAIR,
    group=MULTIPLIERS,
    depends_on=frozenset({"values"}),
    depends_by=("form", _WITH_HOUSEHOLDS),
    notice=economy.without_output,
)
def output_multiplier(
    network: SupplyNetwork,
    *,
    form: Form = "simple",
    part: Part = "total",
    spending: Spending = SPENDING,
) -> pd.Series:
    """Production in the whole network per rupiah of final demand for each business.

    Parameters
    ----------
    network
        Trade in Rp/year.
    form
        `simple` and `type_i` are the same here, as are `total` (truncated: without the households'
        own row) and `type_ii`: the direct effect is 1.
    part
        Direct, indirect, induced or all; nothing is induced in `simple` and `type_i`.
    spending
        Share of wages that households spend on the final goods of the network, in proportion.

    Returns
    -------
    pandas.Series
        Rp per Rp, indexed like ``network.businesses``; in all at least 1.

    Raises
    ------
    NotProductiveError
        If no finite multiplier exists.

    Notes
    -----
    Column sums of the Leontief inverse. Cost: one sparse factorisation, one solve.

    References
    ----------
    Miller, R. E. and Blair, P. D. (2009). Input-Output Analysis, 2nd ed., Cambridge, sections 2.5
    and 6.2.

    Examples
    --------
    >>> from supplychain import SupplyNetwork
    >>> two = SupplyNetwork.from_flows([[150, 500], [200, 100]], [1000, 2000])
    >>> output_multiplier(two).round(2).to_dict()
    {'1': 1.52, '2': 1.45}
    """
    ones = np.ones(len(network))
    values = _effects(network, ones, form, part, spending)
    return economy.of(network).series(values, "output_multiplier")


@metric(
    level="business",
    unit=PER_RUPIAH,
    unit_by=("form", _SAME_PER_SAME),
    title=Words(en="Value-added multiplier", id="Pengganda nilai tambah"),
    meaning=Words(
        en="Value added that stays in the network for each rupiah of final demand this business "
        "meets; the rest leaks to purchases outside.",
        id="Nilai tambah yang tinggal di jaringan untuk tiap rupiah permintaan akhir yang dipenuhi "
        "usaha ini; sisanya bocor ke pembelian di luar jaringan.",
    ),
    formula="v̂ = (I - Aᵀ)⁻¹ (v/x)",
    source=MILLER_BLAIR,
    group=MULTIPLIERS,
    depends_on=frozenset({"values", "value_added"}),
    depends_by=("form", _WITH_HOUSEHOLDS),
    notice=economy.without_output,
)
def value_added_multiplier(
    network: SupplyNetwork,
    *,
    form: Form = "simple",
    part: Part = "total",
    spending: Spending = SPENDING,
) -> pd.Series:
    """Value added in the network per rupiah of final demand for each business.

    Parameters
    ----------
    network
        Trade and value added in Rp/year.
    form
        Per rupiah (`simple`, `total`), or per rupiah of its own value added (`type_i`, `type_ii`).
    part
        Direct, indirect, induced or all; nothing is induced in `simple` and `type_i`.
    spending
        Share of wages that households spend on the final goods of the network, in proportion.

    Returns
    -------
    pandas.Series
        Rp per Rp; NaN in the ratio forms for a business without value added.

    Raises
    ------
    NotProductiveError
        If no finite multiplier exists.

    References
    ----------
    Miller, R. E. and Blair, P. D. (2009). Input-Output Analysis, 2nd ed., Cambridge, section 6.2.3.

    Examples
    --------
    >>> from supplychain import SupplyNetwork
    >>> two = SupplyNetwork.from_flows(
    ...     [[150, 500], [200, 100]], [1000, 2000], value_added=[300, 500]
    ... )
    >>> value_added_multiplier(two).round(3).to_dict()
    {'1': 0.442, '2': 0.38}
    """
    weights = economy.of(network).weights("value_added")
    values = _effects(network, weights, form, part, spending)
    return economy.of(network).series(values, "value_added_multiplier")


@metric(
    level="business",
    unit=Words(en="jobs per Rp billion", id="tenaga kerja per Rp miliar"),
    unit_by=("form", _SAME_PER_SAME),
    title=Words(en="Employment multiplier", id="Pengganda tenaga kerja"),
    meaning=Words(
        en="Jobs in the whole network for each billion rupiah of final demand this business meets.",
        id="Tenaga kerja di seluruh jaringan untuk tiap miliar rupiah permintaan akhir yang "
        "dipenuhi usaha ini.",
    ),
    formula="ê = (I - Aᵀ)⁻¹ (e/x)",
    source=MILLER_BLAIR,
    group=MULTIPLIERS,
    depends_on=frozenset({"values", "jobs"}),
    depends_by=("form", _WITH_HOUSEHOLDS),
    notice=economy.without_workers,
)
def employment_multiplier(
    network: SupplyNetwork,
    *,
    form: Form = "simple",
    part: Part = "total",
    spending: Spending = SPENDING,
) -> pd.Series:
    """Jobs in the network per billion rupiah of final demand for each business.

    Parameters
    ----------
    network
        Trade in Rp/year, workers in persons; a missing number of workers counts 0.
    form
        Jobs per Rp billion (`simple`, `total`), or jobs per job of its own (`type_i`, `type_ii`).
    part
        Direct, indirect, induced or all; nothing is induced in `simple` and `type_i`.
    spending
        Share of wages that households spend on the final goods of the network, in proportion.

    Returns
    -------
    pandas.Series
        Jobs per Rp billion, or jobs per job; NaN in the ratio forms for a business without workers.

    Raises
    ------
    NotProductiveError
        If no finite multiplier exists.

    References
    ----------
    Miller, R. E. and Blair, P. D. (2009). Input-Output Analysis, 2nd ed., Cambridge, section 6.2.2.

    Examples
    --------
    >>> from supplychain import SupplyNetwork
    >>> two = SupplyNetwork.from_flows(
    ...     [[150e6, 500e6], [200e6, 100e6]], [1e9, 2e9], workers=[30, 10]
    ... )
    >>> employment_multiplier(two).round(1).to_dict()
    {'1': 38.9, '2': 15.5}
    """
    weights = economy.of(network).weights("jobs")
    if form in ("simple", "total"):
        weights = weights * economy.BILLION
    values = _effects(network, weights, form, part, spending)
    return economy.of(network).series(values, "employment_multiplier")


@metric(
    level="business",
    unit=PER_RUPIAH,
    unit_by=("form", _SAME_PER_SAME),
    title=Words(en="Income multiplier", id="Pengganda pendapatan"),
    meaning=Words(
        en="Wages paid in the whole network for each rupiah of final demand this business meets.",
        id="Upah yang dibayar di seluruh jaringan untuk tiap rupiah permintaan akhir yang dipenuhi "
        "usaha ini.",
    ),
    formula="ŵ = (I - Aᵀ)⁻¹ (w/x)",
    source=MILLER_BLAIR,
    group=MULTIPLIERS,
    depends_on=frozenset({"values", "wages"}),
    notice=economy.without_output,
)
def income_multiplier(
    network: SupplyNetwork,
    *,
    form: Form = "simple",
    part: Part = "total",
    spending: Spending = SPENDING,
) -> pd.Series:
    """Wages in the network per rupiah of final demand for each business.

    Parameters
    ----------
    network
        Trade and wages in Rp/year.
    form
        Per rupiah (`simple`, `total`), or per rupiah of its own wages (`type_i`, `type_ii`). Type
        II is one constant times type I for all businesses, so it ranks them alike.
    part
        Direct, indirect, induced or all; nothing is induced in `simple` and `type_i`.
    spending
        Share of wages that households spend on the final goods of the network, in proportion.

    Returns
    -------
    pandas.Series
        Rp per Rp; NaN in the ratio forms for a business without wages.

    Raises
    ------
    NotProductiveError
        If no finite multiplier exists.

    References
    ----------
    Miller, R. E. and Blair, P. D. (2009). Input-Output Analysis, 2nd ed., Cambridge, section 6.2.2.

    Examples
    --------
    >>> from supplychain import SupplyNetwork
    >>> two = SupplyNetwork.from_flows(
    ...     [[150, 500], [200, 100]], [1000, 2000], wages=[300, 500]
    ... )
    >>> income_multiplier(two, form="type_i").round(2).to_dict()
    {'1': 1.47, '2': 1.52}
    """
    weights = economy.of(network).per_output("wages")
    values = _effects(network, weights, form, part, spending)
    return economy.of(network).series(values, "income_multiplier")
