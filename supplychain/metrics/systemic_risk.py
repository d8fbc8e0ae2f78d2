"""How much of all sales would stop if one business stopped."""

from __future__ import annotations

from typing import Annotated, Literal
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_array

from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Choices
from supplychain.core.progress import steps
from supplychain.core.words import Words
from supplychain.engine import esri
from supplychain.metrics.catalogue import RESILIENCE, SHARE, metric
from supplychain.metrics.links import without_values

AT_ONCE = 64
"""Businesses closed in turn between two looks at whether anybody still waits."""
PARTS = ("total", "downstream", "upstream")
CLASSES = {"essential": esri.ESSENTIAL, "linear": esri.LINEAR, "ignored": esri.IGNORED}
UNCLASSED = "linear"
"""Class of a purchase that names none: its loss is felt by its share of all purchases. Assumed."""
NOTHING = 1e-9
"""Shares this small are what rounding leaves."""

Production = Annotated[
    Literal["mixed", "linear", "essential"],
    Words(en="Purchases are", id="Sifat masukan"),
    Choices(
        {
            "mixed": Words(en="as each partnership says", id="menurut tiap kemitraan"),
            "linear": Words(en="all replaceable in part", id="semuanya dapat dikurangi"),
            "essential": Words(en="all essential", id="semuanya pokok"),
        }
    ),
]
Part = Annotated[
    Literal["total", "downstream", "upstream"],
    Words(en="Loss counted", id="Kehilangan yang dihitung"),
    Choices(
        {
            "total": Words(
                en="on both sides, the worse of the two", id="kedua sisi, yang terburuk"
            ),
            "downstream": Words(
                en="of buyers without inputs", id="pembeli yang kekurangan masukan"
            ),
            "upstream": Words(
                en="of suppliers without custom", id="pemasok yang kehilangan pembeli"
            ),
        }
    ),
]


def limits(network: SupplyNetwork) -> Words | None:
    """Say what the index cannot tell: no trade, no classes, no sectors, or no difference."""
    if network.flows.sum() == 0:
        return without_values(network)
    said = [without_values(network), *_gaps(network)]
    values = systemic_risk(network)[network.sales + network.purchases > 0]
    if values.max() - values.min() < NOTHING:
        said.append(
            Words(
                en="It is the same for every business that trades, and so ranks nobody.",
                id="Nilainya sama bagi semua usaha yang berdagang, jadi tidak membedakan usaha.",
            )
        )
    found = [words for words in said if words is not None]
    return sum(found[1:], start=found[0]) if found else None


def _gaps(network: SupplyNetwork) -> list[Words | None]:
    unclassed = int(network.trade["input_class"].isna().sum())
    unsorted = int(network.businesses.loc[network.sales > 0, "sector"].isna().sum())
    classes = Words(
        en="{count} of {all} partnerships do not say how much the buyer needs them and count as "
        "replaceable in part; compare with all essential.",
        id="{count} dari {all} kemitraan tidak menyebut seberapa pokok bagi pembeli dan dianggap "
        "dapat dikurangi; bandingkan dengan semuanya pokok.",
    )
    sectors = Words(
        en="{count} sellers have no sector and count as irreplaceable.",
        id="{count} penjual tanpa sektor dianggap tidak tergantikan.",
    )
    return [
        classes.fill(count=unclassed, all=len(network.trade)) if unclassed else None,
        sectors.fill(count=unsorted) if unsorted else None,
    ]


@metric(
    level="business",
    unit=SHARE,
    title=Words(en="Systemic risk (ESRI)", id="Risiko sistemik (ESRI)"),
    meaning=Words(
        en="The share of all sales within the network that would stop if this business closed and "
        "nobody found new partners.",
        id="Bagian dari semua penjualan dalam jaringan yang akan terhenti bila usaha ini tutup dan "
        "tidak ada yang mendapat mitra baru.",
    ),
    formula="ESRIⱼ = Σᵢ (sᵢ/Σs)(1 - min(hᵘᵢ, hᵈᵢ)), j closed",
    source="Diem, Borsos, Reisch, Kertész & Thurner (2022)",
    group=RESILIENCE,
    depends_on=frozenset({"structure", "values"}),
    notice=limits,
)
def systemic_risk(
    network: SupplyNetwork, *, production: Production = "mixed", part: Part = "total"
) -> pd.Series:
    """Return the economic systemic risk index of each business.

    Parameters
    ----------
    network
        Trade in Rp/year, with `input_class` on partnerships and `sector` on businesses.
    production
        `mixed` takes each partnership's `input_class`: a missing `essential` input limits the buyer
        by the worst share missing in any supplying sector, a `linear` one by its share of all
        purchases, an `ignored` one not at all; no class counts as `linear`, and of several
        partnerships of a pair the most needed one decides. `linear` and `essential` take all alike.
    part
        Loss passed `downstream` to buyers, `upstream` to suppliers, or `total`: at each business
        the worse of the two.

    Returns
    -------
    pandas.Series
        Shares of all sales to businesses of the network, from 0 to 1, indexed like
        ``network.businesses``; 0 for a business without trade.

    Notes
    -----
    Direction: shocks go both ways unless `part` says otherwise. Suppliers of one `sector` replace
    one another as far as they still work; a business without sector is replaced by nobody. The
    short run: nobody finds new partners and there are no stocks. Cost: for each business a few
    passes over the links, until nothing moves by more than 1e-9.

    References
    ----------
    Diem, C., Borsos, A., Reisch, T., Kertész, J. and Thurner, S. (2022). Quantifying firm-level
    economic systemic risk from nation-wide supply networks. Scientific Reports 12, 7719.

    Examples
    --------
    >>> chain = SupplyNetwork.from_flows([[0, 3, 0], [0, 0, 1], [0, 0, 0]], [9, 9, 9])
    >>> systemic_risk(chain, part="upstream").to_dict()
    {'1': 0.75, '2': 1.0, '3': 1.0}
    """
    shocked = _shocked(network, production)
    values = {
        "total": shocked.total,
        "downstream": shocked.downstream,
        "upstream": shocked.upstream,
    }
    settled = np.where(values[part] > NOTHING, values[part], 0.0)
    return pd.Series(settled, index=network.businesses.index, name="systemic_risk")


def chain_of(network: SupplyNetwork, production: Production = "mixed") -> esri.Chain:
    """Prepare a network for shocks; `production` as in `systemic_risk`."""
    trade = csr_array(network.flows, copy=True)
    trade.eliminate_zeros()
    kinds = _classes(network) if production == "mixed" else esri.all_of(trade, CLASSES[production])
    return esri.chain(trade, _sectors(network), kinds)


_SHOCKED: WeakKeyDictionary[SupplyNetwork, dict[str, esri.Risk]] = WeakKeyDictionary()


def _shocked(network: SupplyNetwork, production: Production) -> esri.Risk:
    """Close each business in turn, once for each network and kind of production."""
    known = _SHOCKED.setdefault(network, {})
    if production not in known:
        chain = chain_of(network, production)
        batches = np.split(np.arange(len(network)), range(AT_ONCE, len(network), AT_ONCE))
        parts = [esri.risk(chain, batch) for batch in steps(batches)]
        known[production] = esri.Risk(
            *(np.concatenate([getattr(part, name) for part in parts]) for name in PARTS)
        )
    return known[production]


def _classes(network: SupplyNetwork) -> csr_array:
    needed = network.trade["input_class"].fillna(UNCLASSED).map(CLASSES)
    ends = [network.trade["supplier"], network.trade["buyer"]]
    pairs = needed.groupby(ends, sort=False).max()
    rows, columns = (
        network.businesses.index.get_indexer(pairs.index.get_level_values(level))
        for level in ("supplier", "buyer")
    )
    size = len(network)
    return csr_array((pairs.to_numpy(np.int8), (rows, columns)), shape=(size, size))


def _sectors(network: SupplyNetwork) -> NDArray[np.intp]:
    codes, known = pd.factorize(network.businesses["sector"])
    alone = np.flatnonzero(codes < 0)
    codes[alone] = len(known) + np.arange(len(alone))
    return codes.astype(np.intp)
