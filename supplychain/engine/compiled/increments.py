"""What changed partnerships change, by touching only those it reaches.

Each change of what j buys of i alters A in one place. Multipliers change along row j of L, that is
among j's direct and indirect buyers; output changes along column i, among i's direct and indirect
suppliers. Both are found by a search in the order of the trade, exactly, circles included.

References
----------
Sherman, J. and Morrison, W. J. (1950). Adjustment of an inverse matrix corresponding to a change in
one element. Annals of Mathematical Statistics 21(1), 124-127.
Woodbury, M. A. (1950). Inverting modified matrices. Memorandum Report 42, Princeton University.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit

from supplychain.engine.compiled.adjacency import Adjacency
from supplychain.engine.compiled.components import Order
from supplychain.engine.compiled.types import Floats, Ids, Marks, Places


@dataclass(frozen=True, eq=False)
class Touched:
    """A few businesses and a value for each; all others are 0.

    Attributes
    ----------
    who
        (k,), ids.
    value
        (k,) or (k, r).
    """

    who: Ids
    value: Floats


class Ripples:
    """A network ready for small changes, kept from one to the next.

    Parameters
    ----------
    links, order
        The network; flows in Rp/year.
    output
        x, (n,), Rp/year.
    """

    def __init__(self, links: Adjacency, order: Order, output: Floats) -> None:
        """Put marks aside, to be used again by every search."""
        size = len(links)
        self._links, self._order, self.output = links, order, output
        self._scale = np.divide(1.0, output, out=np.zeros(size), where=output > 0)
        self._ones = np.ones(size)
        self._mark = np.zeros(size, np.bool_)
        self._value = np.zeros(size)
        first = order.first
        self._downward = (links.start, links.buyer, links.sold)
        self._upward = (links.back, links.supplier, links.bought)
        self._circles = (order.sequence, first, order.circle)

    def row(self, supplier: int) -> Touched:
        """Return row i of L: what each buyer's final demand calls for of i, among its buyers."""
        return self._spread(self._downward, self._ones, self._scale, supplier, False)

    def column(self, buyer: int) -> Touched:
        """Return column j of L: what j's final demand calls for of each, among its suppliers."""
        return self._spread(self._upward, self._scale, self._ones, buyer, True)

    def multipliers(self, suppliers: Ids, buyers: Ids, amounts: Floats, carried: Floats) -> Touched:
        """Change of every multiplier Lᵀ w when some purchases change.

        Parameters
        ----------
        suppliers, buyers
            i and j of each, (k,); a pair may be new, and may close a circle.
        amounts
            Change of what j pays i, (k,), Rp/year; negative for less, minus all to remove it.
        carried
            Lᵀ w before, (n,) or (n, r).

        Returns
        -------
        Touched
            Of j's and their buyers' multipliers.

        Raises
        ------
        ZeroDivisionError
            If the network would use up all it makes.
        """
        shares = amounts * self._scale[buyers]
        rows = [self.row(int(buyer)) for buyer in buyers]
        system = np.eye(len(rows))
        for k, row in enumerate(rows):
            at = _places(row.who, suppliers)
            system[k] -= np.where(at >= 0, row.value[at], 0.0) * shares
        weights = carried[suppliers] * shares.reshape(-1, *[1] * (carried.ndim - 1))
        factors = _solved(system.T, weights)
        return _together(rows, factors)

    def outputs(self, suppliers: Ids, buyers: Ids, amounts: Floats) -> Touched:
        """Change of every output, final demand as before; parameters as for `multipliers`."""
        shares = amounts * self._scale[buyers]
        columns = [self.column(int(supplier)) for supplier in suppliers]
        system = np.eye(len(columns))
        for k, column in enumerate(columns):
            at = _places(column.who, buyers)
            system[:, k] -= np.where(at >= 0, column.value[at], 0.0) * shares
        factors = _solved(system, shares * self.output[buyers])
        return _together(columns, factors)

    def gain(
        self, supplier: int, buyer: int, amount: float, carried: Floats
    ) -> tuple[float, float]:
        """Change of the total that `carried` counts, and lⱼᵢ, for one purchase more or less.

        δ pᵢ xⱼ / (1 - δ lⱼᵢ) with δ = amount / xⱼ.

        Raises
        ------
        ZeroDivisionError
            If the network would use up all it makes.
        """
        share = amount * self._scale[buyer]
        row = self.row(buyer)
        at = _places(row.who, np.array([supplier], np.int32))[0]
        back = float(row.value[at]) if at >= 0 else 0.0
        if share * back >= 1.0:
            raise ZeroDivisionError(_EATEN)
        return float(amount * carried[supplier] / (1.0 - share * back)), back

    def reached(self, who: int, *, upward: bool = False) -> Ids:
        """List a business and its direct and indirect buyers, or suppliers."""
        start, partner, _ = self._upward if upward else self._downward
        found = _reached(start, partner, who, self._mark)
        self._mark[found] = False
        return found

    def _spread(
        self,
        side: tuple[Places, Ids, Floats],
        before: Floats,
        after: Floats,
        who: int,
        upward: bool,
    ) -> Touched:
        found = _reached(side[0], side[1], who, self._mark)
        circle = self._order.circle[found]
        found = found[np.argsort(-circle if upward else circle, kind="stable")]
        other = self._downward if upward else self._upward
        value = _spread(*other, before, after, *self._circles, found, who, self._mark, self._value)
        return Touched(found, value)


_EATEN = "the network would use up all it makes"


def _solved(system: Floats, right: Floats) -> Floats:
    """Solve the small system of the changes; its determinant is that of the network's change."""
    if np.linalg.det(system) <= 0:
        raise ZeroDivisionError(_EATEN)
    return np.asarray(np.linalg.solve(system, right), dtype=np.float64)


def _places(who: Ids, asked: Ids) -> Places:
    """Place of each asked in `who`, -1 where it is not."""
    found = np.full(len(asked), -1, np.int64)
    for k, one in enumerate(asked):
        at = np.flatnonzero(who == one)
        if len(at):
            found[k] = at[0]
    return found


def _together(parts: list[Touched], factors: Floats) -> Touched:
    if len(parts) == 1:
        only = parts[0]
        value = only.value if factors.ndim == 1 else only.value[:, np.newaxis]
        return Touched(only.who, value * factors[0])
    who, place = np.unique(np.concatenate([part.who for part in parts]), return_inverse=True)
    total = np.zeros((len(who), *factors.shape[1:]))
    begin = 0
    for part, factor in zip(parts, factors, strict=True):
        here = place[begin : begin + len(part.who)]
        total[here] += part.value.reshape(-1, *[1] * (factors.ndim - 1)) * factor
        begin += len(part.who)
    return Touched(who, total)


@njit(cache=True, nogil=True)
def _reached(start: Places, partner: Ids, who: int, mark: Marks) -> Ids:
    """List who can be reached, and leave them marked."""
    queue = np.empty(256, np.int32)
    queue[0] = who
    mark[who] = True
    count, turn = 1, 0
    while turn < count:
        node = queue[turn]
        for e in range(start[node], start[node + 1]):
            target = partner[e]
            if not mark[target]:
                mark[target] = True
                if count == len(queue):
                    longer = np.empty(2 * count, np.int32)
                    longer[:count] = queue
                    queue = longer
                queue[count] = target
                count += 1
        turn += 1
    return queue[:count].copy()


@njit(cache=True, nogil=True)
def _spread(
    start: Places,
    partner: Ids,
    value: Floats,
    before: Floats,
    after: Floats,
    sequence: Ids,
    first: Ids,
    circle: Ids,
    found: Ids,
    who: int,
    mark: Marks,
    held: Floats,
) -> Floats:
    """Solve yₖ = [k = who] + bₖ Σ z aₗ yₗ over those found, in order; takes marks away again."""
    place = 0
    while place < len(found):
        c = circle[found[place]]
        last = place
        while last < len(found) and circle[found[last]] == c:
            last += 1
        for _ in range(100_000):
            moved = False
            for k in range(place, last):
                node = found[k]
                total = 0.0
                own = 0.0
                for e in range(start[node], start[node + 1]):
                    if partner[e] == node:
                        own += value[e]
                    elif mark[partner[e]]:
                        total += value[e] * before[partner[e]] * held[partner[e]]
                now = (total * after[node] + (1.0 if node == who else 0.0)) / (
                    1.0 - own * after[node] * before[node]
                )
                if abs(now - held[node]) > 2e-16 * abs(now):
                    moved = True
                held[node] = now
            if not moved or last - place == 1:
                break
        place = last
    values = np.empty(len(found))
    for k in range(len(found)):
        values[k] = held[found[k]]
        held[found[k]] = 0.0
        mark[found[k]] = False
    return values
