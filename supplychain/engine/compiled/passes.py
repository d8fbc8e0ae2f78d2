"""Stands in for a factorisation of I - A where the network is large: a pass for each right side."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from scipy.sparse import csc_array, csr_array

from supplychain.engine.compiled import adjacency, components, returning, solving
from supplychain.engine.compiled.types import Floats, Ids, Places


class Passes:
    """I - A, ready to be solved; made from A, (n, n), not negative."""

    def __init__(self, coefficients: csr_array | csc_array) -> None:
        """Sort the links both ways and find the circles."""
        self._links = adjacency.from_matrix(csr_array(coefficients))
        self._order = components.order(self._links)

    def solve(self, right: Floats, trans: str = "N") -> Floats:
        """Return L f, or Lᵀ w if `trans` is "T"; (n,) or (n, k)."""
        solve = solving.from_suppliers if trans == "T" else solving.from_buyers
        return solve(self._links, self._order, right)

    @property
    def diagonal(self) -> Floats:
        """Diagonal of L, (n,)."""
        return self._returns.own

    def against(self, suppliers: Ids | Places, buyers: Ids | Places) -> Floats:
        """Return lⱼᵢ for links i → j that the network has, (m,).

        Raises
        ------
        LookupError
            If a pair is no link.
        """
        size, links = len(self._links), self._links
        rows = np.repeat(np.arange(size, dtype=np.int64), np.diff(links.start))
        keys, asked = rows * size + links.buyer, suppliers.astype(np.int64) * size + buyers
        place = np.searchsorted(keys, asked)
        if (keys[np.minimum(place, len(keys) - 1)] != asked).any():
            msg = "a pair is no link of the network"
            raise LookupError(msg)
        back = np.zeros(links.links)
        back[self._returns.where] = self._returns.link
        return back[place]

    @cached_property
    def _returns(self) -> returning.Returns:
        return returning.returns(self._links, self._order, np.ones(len(self._links)))
