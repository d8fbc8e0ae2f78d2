"""Along which routes the demand of one business reaches another."""

from __future__ import annotations

from typing import Annotated

import numpy as np
import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Range
from supplychain.core.words import Words
from supplychain.engine import paths
from supplychain.metrics import economy
from supplychain.metrics.catalogue import PATHS, PER_RUPIAH, metric
from supplychain.metrics.length import BuyerId, SupplierId
from supplychain.metrics.links import without_values

REST = Words(en="longer or smaller paths", id="jalur lain yang lebih panjang atau lebih kecil")
ARROW = " → "


@metric(
    level="pair",
    unit=PER_RUPIAH,
    title=Words(en="Structural paths", id="Jalur struktural"),
    meaning=Words(
        en="Through whom the goods of a supplier reach a buyer, and what share of the supplier's "
        "output for the buyer's demand each path carries.",
        id="Melalui siapa barang pemasok sampai ke pembeli, dan berapa bagian dari produksi "
        "pemasok untuk permintaan pembeli yang dibawa tiap jalur.",
    ),
    formula="lᵢⱼ = Σₚ (aᵢₖ ⋯ aₘⱼ) Mₚ, Mₚ = Δₚ/Δ",
    source="Defourny & Thorbecke (1984)",
    group=PATHS,
    depends_on=frozenset({"structure", "values"}),
    notice=without_values,
)
def structural_paths(
    network: SupplyNetwork,
    *,
    supplier: SupplierId,
    buyer: BuyerId,
    most: Annotated[int, Range(1, 100, 1), Words(en="Paths shown", id="Jalur ditampilkan")] = 20,
    longest: Annotated[
        int, Range(1, 20, 1), Words(en="Transactions at most", id="Transaksi paling banyak")
    ] = 12,
) -> pd.DataFrame:
    """Return the paths between two businesses with what each carries, heaviest first.

    Parameters
    ----------
    network
        Trade and output in Rp/year.
    supplier, buyer
        Ids of the two businesses, i and j.
    most
        Paths to list.
    longest
        Transactions a listed path may have.

    Returns
    -------
    pandas.DataFrame
        `path`: ids joined by arrows; `steps`: transactions; `direct`: product of the coefficients,
        Rp per Rp; `multiplier`: how much circles touching the path enlarge it; `value`: direct ×
        multiplier, Rp per Rp of the buyer's final demand; `share` of lᵢⱼ. The last row, `REST`,
        holds what the listed paths leave, so that the shares sum to 1. No row if no goods of the
        supplier reach the buyer.

    Raises
    ------
    UnknownNameError
        If the network has no such business.
    NotProductiveError
        If no finite multiplier exists.

    Notes
    -----
    Direction: paths lead with the goods, from supplier to buyer, and pass no business twice. Times
    the buyer's final demand, values are Rp/year. Cost: a best-first search that drops beginnings
    below a millionth of lᵢⱼ, and a small solve for each path.

    References
    ----------
    Defourny, J. and Thorbecke, E. (1984). Structural path analysis and multiplier decomposition
    within a social accounting matrix framework. Economic Journal 94(373), 111-136.

    Examples
    --------
    >>> book = SupplyNetwork.from_flows([[150, 500], [200, 100]], [1000, 2000])
    >>> found = structural_paths(book, supplier="1", buyer="2").round(3)
    >>> found[["path", "direct", "value", "share"]]
                          path  direct  value  share
    0                    1 → 2    0.25   0.33    1.0
    1  longer or smaller paths     NaN   0.00    0.0
    """
    found = paths.between(
        economy.of(network).factor,
        network.position(supplier),
        network.position(buyer),
        most=most,
        depth=longest,
    )
    ids = network.businesses.index
    rows = [
        (
            ARROW.join(str(ids[node]) for node in path.nodes),
            float(len(path.nodes) - 1),
            path.direct,
            path.multiplier,
            path.total,
            path.share,
        )
        for path in found.paths
    ]
    if found.whole > 0:
        left = found.whole * found.remainder
        rows.append((REST.en, np.nan, np.nan, np.nan, left, found.remainder))
    return pd.DataFrame(rows, columns=["path", "steps", "direct", "multiplier", "value", "share"])
