"""Circles of a network, and all businesses in an order that goods could pass them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit

from supplychain.engine.compiled.adjacency import Adjacency
from supplychain.engine.compiled.types import Ids, Places


@dataclass(frozen=True, eq=False)
class Order:
    """All businesses, suppliers before their buyers, the members of a circle side by side.

    Attributes
    ----------
    sequence
        (n,), ids.
    first
        (c + 1,), where each circle begins in `sequence`; most circles are a single business.
    circle
        (n,), the circle of each business; `circle[i] <= circle[j]` for every link i → j.
    """

    sequence: Ids
    first: Ids
    circle: Ids

    @property
    def large(self) -> Ids:
        """Circles of more than one business."""
        return np.flatnonzero(np.diff(self.first) > 1).astype(np.int32)


def order(links: Adjacency) -> Order:
    """Find the circles and the order.

    References
    ----------
    Tarjan, R. (1972). Depth-first search and linear graph algorithms. SIAM Journal on Computing
    1(2), 146-160.
    """
    sequence, first, circle = _tarjan(links.start, links.buyer)
    return Order(sequence, first, circle)


@njit(cache=True, nogil=True)
def _tarjan(start: Places, partner: Ids) -> tuple[Ids, Ids, Ids]:
    """Search depth first; circles are completed buyers first, and stored from the end."""
    size = len(start) - 1
    found = np.zeros(size, np.int32)
    low = np.zeros(size, np.int32)
    circle = np.full(size, -1, np.int32)
    following = np.empty(size, np.int64)
    trail = np.empty(size, np.int32)
    stack = np.empty(size, np.int32)
    sequence = np.empty(size, np.int32)
    first = np.empty(size + 1, np.int32)
    clock, above, circles, spot = 0, 0, 0, size
    first[size] = size
    for root in range(size - 1, -1, -1):
        if found[root]:
            continue
        depth = 0
        trail[0] = root
        clock += 1
        found[root] = low[root] = clock
        following[root] = start[root]
        stack[above] = root
        above += 1
        while depth >= 0:
            node = trail[depth]
            e = following[node]
            if e < start[node + 1]:
                following[node] = e + 1
                target = partner[e]
                if not found[target]:
                    clock += 1
                    found[target] = low[target] = clock
                    following[target] = start[target]
                    stack[above] = target
                    above += 1
                    depth += 1
                    trail[depth] = target
                elif circle[target] < 0:
                    low[node] = min(low[node], found[target])
                continue
            depth -= 1
            if depth >= 0:
                low[trail[depth]] = min(low[trail[depth]], low[node])
            if low[node] == found[node]:
                while True:
                    above -= 1
                    spot -= 1
                    sequence[spot] = stack[above]
                    circle[stack[above]] = circles
                    if stack[above] == node:
                        break
                circles += 1
                first[size - circles] = spot
    circle = (circles - 1 - circle).astype(np.int32)
    return sequence, first[size - circles :].copy(), circle
