"""Economic systemic risk: how much of all sales stops when one business stops.

A closed business passes its loss on to its buyers, who miss an input, and to its suppliers, who
miss a customer. An essential input limits a buyer by the worst share missing of any kind; a
replaceable (linear) one by its share of all purchases; an ignored one not at all. A supplier with
many rivals in its sector is replaced more easily.

References
----------
Diem, C., Borsos, A., Reisch, T., Kertész, J. and Thurner, S. (2022). Quantifying firm-level
economic systemic risk from nation-wide supply networks. Scientific Reports 12, 7719.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]
TOLERANCE = 1e-9
BATCH = 256
ESSENTIAL, LINEAR, IGNORED = 2, 1, 0


@dataclass(frozen=True)
class Chain:
    """Who needs whom, as shares; build it with `chain`.

    Attributes
    ----------
    sales
        s, (n,), Rp/year sold to other businesses.
    sector
        Codes 0, 1, …, (n,): goods that replace one another.
    """

    sales: Floats
    sector: Ints
    _rivals: csr_array
    _custom: csr_array
    _linear: csr_array
    _essential: csr_array
    _starts: Ints
    _limited: Ints


@dataclass(frozen=True)
class State:
    """Share of its output each business still makes, (n, k): one column a shock.

    Attributes
    ----------
    downstream
        As limited by missing inputs.
    upstream
        As limited by missing customers.
    """

    downstream: Floats
    upstream: Floats


@dataclass(frozen=True)
class Risk:
    """Share of all sales lost, (k,): one for each shock; `total` counts the worse side of each."""

    total: Floats
    downstream: Floats
    upstream: Floats


def chain(flows: csr_array, sector: Ints, classes: csr_array) -> Chain:
    """Prepare a network for shocks.

    Parameters
    ----------
    flows
        W, (n, n), Rp/year, rows suppliers, columns buyers.
    sector
        (n,), codes from 0.
    classes
        (n, n), `ESSENTIAL` or `LINEAR` where W has an entry of that class; no entry is `IGNORED`.
        An ignored purchase still counts among all purchases of its buyer.
    """
    links = coo_array(flows, copy=True)
    links.eliminate_zeros()
    suppliers, buyers = (np.asarray(axis, dtype=np.intp) for axis in links.coords)
    value = np.asarray(links.data, dtype=np.float64)
    kind = csr_array(classes)[suppliers, buyers] if len(value) else np.empty(0, np.int8)
    sales = np.asarray(flows.sum(axis=1), dtype=np.float64)
    bought = np.asarray(flows.sum(axis=0), dtype=np.float64)
    size = flows.shape[0]
    linear, essential = kind == LINEAR, kind == ESSENTIAL
    group, starts, limited = _groups(buyers[essential], sector[suppliers[essential]])
    needed = np.bincount(group, weights=value[essential], minlength=len(limited))
    return Chain(
        sales,
        sector,
        _matrix(sales, sector, np.arange(size), (int(sector.max(initial=0)) + 1, size)),
        _matrix(value / sales[suppliers], suppliers, buyers, (size, size)),
        _matrix((value / bought[buyers])[linear], buyers[linear], suppliers[linear], (size, size)),
        _matrix(
            value[essential] / needed[group], group, suppliers[essential], (len(limited), size)
        ),
        starts,
        limited[starts],
    )


def _matrix(data: Floats, rows: Ints, columns: Ints, shape: tuple[int, int]) -> csr_array:
    return csr_array((data, (rows, columns)), shape=shape)


def _groups(buyers: Ints, kinds: Ints) -> tuple[Ints, Ints, Ints]:
    """Index the pairs (buyer, kind of essential input) by buyer; find each buyer's first pair."""
    pairs, group = np.unique(np.stack([buyers, kinds]), axis=1, return_inverse=True)
    limited = pairs[0].astype(np.intp)
    starts = np.flatnonzero(np.diff(limited, prepend=-1))
    return group.ravel(), starts, limited


def all_of(flows: csr_array, kind: int) -> csr_array:
    """Give every purchase one class: all `LINEAR` and all `ESSENTIAL` bound the mixed case."""
    links = csr_array(flows)
    data = np.full(links.nnz, kind, dtype=np.int8)
    return csr_array((data, links.indices, links.indptr), shape=links.shape)


def spread(chain: Chain, remaining: Floats) -> Iterator[State]:
    """Follow a shock step by step until nothing moves by more than `TOLERANCE`.

    Parameters
    ----------
    chain
        The network.
    remaining
        ψ, (n, k), share each business could make if it alone were hit: 0 closed, 1 untouched.

    Yields
    ------
    State
        First the untouched network, last the settled one.
    """
    state = State(np.ones_like(remaining), np.ones_like(remaining))
    yield state
    change = np.inf
    while change > TOLERANCE:
        following = State(
            _short_of_inputs(chain, state.downstream, remaining),
            _short_of_custom(chain, state.upstream, remaining),
        )
        change = max(
            np.abs(state.downstream - following.downstream).max(initial=0.0),
            np.abs(state.upstream - following.upstream).max(initial=0.0),
        )
        state = following
        yield state


def _short_of_inputs(chain: Chain, level: Floats, remaining: Floats) -> Floats:
    missing = _hard_to_replace(chain, level) * (1 - level)
    made = np.minimum(remaining, 1 - chain._linear @ missing)
    if len(chain._starts):
        worst = np.maximum.reduceat(chain._essential @ missing, chain._starts, axis=0)
        made[chain._limited] = np.minimum(made[chain._limited], 1 - worst)
    return made


def _hard_to_replace(chain: Chain, level: Floats) -> Floats:
    """σ: a supplier's share of what its sector still sells, at most 1."""
    offered = (chain._rivals @ level)[chain.sector]
    share = np.divide(
        chain.sales[:, np.newaxis], offered, out=np.ones_like(offered), where=offered > 0
    )
    return np.minimum(share, 1.0)


def _short_of_custom(chain: Chain, level: Floats, remaining: Floats) -> Floats:
    kept = chain._custom @ level
    kept[chain.sales == 0] = 1.0
    return np.minimum(kept, remaining)


def settled(chain: Chain, remaining: Floats) -> State:
    """Return where each shock ends; `remaining` as in `spread`, but settled shocks drop out."""
    return State(
        _settled(partial(_short_of_inputs, chain), remaining),
        _settled(partial(_short_of_custom, chain), remaining),
    )


def _settled(step: Callable[[Floats, Floats], Floats], remaining: Floats) -> Floats:
    level = np.ones_like(remaining)
    moving = np.arange(remaining.shape[1])
    while len(moving):
        before = level[:, moving]
        now = step(before, remaining[:, moving])
        level[:, moving] = now
        moving = moving[np.abs(now - before).max(axis=0, initial=0.0) > TOLERANCE]
    return level


def risk(chain: Chain, closed: Ints) -> Risk:
    """Return the index of each business in `closed`, closed alone: Σ (sᵢ/Σs)(1 - min(hᵘᵢ, hᵈᵢ)).

    Parameters
    ----------
    chain
        The network.
    closed
        Indices, (k,).

    Returns
    -------
    Risk
        Between 0 and 1; 0 in a network without sales.
    """
    starts = range(0, max(1, len(closed)), BATCH)
    parts = [_lost(chain, closed[start : start + BATCH]) for start in starts]
    total, downstream, upstream = (
        np.concatenate([np.empty(0), *column]) for column in zip(*parts, strict=True)
    )
    return Risk(total, downstream, upstream)


def _lost(chain: Chain, closed: Ints) -> tuple[Floats, Floats, Floats]:
    remaining = np.ones((len(chain.sales), len(closed)))
    remaining[closed, np.arange(len(closed))] = 0.0
    end = settled(chain, remaining)
    weight = chain.sales / (chain.sales.sum() or 1.0)
    return (
        weight @ (1 - np.minimum(end.upstream, end.downstream)),
        weight @ (1 - end.downstream),
        weight @ (1 - end.upstream),
    )
