"""What the network would lose without a business, or without a partnership."""

from __future__ import annotations

from typing import Annotated, Literal

import numpy as np
import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Choices
from supplychain.core.words import Words
from supplychain.engine import extraction
from supplychain.metrics import economy
from supplychain.metrics.catalogue import PERSONS, RESILIENCE, RUPIAH_A_YEAR, metric
from supplychain.metrics.economy import Measure

ExtractedSide = Annotated[
    Literal["total", "backward", "forward"],
    Words(en="What is taken away", id="Yang dihilangkan"),
    Choices(
        {
            "total": Words(en="the whole business", id="seluruh usaha"),
            "backward": Words(en="its purchases", id="pembeliannya"),
            "forward": Words(en="its sales to businesses", id="penjualannya ke usaha lain"),
        }
    ),
]


@metric(
    level="business",
    unit=RUPIAH_A_YEAR,
    unit_by=("measure", {"jobs": PERSONS}),
    title=Words(en="Extraction loss", id="Kerugian bila hilang"),
    meaning=Words(
        en="What the network would lose each year if this business were gone and nobody took its "
        "place.",
        id="Yang hilang dari jaringan tiap tahun bila usaha ini tidak ada dan tidak ada yang "
        "menggantikannya.",
    ),
    formula="xⱼ (π'L)ⱼ / lⱼⱼ",
    source="Temurshoev (2010); Dietzenbacher & Lahr (2013)",
    group=RESILIENCE,
    depends_on=frozenset({"values"}),
    depends_by=("measure", economy.MEASURED_BY),
    notice=economy.without_output,
)
def extraction_loss(
    network: SupplyNetwork,
    *,
    side: ExtractedSide = "total",
    measure: Measure = "output",
) -> pd.Series:
    """Output, value added or jobs lost without each business in turn.

    Parameters
    ----------
    network
        Trade in Rp/year.
    side
        The whole business, only its purchases, or only its sales to other businesses.
    measure
        Output or value added in Rp/year, or jobs; a missing number of workers counts 0.

    Returns
    -------
    pandas.Series
        Rp/year or persons.

    Raises
    ------
    NotProductiveError
        If no finite multiplier exists.

    Notes
    -----
    Closed forms for all businesses from one factorisation: xⱼpⱼ/lⱼⱼ, xⱼ(pⱼ-πⱼ)/lⱼⱼ and
    pⱼ(xⱼ-fⱼ)/lⱼⱼ with p = L'π. Losses of several businesses do not add up.

    References
    ----------
    Temurshoev, U. (2010). Identifying optimal sector groupings with the hypothetical extraction
    method. Journal of Regional Science 50(4), 872-890.

    Examples
    --------
    >>> from supplychain import SupplyNetwork
    >>> two = SupplyNetwork.from_flows([[150, 500], [200, 100]], [1000, 2000])
    >>> extraction_loss(two).round(1).to_dict()
    {'1': 1210.5, '2': 2588.2}
    """
    solved = economy.of(network)
    weights = solved.weights(measure)
    values = extraction.node_losses(solved.factor, solved.output, solved.final, weights, side=side)
    return solved.series(values, "extraction_loss")


@metric(
    level="partnership",
    unit=RUPIAH_A_YEAR,
    unit_by=("measure", {"jobs": PERSONS}),
    title=Words(en="Loss without the partnership", id="Kerugian tanpa kemitraan"),
    meaning=Words(
        en="What the network would lose each year if this partnership ended and the buyer bought "
        "outside instead.",
        id="Yang hilang dari jaringan tiap tahun bila kemitraan ini berakhir dan pembeli beralih "
        "ke luar jaringan.",
    ),
    formula="δ (π'L)ᵢ xⱼ / (1 + δ lⱼᵢ), δ = zᵢⱼ/xⱼ",
    source="Sherman & Morrison (1950); Miller & Blair (2009), 12.3",
    group=RESILIENCE,
    depends_on=frozenset({"values"}),
    depends_by=("measure", economy.MEASURED_BY),
    notice=economy.without_output,
)
def link_extraction_loss(network: SupplyNetwork, *, measure: Measure = "output") -> pd.Series:
    """Output, value added or jobs lost without each partnership in turn.

    Parameters
    ----------
    network
        Trade in Rp/year.
    measure
        Output or value added in Rp/year, or jobs; a missing number of workers counts 0.

    Returns
    -------
    pandas.Series
        Rp/year or persons, indexed like ``network.partnerships``; NaN for those that carry no goods
        now.

    Raises
    ------
    NotProductiveError
        If no finite multiplier exists.

    References
    ----------
    Sherman, J. and Morrison, W. J. (1950). Adjustment of an inverse matrix corresponding to a
    change in one element of a given matrix. Annals of Mathematical Statistics 21(1), 124-127.

    Examples
    --------
    >>> from supplychain import SupplyNetwork
    >>> two = SupplyNetwork.from_flows([[150, 500], [200, 100]], [1000, 2000])
    >>> link_extraction_loss(two).round(1).tolist()
    [191.7, 712.1, 272.4, 137.5]
    """
    solved = economy.of(network)
    trade = network.trade
    place = pd.Series(np.arange(len(network)), index=network.businesses.index)
    losses = extraction.link_losses(
        solved.factor,
        place.loc[trade["supplier"]].to_numpy(dtype=np.intp),
        place.loc[trade["buyer"]].to_numpy(dtype=np.intp),
        trade["value"].fillna(0.0).to_numpy(dtype=np.float64),
        solved.output,
        solved.weights(measure),
    )
    found = pd.Series(losses, index=trade.index, name="link_extraction_loss")
    return found.reindex(network.partnerships.index)
