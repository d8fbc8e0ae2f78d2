"""Mixed-integer programmes, solved by HiGHS, which ends at once when nobody waits any more."""

from __future__ import annotations

from dataclasses import dataclass

import highspy
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array

from supplychain.core import progress

Floats = NDArray[np.float64]
_KINDS = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)


@dataclass(frozen=True)
class Programme:
    """Minimise c·x subject to low ≤ A x ≤ high and 0 ≤ x ≤ most, some x whole numbers.

    Attributes
    ----------
    costs, most, whole
        c, the upper bounds, and which variables are whole numbers, (n,).
    matrix, low, high
        A, (m, n), and its bounds, (m,); infinite where there is none.
    """

    costs: Floats
    matrix: csc_array
    low: Floats
    high: Floats
    most: Floats
    whole: NDArray[np.bool_]

    def solved(self, seconds: float) -> Solution:
        """Search for the least cost.

        Parameters
        ----------
        seconds
            Time to search at most; the best point found by then is returned with its gap.

        Raises
        ------
        Stopped
            If nobody wants the result any more.

        References
        ----------
        Huangfu, Q. and Hall, J. A. J. (2018). Parallelizing the dual revised simplex method.
        Mathematical Programming Computation 10, 119-142.
        """
        solver = _Solver()  # type: ignore[no-untyped-call]
        solver.setOptionValue("time_limit", seconds)
        solver.passModel(self._model())
        for question in (solver.cbMipInterrupt, solver.cbSimplexInterrupt):
            question.subscribe(_answer)
        solver.run()
        if not progress.wanted():
            raise progress.Stopped
        found = solver.getInfo()
        if found.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return Solution(np.zeros(len(self.costs)), float("inf"))
        return Solution(np.asarray(solver.getSolution().col_value), float(found.mip_gap))

    def _model(self) -> highspy.HighsLp:
        model = highspy.HighsLp()
        model.num_row_, model.num_col_ = self.matrix.shape
        model.col_cost_, model.row_lower_, model.row_upper_ = self.costs, self.low, self.high
        model.col_lower_, model.col_upper_ = np.zeros_like(self.most), self.most
        model.integrality_ = [_KINDS[int(number)] for number in self.whole]
        model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        model.a_matrix_.start_, model.a_matrix_.index_ = self.matrix.indptr, self.matrix.indices
        model.a_matrix_.value_ = self.matrix.data
        return model


@dataclass(frozen=True)
class Solution:
    """Best point found.

    Attributes
    ----------
    point
        One value a variable; zeros if none was found in time.
    gap
        Largest share by which a better point could still exceed this one; 0 if none can, infinite
        if none was found.
    """

    point: Floats
    gap: float


class _Solver(highspy.Highs):
    """HiGHS without a word on the console, the greeting on waking up included."""

    def enableCallbacks(self) -> None:  # noqa: N802
        self.silent()
        super().enableCallbacks()  # type: ignore[no-untyped-call]


def _answer(event: highspy.HighsCallbackEvent) -> None:
    if event.data_in is not None:
        event.data_in.user_interrupt = not progress.wanted()
