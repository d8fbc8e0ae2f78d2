"""Every possible partnership with its exact gain, by closed form, and one sentence of reason."""

from __future__ import annotations

from typing import Annotated

import numpy as np
import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Range
from supplychain.core.places import industry_name
from supplychain.core.words import Language, Words, compact, rupiah
from supplychain.metrics import economy
from supplychain.recommend.candidates import candidates

Within = Annotated[
    float, Range(5.0, 300.0, 5.0), Words(en="Within a distance of (km)", id="Dalam jarak (km)")
]


def ranking(network: SupplyNetwork, *, within: Within = 100.0) -> pd.DataFrame:
    """Rank the feasible new partnerships that replace purchases from outside.

    Parameters
    ----------
    network
        Trade in Rp/year.
    within
        Largest distance, km.

    Returns
    -------
    pandas.DataFrame
        Rows of `candidates`, the largest gain of output first, with `output`, `value_added`
        (Rp/year) and `workers` (persons) gained in the whole network; `concentration`, the change
        of the buyer's supplier concentration (HHI, 0 to 10,000); and `district` of the buyer.

    Notes
    -----
    A purchase v of buyer j moved from outside to supplier i changes the total of π x by
    v (π'L)ᵢ / (1 - v lⱼᵢ / xⱼ): exact, not a first-order estimate, cycles included.

    References
    ----------
    Sherman, J. and Morrison, W. J. (1950). Annals of Mathematical Statistics 21(1), 124-127.
    Miller, R. E. and Blair, P. D. (2009). Input-Output Analysis, 2nd ed., Cambridge, section 12.3.
    """
    rows = candidates(network, within=within)
    solved = economy.of(network)
    place = network.businesses.index
    sellers, buyers = (place.get_indexer(pd.Index(rows[side])) for side in ("supplier", "buyer"))
    distinct, column = np.unique(sellers, return_inverse=True)
    returning = solved.factor.columns(distinct)[buyers, column]
    moved = rows["value"] / (1.0 - rows["value"].to_numpy() * returning / solved.output[buyers])
    gains = {
        name: moved * solved.factor.transposed(solved.weights(measure))[sellers]
        for name, measure in (
            ("output", "output"),
            ("value_added", "value_added"),
            ("workers", "jobs"),
        )
    }
    found = rows.assign(
        **gains,
        concentration=_concentration(network, rows),
        district=network.businesses["district"].reindex(rows["buyer"]).to_numpy(),
    )
    return found.sort_values("output", ascending=False, kind="stable").reset_index(drop=True)


def reason(network: SupplyNetwork, row: pd.Series, language: Language) -> str:
    """Say in one sentence why a row of the ranking is possible and what it brings."""
    buyer = network.businesses.loc[row["buyer"]]
    return _REASON.fill(
        supplier=network.businesses.loc[row["supplier"], "name"],
        buyer=buyer["name"],
        product=network.product_name(row["product"]),
        industry=industry_name(buyer["sector"]),
        value=rupiah(row["value"], language),
        output=rupiah(row["output"], language),
        distance=compact(row["distance"], language),
    )(language)


def _concentration(network: SupplyNetwork, rows: pd.DataFrame) -> pd.Series:
    """Change of a buyer's Σ share² by supplier, times 10,000, when `value` comes on top.

    Missing for a buyer without suppliers; own use is left out, as in the metric.
    """
    others = network.trade[network.trade["supplier"] != network.trade["buyer"]]
    pairs = others.groupby(["supplier", "buyer"])["value"].sum().reset_index()
    total = pairs.groupby("buyer")["value"].sum().reindex(rows["buyer"]).fillna(0.0).to_numpy()
    squares = (pairs["value"] ** 2).groupby(pairs["buyer"]).sum()
    before = squares.reindex(rows["buyer"]).fillna(0.0).to_numpy()
    existing = rows.merge(pairs, on=["supplier", "buyer"], how="left", suffixes=("", "_now"))
    now, added = existing["value_now"].fillna(0.0).to_numpy(), rows["value"].to_numpy()
    after = (before - now**2 + (now + added) ** 2) / (total + added) ** 2
    was = np.divide(before, total**2, out=np.full_like(before, np.nan), where=total > 0)
    return pd.Series(1e4 * (after - was), index=rows.index)


_REASON = Words(
    en="{buyer} ({industry}) presumably buys {product} worth {value} a year elsewhere; {supplier} "
    "sells it {distance} km away. Output in the network would rise by {output} a year.",
    id="{buyer} ({industry}) diperkirakan membeli {product} senilai {value} per tahun dari luar; "
    "{supplier} menjualnya pada jarak {distance} km. Nilai produksi jaringan naik {output} per "
    "tahun.",
)
