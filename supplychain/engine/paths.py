"""The single routes along which one business's demand reaches another, heaviest first."""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from itertools import count

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from supplychain.engine.condensation import Ints
from supplychain.engine.leontief import Factor

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Path:
    """One route from a supplier to a buyer that passes no business twice.

    Attributes
    ----------
    nodes
        Indices, supplier first.
    direct
        Product of the coefficients along it, Rp per Rp of the buyer's final demand.
    multiplier
        Mₚ, how much circles touching it enlarge the direct influence; 1 without any.
    total
        direct · multiplier, Rp per Rp.
    share
        Of lᵢⱼ; the shares of all paths sum to 1.
    """

    nodes: tuple[int, ...]
    direct: float
    multiplier: float
    total: float
    share: float


@dataclass(frozen=True)
class Decomposition:
    """Paths found, heaviest direct influence first, and the share of lᵢⱼ in those left out."""

    paths: tuple[Path, ...]
    whole: float
    remainder: float


def between(
    factor: Factor,
    supplier: int,
    buyer: int,
    *,
    most: int = 20,
    depth: int = 12,
    floor: float = 1e-6,
) -> Decomposition:
    """Split lᵢⱼ, what i makes for one rupiah of j's final demand, over elementary paths i → j.

    The search goes on from the beginning that can still carry most: `(product so far) · lₖⱼ` bounds
    every continuation from k, so paths come out in order and hopeless ones are never walked.

    Parameters
    ----------
    factor
        Of A.
    supplier, buyer
        i and j, indices.
    most
        Paths to return.
    depth
        Transactions a path may have.
    floor
        Beginnings that carry less than this share of lᵢⱼ are left to the remainder.

    Returns
    -------
    Decomposition
        `whole` is lᵢⱼ; the shares and `remainder` sum to 1. No path leaves all three empty or 0.

    References
    ----------
    Defourny, J. and Thorbecke, E. (1984). Structural path analysis and multiplier decomposition
    within a social accounting matrix framework. Economic Journal 94, 111-136.
    """
    ahead = factor.columns(np.array([buyer]))[:, 0]
    whole = float(ahead[supplier])
    if whole <= 0:
        return Decomposition((), 0.0, 0.0)
    found = _search(csr_array(factor.coefficients), supplier, buyer, ahead, (most, depth, floor))
    paths = tuple(_weigh(factor, nodes, direct, whole) for nodes, direct in found)
    return Decomposition(paths, whole, max(0.0, 1.0 - sum(path.share for path in paths)))


def _search(
    links: csr_array, supplier: int, buyer: int, ahead: Floats, limits: tuple[int, int, float]
) -> list[tuple[tuple[int, ...], float]]:
    most, depth, floor = limits
    turn = count()
    queue: list[tuple[float, int, tuple[int, ...], float]] = [
        (-float(ahead[supplier]), next(turn), (supplier,), 1.0)
    ]
    found: list[tuple[tuple[int, ...], float]] = []
    least = floor * float(ahead[supplier])
    while queue and len(found) < most:
        _, _, nodes, product = heapq.heappop(queue)
        if nodes[-1] == buyer:
            found.append((nodes, product))
            continue
        if len(nodes) > depth:
            continue
        for following, share in _buyers(links, nodes[-1]):
            bound = product * share * float(1.0 if following == buyer else ahead[following])
            if bound >= least and following not in nodes:
                heapq.heappush(queue, (-bound, next(turn), (*nodes, following), product * share))
    return found


def _buyers(links: csr_array, place: int) -> list[tuple[int, float]]:
    span = slice(links.indptr[place], links.indptr[place + 1])
    return list(zip(links.indices[span].tolist(), links.data[span].tolist(), strict=True))


def _weigh(factor: Factor, nodes: tuple[int, ...], direct: float, whole: float) -> Path:
    """Add the path multiplier: the determinant of L over the path's own nodes (Jacobi)."""
    which: Ints = np.array(nodes, dtype=np.intp)
    multiplier = float(np.linalg.det(factor.columns(which)[which]))
    total = direct * multiplier
    return Path(nodes, direct, multiplier, total, total / whole)
