"""Solutions of (I - A) x = f and (I - Aᵀ) m = w from one sparse factorisation."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array, csr_array, eye_array
from scipy.sparse.linalg import splu

from supplychain.engine.condensation import Ints, circles, loops
from supplychain.engine.size import is_large

if TYPE_CHECKING:
    from supplychain.engine.compiled.passes import Passes

Floats = NDArray[np.float64]
BATCH = 256
LIMIT = 1e12


class SingularError(ArithmeticError):
    """I - A has no inverse: a circle of businesses needs all it makes for itself."""


@dataclass(frozen=True)
class Certificate:
    """How far a solution can be trusted.

    Attributes
    ----------
    residual
        Largest violation of the equations, relative to the largest entry of the right side.
    condition
        1-norm condition number of I - A: a solution loses about log10(condition) of 16 digits.
        Infinite if the economy is not productive.
    """

    residual: float
    condition: float


@dataclass(frozen=True)
class Factor:
    """I - A, factored once; build it with `factor`.

    Attributes
    ----------
    coefficients
        A, (n, n), Rp of purchases per Rp of the buyer's output.
    passes
        What solves the system in place of factors if the network is large.
    """

    coefficients: csc_array
    _order: Ints = field(repr=False)
    _place: Ints = field(repr=False)
    _lu: Any = field(repr=False)
    passes: Passes | None = field(default=None, repr=False)

    def __len__(self) -> int:
        """Count the businesses."""
        return len(self._order)

    def forward(self, demand: Floats) -> Floats:
        """Return L f, the output that final demand calls for.

        Parameters
        ----------
        demand
            f, (n,) or (n, k), Rp/year.

        Returns
        -------
        array like `demand`
            x, Rp/year.
        """
        return self._lu.solve(np.ascontiguousarray(demand[self._order]))[self._place]

    def transposed(self, weights: Floats) -> Floats:
        """Return Lᵀ w, what one rupiah of each business's final demand carries of w.

        Parameters
        ----------
        weights
            w, (n,) or (n, k), any quantity per Rp of output; ones for output itself.

        Returns
        -------
        array like `weights`
            The same quantity per Rp of final demand.
        """
        return self._lu.solve(np.ascontiguousarray(weights[self._order]), trans="T")[self._place]

    def columns(self, which: Ints) -> Floats:
        """Return the columns `which` of L, (n, k)."""
        return self.forward(_units(len(self), which))

    def rows(self, which: Ints) -> Floats:
        """Return the rows `which` of L, (k, n)."""
        return self.transposed(_units(len(self), which)).T

    @cached_property
    def diagonal(self) -> Floats:
        """Diagonal of L, (n,): 1 outside circles, since what comes back stays in its circle."""
        if self.passes is not None:
            return self.passes.diagonal
        values = np.ones(len(self))
        links = csr_array(self.coefficients)
        for group in loops(links):
            values[group] = _block_diagonal(csc_array(links[group][:, group]))
        return values

    @cached_property
    def multipliers(self) -> Floats:
        """Column sums of L, (n,), Rp per Rp."""
        return self.transposed(np.ones(len(self)))

    @cached_property
    def productive(self) -> bool:
        """Whether a positive output meets every positive demand, so that L = I + A + A² + ….

        For A ≥ 0 this holds if and only if the solution of (I - Aᵀ) m = 1 is positive, that is if
        the spectral radius is below 1 (Hawkins and Simon 1949, Econometrica 17). A circle that
        loses less than 1 / `LIMIT` a round counts as losing nothing: rounding could hide it.
        """
        found = self.multipliers
        if not ((found > 0) & (found < np.inf)).all():
            return False
        return bool(found.max(initial=1.0) <= LIMIT) or not loops(csr_array(self.coefficients))

    @cached_property
    def condition(self) -> float:
        """1-norm condition number of I - A: exact, since for L ≥ 0 ‖L‖₁ is the top multiplier."""
        if not self.productive:
            return float("inf")
        return float(_norm(_complement(self.coefficients)) * self.multipliers.max(initial=1.0))

    def certify(self, solution: Floats, right: Floats, *, transposed: bool = False) -> Certificate:
        """Measure a solution of `forward` or `transposed` against its right side."""
        system = _complement(self.coefficients)
        error = (system.T if transposed else system) @ solution - right
        size = np.abs(right).max(initial=0.0) or 1.0
        return Certificate(float(np.abs(error).max(initial=0.0) / size), self.condition)


def condition(coefficients: csr_array | csc_array) -> float:
    """1-norm condition number of I - A, A ≥ 0; infinite if the economy is not productive."""
    try:
        return factor(coefficients).condition
    except SingularError:
        return float("inf")


def is_productive(coefficients: csr_array | csc_array) -> bool:
    """Tell whether a finite output meets every demand: spectral radius of A below 1; A ≥ 0."""
    return condition(coefficients) < np.inf


def factor(coefficients: csr_array | csc_array) -> Factor:
    """Factor I - A.

    Suppliers stand before their buyers, so that an acyclic network has no fill at all, and no rows
    are swapped, which a productive economy never needs. A large network is not factored but solved
    anew for each right side, in one pass along the trade.

    Parameters
    ----------
    coefficients
        A, (n, n), not negative.

    Raises
    ------
    SingularError
        If I - A has no inverse.

    References
    ----------
    Miller, R. E. and Blair, P. D. (2009). Input-Output Analysis, 2nd ed., Cambridge, chapter 2.
    """
    matrix = csc_array(coefficients)
    if is_large(matrix):
        return _passing(matrix)
    order = np.argsort(circles(csr_array(matrix))[1], kind="stable")
    place = np.argsort(order, kind="stable")
    system = _complement(csc_array(matrix[order][:, order]))
    try:
        lu = splu(system, permc_spec="NATURAL", diag_pivot_thresh=0.0)
    except RuntimeError as error:
        msg = "I - A is singular"
        raise SingularError(msg) from error
    return Factor(matrix, order, place, lu)


def _passing(matrix: csc_array) -> Factor:
    from supplychain.engine.compiled.passes import Passes

    as_given, passes = np.arange(matrix.shape[0]), Passes(matrix)
    return Factor(matrix, as_given, as_given, passes, passes)


def _complement(matrix: csc_array) -> csc_array:
    return csc_array(eye_array(matrix.shape[0], format="csc") - matrix)


def _norm(matrix: csc_array) -> float:
    return float(abs(matrix).sum(axis=0).max(initial=0.0))


def _units(size: int, which: Ints) -> Floats:
    units = np.zeros((size, len(which)))
    units[which, np.arange(len(which))] = 1.0
    return units


def _block_diagonal(block: csc_array) -> Floats:
    inner = factor(block)
    size = len(inner)
    return np.concatenate(
        [
            inner.columns(batch)[batch, np.arange(len(batch))]
            for batch in np.split(np.arange(size), range(BATCH, size, BATCH))
        ]
    )
