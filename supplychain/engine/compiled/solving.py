"""Linear systems on a network in one pass along the trade.

Each business needs only those before it, so that one look at every link solves the system; circles
are solved by elimination if they are small, and by Gauss-Seidel sweeps if they are large.
"""

from __future__ import annotations

import numpy as np
from numba import njit
from scipy.sparse import csc_array, csr_array, eye_array
from scipy.sparse.linalg import splu

from supplychain.engine.compiled.adjacency import Adjacency
from supplychain.engine.compiled.components import Order
from supplychain.engine.compiled.types import Floats, Ids, Places

SMALL = 64
"""Businesses in a circle that is solved by elimination."""
SWEEPS = 400
"""Sweeps over a large circle, after which it is factored instead."""
SETTLED = 2e-16


def from_suppliers(
    links: Adjacency,
    order: Order,
    right: Floats,
    *,
    before: Floats | None = None,
    after: Floats | None = None,
    weighed: bool = True,
) -> Floats:
    """Solve yⱼ = wⱼ + bⱼ Σᵢ zᵢⱼ aᵢ yᵢ: what each business has of its suppliers.

    Parameters
    ----------
    links, order
        The network.
    right
        w, (n,) or (n, k).
    before, after
        a and b, (n,), not negative; ones if left out.
    weighed
        Whether a link counts by its value; else each counts 1.

    Returns
    -------
    array like `right`
        y. Not finite, or negative, if the network uses up more than it makes.
    """
    incoming = (links.back, links.supplier, links.bought)
    return _solved(incoming, order.sequence, order.first, right, (before, after, weighed))


def from_buyers(
    links: Adjacency,
    order: Order,
    right: Floats,
    *,
    before: Floats | None = None,
    after: Floats | None = None,
    weighed: bool = True,
) -> Floats:
    """Solve yᵢ = wᵢ + bᵢ Σⱼ zᵢⱼ aⱼ yⱼ: what each business has of its buyers.

    Parameters and result as for `from_suppliers`.
    """
    outgoing = (links.start, links.buyer, links.sold)
    first = (len(order.sequence) - order.first[::-1]).astype(np.int32)
    sequence = np.ascontiguousarray(order.sequence[::-1])
    return _solved(outgoing, sequence, first, right, (before, after, weighed))


def residual(
    links: Adjacency, solution: Floats, right: Floats, *, before: Floats, after: Floats
) -> float:
    """Largest violation of the equations of `from_suppliers`, relative to the largest entry."""
    error = right + after * (links.matrix().T @ (before * solution)) - solution
    return float(np.abs(error).max(initial=0.0) / (np.abs(solution).max(initial=0.0) or 1.0))


def _solved(
    sides: tuple[Places, Ids, Floats],
    sequence: Ids,
    first: Ids,
    right: Floats,
    scales: tuple[Floats | None, Floats | None, bool],
) -> Floats:
    start, partner, value = sides
    ones = np.ones(len(sequence))
    before, after = (ones if scale is None else scale for scale in scales[:2])
    columns = right if right.ndim == 2 else right[:, np.newaxis]
    table = np.ascontiguousarray(columns, dtype=np.float64)
    found = np.empty_like(table)
    carried = np.empty_like(table)
    system = (start, partner, value, before, after, scales[2])
    at = _pass(*system, sequence, first, 0, table, found, carried)
    while at >= 0:
        group = sequence[first[at] : first[at + 1]]
        found[group] = _factored(system, group, table, carried)
        carried[group] = before[group, np.newaxis] * found[group]
        at = _pass(*system, sequence, first, at + 1, table, found, carried)
    return found.reshape(right.shape)


def _factored(
    system: tuple[Places, Ids, Floats, Floats, Floats, bool],
    group: Ids,
    right: Floats,
    carried: Floats,
) -> Floats:
    """Solve one circle whose sweeps would not settle."""
    start, partner, value, before, after, weighed = system
    rows, columns, shares, outer = _cut(
        start, partner, value, before, after, weighed, group, right, carried
    )
    size = len(group)
    inner = csr_array((shares, (rows, columns)), shape=(size, size))
    matrix = csc_array(eye_array(size, format="csc") - csc_array(inner))
    try:
        lu = splu(matrix, permc_spec="MMD_AT_PLUS_A", diag_pivot_thresh=0.0)
    except RuntimeError:
        return np.full_like(outer, np.nan)
    return np.asarray(lu.solve(outer))


@njit(cache=True, nogil=True)
def _cut(
    start: Places,
    partner: Ids,
    value: Floats,
    before: Floats,
    after: Floats,
    weighed: bool,
    group: Ids,
    right: Floats,
    carried: Floats,
) -> tuple[Ids, Ids, Floats, Floats]:
    """Take one circle out: the links inside, and what comes in from outside as its right side."""
    place = np.full(len(start) - 1, -1, np.int32)
    count = 0
    for k in range(len(group)):
        place[group[k]] = k
        count += start[group[k] + 1] - start[group[k]]
    rows, columns = np.empty(count, np.int32), np.empty(count, np.int32)
    shares = np.empty(count, np.float64)
    outer = np.empty((len(group), right.shape[1]))
    spot = 0
    for k in range(len(group)):
        node = group[k]
        outer[k] = right[node]
        for e in range(start[node], start[node + 1]):
            share = after[node] * (value[e] if weighed else 1.0)
            inside = place[partner[e]]
            if inside < 0:
                outer[k] += share * carried[partner[e]]
            else:
                rows[spot], columns[spot] = k, inside
                shares[spot] = share * before[partner[e]]
                spot += 1
    return rows[:spot], columns[:spot], shares[:spot], outer


@njit(cache=True, nogil=True)
def _pass(
    start: Places,
    partner: Ids,
    value: Floats,
    before: Floats,
    after: Floats,
    weighed: bool,
    sequence: Ids,
    first: Ids,
    begin: int,
    right: Floats,
    found: Floats,
    carried: Floats,
) -> int:
    """Solve from the circle `begin` on; return the circle that would not settle, or -1."""
    width = right.shape[1]
    total = np.empty(width)
    place = np.full(len(start) - 1, -1, np.int32)
    for c in range(begin, len(first) - 1):
        size = first[c + 1] - first[c]
        if size == 1:
            node = sequence[first[c]]
            own = 0.0
            total[:] = 0.0
            for e in range(start[node], start[node + 1]):
                amount = value[e] if weighed else 1.0
                if partner[e] == node:
                    own += amount
                else:
                    for r in range(width):
                        total[r] += amount * carried[partner[e], r]
            kept = 1.0 - after[node] * before[node] * own
            for r in range(width):
                found[node, r] = (right[node, r] + after[node] * total[r]) / kept
                carried[node, r] = before[node] * found[node, r]
        else:
            group = sequence[first[c] : first[c + 1]]
            if size <= SMALL:
                _eliminate(
                    start, partner, value, before, after, weighed,
                    group, place, right, found, carried,
                )  # fmt: skip
            elif not _sweep(
                start, partner, value, before, after, weighed, group, right, found, carried
            ):
                return c
    return -1


@njit(cache=True, nogil=True)
def _eliminate(
    start: Places,
    partner: Ids,
    value: Floats,
    before: Floats,
    after: Floats,
    weighed: bool,
    group: Ids,
    place: Ids,
    right: Floats,
    found: Floats,
    carried: Floats,
) -> None:
    """Solve a small circle by elimination; no rows need swapping where I - A is an M-matrix."""
    size, width = len(group), right.shape[1]
    table = np.zeros((size, size + width))
    for k in range(size):
        place[group[k]] = k
    for k in range(size):
        node = group[k]
        table[k, k] = 1.0
        for r in range(width):
            table[k, size + r] = right[node, r]
        for e in range(start[node], start[node + 1]):
            share = after[node] * (value[e] if weighed else 1.0)
            inside = place[partner[e]]
            if inside >= 0:
                table[k, inside] -= share * before[partner[e]]
            else:
                for r in range(width):
                    table[k, size + r] += share * carried[partner[e], r]
    for k in range(size):
        for row in range(k + 1, size):
            factor = table[row, k] / table[k, k]
            if factor != 0.0:
                for column in range(k + 1, size + width):
                    table[row, column] -= factor * table[k, column]
    for k in range(size - 1, -1, -1):
        node = group[k]
        for r in range(width):
            total = table[k, size + r]
            for column in range(k + 1, size):
                total -= table[k, column] * found[group[column], r]
            found[node, r] = total / table[k, k]
            carried[node, r] = before[node] * found[node, r]
    for k in range(size):
        place[group[k]] = -1


@njit(cache=True, nogil=True)
def _sweep(
    start: Places,
    partner: Ids,
    value: Floats,
    before: Floats,
    after: Floats,
    weighed: bool,
    group: Ids,
    right: Floats,
    found: Floats,
    carried: Floats,
) -> bool:
    """Sweep over a large circle until nothing moves in the last digit, or give up."""
    width = right.shape[1]
    total = np.empty(width)
    for node in group:
        for r in range(width):
            found[node, r] = 0.0
            carried[node, r] = 0.0
    for _ in range(SWEEPS):
        moved = 0.0
        for node in group:
            total[:] = 0.0
            for e in range(start[node], start[node + 1]):
                amount = value[e] if weighed else 1.0
                for r in range(width):
                    total[r] += amount * carried[partner[e], r]
            for r in range(width):
                now = right[node, r] + after[node] * total[r]
                change = abs(now - found[node, r])
                if change > SETTLED * abs(now):
                    moved = max(moved, change / abs(now))
                found[node, r] = now
                carried[node, r] = before[node] * now
        if moved == 0.0:
            return True
        if not np.isfinite(moved):
            return False
    return False
