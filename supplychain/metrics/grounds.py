"""What share of a figure rests on reported, estimated and assumed numbers.

The rule, to first order: a business stands on its output, its purchases and its sales, each by its
value; every further column a metric reads (workers, value added, wages, funds, capacity) counts as
much as these together. A metric that looks upstream adds the grounds of all behind the business, in
proportion to what they make for one rupiah of its final demand (the column of L); one that looks
downstream those ahead of it, in proportion to what its goods carry there (the row of G). A
partnership stands half on its own value and half on its supplier. Where only who trades with whom
matters, partnerships count alike, by the basis of their rows.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from supplychain.core.network import SupplyNetwork
from supplychain.core.vocabulary import BASES
from supplychain.engine import ghosh
from supplychain.metrics import economy
from supplychain.metrics.catalogue import Input, Metric

Floats = NDArray[np.float64]
COLUMNS: dict[Input, str] = {
    "jobs": "workers",
    "value_added": "value_added",
    "wages": "wages",
    "funds": "funds",
    "capacity": "capacity",
}


def grounds(network: SupplyNetwork, metric: Metric, **parameters: Any) -> pd.DataFrame:
    """Return the shares of a metric's values that rest on each basis.

    Parameters
    ----------
    network
        With a basis for every number.
    metric
        Of any level.
    **parameters
        As for the metric.

    Returns
    -------
    pandas.DataFrame
        Columns `reported_share`, `estimated_share`, `assumed_share`, which sum to 1; indexed like
        the metric's Series, or a single row named like the metric.
    """
    own = _own(network, metric.inputs(**parameters))
    shares = _carried(network, metric, own)
    if metric.level == "business":
        return _frame(shares, network.businesses.index)
    if metric.level == "partnership":
        if "values" in metric.depends_on:
            shares = _of_partnerships(network, shares)
        else:
            shares = _marks(network.partnerships["basis"])
        return _frame(shares, network.partnerships.index)
    if metric.level == "pair":
        ends = [network.position(parameters[end]) for end in ("supplier", "buyer")]
        return _frame(shares[ends].mean(axis=0, keepdims=True), pd.Index([metric.id]))
    return _frame(_by_output(network, shares), pd.Index([metric.id]))


def _frame(shares: Floats, index: pd.Index) -> pd.DataFrame:
    return pd.DataFrame(shares, index=index, columns=[f"{basis}_share" for basis in BASES])


def _marks(basis: pd.Series) -> Floats:
    """One column a basis, 1 where it holds."""
    known = np.asarray(basis)
    return np.stack([known == code for code in BASES], axis=1).astype(np.float64)


def _own(network: SupplyNetwork, inputs: frozenset[Input]) -> Floats:
    parts = [_marks(network.basis_of(COLUMNS[name])) for name in sorted(inputs & COLUMNS.keys())]
    if "values" in inputs:
        parts.append(_by_value(network))
    if not parts:
        return _by_partnership(network)
    return np.mean(parts, axis=0)


def _by_partnership(network: SupplyNetwork) -> Floats:
    """Partnerships of each business by the basis of their rows, as shares of their number."""
    trade = network.trade
    rows = _marks(network.businesses["basis"])
    return _gathered(network, np.zeros_like(rows), _marks(trade["basis"]), rows)


def _by_value(network: SupplyNetwork) -> Floats:
    """Output, purchases and sales of each business by basis, as shares of their sum."""
    output = np.nan_to_num(network.businesses["output"].to_numpy(dtype=np.float64))
    found = output[:, np.newaxis] * _marks(network.basis_of("output"))
    trade = network.trade
    value = np.nan_to_num(trade["value"].to_numpy(dtype=np.float64))
    amounts = value[:, np.newaxis] * _marks(network.value_basis.loc[trade.index])
    return _gathered(network, found, amounts, _marks(network.businesses["basis"]))


def _gathered(network: SupplyNetwork, own: Floats, traded: Floats, otherwise: Floats) -> Floats:
    """Add what is traded to both partners, and turn sums into shares, or into `otherwise`."""
    for partner in ("supplier", "buyer"):
        place = network.businesses.index.get_indexer(pd.Index(network.trade[partner]))
        np.add.at(own, place, traded)
    total = own.sum(axis=1, keepdims=True)
    return np.divide(own, total, out=otherwise, where=total > 0)


def _carried(network: SupplyNetwork, metric: Metric, own: Floats) -> Floats:
    if metric.looks == "own" or "values" not in metric.depends_on:
        return own
    solved = economy.of(network)
    if metric.looks == "upstream":
        return solved.factor.transposed(own) / solved.factor.multipliers[:, np.newaxis]
    carried = np.stack(
        [ghosh.weighted_supply(solved.factor, solved.output, column) for column in own.T], axis=1
    )
    return carried / carried.sum(axis=1, keepdims=True)


def _of_partnerships(network: SupplyNetwork, shares: Floats) -> Floats:
    place = network.businesses.index.get_indexer(pd.Index(network.partnerships["supplier"]))
    return (_marks(network.value_basis) + shares[place]) / 2


def _by_output(network: SupplyNetwork, shares: Floats) -> Floats:
    output = np.nan_to_num(network.businesses["output"].to_numpy(dtype=np.float64))
    weights = output / output.sum() if output.sum() > 0 else np.full(len(output), 1 / len(output))
    return (weights @ shares)[np.newaxis, :]
