"""Everyone who can be reached along the direction of trade, for every start at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from supplychain.engine.condensation import Ints, circles
from supplychain.engine.size import is_large

Floats = NDArray[np.float64]
Bits = NDArray[np.uint8]
BLOCK = 1024


def reach(links: csr_array, weights: Floats) -> Floats:
    """Total weight of all businesses downstream of each business, itself left out.

    Circles are condensed first: their members reach the same others. Targets go through in blocks
    of `BLOCK` circles, one bit each, so memory stays at n · `BLOCK` / 8 bytes.

    Parameters
    ----------
    links
        (n, n), rows suppliers, columns buyers. Give the transpose for what lies upstream.
    weights
        (n,) or (n, k): ones count businesses, workers count jobs.

    Returns
    -------
    array like `weights`
        Sums of the weights' unit.
    """
    if is_large(links):
        return _searched(links, weights)
    count, labels = circles(links)
    heads, tails = _between(links, count, labels)
    table = weights.reshape(len(weights), -1).astype(np.float64)
    mass = np.zeros((count, table.shape[1]))
    np.add.at(mass, labels, table)
    total = np.zeros_like(mass)
    for start in range(0, count, BLOCK):
        stop = min(start + BLOCK, count)
        found = _targets(heads, tails, count, start, stop)
        total += np.unpackbits(found, axis=1, count=stop - start) @ mass[start:stop]
    return (total[labels] - table).reshape(weights.shape)


def _searched(links: csr_array, weights: Floats) -> Floats:
    from supplychain.engine.compiled.memory import routes

    columns = weights.reshape(len(weights), -1).astype(np.float64).T
    found = [routes(links, column).buyers_weight for column in columns]
    return np.stack(found, axis=1).reshape(weights.shape)


def _between(links: csr_array, count: int, labels: Ints) -> tuple[Ints, Ints]:
    rows, columns = links.nonzero()
    pairs = np.unique(labels[rows] * count + labels[columns])
    heads, tails = np.divmod(pairs, count)
    kept = heads != tails
    return heads[kept], tails[kept]


def _targets(heads: Ints, tails: Ints, count: int, start: int, stop: int) -> Bits:
    """Bits, a row for each circle: which of the circles start..stop it reaches, or is."""
    own = np.zeros((count, stop - start), dtype=bool)
    own[np.arange(start, stop), np.arange(stop - start)] = True
    found = np.packbits(own, axis=1)
    first = np.searchsorted(heads, np.arange(count + 1))
    for circle in range(stop - 1, -1, -1):
        buyers = tails[first[circle] : first[circle + 1]]
        if len(buyers):
            found[circle] |= np.bitwise_or.reduce(found[buyers], axis=0)
    return found
