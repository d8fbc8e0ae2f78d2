"""Standing in the network as a whole: PageRank, Katz, hubs and authorities."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array

from supplychain.engine.leontief import factor
from supplychain.engine.radius import spectral_radius

Floats = NDArray[np.float64]
TOLERANCE = 1e-13
ROUNDS = 100_000


def pagerank(links: csr_array, *, damping: float = 0.85) -> Floats:
    """Share of time a walk along the links spends at each business.

    One solve instead of an iteration: (I - d Pᵀ) r = 1, then r is scaled to sum to 1. A business
    without onward links sends the walk anywhere, which only rescales r.

    Parameters
    ----------
    links
        (n, n), not negative; the walk goes from row to column in proportion.
    damping
        d in [0, 1).

    Returns
    -------
    (n,) array
        Shares that sum to 1.

    References
    ----------
    Brin, S. and Page, L. (1998). The anatomy of a large-scale hypertextual web search engine.
    Computer Networks 30, 107-117.
    """
    onward = np.asarray(links.sum(axis=1), dtype=np.float64)
    scale = np.divide(damping, onward, out=np.zeros_like(onward), where=onward > 0)
    steps = csr_array(diags_array(scale) @ links)
    found = factor(steps).transposed(np.ones(len(onward)))
    return found / found.sum()


def katz(links: csr_array, *, attenuation: float = 0.5) -> Floats:
    """Sum over all walks that end at a business, each step weighed by α.

    Parameters
    ----------
    links
        (n, n), not negative.
    attenuation
        α times the spectral radius, in (0, 1); without circles the radius is 0 and the largest row
        or column sum, whichever is less, stands in for it.

    Returns
    -------
    (n,) array
        (I - α Aᵀ)⁻¹ 1, scaled to length 1.

    References
    ----------
    Katz, L. (1953). A new status index derived from sociometric analysis. Psychometrika 18, 39-43.
    """
    found = factor(csr_array(links * alpha(links, attenuation))).transposed(np.ones(links.shape[0]))
    return found / np.linalg.norm(found)


def alpha(links: csr_array, attenuation: float) -> float:
    """Return the step weight of `katz`."""
    radius = spectral_radius(links)
    if radius == 0:
        radius = float(min(links.sum(axis=0).max(initial=0), links.sum(axis=1).max(initial=0)))
    return attenuation / radius if radius else 0.0


def hits(links: csr_array) -> tuple[Floats, Floats]:
    """Hubs sell to good authorities, authorities buy from good hubs.

    Power iteration on A Aᵀ from equal scores, so that a network in several parts has one answer.

    Parameters
    ----------
    links
        (n, n), not negative.

    Returns
    -------
    hubs, authorities : (n,) arrays
        Each sums to 1; all 0 without links.

    References
    ----------
    Kleinberg, J. M. (1999). Authoritative sources in a hyperlinked environment. Journal of the ACM
    46, 604-632.
    """
    hubs = np.ones(links.shape[0])
    if links.nnz == 0:
        return np.zeros_like(hubs), np.zeros_like(hubs)
    back = csr_array(links.T)
    for _ in range(ROUNDS):
        following = np.asarray(links @ (back @ hubs))
        following /= following.max()
        settled = np.abs(following - hubs).max() < TOLERANCE
        hubs = following
        if settled:
            break
    authorities = back @ hubs
    return hubs / hubs.sum(), authorities / authorities.sum()
