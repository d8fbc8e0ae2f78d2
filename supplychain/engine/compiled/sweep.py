"""Who lies between whom, how near all others are, and how far each reaches: one search a business.

A search costs what it reaches and not n: nothing is reset, marks of earlier searches are simply too
low to count. Businesses next to each other reach much the same others, so that a block of them
shares a small copy of all they can reach, which stays in the processor's cache.

References
----------
Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical Sociology
25(2), 163-177.
Brandes, U. (2008). On variants of shortest-path betweenness centrality and their generic
computation. Social Networks 30(2), 136-145.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields
from threading import Event, Lock

import numpy as np
from numba import njit

from supplychain.engine.compiled.adjacency import Adjacency
from supplychain.engine.compiled.types import Floats, Ids, Places

BLOCK = 1024
"""Searches that share one copy of what they reach."""
THREADS = min(2, os.cpu_count() or 1)
Progress = Callable[[float], None]


@dataclass(frozen=True, eq=False)
class Routes:
    """What the shortest routes tell of each business, (n,) each; routes follow the goods.

    Attributes
    ----------
    between
        Pairs of others whose shortest route runs through it.
    ahead, behind
        Sum of reciprocal distances to its direct and indirect buyers, and from its suppliers.
    buyers, suppliers
        How many direct and indirect buyers and suppliers it has.
    buyers_weight, suppliers_weight
        What they weigh together, such as their jobs.
    links
        (m,), pairs whose shortest route uses each link, in the order of `Adjacency.buyer`; empty
        if not asked for.
    """

    between: Floats
    ahead: Floats
    behind: Floats
    buyers: Floats
    suppliers: Floats
    buyers_weight: Floats
    suppliers_weight: Floats
    links: Floats


BY_BUSINESS = tuple(one.name for one in fields(Routes) if one.name != "links")


class Cancelled(Exception):  # noqa: N818
    """The search was told to stop."""


def routes(
    links: Adjacency,
    weights: Floats | None = None,
    *,
    along: bool = False,
    progress: Progress | None = None,
    stop: Event | None = None,
) -> Routes:
    """Search from every business.

    Parameters
    ----------
    links
        The network; neighbours in number should be neighbours in trade, see `arrangement`.
    weights
        (n,), what each business counts in `buyers_weight` and `suppliers_weight`; ones if left out.
    along
        Whether to count the routes along each link too; a third more time.
    progress
        Called with the share of the work that is done.
    stop
        Set it in another thread to give up.

    Raises
    ------
    Cancelled
        If `stop` was set.
    """
    size = len(links)
    every = np.arange(size, dtype=np.int32)
    return searched(links, every, weights, along=along, progress=progress, stop=stop)


def searched(
    links: Adjacency,
    sources: Ids,
    weights: Floats | None = None,
    *,
    along: bool = False,
    progress: Progress | None = None,
    stop: Event | None = None,
) -> Routes:
    """Search from some businesses only: what they contribute to `routes`."""
    mass = np.ones(len(links)) if weights is None else np.ascontiguousarray(weights, np.float64)
    work = _Work(links, mass, along, stop or Event(), progress)
    blocks = [sources[begin : begin + BLOCK] for begin in range(0, len(sources), BLOCK)]
    with ThreadPoolExecutor(THREADS) as threads:
        for done in threads.map(work.block, blocks):
            work.tell(done / max(len(sources), 1))
    if work.stop.is_set():
        raise Cancelled
    return work.found


class _Work:
    """Shared by the threads: the network, the sums, and a set of marks for each that works."""

    def __init__(
        self,
        links: Adjacency,
        weights: Floats,
        along: bool,
        stop: Event,
        progress: Progress | None,
    ) -> None:
        size, count = len(links), links.links if along else 0
        self.links, self.weights, self.along, self.stop = links, weights, along, stop
        self.progress, self.share, self.adding = progress, 0.0, Lock()
        sums = {name: np.zeros(size) for name in BY_BUSINESS}
        self.found = Routes(**sums, links=np.zeros(count))
        self.marks: list[Ids] = []

    def tell(self, share: float) -> None:
        self.share += share
        if self.progress is not None:
            self.progress(min(self.share, 1.0))

    def block(self, sources: Ids) -> int:
        if self.stop.is_set():
            return 0
        try:
            place = self.marks.pop()
        except IndexError:
            place = np.full(len(self.links), -1, np.int32)
        near = _near(self.links.start, self.links.buyer, sources, place)
        sums, own, between = _searches(*near[:3], self.weights[near[0]], len(sources), self.along)
        self.marks.append(place)
        with self.adding:
            _add(self.found, near, sources, sums, own)
            if self.along:
                self.found.links[near[3]] += between
        return len(sources)


def _add(
    found: Routes,
    near: tuple[Ids, Places, Ids, Places],
    sources: Ids,
    sums: Floats,
    own: Floats,
) -> None:
    targets = near[0]
    columns = (found.between, found.behind, found.suppliers, found.suppliers_weight)
    for column, values in zip(columns, sums.T, strict=True):
        column[targets] += values
    found.ahead[sources], found.buyers[sources], found.buyers_weight[sources] = own.T


@njit(cache=True, nogil=True)
def _near(start: Places, partner: Ids, sources: Ids, place: Ids) -> tuple[Ids, Places, Ids, Places]:
    """Copy out what a block can reach: ids, and links among them; `place` is left as it was."""
    nodes = np.empty(1024, np.int32)
    count, links = 0, 0
    for source in sources:
        place[source] = count
        if count == len(nodes):
            nodes = _longer(nodes)
        nodes[count] = source
        count += 1
    k = 0
    while k < count:
        node = nodes[k]
        links += start[node + 1] - start[node]
        for e in range(start[node], start[node + 1]):
            target = partner[e]
            if place[target] < 0:
                place[target] = count
                if count == len(nodes):
                    nodes = _longer(nodes)
                nodes[count] = target
                count += 1
        k += 1
    first = np.zeros(count + 1, np.int64)
    partners, origin = np.empty(links, np.int32), np.empty(links, np.int64)
    spot = 0
    for k in range(count):
        node = nodes[k]
        for e in range(start[node], start[node + 1]):
            partners[spot], origin[spot] = place[partner[e]], e
            spot += 1
        first[k + 1] = spot
    for k in range(count):
        place[nodes[k]] = -1
    return nodes[:count].copy(), first, partners, origin


@njit(cache=True, nogil=True)
def _longer(nodes: Ids) -> Ids:
    longer = np.empty(2 * len(nodes), np.int32)
    longer[: len(nodes)] = nodes
    return longer


@njit(cache=True, nogil=True)
def _searches(
    nodes: Ids, start: Places, partner: Ids, weights: Floats, sources: int, along: bool
) -> tuple[Floats, Floats, Floats]:
    """Search from the first `sources` businesses of a block.

    `mark` holds, for who was met in this search, its turn in the queue above the search's base.
    `child` lists for each turn the turns one step on; the way back touches only them.
    """
    size = len(nodes)
    sums, own = np.zeros((size, 4)), np.zeros((sources, 3))
    between = np.zeros(len(partner) if along else 0)
    mark = np.zeros(size, np.int64)
    queue, first = np.empty(size, np.int32), np.empty(size + 1, np.int64)
    ways, share = np.empty(size), np.empty(size)
    child = np.empty(len(partner), np.int32)
    used = np.empty(len(partner) if along else 0, np.int64)
    level = np.empty(size + 2, np.int32)
    base = np.int64(1)
    for source in range(sources):
        queue[0] = source
        mark[source] = base
        ways[0] = 1.0
        count, spot, turn, depth = 1, 0, 0, 0
        level[0] = 0
        while turn < count:
            last = count
            depth += 1
            level[depth] = last
            while turn < last:
                node = queue[turn]
                first[turn] = spot
                own_ways = ways[turn]
                for e in range(start[node], start[node + 1]):
                    target = partner[e]
                    met = mark[target] - base
                    if met < 0:
                        mark[target] = base + count
                        queue[count] = target
                        ways[count] = own_ways
                        child[spot] = count
                        count += 1
                    elif met >= last:
                        ways[met] += own_ways
                        child[spot] = met
                    else:
                        continue
                    if along:
                        used[spot] = e
                    spot += 1
                turn += 1
        first[count] = spot
        base += count
        weight, near, heavy = weights[source], 0.0, 0.0
        for back in range(depth, 0, -1):
            step = 1.0 / (back - 1) if back > 1 else 0.0
            for turn in range(level[back] - 1, level[back - 1] - 1, -1):
                total = 0.0
                for k in range(first[turn], first[turn + 1]):
                    part = share[child[k]]
                    total += part
                    if along:
                        between[used[k]] += ways[turn] * part
                through = ways[turn] * total
                share[turn] = (1.0 + through) / ways[turn]
                if back > 1:
                    node = queue[turn]
                    sums[node, 0] += through
                    sums[node, 1] += step
                    sums[node, 2] += 1.0
                    sums[node, 3] += weight
                    near += step
                    heavy += weights[node]
        own[source, 0], own[source, 1], own[source, 2] = near, count - 1, heavy
    return sums, own, between
