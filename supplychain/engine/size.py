"""Where plain arrays end and compiled loops begin: the one place that decides."""

from __future__ import annotations

from scipy.sparse import csc_array, csr_array

LARGE = 20_000
"""Links; below it NumPy and SciPy answer before Numba is even loaded."""


def is_large(links: csr_array | csc_array) -> bool:
    """Tell whether a network is worth compiled loops."""
    return links.nnz >= LARGE
