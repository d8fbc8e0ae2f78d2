"""The links of a network in both directions, as flat arrays: 24 bytes a link."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit
from scipy.sparse import csr_array

from supplychain.engine.compiled.types import Floats, Ids, Places

LARGEST = 2**31 - 1


@dataclass(frozen=True, eq=False)
class Adjacency:
    """Who supplies whom, and for how much; partners of each business in ascending order.

    Attributes
    ----------
    start
        (n + 1,), where the buyers of each supplier begin in `buyer` and `sold`.
    buyer, sold
        (m,), buyers and what each pays, Rp/year.
    back
        (n + 1,), where the suppliers of each buyer begin in `supplier` and `bought`.
    supplier, bought
        (m,), suppliers and what each is paid, Rp/year.
    """

    start: Places
    buyer: Ids
    sold: Floats
    back: Places
    supplier: Ids
    bought: Floats

    def __len__(self) -> int:
        """Count the businesses."""
        return len(self.start) - 1

    @property
    def links(self) -> int:
        """Count the links."""
        return len(self.buyer)

    def turned(self) -> Adjacency:
        """Return the same links led from buyer to supplier."""
        return Adjacency(self.back, self.supplier, self.bought, self.start, self.buyer, self.sold)

    def matrix(self) -> csr_array:
        """Return Z, (n, n) csr_array that shares the memory."""
        return csr_array((self.sold, self.buyer, self.start), shape=(len(self), len(self)))


def from_pairs(size: int, suppliers: Ids, buyers: Ids, values: Floats) -> Adjacency:
    """Sort links by supplier and by buyer; several links of one pair are added up.

    Parameters
    ----------
    size
        n, below 2³¹.
    suppliers, buyers
        (m,), ids.
    values
        (m,), Rp/year.
    """
    if max(size, len(suppliers)) > LARGEST:
        msg = f"{size} businesses and {len(suppliers)} links are more than 32-bit ids can name"
        raise OverflowError(msg)
    suppliers, buyers = (np.ascontiguousarray(ids, dtype=np.int32) for ids in (suppliers, buyers))
    values = np.ascontiguousarray(values, dtype=np.float64)
    start, buyer, sold = _turned(*_sorted(size, buyers, suppliers, values))
    start, buyer, sold = _merged(start, buyer, sold)
    return from_rows(start, buyer, sold)


def from_rows(start: Places, buyer: Ids, sold: Floats) -> Adjacency:
    """Add the second direction to links that are sorted by supplier, then buyer."""
    back, supplier, bought = _turned(start, buyer, sold)
    return Adjacency(start, buyer, sold, back, supplier, bought)


def from_matrix(matrix: csr_array) -> Adjacency:
    """Take over a sparse matrix: rows suppliers, columns buyers; stored zeros are links too."""
    ordered = matrix if matrix.has_canonical_format else matrix.copy()
    ordered.sum_duplicates()
    return from_rows(
        ordered.indptr.astype(np.int64),
        ordered.indices.astype(np.int32),
        ordered.data.astype(np.float64),
    )


def arranged(links: Adjacency, order: Ids) -> Adjacency:
    """Return the links with businesses numbered anew: the one at `order[k]` becomes k."""
    place = np.empty(len(links), dtype=np.int32)
    place[order] = np.arange(len(links), dtype=np.int32)
    back, supplier, bought = _gathered(links.back, links.supplier, links.bought, order, place)
    # Two turns by counting leave both sides sorted.
    start, buyer, sold = _turned(back, supplier, bought)
    back, supplier, bought = _turned(start, buyer, sold)
    return Adjacency(start, buyer, sold, back, supplier, bought)


def _turned(start: Places, partner: Ids, value: Floats) -> tuple[Places, Ids, Floats]:
    size = len(start) - 1
    rows = np.repeat(np.arange(size, dtype=np.int32), np.diff(start))
    return _sorted(size, partner, rows, value)


@njit(cache=True, nogil=True)
def _sorted(size: int, keys: Ids, partner: Ids, value: Floats) -> tuple[Places, Ids, Floats]:
    """Sort by key, keeping the order within a key."""
    start = np.zeros(size + 1, np.int64)
    for key in keys:
        start[key + 1] += 1
    for k in range(size):
        start[k + 1] += start[k]
    free = start[:-1].copy()
    partners = np.empty(len(keys), np.int32)
    values = np.empty(len(keys), np.float64)
    for e in range(len(keys)):
        spot = free[keys[e]]
        free[keys[e]] = spot + 1
        partners[spot] = partner[e]
        values[spot] = value[e]
    return start, partners, values


@njit(cache=True, nogil=True)
def _merged(start: Places, partner: Ids, value: Floats) -> tuple[Places, Ids, Floats]:
    """Add up neighbours that are the same pair."""
    size = len(start) - 1
    first = np.zeros(size + 1, np.int64)
    last = 0
    for k in range(size):
        begin = last
        for e in range(start[k], start[k + 1]):
            if last > begin and partner[last - 1] == partner[e]:
                value[last - 1] += value[e]
            else:
                partner[last] = partner[e]
                value[last] = value[e]
                last += 1
        first[k + 1] = last
    return first, partner[:last].copy(), value[:last].copy()


@njit(cache=True, nogil=True)
def _gathered(
    start: Places, partner: Ids, value: Floats, order: Ids, place: Ids
) -> tuple[Places, Ids, Floats]:
    size = len(order)
    first = np.zeros(size + 1, np.int64)
    partners = np.empty(len(partner), np.int32)
    values = np.empty(len(partner), np.float64)
    spot = 0
    for k in range(size):
        node = order[k]
        for e in range(start[node], start[node + 1]):
            partners[spot] = place[partner[e]]
            values[spot] = value[e]
            spot += 1
        first[k + 1] = spot
    return first, partners, values
