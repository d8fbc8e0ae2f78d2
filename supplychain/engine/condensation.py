"""Groups of businesses that supply one another in a circle, in the order goods pass them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

Ints = NDArray[np.intp]


def circles(links: csr_array) -> tuple[int, Ints]:
    """Find the strongly connected components, numbered with suppliers before their buyers.

    Parameters
    ----------
    links
        (n, n), rows suppliers, columns buyers; only which entries are stored and not zero matters.

    Returns
    -------
    count : int
    labels : (n,) array of int
        `labels[i] <= labels[j]` for every link i → j, equal only within one circle.

    References
    ----------
    Tarjan, R. (1972). Depth-first search and linear graph algorithms. SIAM Journal on Computing
    1(2), 146-160.
    Pearce, D. J. (2005). An improved algorithm for finding the strongly connected components of a
    directed graph: numbers components buyers first, which is turned round here.
    """
    trade = csr_array(links, copy=True)
    trade.eliminate_zeros()
    count, labels = connected_components(trade, directed=True, connection="strong")
    return int(count), (count - 1 - labels).astype(np.intp)


def members(count: int, labels: Ints) -> list[Ints]:
    """List the indices in each component; `labels` in range(count)."""
    order = np.argsort(labels, kind="stable")
    return np.split(order, np.cumsum(np.bincount(labels, minlength=count))[:-1])


def loops(links: csr_array) -> list[Ints]:
    """List the components that lie on a cycle: larger than one, or a business supplying itself."""
    count, labels = circles(links)
    own = links.diagonal() != 0
    return [group for group in members(count, labels) if len(group) > 1 or own[group[0]]]
