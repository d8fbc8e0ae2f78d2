"""How few suppliers, or buyers, a business leans on."""

from __future__ import annotations

from typing import Annotated, Literal

import numpy as np
import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Choices
from supplychain.core.words import Words
from supplychain.engine.concentration import herfindahl
from supplychain.metrics.catalogue import CONCENTRATION, metric
from supplychain.metrics.links import Side, flows, without_values

WHOLE = 10_000.0
INDEX = Words(en="index, 0 to 10,000", id="indeks, 0 sampai 10.000")
EFFECTIVE = Words(en="effective partners", id="mitra efektif")
Form = Annotated[
    Literal["hhi", "effective"],
    Words(en="Given as", id="Dinyatakan sebagai"),
    Choices({"hhi": INDEX, "effective": Words(en="effective number", id="jumlah efektif")}),
]
UNITS = {"hhi": INDEX, "effective": EFFECTIVE}


@metric(
    level="business",
    unit=INDEX,
    unit_by=("form", UNITS),
    title=Words(en="Concentration of suppliers", id="Konsentrasi pemasok"),
    meaning=Words(
        en="How much it leans on few suppliers: 10,000 if it buys from one alone; above 2,500 is "
        "usually called high.",
        id="Seberapa besar ia bergantung pada sedikit pemasok: 10.000 bila hanya satu; di atas "
        "2.500 lazim disebut tinggi.",
    ),
    formula="HHIⱼ = 10⁴ Σᵢ (zᵢⱼ/Σₖ zₖⱼ)²; effective = 10⁴/HHI",
    source="Hirschman (1945); Herfindahl (1950)",
    group=CONCENTRATION,
    depends_on=frozenset({"structure", "values"}),
    looks="own",
    notice=without_values,
)
def supplier_concentration(network: SupplyNetwork, *, form: Form = "hhi") -> pd.Series:
    """Return the Herfindahl-Hirschman index of each business's purchases by supplier.

    Parameters
    ----------
    network
        Trade in Rp/year.
    form
        `hhi`, the sum of squared shares times 10,000; or `effective`, one over that sum: so many
        equal suppliers would be as concentrated.

    Returns
    -------
    pandas.Series
        Up to 10,000, or at least 1, indexed like ``network.businesses``; NaN for a business that
        buys nothing.

    Notes
    -----
    Looks from buyer to supplier, at suppliers within the network. Several partnerships of a pair
    count together, own use is left out. Cost: O(m).

    References
    ----------
    Hirschman, A. O. (1945). National Power and the Structure of Foreign Trade. University of
    California Press.
    Herfindahl, O. C. (1950). Concentration in the U.S. steel industry. Columbia University.

    Examples
    --------
    >>> two = SupplyNetwork.from_flows([[0, 0, 3], [0, 0, 1], [0, 0, 0]], [9, 9, 9])
    >>> supplier_concentration(two).to_dict()
    {'1': nan, '2': nan, '3': 6250.0}
    """
    return _concentration(network, "suppliers", form).rename("supplier_concentration")


@metric(
    level="business",
    unit=INDEX,
    unit_by=("form", UNITS),
    title=Words(en="Concentration of buyers", id="Konsentrasi pembeli"),
    meaning=Words(
        en="How much it leans on few buyers: 10,000 if it sells to one alone; above 2,500 is "
        "usually called high.",
        id="Seberapa besar ia bergantung pada sedikit pembeli: 10.000 bila hanya satu; di atas "
        "2.500 lazim disebut tinggi.",
    ),
    formula="HHIᵢ = 10⁴ Σⱼ (zᵢⱼ/Σₖ zᵢₖ)²; effective = 10⁴/HHI",
    source="Hirschman (1945); Herfindahl (1950)",
    group=CONCENTRATION,
    depends_on=frozenset({"structure", "values"}),
    looks="own",
    notice=without_values,
)
def buyer_concentration(network: SupplyNetwork, *, form: Form = "hhi") -> pd.Series:
    """Return the Herfindahl-Hirschman index of each business's sales by buyer.

    Parameters
    ----------
    network
        Trade in Rp/year.
    form
        `hhi`, the sum of squared shares times 10,000; or `effective`, one over that sum: so many
        equal buyers would be as concentrated.

    Returns
    -------
    pandas.Series
        Up to 10,000, or at least 1, indexed like ``network.businesses``; NaN for a business that
        sells nothing to others of the network.

    Notes
    -----
    Looks from supplier to buyer, at buyers within the network: households and other final buyers
    are many and not counted. Several partnerships of a pair count together, own use is left out.
    Cost: O(m).

    References
    ----------
    Hirschman, A. O. (1945). National Power and the Structure of Foreign Trade. University of
    California Press.
    Herfindahl, O. C. (1950). Concentration in the U.S. steel industry. Columbia University.

    Examples
    --------
    >>> two = SupplyNetwork.from_flows([[0, 3, 1], [0, 0, 0], [0, 0, 0]], [9, 9, 9])
    >>> buyer_concentration(two, form="effective").to_dict()
    {'1': 1.6, '2': nan, '3': nan}
    """
    return _concentration(network, "buyers", form).rename("buyer_concentration")


def _concentration(network: SupplyNetwork, side: Side, form: str) -> pd.Series:
    index = herfindahl(flows(network, own=False), axis=0 if side == "suppliers" else 1)
    values = WHOLE * index if form == "hhi" else np.reciprocal(index)
    return pd.Series(values, index=network.businesses.index)
