"""Everything that is linear in the trade, for every business and every link of a large network.

The same numbers as `leontief`, `ghosh`, `rank`, `extraction` and `concentration` give, from passes
along the trade instead of a factorisation.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit

from supplychain.engine.compiled import returning, solving
from supplychain.engine.compiled.adjacency import Adjacency
from supplychain.engine.compiled.components import Order
from supplychain.engine.compiled.types import Floats, Places


@dataclass(frozen=True, eq=False)
class Partners:
    """What one side of each business's trade looks like, (n,) each.

    Attributes
    ----------
    degree
        Partners.
    strength
        Trade with them, Rp/year.
    herfindahl
        Σ share², NaN without trade.
    """

    degree: Places
    strength: Floats
    herfindahl: Floats


def partners(start: Places, value: Floats) -> Partners:
    """Count, add up and concentrate the links of each business; one side of an `Adjacency`."""
    return Partners(np.diff(start), *_sums(start, value))


def multipliers(links: Adjacency, order: Order, output: Floats, weights: Floats) -> Floats:
    """Return Lᵀ w, what one rupiah of final demand carries of each weight.

    Parameters
    ----------
    links, order
        The network; flows in Rp/year.
    output
        x, (n,), Rp/year.
    weights
        w, (n,) or (n, k), quantity per Rp of output.
    """
    return solving.from_suppliers(links, order, weights, after=_inverse(output))


def required(links: Adjacency, order: Order, output: Floats, demand: Floats) -> Floats:
    """Return L f, the output that final demand calls for, Rp/year."""
    return solving.from_buyers(links, order, demand, before=_inverse(output))


def supply(links: Adjacency, order: Order, output: Floats, weights: Floats) -> Floats:
    """Return G π, what one rupiah of each business's output carries as it is sold on."""
    return solving.from_buyers(links, order, weights, after=_inverse(output))


def pagerank(
    links: Adjacency,
    order: Order,
    *,
    damping: float = 0.85,
    toward_buyers: bool = True,
    weighed: bool = True,
) -> Floats:
    """Share of time a walk along the links spends at each business; see `rank.pagerank`."""
    start, value = (links.start, links.sold) if toward_buyers else (links.back, links.bought)
    onward = _sums(start, value)[0] if weighed else np.diff(start).astype(np.float64)
    solve = solving.from_suppliers if toward_buyers else solving.from_buyers
    found = solve(
        links, order, np.ones(len(links)), before=damping * _inverse(onward), weighed=weighed
    )
    return found / found.sum()


def katz(links: Adjacency, order: Order, *, alpha: float, toward_buyers: bool = True) -> Floats:
    """Sum over all walks that end at a business, each step α; scaled to length 1."""
    solve = solving.from_suppliers if toward_buyers else solving.from_buyers
    steps = np.full(len(links), alpha)
    found = solve(links, order, np.ones(len(links)), after=steps, weighed=False)
    return found / np.linalg.norm(found)


def node_losses(output: Floats, carried: Floats, returns: returning.Returns) -> Floats:
    """Loss from extracting each business, xⱼ pⱼ / lⱼⱼ; `carried` is p = Lᵀ π."""
    return output * carried / returns.own


def link_losses(
    links: Adjacency, output: Floats, carried: Floats, returns: returning.Returns
) -> Floats:
    """Loss from removing each link i → j, z pᵢ / (1 + z lⱼᵢ / xⱼ), in the order of `sold`."""
    losses = _outflow(links.start, links.sold, carried)
    where = returns.where
    share = links.sold[where] * _inverse(output)[links.buyer[where]]
    losses[where] /= 1.0 + share * returns.link
    return losses


def _inverse(amounts: Floats) -> Floats:
    return np.divide(1.0, amounts, out=np.zeros(len(amounts)), where=amounts > 0)


@njit(cache=True, nogil=True)
def _sums(start: Places, value: Floats) -> tuple[Floats, Floats]:
    size = len(start) - 1
    totals, shares = np.empty(size), np.empty(size)
    for node in range(size):
        total, squares = 0.0, 0.0
        for e in range(start[node], start[node + 1]):
            total += value[e]
            squares += value[e] * value[e]
        totals[node] = total
        shares[node] = squares / (total * total) if total > 0 else np.nan
    return totals, shares


@njit(cache=True, nogil=True)
def _outflow(start: Places, value: Floats, carried: Floats) -> Floats:
    losses = np.empty(len(value))
    for node in range(len(start) - 1):
        for e in range(start[node], start[node + 1]):
            losses[e] = value[e] * carried[node]
    return losses
