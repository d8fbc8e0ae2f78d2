"""How sure a scenario's gain is, and which number to measure next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from supplychain.core import progress
from supplychain.core.network import SupplyNetwork
from supplychain.core.progress import steps
from supplychain.core.scenario import Scenario
from supplychain.metrics.draws import drawn
from supplychain.simulate.effects import effects
from supplychain.simulate.plan import set_up

Floats = NDArray[np.float64]
MEASURES = ("change", "value_added", "workers", "induced")
FIELDS = ("output", "value_added", "workers", "capacity")
ENDS = (0.05, 0.95)
DRAWING = 0.1
"""Share of the work of a spread that drawing the networks is, roughly."""
SPREADING = 0.8
"""Share of the work of a tornado that its spread is, roughly."""


@dataclass(frozen=True)
class _Input:
    """One number of the data: its place, and the values it had in the draws, (draws,)."""

    table: str
    row: Any
    column: str
    drawn: Floats


def spread(
    network: SupplyNetwork, scenario: Scenario, *, draws: int = 100, seed: int = 1, **options: Any
) -> pd.DataFrame:
    """Effects of a scenario in networks that could as well be true.

    Parameters
    ----------
    network, scenario
        As for `effects`; what was and what would be are drawn together, so differences are paired.
    draws, seed
        As for the intervals of metrics; the same seed draws the same networks.
    **options
        As for `effects`.

    Returns
    -------
    pandas.DataFrame
        One row a draw: total `change`, `value_added`, `induced` (Rp/year) and `workers` (persons).

    References
    ----------
    Bullard, C. W. and Sebald, A. V. (1988). Monte Carlo sensitivity analysis of input-output
    models. Review of Economics and Statistics 70(4), 708-712.
    """
    setting = set_up(network, scenario)
    with progress.part(0.0, DRAWING):
        networks = drawn(network, draws=draws, seed=seed)
    with progress.part(DRAWING, 1.0):
        totals = [
            effects(one, scenario, setting=_alike(network, setting, one), **options).total[
                list(MEASURES)
            ]
            for one in steps(networks)
        ]
    return pd.DataFrame(totals).reset_index(drop=True)


def tornado(
    network: SupplyNetwork,
    scenario: Scenario,
    *,
    measure: str = "change",
    most: int = 8,
    draws: int = 100,
    seed: int = 1,
    **options: Any,
) -> pd.DataFrame:
    """Numbers that move a scenario's total most, each varied alone.

    Parameters
    ----------
    network, scenario, draws, seed, **options
        As for `spread`.
    measure
        Column of the total.
    most
        How many numbers to list.

    Returns
    -------
    pandas.DataFrame
        Widest range first: `table`, `row` and `column` of the number; `low` and `high`, the total
        with that number at the 5 % and the 95 % quantile of its draws and all others as stated.

    Notes
    -----
    The numbers tried are those whose draws go with the total most closely (rank correlation).
    """
    with progress.part(0.0, SPREADING):
        results = spread(network, scenario, draws=draws, seed=seed, **options)[measure]
    rows, setting = [], set_up(network, scenario)

    def total(varied: SupplyNetwork) -> float:
        known = _alike(network, setting, varied)
        return float(effects(varied, scenario, setting=known, **options).total[measure])

    closest = _closest(_inputs(network, drawn(network, draws=draws, seed=seed)), results, most)
    with progress.part(SPREADING, 1.0):
        for one in steps(closest):
            ends = [total(_with(network, one, value)) for value in np.quantile(one.drawn, ENDS)]
            rows.append((one.table, one.row, one.column, min(ends), max(ends)))
    table = pd.DataFrame(rows, columns=["table", "row", "column", "low", "high"])
    order = (table["low"] - table["high"]).argsort(kind="stable")
    return table.iloc[order].reset_index(drop=True)


def _alike(network: SupplyNetwork, setting: SupplyNetwork, varied: SupplyNetwork) -> SupplyNetwork:
    """Set a network with other numbers up like the stated one.

    What setting up changed is as it left it, all else as varied; unchecked, like the draws.
    """
    if setting is network:
        return varied
    stated = network.businesses.reindex(setting.businesses.index)
    now = varied.businesses.reindex(setting.businesses.index)
    return replace(
        setting,
        businesses=_varied(setting.businesses, stated, now, (*FIELDS, "wages")),
        partnerships=_varied(
            setting.partnerships, network.partnerships, varied.partnerships, ("value", "volume")
        ),
    )


def _varied(
    table: pd.DataFrame, stated: pd.DataFrame, now: pd.DataFrame, columns: Sequence[str]
) -> pd.DataFrame:
    """Take numbers as varied where a table still holds what was stated."""
    taken = {name: table[name].mask(table[name] == stated[name], now[name]) for name in columns}
    return table.assign(**taken)


def _inputs(network: SupplyNetwork, networks: list[SupplyNetwork]) -> list[_Input]:
    """Numbers that differ between the draws."""
    found = []
    for table, columns in (("businesses", FIELDS), ("partnerships", ("value",))):
        index = getattr(network, table).index
        for column in columns:
            values = np.stack([getattr(one, table)[column].to_numpy(float) for one in networks])
            varied = np.flatnonzero(np.isfinite(values).all(axis=0) & (np.ptp(values, axis=0) > 0))
            found += [_Input(table, index[place], column, values[:, place]) for place in varied]
    return found


def _closest(inputs: list[_Input], results: pd.Series, most: int) -> list[_Input]:
    if not inputs or np.ptp(results.to_numpy()) == 0:
        return []
    ranks = pd.DataFrame(np.stack([one.drawn for one in inputs], axis=1)).rank()
    strength = ranks.corrwith(results.rank()).abs().fillna(0.0).to_numpy()
    return [inputs[place] for place in np.argsort(-strength, kind="stable")[:most]]


def _with(network: SupplyNetwork, one: _Input, value: float) -> SupplyNetwork:
    """Change a single number, unchecked: the draws it comes from are viable."""
    table = getattr(network, one.table)
    changed = table[one.column].mask(table.index == one.row, value)
    return replace(network, **{one.table: table.assign(**{one.column: changed})})
