"""How near a business is to all those it can reach."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from supplychain.engine.size import is_large

Floats = NDArray[np.float64]
BATCH = 256


def harmonic(links: csr_array) -> Floats:
    """Sum the reciprocal distances from each business to every other, Σⱼ 1 / d(i, j).

    Routes follow the links from row to column, each link is one step; who cannot be reached adds
    nothing, so that several unconnected parts do no harm.

    Parameters
    ----------
    links
        (n, n), rows suppliers, columns buyers; every stored entry is a link. Give the transpose for
        the distances from a business back to its suppliers.

    Returns
    -------
    (n,) array
        Between 0 and n - 1: a direct partner counts 1, a partner's partner ½.

    Notes
    -----
    Cost: a search from every business, O(n m), in batches of `BATCH` that each take `BATCH` · n
    numbers of memory.

    References
    ----------
    Marchiori, M. and Latora, V. (2000). Harmony in the small-world. Physica A 285(3-4), 539-546.
    Rochat, Y. (2009). Closeness centrality extended to unconnected graphs: the harmonic centrality
    index. Applications of Social Network Analysis.
    """
    if is_large(links):
        return _searched(links)
    size = links.shape[0]
    starts = [np.arange(start, min(start + BATCH, size)) for start in range(0, size, BATCH)]
    return np.concatenate([np.empty(0), *(_from(links, batch) for batch in starts)])


def _searched(links: csr_array) -> Floats:
    from supplychain.engine.compiled.memory import routes

    return routes(links).ahead


def _from(links: csr_array, batch: NDArray[np.intp]) -> Floats:
    steps = dijkstra(links, indices=batch, unweighted=True)
    steps[np.arange(len(batch)), batch] = np.inf
    return np.asarray((1.0 / steps).sum(axis=1), dtype=np.float64)
