"""The best set of partnerships when places are few and capacity and demand are shared."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array, eye_array, hstack, vstack

MARGINAL = 1e-6


@dataclass(frozen=True)
class Portfolio:
    """A set of partnerships.

    Attributes
    ----------
    chosen
        Rows of the ranking with the `value` given to each, Rp/year, and their gains scaled to it.
    gap
        Largest share by which a better set could still exceed this one; 0 if none can.
    """

    chosen: pd.DataFrame
    gap: float


def portfolio(
    ranked: pd.DataFrame, *, slots: int = 10, measure: str = "output", seconds: float = 20.0
) -> Portfolio:
    """Choose the set with the largest sum of gains.

    Parameters
    ----------
    ranked
        From `ranking`.
    slots
        Most partnerships to sign.
    measure
        Gain to add up: `output`, `value_added` (Rp/year) or `workers` (persons).
    seconds
        Time to search at most; what is found by then is returned with its gap.

    Notes
    -----
    A mixed-integer programme, solved by HiGHS: each row gets a value between 0 and its own, within
    the spare capacity of its supplier and the need of its buyer for the product, and counts one
    place if above 0. Gains are added up, which leaves out what chosen rows do to each other; a
    simulation of the set counts that too.

    References
    ----------
    Huangfu, Q. and Hall, J. A. J. (2018). Parallelizing the dual revised simplex method.
    Mathematical Programming Computation 10, 119-142.
    """
    if ranked.empty:
        return Portfolio(ranked, 0.0)
    size = len(ranked)
    worth = (ranked[measure] / ranked[measure].abs().max()).to_numpy()
    found = milp(
        np.concatenate([-worth, np.zeros(size)]),
        integrality=np.repeat([0, 1], size),
        bounds=Bounds(0, 1),
        constraints=_shared(ranked, slots),
        options={"time_limit": seconds},
    )
    share = np.zeros(size) if found.x is None else found.x[:size]
    chosen = ranked[share > MARGINAL]
    scaled = chosen[["value", "output", "value_added", "workers"]].mul(
        share[share > MARGINAL], axis=0
    )
    return Portfolio(chosen.assign(**scaled), float(found.mip_gap or 0.0))


def _shared(ranked: pd.DataFrame, slots: int) -> LinearConstraint:
    """Rows: share ≤ chosen; use ≤ spare of each supplier; use ≤ need of each buyer; Σ chosen."""
    size = len(ranked)
    opened = hstack([eye_array(size), -eye_array(size)])
    spare, spare_limit = _used(ranked, ["supplier"], "spare")
    need, need_limit = _used(ranked, ["buyer", "product"], "need")
    places = coo_array(np.concatenate([np.zeros(size), np.ones(size)])[None, :])
    matrix = vstack([opened, spare, need, places]).tocsc()
    upper = np.concatenate([np.zeros(size), spare_limit, need_limit, [slots]])
    return LinearConstraint(matrix, -np.inf, upper)


def _used(ranked: pd.DataFrame, by: list[str], limit: str) -> tuple[coo_array, np.ndarray]:
    """Share of a common limit that each row takes, one line a group; a limit counts 1."""
    group = ranked.groupby(by, sort=False).ngroup().to_numpy()
    taken = (ranked["value"] / ranked[limit]).to_numpy()
    shape = (int(group.max()) + 1, 2 * len(ranked))
    return coo_array((taken, (group, np.arange(len(ranked)))), shape=shape), np.ones(shape[0])
