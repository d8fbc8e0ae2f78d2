"""The best set of partnerships when places are few and capacity and demand are shared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import block_array, csc_array, csr_array, eye_array, vstack

from supplychain.core.words import Words
from supplychain.recommend.programme import Programme

Floats = NDArray[np.float64]
GOALS: Mapping[str, Words] = {
    "output": Words(en="Output", id="Nilai produksi"),
    "value_added": Words(en="Value added", id="Nilai tambah"),
    "workers": Words(en="Jobs", id="Tenaga kerja"),
    "resilience": Words(en="Less dependence on few suppliers", id="Ketergantungan berkurang"),
    "spread": Words(en="Spread over kabupaten", id="Pemerataan antarkabupaten"),
}
GAINS = ("output", "value_added", "workers")
OUTPUT_ALONE: Mapping[str, float] = MappingProxyType({"output": 1.0})
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
    ranked: pd.DataFrame,
    *,
    slots: int = 10,
    weights: Mapping[str, float] = OUTPUT_ALONE,
    seconds: float = 20.0,
) -> Portfolio:
    """Choose the set that serves the goals best.

    Parameters
    ----------
    ranked
        From `ranking`.
    slots
        Most partnerships to sign.
    weights
        How much each goal counts. Gains (`output`, `value_added`, `workers`) and `resilience` (less
        concentrated purchases) are each measured against the best single row; `spread` counts
        kabupaten with a chosen buyer, each as much as the best single row.
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
    size, places = len(ranked), _places(ranked)
    reached = np.full(places.shape[0], weights.get("spread", 0.0))
    matrix, upper = _shared(ranked, slots, places)
    found = Programme(
        costs=np.concatenate([-_worth(ranked, weights), np.zeros(size), -reached]),
        matrix=matrix,
        low=np.full_like(upper, -np.inf),
        high=upper,
        most=np.ones(matrix.shape[1]),
        whole=np.repeat([False, True, False], [size, size, len(reached)]),
    ).solved(seconds)
    share = found.point[:size]
    chosen = ranked[share > MARGINAL]
    scaled = chosen[["value", *GAINS]].mul(share[share > MARGINAL], axis=0)
    return Portfolio(chosen.assign(**scaled), found.gap)


def _worth(ranked: pd.DataFrame, weights: Mapping[str, float]) -> Floats:
    """Weighted gains of each row, (m,), each goal against the best single row."""
    goals = ranked[[*GAINS]].assign(resilience=-ranked["concentration"].fillna(0.0).clip(upper=0.0))
    relative = goals / goals.max().where(goals.max() > 0, 1.0)
    counted = pd.Series({goal: weights.get(str(goal), 0.0) for goal in relative})
    return (relative @ counted).to_numpy()


def _places(ranked: pd.DataFrame) -> csr_array:
    """Which rows lie in which kabupaten, (places, m)."""
    group = ranked["district"].fillna("").groupby(ranked["district"].fillna("")).ngroup().to_numpy()
    shape = (int(group.max()) + 1, len(ranked))
    return csr_array((np.ones(len(ranked)), (group, np.arange(len(ranked)))), shape=shape)


def _shared(ranked: pd.DataFrame, slots: int, places: csr_array) -> tuple[csc_array, Floats]:
    """Share ≤ chosen; use ≤ spare of a supplier and need of a buyer; Σ chosen; reached ≤ chosen."""
    size = len(ranked)
    spare, need = _used(ranked, ["supplier"], "spare"), _used(ranked, ["buyer", "product"], "need")
    blocks: list[list[Any]] = [
        [eye_array(size), -eye_array(size), None],
        [vstack([spare, need]), None, None],
        [None, csr_array(np.ones((1, size))), None],
        [None, -places, eye_array(places.shape[0])],
    ]
    limits = [np.zeros(size), np.ones(spare.shape[0] + need.shape[0]), [slots]]
    upper = np.concatenate([*limits, np.zeros(places.shape[0])])
    return block_array(blocks).tocsc(), upper


def _used(ranked: pd.DataFrame, by: list[str], limit: str) -> csr_array:
    """Share of a common limit that each row takes, one line a group."""
    group = ranked.groupby(by, sort=False).ngroup().to_numpy()
    taken = (ranked["value"] / ranked[limit]).to_numpy()
    shape = (int(group.max()) + 1, len(ranked))
    return csr_array((taken, (group, np.arange(len(ranked)))), shape=shape)
