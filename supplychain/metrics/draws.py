"""Networks that could as well be true: the same partners, other numbers.

Every number is drawn around what the tables say, wider the less it is known:

- a number is multiplied by a lognormal factor of median 1 whose coefficient of variation is 5 % if
  the number is reported, 20 % if estimated, 50 % if assumed;
- where sources disagree on a number, or give it as a range, one claim is drawn, the default as
  often as all its rivals together, and then a number between its lowest and highest, or around its
  value;
- a number that a rule filled in moves with the numbers the rule reads;
- then the books are made to balance: output is raised to cover sales to businesses, and purchases
  up to the share of output they may take; value added is lowered to what purchases leave of output,
  and wages to value added.

The spreads are our assumption, wide enough for a first look; what is known better belongs in the
claims table.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from threading import Lock
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_array

from supplychain.core.completion import RAW_MATERIAL_SHARE
from supplychain.core.network import SupplyNetwork
from supplychain.core.progress import steps

Floats = NDArray[np.float64]
SPREAD = {"reported": 0.05, "estimated": 0.20, "assumed": 0.50}
"""Coefficient of variation by basis. Assumed."""
ROOM = 0.95
"""Share of output that purchases may take in a draw, unless they took more before."""
FIELDS = ("output", "value_added", "wages", "workers", "capacity", "funds")
KEPT = 3

_SETS: OrderedDict[tuple[object, ...], list[SupplyNetwork]] = OrderedDict()
_LOCK = Lock()


def drawn(network: SupplyNetwork, *, draws: int = 200, seed: int = 1) -> list[SupplyNetwork]:
    """Draw networks, the same each time, so that results can be compared draw by draw.

    Parameters
    ----------
    network
        What the tables say.
    draws
        How many.
    seed
        Start of the random numbers.

    Returns
    -------
    list of SupplyNetwork
        Not checked again: they are productive by construction.
    """
    ruled = tuple((name, cells.to_numpy().tobytes()) for name, cells in network.filled.items())
    key = (network.fingerprint, ruled, draws, seed)
    with _LOCK:
        if key not in _SETS:
            _SETS[key] = _networks(network, draws, np.random.default_rng(seed))
            while len(_SETS) > KEPT:
                _SETS.popitem(last=False)
        _SETS.move_to_end(key)
        return _SETS[key]


@dataclass(frozen=True)
class _Trade:
    """Drawn values of the active partnerships, (draws, m), and what they sum to by business."""

    value: Floats
    sales: Floats
    purchases: Floats


def _networks(network: SupplyNetwork, draws: int, rng: np.random.Generator) -> list[SupplyNetwork]:
    trade = _trade(network, draws, rng)
    columns = _balanced(network, trade, _columns(network, trade, draws, rng))
    place = network.partnerships.index.get_indexer(network.trade.index)
    value = network.partnerships["value"].to_numpy(dtype=np.float64)
    found = []
    for draw in steps(range(draws)):
        now = value.copy()
        now[place] = trade.value[draw]
        cells = {name: numbers[draw] for name, numbers in columns.items()}
        found.append(
            replace(
                network,
                businesses=network.businesses.assign(**cells),
                partnerships=network.partnerships.assign(value=now),
            )
        )
    return found


def _trade(network: SupplyNetwork, draws: int, rng: np.random.Generator) -> _Trade:
    trade = network.trade
    basis = network.value_basis.loc[trade.index]
    values = trade["value"].to_numpy(dtype=np.float64) * _factors(basis, draws, rng)
    known = np.nan_to_num(values)
    return _Trade(
        values,
        known @ _incidence(network, trade["supplier"]),
        known @ _incidence(network, trade["buyer"]),
    )


def _incidence(network: SupplyNetwork, partner: pd.Series) -> csr_array:
    place = network.businesses.index.get_indexer(pd.Index(partner))
    rows = np.arange(len(place))
    return csr_array((np.ones(len(place)), (rows, place)), shape=(len(place), len(network)))


def _factors(basis: pd.Series, draws: int, rng: np.random.Generator) -> Floats:
    """Lognormal factors of median 1, (draws, len(basis))."""
    variation = basis.map(SPREAD).fillna(SPREAD["assumed"]).to_numpy(dtype=np.float64)
    deviation = np.sqrt(np.log1p(variation**2))
    return np.exp(deviation * rng.standard_normal((draws, len(basis))))


def _columns(
    network: SupplyNetwork, trade: _Trade, draws: int, rng: np.random.Generator
) -> dict[str, Floats]:
    columns = {}
    for name in FIELDS:
        stated = network.businesses[name].to_numpy(dtype=np.float64)
        columns[name] = stated * _factors(network.basis_of(name), draws, rng)
        _follow_the_rule(network, name, trade, columns)
        _believe_a_claim(network, name, columns[name], rng)
    return columns


def _follow_the_rule(
    network: SupplyNetwork, name: str, trade: _Trade, columns: dict[str, Floats]
) -> None:
    """Scale the cells a rule filled in by how the rule's own inputs moved."""
    ours = network.filled.get(name)
    if ours is None or not ours.any():
        return
    cells = np.flatnonzero(np.asarray(ours))
    read = {"output": None, "value_added": "output", "wages": "value_added"}[name]
    if read is None:
        sold, bought = np.asarray(network.sales), np.asarray(network.purchases)
        now = np.maximum(trade.sales, trade.purchases / RAW_MATERIAL_SHARE)
        before = np.maximum(sold, bought / RAW_MATERIAL_SHARE)
    else:
        now = columns[read]
        before = network.businesses[read].to_numpy(dtype=np.float64)
    moved = np.divide(now, before, out=np.ones_like(now), where=(before > 0) & (now > 0))
    columns[name][:, cells] *= moved[:, cells]


def _believe_a_claim(
    network: SupplyNetwork, name: str, column: Floats, rng: np.random.Generator
) -> None:
    claims = network.claims
    spoken = claims[(claims["field"] == name) & claims["business"].isin(network.businesses.index)]
    for business, said in spoken.groupby("business"):
        place = network.position(str(business))
        column[:, place] = _one_of(said, column[:, place], rng)


def _one_of(claims: pd.DataFrame, stated: Floats, rng: np.random.Generator) -> Floats:
    """Draw a claim, then a number from it; `stated` stands for a default without a range."""
    chosen = claims["default"] == "yes"
    options = [_from(claim, len(stated), rng) for claim in claims[~chosen].to_dict("records")]
    first = stated
    for claim in claims[chosen].to_dict("records")[-1:]:
        if pd.notna(claim["low"]) or pd.notna(claim["high"]):
            first = _from(claim, len(stated), rng)
    options = [option for option in options if np.isfinite(option).all()]
    if not options:
        return first
    rival = rng.integers(len(options), size=len(stated))
    others = np.stack(options)[rival, np.arange(len(stated))]
    return np.where(rng.random(len(stated)) < 0.5, first, others)


def _from(claim: Mapping[Hashable, Any], draws: int, rng: np.random.Generator) -> Floats:
    """Numbers between a claim's lowest and highest, or around its value."""
    value, low, high = (float(claim[name]) for name in ("value", "low", "high"))
    if np.isnan(low) and np.isnan(high):
        return value * _factors(pd.Series([claim["basis"]]), draws, rng)[:, 0]
    ends = [end for end in (low, high, value) if np.isfinite(end)]
    return rng.uniform(min(ends), max(ends), draws)


def _balanced(
    network: SupplyNetwork, trade: _Trade, columns: dict[str, Floats]
) -> dict[str, Floats]:
    output = network.businesses["output"].to_numpy(dtype=np.float64)
    bought = network.purchases.to_numpy(dtype=np.float64)
    share = np.divide(bought, output, out=np.zeros_like(bought), where=output > 0)
    needed = np.maximum(trade.sales, trade.purchases / np.maximum(share, ROOM))
    made = np.fmax(columns["output"], needed)
    added = np.minimum(columns["value_added"], made - trade.purchases)
    wages = np.minimum(columns["wages"], np.maximum(added, 0.0))
    return columns | {"output": made, "value_added": added, "wages": wages}
