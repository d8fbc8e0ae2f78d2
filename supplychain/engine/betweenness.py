"""How many of the shortest routes of trade run through a business or along a link.

References
----------
Freeman, L. C. (1977). A set of measures of centrality based on betweenness. Sociometry 40, 35-41.
Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical Sociology
25(2), 163-177.
"""

from __future__ import annotations

import sys

import numpy as np
import rustworkx as rx
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array

from supplychain.engine.size import is_large

Floats = NDArray[np.float64]
ONE_THREAD = sys.maxsize
"""Threads add up in an order of their own: the last digits would differ from run to run."""


def through(links: csr_array) -> Floats:
    """Count the pairs whose shortest routes run through each business.

    A pair with several shortest routes counts for the share of them that does. Routes follow the
    links from row to column, each link is one step, and the ends of a route do not count.

    Parameters
    ----------
    links
        (n, n), rows suppliers, columns buyers; every stored entry is a link.

    Returns
    -------
    (n,) array
        Ordered pairs; at most (n - 1)(n - 2).

    Notes
    -----
    Cost: a search from every business, O(n m).
    """
    if is_large(links):
        from supplychain.engine.compiled.memory import routes

        return routes(links).between
    found = rx.digraph_betweenness_centrality(
        _graph(links), normalized=False, parallel_threshold=ONE_THREAD
    )
    return np.fromiter(found.values(), dtype=np.float64, count=links.shape[0])


def along(links: csr_array) -> csr_array:
    """Count the pairs whose shortest routes use each link.

    Parameters
    ----------
    links
        As in `through`.

    Returns
    -------
    (n, n) csr_array
        Ordered pairs, one entry for each link; at least 1 off the diagonal and 0 on it.
    """
    if is_large(links):
        return _along_searched(links)
    found = rx.digraph_edge_betweenness_centrality(
        _graph(links), normalized=False, parallel_threshold=ONE_THREAD
    )
    pairs = coo_array(links)
    counts = np.fromiter(found.values(), dtype=np.float64, count=links.nnz)
    return csr_array((counts, pairs.coords), shape=links.shape)


def _along_searched(links: csr_array) -> csr_array:
    from supplychain.engine.compiled.memory import routes

    counts = csr_array(links, copy=True)
    counts.sum_duplicates()
    found = routes(links, along=True).links
    return csr_array((found, counts.indices, counts.indptr), shape=links.shape)


def _graph(links: csr_array) -> rx.PyDiGraph[None, None]:
    graph: rx.PyDiGraph[None, None] = rx.PyDiGraph(multigraph=False)
    graph.add_nodes_from([None] * links.shape[0])
    suppliers, buyers = coo_array(links).coords
    graph.extend_from_edge_list(list(zip(suppliers.tolist(), buyers.tolist(), strict=True)))
    return graph
