"""The last searches, kept: five metrics ask for parts of the same one."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from threading import Lock

import numpy as np
from scipy.sparse import csr_array

from supplychain.engine.compiled import adjacency, arrangement, components, sweep
from supplychain.engine.compiled.sweep import Routes
from supplychain.engine.compiled.types import Floats, Ids

KEPT = 4
_FOUND: OrderedDict[bytes, Routes] = OrderedDict()
_ONE = Lock()


def routes(links: csr_array, weights: Floats | None = None, *, along: bool = False) -> Routes:
    """Search from every business, unless that is known already.

    Parameters
    ----------
    links
        (n, n), rows suppliers, columns buyers; every stored entry is a link.
    weights
        (n,), what each business counts.
    along
        Whether the links are asked for.

    Returns
    -------
    Routes
        In the numbers and the order of links of `links`, sorted.
    """
    mass = np.ones(links.shape[0]) if weights is None else weights
    plain = adjacency.from_matrix(links)
    with _ONE:
        key = _key(plain, mass, along)
        if key not in _FOUND:
            _FOUND[key] = _searched(plain, mass, along)
        _FOUND.move_to_end(key)
        while len(_FOUND) > KEPT:
            _FOUND.popitem(last=False)
        return _FOUND[key]


def _key(links: adjacency.Adjacency, weights: Floats, along: bool) -> bytes:
    digest = hashlib.blake2b(bytes([along]), digest_size=16)
    for array in (links.start, links.buyer, weights):
        digest.update(np.ascontiguousarray(array).tobytes())
    return digest.digest()


def _searched(links: adjacency.Adjacency, weights: Floats, along: bool) -> Routes:
    """Search in an order that suits the memory, and give the results back in the order given."""
    order = arrangement.arrangement(links, components.order(links))
    near = adjacency.arranged(links, order)
    found = sweep.routes(near, weights[order], along=along)
    place = np.empty(len(links), np.int32)
    place[order] = np.arange(len(links), dtype=np.int32)
    columns = {name: getattr(found, name)[place] for name in sweep.BY_BUSINESS}
    return Routes(**columns, links=_as_given(links, near, found.links, order))


def _as_given(
    links: adjacency.Adjacency, near: adjacency.Adjacency, values: Floats, order: Ids
) -> Floats:
    if not len(values):
        return values
    rows = np.repeat(np.arange(len(near), dtype=np.int32), np.diff(near.start))
    moved = adjacency.from_pairs(len(links), order[rows], order[near.buyer], values)
    return moved.sold
