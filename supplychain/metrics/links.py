"""The trade as plain links between businesses, and the two sides a business can be seen from.

Whatever flows, and however many partnerships a pair has, it is one link supplier → buyer. A
partnership whose value is not known is a link all the same.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Literal

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array

from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Choices
from supplychain.core.words import Words

Floats = NDArray[np.float64]
Side = Literal["suppliers", "buyers"]
Weight = Literal["value", "none"]

SUPPLIERS = Words(en="suppliers", id="pemasok")
BUYERS = Words(en="buyers", id="pembeli")
COUNTED_OVER = Words(en="Counted over its", id="Dihitung dari")
SideChoice = Annotated[Side, COUNTED_OVER, Choices({"buyers": BUYERS, "suppliers": SUPPLIERS})]
WeightChoice = Annotated[
    Weight,
    Words(en="A partnership counts", id="Bobot kemitraan"),
    Choices(
        {
            "value": Words(en="by its value", id="menurut nilainya"),
            "none": Words(en="as one, whatever its value", id="sama, berapa pun nilainya"),
        }
    ),
]


def flows(network: SupplyNetwork, *, own: bool = True) -> csr_array:
    """Return Z, (n, n), Rp/year; without its diagonal if `own` use of output is left out."""
    found = coo_array(network.flows)
    rows, columns = found.coords
    kept = np.ones(len(rows), dtype=bool) if own else rows != columns
    return csr_array((found.data[kept], (rows[kept], columns[kept])), shape=found.shape)


def links(network: SupplyNetwork, *, own: bool = True) -> csr_array:
    """Return 1 for each pair supplier → buyer, (n, n), whatever the value; `own` as in `flows`."""
    found = flows(network, own=own)
    found.data[:] = 1.0
    return found


def weighed(network: SupplyNetwork, weight: Weight) -> csr_array:
    """Return `flows` or `links`, (n, n)."""
    return flows(network) if weight == "value" else links(network)


def seen_over(matrix: csr_array, side: Side) -> csr_array:
    """Lead from each business, its row, to its partners on one side."""
    return matrix if side == "buyers" else csr_array(matrix.T)


def lent_by(matrix: csr_array, side: Side) -> csr_array:
    """Lead to each business, its column, from its partners on one side."""
    return csr_array(matrix.T) if side == "buyers" else matrix


def among_traders(matrix: csr_array, score: Callable[[csr_array], Floats]) -> Floats:
    """Score the businesses that buy or sell, (n,); who does neither takes no part and gets 0."""
    present = np.unique(np.concatenate(coo_array(matrix).coords))
    values = np.zeros(matrix.shape[0])
    if len(present):
        values[present] = score(csr_array(matrix[present][:, present]))
    return values


def without_trade(network: SupplyNetwork) -> Words | None:
    """Say so if no business trades with another."""
    if links(network, own=False).nnz:
        return None
    return Words(
        en="Means nothing here: no business trades with another.",
        id="Tidak bermakna di sini: tidak ada usaha yang berdagang dengan usaha lain.",
    )


def without_values(network: SupplyNetwork) -> Words | None:
    """Say so if there is no trade, or how many partnerships count nothing for want of a value."""
    unknown = int((network.trade["value"].isna()).sum())
    if not unknown or without_trade(network):
        return without_trade(network)
    return Words(
        en="{unknown} of {all} partnerships have no known value and count 0.",
        id="{unknown} dari {all} kemitraan tidak diketahui nilainya dan dihitung 0.",
    ).fill(unknown=unknown, all=len(network.trade))
