"""What comes back: the diagonal of L, and its entries from buyer to supplier, exactly.

Outside circles nothing comes back. A small circle is inverted; of a large one only the entries that
links and businesses need are taken from its sparse factors, so that no inverse is ever formed.

References
----------
Takahashi, K., Fagan, J. and Chen, M. (1973). Formation of a sparse bus impedance matrix and its
application to short circuit study. Eighth PICA Conference Proceedings, 63-69.
Erisman, A. M. and Tinney, W. F. (1975). On computing certain elements of the inverse of a sparse
matrix. Communications of the ACM 18(3), 177-179.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit
from scipy.sparse import csc_array, csr_array, eye_array
from scipy.sparse.linalg import splu

from supplychain.engine.compiled.adjacency import Adjacency
from supplychain.engine.compiled.components import Order
from supplychain.engine.compiled.types import Floats, Ids, Places

SMALL = 64
"""Businesses in a circle that is inverted whole."""
FULL, DENSE = 0.3, 4000
"""Share of entries, and side, of the last part of the factors that is inverted whole."""


@dataclass(frozen=True, eq=False)
class Returns:
    """What comes back to where it started.

    Attributes
    ----------
    own
        lⱼⱼ, (n,).
    link
        lⱼᵢ of each link i → j in the order of `Adjacency.buyer`: only where it is not 0.
    where
        Places of those links.
    """

    own: Floats
    link: Floats
    where: Places


def returns(links: Adjacency, order: Order, output: Floats) -> Returns:
    """Find the diagonal of L = (I - A)⁻¹ and its entries against the links, A = Z x̂⁻¹.

    Parameters
    ----------
    links, order
        The network.
    output
        x, (n,), Rp/year; ones if the links hold coefficients.

    Raises
    ------
    ZeroDivisionError
        If a circle has no inverse.
    """
    scale = np.divide(1.0, output, out=np.zeros(len(links)), where=output > 0)
    own = np.ones(len(links))
    sides = (links.start, links.buyer, links.sold)
    small = _small(*sides, order.circle, order.sequence, order.first, scale, own)
    entries, places = [small[0]], [small[1]]
    for circle in np.flatnonzero(np.diff(order.first) > SMALL):
        group = order.sequence[order.first[circle] : order.first[circle + 1]]
        rows, columns, where = _inside(*sides, order.circle, group)
        shares = links.sold[where] * scale[group[columns]]
        block = csr_array((shares, (rows, columns)), shape=(len(group), len(group)))
        found, against = _inverted(block, rows, columns)
        own[group] = found
        places.append(where)
        entries.append(against)
    return Returns(own, np.concatenate(entries), np.concatenate(places))


def _inverted(block: csr_array, rows: Ids, columns: Ids) -> tuple[Floats, Floats]:
    """Diagonal of (I - block)⁻¹ and its entries (column, row) for every link (row, column)."""
    system = csc_array(eye_array(block.shape[0], format="csc") - csc_array(block))
    options = {"SymmetricMode": True}
    lu = splu(system, permc_spec="MMD_AT_PLUS_A", diag_pivot_thresh=0.0, options=options)
    if not np.array_equal(lu.perm_r, lu.perm_c):
        msg = "a circle uses up all it makes"
        raise ZeroDivisionError(msg)
    place = lu.perm_c.astype(np.int32)
    lower, upper = csc_array(lu.L), csr_array(lu.U)
    lower.sort_indices()
    upper.sort_indices()
    sides = (
        lower.indptr.astype(np.int64), lower.indices, lower.data,
        upper.indptr.astype(np.int64), upper.indices, upper.data,
    )  # fmt: skip
    cut = _where_dense(sides[0])
    tail = lower[cut:, cut:].toarray() @ upper[cut:, cut:].toarray()
    core = np.linalg.inv(tail).astype(np.float64, copy=False)
    diagonal, row, column = _selected(*sides, core)
    entries = (diagonal, row, column, core)
    return diagonal[place], _looked_up(*sides, *entries, place[columns], place[rows])


def _where_dense(start: Places) -> int:
    """Begin of the last part of a factor that is nearly full."""
    size = len(start) - 1
    side = np.arange(1, min(size, DENSE) + 1)
    held = start[-1] - start[size - side]
    full = np.flatnonzero(held >= FULL * side * (side + 1) / 2)
    return size - int(side[full[-1]])


@njit(cache=True, nogil=True)
def _small(
    start: Places,
    partner: Ids,
    value: Floats,
    circle: Ids,
    sequence: Ids,
    first: Ids,
    scale: Floats,
    own: Floats,
) -> tuple[Floats, Places]:
    """Invert the small circles, and the businesses alone that use what they make."""
    place = np.zeros(len(start) - 1, np.int32)
    count = _inner_links(start, partner, circle, first)
    entries, places = np.empty(count), np.empty(count, np.int64)
    spot = 0
    for c in range(len(first) - 1):
        group = sequence[first[c] : first[c + 1]]
        if len(group) > SMALL:
            continue
        begin = spot
        for k in range(len(group)):
            place[group[k]] = k
            for e in range(start[group[k]], start[group[k] + 1]):
                if circle[partner[e]] == c:
                    places[spot] = e
                    spot += 1
        if spot == begin:
            continue
        table = np.zeros((len(group), len(group)))
        for k in range(len(group)):
            table[k, k] = 1.0
            for e in range(start[group[k]], start[group[k] + 1]):
                if circle[partner[e]] == c:
                    table[k, place[partner[e]]] -= value[e] * scale[partner[e]]
        _invert(table)
        inside = begin
        for k in range(len(group)):
            own[group[k]] = table[k, k]
            for e in range(start[group[k]], start[group[k] + 1]):
                if circle[partner[e]] == c:
                    entries[inside] = table[place[partner[e]], k]
                    inside += 1
    return entries, places


@njit(cache=True, nogil=True)
def _inner_links(start: Places, partner: Ids, circle: Ids, first: Ids) -> int:
    """Count the links inside small circles."""
    count = 0
    for node in range(len(start) - 1):
        if first[circle[node] + 1] - first[circle[node]] <= SMALL:
            for e in range(start[node], start[node + 1]):
                count += circle[partner[e]] == circle[node]
    return count


@njit(cache=True, nogil=True)
def _invert(table: Floats) -> None:
    """Invert in place by Gauss-Jordan steps; an M-matrix needs no swaps."""
    size = len(table)
    for k in range(size):
        pivot = table[k, k]
        table[k, k] = 1.0
        for column in range(size):
            table[k, column] /= pivot
        for row in range(size):
            factor = table[row, k]
            if row == k or factor == 0.0:
                continue
            table[row, k] = 0.0
            for column in range(size):
                table[row, column] -= factor * table[k, column]


@njit(cache=True, nogil=True)
def _inside(
    start: Places, partner: Ids, value: Floats, circle: Ids, group: Ids
) -> tuple[Ids, Ids, Places]:
    """Links with both ends in a circle, as places in the circle and places among all links."""
    place = np.full(len(start) - 1, -1, np.int32)
    count = 0
    for k in range(len(group)):
        place[group[k]] = k
        count += start[group[k] + 1] - start[group[k]]
    rows, columns = np.empty(count, np.int32), np.empty(count, np.int32)
    where = np.empty(count, np.int64)
    spot = 0
    for k in range(len(group)):
        for e in range(start[group[k]], start[group[k] + 1]):
            if place[partner[e]] >= 0:
                rows[spot], columns[spot], where[spot] = k, place[partner[e]], e
                spot += 1
    return rows[:spot], columns[:spot], where[:spot]


@njit(cache=True, nogil=True)
def _selected(
    lstart: Places,
    lrow: Ids,
    lvalue: Floats,
    ustart: Places,
    ucolumn: Ids,
    uvalue: Floats,
    core: Floats,
) -> tuple[Floats, Floats, Floats]:
    """Entries of the inverse at the places of the factors turned over, last row first.

    The last rows are given in `core`. `lower` holds z[j, i] where L has (i, j), `upper` z[i, j]
    where U has (j, i).
    """
    size = len(lstart) - 1
    cut = size - len(core)
    diagonal = np.zeros(size)
    lower, upper = np.zeros(len(lrow)), np.zeros(len(ucolumn))
    left, right = np.zeros(size), np.zeros(size)
    below, beside = np.zeros(size), np.zeros(size)
    for j in range(cut, size):
        diagonal[j] = core[j - cut, j - cut]
    for j in range(cut - 1, -1, -1):
        pivot = uvalue[ustart[j]]
        lfirst, lend, ufirst, uend = lstart[j] + 1, lstart[j + 1], ustart[j] + 1, ustart[j + 1]
        for e in range(lfirst, lend):
            left[lrow[e]] = lvalue[e]
        for e in range(ufirst, uend):
            right[ucolumn[e]] = uvalue[e] / pivot
        ltail = lfirst + np.searchsorted(lrow[lfirst:lend], cut)
        utail = ufirst + np.searchsorted(ucolumn[ufirst:uend], cut)
        _scatter(lrow[lfirst:ltail], lvalue[lfirst:ltail], 1.0, ustart, ucolumn, upper, below)
        _scatter(ucolumn[ufirst:utail], uvalue[ufirst:utail], pivot, lstart, lrow, lower, beside)
        back = 0.0
        for e in range(ufirst, uend):
            i = ucolumn[e]
            total = below[i]
            if i < cut:
                total += diagonal[i] * left[i]
                for f in range(lstart[i] + 1, lstart[i + 1]):
                    total += lower[f] * left[lrow[f]]
            else:
                for f in range(ltail, lend):
                    total += core[i - cut, lrow[f] - cut] * lvalue[f]
            upper[e] = -total
            back += right[i] * total
        for e in range(lfirst, lend):
            i = lrow[e]
            total = beside[i]
            if i < cut:
                total += diagonal[i] * right[i]
                for f in range(ustart[i] + 1, ustart[i + 1]):
                    total += upper[f] * right[ucolumn[f]]
            else:
                for f in range(utail, uend):
                    total += core[ucolumn[f] - cut, i - cut] * right[ucolumn[f]]
            lower[e] = -total
        diagonal[j] = 1.0 / pivot + back
        _wipe(lrow[lfirst:ltail], ustart, ucolumn, below)
        _wipe(ucolumn[ufirst:utail], lstart, lrow, beside)
        for e in range(lfirst, lend):
            left[lrow[e]] = 0.0
        for e in range(ufirst, uend):
            right[ucolumn[e]] = 0.0
    return diagonal, lower, upper


@njit(cache=True, nogil=True)
def _scatter(
    rows: Ids,
    factors: Floats,
    pivot: float,
    start: Places,
    partner: Ids,
    entries: Floats,
    into: Floats,
) -> None:
    """Add the found entries of some rows, each times its factor."""
    for k in range(len(rows)):
        factor = factors[k] / pivot
        for f in range(start[rows[k]] + 1, start[rows[k] + 1]):
            into[partner[f]] += entries[f] * factor


@njit(cache=True, nogil=True)
def _wipe(rows: Ids, start: Places, partner: Ids, into: Floats) -> None:
    for k in range(len(rows)):
        for f in range(start[rows[k]] + 1, start[rows[k] + 1]):
            into[partner[f]] = 0.0


@njit(cache=True, nogil=True)
def _looked_up(
    lstart: Places,
    lrow: Ids,
    lvalue: Floats,
    ustart: Places,
    ucolumn: Ids,
    uvalue: Floats,
    diagonal: Floats,
    lower: Floats,
    upper: Floats,
    core: Floats,
    rows: Ids,
    columns: Ids,
) -> Floats:
    """Entries (row, column) of the inverse that `_selected` has found."""
    found = np.empty(len(rows))
    cut = len(diagonal) - len(core)
    for k in range(len(rows)):
        row, column = rows[k], columns[k]
        if row == column:
            found[k] = diagonal[row]
        elif min(row, column) >= cut:
            found[k] = core[row - cut, column - cut]
        elif row < column:
            begin, end = lstart[row] + 1, lstart[row + 1]
            found[k] = lower[begin + np.searchsorted(lrow[begin:end], column)]
        else:
            begin, end = ustart[column] + 1, ustart[column + 1]
            found[k] = upper[begin + np.searchsorted(ucolumn[begin:end], row)]
    return found
