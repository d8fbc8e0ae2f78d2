"""How far a figure could be off, given how well its inputs are known."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from supplychain.core import progress
from supplychain.core.network import SupplyNetwork
from supplychain.core.progress import steps
from supplychain.core.words import Words
from supplychain.metrics.catalogue import Metric
from supplychain.metrics.draws import drawn
from supplychain.metrics.grounds import grounds

Floats = NDArray[np.float64]
DRAWING = 0.1
"""Share of the work that drawing the networks is, roughly."""

STRUCTURE_ONLY = Words(
    en="No interval: depends only on who trades with whom.",
    id="Tanpa selang: hanya bergantung pada siapa berdagang dengan siapa.",
)
CODED = Words(
    en="No interval: a group, not a number. Agreement is the share of draws with the same group.",
    id="Tanpa selang: kelompok, bukan angka. Kesesuaian adalah bagian undian dengan kelompok sama.",
)


def no_interval(metric: Metric, **parameters: Any) -> Words | None:
    """Say why a metric has no interval, if it has none."""
    if metric.codes:
        return CODED
    return STRUCTURE_ONLY if metric.inputs(**parameters) == {"structure"} else None


def interval(
    network: SupplyNetwork,
    metric: Metric,
    *,
    draws: int = 200,
    level: float = 0.9,
    seed: int = 1,
    **parameters: Any,
) -> pd.DataFrame:
    """Return the range in which a metric's values lie in most of the networks that could be true.

    Parameters
    ----------
    network
        With a basis for every number.
    metric
        An entry of the catalogue.
    draws, seed
        How many networks to draw, and the start of the random numbers; see `draws`.
    level
        Share of the draws inside the range, half of the rest on either side.
    **parameters
        As for the metric.

    Returns
    -------
    pandas.DataFrame
        Indexed like the metric's values (a table by its first column, a number by the metric's id):
        `value`; `low` and `high`, widened to hold the value, NaN where `no_interval` says why;
        `agreement`, the share of draws with the same value, for codes; and `reported_share`,
        `estimated_share`, `assumed_share`, what the value rests on, NaN where there is none.

    Notes
    -----
    Seeded Monte Carlo on paired draws: every metric sees the same networks, so that differences
    between metrics, businesses and claims are not noise. It tells what follows from the numbers'
    spread, not whether the model is right.

    References
    ----------
    Bullard, C. W. and Sebald, A. V. (1988). Monte Carlo sensitivity analysis of input-output
    models. Review of Economics and Statistics 70(4), 708-712.

    Examples
    --------
    >>> from supplychain.metrics import CATALOGUE
    >>> two = SupplyNetwork.from_flows([[150, 500], [200, 100]], [1000, 2000])
    >>> found = interval(two, CATALOGUE.get("output_multiplier"))
    >>> bool((found.low < found.value).all() and (found.value < found.high).all())
    True
    """
    value = _series(metric, metric.fn(network, **parameters))
    found = pd.DataFrame({"value": value, "low": np.nan, "high": np.nan})
    if metric.inputs(**parameters) != {"structure"}:
        table = _table(network, metric, value.index, draws, seed, parameters)
        if metric.codes:
            found["agreement"] = _agreement(value, table, metric.labels)
        else:
            found["low"], found["high"] = _range(value, table, level)
    shares = grounds(network, metric, **parameters)
    if len(shares) != len(found):
        shares = shares.loc[shares.index.repeat(len(found))].set_axis(found.index)
    return found.join(shares.where(value.notna()))


def _series(metric: Metric, result: Any) -> pd.Series:
    if isinstance(result, pd.Series):
        return result
    if isinstance(result, pd.DataFrame):
        return result.set_index(result.columns[0])["value"]
    return pd.Series([result], index=[metric.id])


def _table(
    network: SupplyNetwork,
    metric: Metric,
    index: pd.Index,
    draws: int,
    seed: int,
    parameters: dict[str, Any],
) -> NDArray[Any]:
    """Values of every draw, (draws, len(index)); what a draw lacks is missing."""
    with progress.part(0.0, DRAWING):
        networks = drawn(network, draws=draws, seed=seed)
    with progress.part(DRAWING, 1.0):
        results = (_series(metric, metric.fn(one, **parameters)) for one in steps(networks))
        return np.stack([np.asarray(result.reindex(index)) for result in results])


def _range(value: pd.Series, table: NDArray[Any], level: float) -> tuple[Floats, Floats]:
    stated = value.to_numpy(dtype=np.float64)
    low, high = np.full_like(stated, np.nan), np.full_like(stated, np.nan)
    known = ~np.isnan(stated) & ~np.isnan(table).all(axis=0)
    ends = [(1 - level) / 2, (1 + level) / 2]
    if known.any():
        low[known], high[known] = np.nanquantile(table[:, known], ends, axis=0)
    return np.fmin(low, stated), np.fmax(high, stated)


def _agreement(value: pd.Series, table: NDArray[Any], labels: bool) -> Floats:
    """Share of draws with the same code; labels of a draw are read as those they overlap most."""
    stated = np.asarray(value)
    rows = [_renamed(row, stated) if labels else row for row in table]
    return np.mean([row == stated for row in rows], axis=0)


def _renamed(row: NDArray[Any], stated: NDArray[Any]) -> NDArray[Any]:
    common = pd.crosstab(row, stated).idxmax(axis=1)
    return np.asarray(pd.Series(row).map(common))
