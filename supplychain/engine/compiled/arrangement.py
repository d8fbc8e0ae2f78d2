"""An order of the businesses in which neighbours in trade are neighbours in memory.

Loops over a large network wait for memory; how long depends on who stands next to whom. Businesses
that trade with one another are gathered into communities of bounded size, and stand there by tier.

References
----------
Meyerhenke, H., Sanders, P. and Schulz, C. (2014). Partitioning complex networks via
size-constrained clustering. Experimental Algorithms, LNCS 8504, 351-363.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from supplychain.engine.compiled import adjacency, components
from supplychain.engine.compiled.adjacency import Adjacency
from supplychain.engine.compiled.components import Order
from supplychain.engine.compiled.types import Ids, Places

ROUNDS = 4
LARGEST = 2000
"""Businesses in a community at most: what fits the processor's cache together."""


def arrangement(links: Adjacency, order: Order, groups: Ids | None = None) -> Ids:
    """Order the businesses by community and tier.

    Parameters
    ----------
    links, order
        The network, and its businesses with suppliers before buyers.
    groups
        (n,), known communities in an order of their own, such as districts; found if left out.

    Returns
    -------
    (n,) array
        Ids, in the order to number them in.
    """
    tier = tiers(links, order)
    if groups is not None:
        return np.lexsort((tier, groups)).astype(np.int32)
    inner = communities(links, order)
    outer = _of_communities(links, inner)
    return np.lexsort((tier, inner, outer[inner])).astype(np.int32)


def tiers(links: Adjacency, order: Order) -> Ids:
    """Count the steps from a business back to its furthest first supplier, (n,)."""
    return _tiers(links.back, links.supplier, order.sequence, order.first, order.circle)


def communities(links: Adjacency, order: Order) -> Ids:
    """Gather businesses to those most of their partners are with, (n,); codes from 0."""
    sides = (links.start, links.buyer, links.back, links.supplier)
    label = np.empty(len(links), np.int32)
    label[order.sequence] = np.arange(len(links), dtype=np.int32)
    _gather(*sides, order.sequence, label)
    return np.unique(label, return_inverse=True)[1].astype(np.int32)


def _of_communities(links: Adjacency, inner: Ids) -> Ids:
    """Gather communities that trade with one another, once more."""
    suppliers = np.repeat(inner, np.diff(links.start))
    size = int(inner.max(initial=-1)) + 1
    between = adjacency.from_pairs(size, suppliers, inner[links.buyer], np.ones(links.links))
    return communities(between, components.order(between))


@njit(cache=True, nogil=True)
def _tiers(back: Places, supplier: Ids, sequence: Ids, first: Ids, circle: Ids) -> Ids:
    tier = np.zeros(len(sequence), np.int32)
    for c in range(len(first) - 1):
        top = 0
        for node in sequence[first[c] : first[c + 1]]:
            for e in range(back[node], back[node + 1]):
                if circle[supplier[e]] != c:
                    top = max(top, tier[supplier[e]] + 1)
        for node in sequence[first[c] : first[c + 1]]:
            tier[node] = top
    return tier


@njit(cache=True, nogil=True)
def _gather(
    start: Places, buyer: Ids, back: Places, supplier: Ids, sequence: Ids, label: Ids
) -> None:
    size = len(label)
    members = np.ones(size, np.int32)
    count = np.zeros(size, np.int32)
    seen = np.empty(size, np.int32)
    for _ in range(ROUNDS):
        for node in sequence:
            met = 0
            for e in range(start[node], start[node + 1]):
                other = label[buyer[e]]
                if count[other] == 0:
                    seen[met] = other
                    met += 1
                count[other] += 1
            for e in range(back[node], back[node + 1]):
                other = label[supplier[e]]
                if count[other] == 0:
                    seen[met] = other
                    met += 1
                count[other] += 1
            own = label[node]
            best, most = own, count[own]
            for k in range(met):
                other = seen[k]
                if count[other] > most and members[other] < LARGEST:
                    best, most = other, count[other]
            for k in range(met):
                count[seen[k]] = 0
            if best != own:
                members[own] -= 1
                members[best] += 1
                label[node] = best
