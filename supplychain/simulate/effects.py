"""What a scenario changes, by business and in total, and the network after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_array

from supplychain.core.errors import ScenarioError
from supplychain.core.network import SupplyNetwork
from supplychain.core.scenario import Scenario
from supplychain.core.words import Words, percent
from supplychain.engine import leontief, limits, radius
from supplychain.engine.leontief import Factor
from supplychain.metrics import economy
from supplychain.metrics.multipliers import SPENDING
from supplychain.simulate.after import network_after
from supplychain.simulate.plan import SLACK, Plan, plan

Floats = NDArray[np.float64]
Shortage = Literal["outside", "existing", "share"]
SHORTAGES: dict[Shortage, Words] = {
    "outside": Words(en="Buy what is short from outside", id="Kekurangan dibeli dari luar"),
    "existing": Words(
        en="Serve today's buyers first, then the new", id="Dahulukan pembeli yang sudah ada"
    ),
    "share": Words(en="Give every buyer the same share", id="Bagi rata ke semua pembeli"),
}


@dataclass(frozen=True, eq=False)
class Effects:
    """A scenario's effects.

    Attributes
    ----------
    network, scenario
        What was, and what would be different.
    by_business
        Indexed like the businesses of `after`, Rp/year: `before`, `after` output; `change`, split
        into `direct` (the edits themselves), `indirect` (their suppliers) and `withheld` (what
        limits keep from happening); `induced` (spending of the wages earned, not part of `change`);
        `value_added` and `workers` (persons) as changes; `shortage` of the business's own goods.
    """

    network: SupplyNetwork
    scenario: Scenario
    by_business: pd.DataFrame
    _plan: Plan
    _bought: Floats

    @property
    def setting(self) -> SupplyNetwork:
        """The network with the businesses founded and the claims believed, before other edits."""
        return self._plan.network

    @property
    def total(self) -> pd.Series:
        """Column sums of `by_business`."""
        return self.by_business.sum()

    @cached_property
    def after(self) -> SupplyNetwork:
        """The network as the scenario leaves it, checked like any other."""
        output = self.by_business["after"].to_numpy(copy=True)
        return network_after(self._plan, output, self._bought)


def effects(
    network: SupplyNetwork,
    scenario: Scenario,
    *,
    shortage: Shortage = "outside",
    first: Sequence[str] = (),
    spending: float = SPENDING,
    setting: SupplyNetwork | None = None,
) -> Effects:
    """Work out a scenario.

    Parameters
    ----------
    network
        The network before.
    scenario
        The edits.
    shortage
        What happens when a limit binds: `outside` buys the rest elsewhere; `existing` serves the
        demand of today before what the scenario adds, and `share` gives all the same share; what
        needs the missing goods is lowered.
    first
        Businesses whose final sales are served before all others when goods are rationed.
    spending
        Share of wages that households spend on goods of the network; see the type II multipliers.
    setting
        The network with businesses founded and claims believed already, if that is known.

    Raises
    ------
    UnknownNameError, ScenarioError
        If an edit names nothing, or asks for what cannot be.

    Notes
    -----
    x' = (I - A')⁻¹ f', with output nowhere above its limit. Prices, recipes and output per worker
    stay as they are. Induced: households spend on final goods as now, the share and the pattern
    being those of the type II multipliers.

    References
    ----------
    Miller, R. E. and Blair, P. D. (2009). Input-Output Analysis, 2nd ed., Cambridge, sections 2.5,
    12.3 and 13.2.
    """
    edited = plan(network, scenario, setting)
    coefficients = edited.coefficients
    if radius.spectral_radius(coefficients) >= 1:
        raise ScenarioError(_IMPOSSIBLE)
    if setting is None:  # numbers drawn around the stated ones may overspend
        _refuse_overspending(edited, coefficients)
    solved = leontief.factor(coefficients)
    free = solved.forward(edited.demand)
    output, short = _limited(solved, edited, free, _turns(network, edited, shortage, first))
    table = _table(network, edited, free, output, short)
    table["induced"] = _induced(edited.network, solved, table["change"].to_numpy(), spending)
    bought = short if shortage == "outside" else np.zeros_like(short)
    return Effects(network, scenario, table, edited, bought)


def _refuse_overspending(edited: Plan, coefficients: csr_array) -> None:
    """Refuse a scenario in which somebody buys more than it makes: no network holds that."""
    spent = np.asarray(coefficients.sum(axis=0))
    worst = int(spent.argmax()) if len(spent) else 0
    if len(spent) and spent[worst] > 1 + SLACK:
        businesses = edited.network.businesses
        share = Words(en=percent(spent[worst], "en"), id=percent(spent[worst], "id"))
        name = businesses["name"].iloc[worst] or businesses.index[worst]
        raise ScenarioError(_OVERSPENT.fill(buyer=name, share=share))


def _turns(
    network: SupplyNetwork, edited: Plan, shortage: Shortage, first: Sequence[str]
) -> list[Floats]:
    """Split final demand by who is served first when goods are short; nothing without rationing."""
    if shortage == "outside":
        return []
    index = edited.network.businesses.index
    left, turns = edited.demand.copy(), []
    favoured = np.where(index.isin([index[edited.network.position(one)] for one in first]), left, 0)
    todays = network.final_demand.reindex(index).fillna(0.0).clip(lower=0.0).to_numpy()
    for wanted in (favoured, todays if shortage == "existing" else left):
        turns.append(np.minimum(wanted, left))
        left = left - turns[-1]
    return [*turns, left]


def _limited(
    solved: Factor, edited: Plan, free: Floats, turns: list[Floats]
) -> tuple[Floats, Floats]:
    if not turns:
        bought = limits.buying_shortages(solved, edited.demand, edited.limits)
        return bought.output, bought.shortage
    needed = _needed(edited)
    output = np.zeros_like(free)
    for demand in turns:
        left = np.maximum(edited.limits - output, 0.0)
        output = output + limits.rationing(solved, demand, left, needed).output
    return output, np.maximum(free - edited.limits, 0.0)


def _needed(edited: Plan) -> csr_array:
    """Mark the inputs without which a buyer stands still: all but those classed as ignored."""
    table = edited.partnerships
    held = edited.carrying & (table["input_class"] != "ignored")
    return edited.matrix(held.astype(float))


def _table(
    network: SupplyNetwork, edited: Plan, free: Floats, output: Floats, short: Floats
) -> pd.DataFrame:
    index = edited.network.businesses.index
    before = network.businesses["output"].reindex(index).fillna(0.0).to_numpy()
    direct = _direct(network, edited)
    table = pd.DataFrame(
        {
            "before": before,
            "after": output,
            "change": output - before,
            "direct": direct,
            "indirect": free - before - direct,
            "withheld": output - free,
            "shortage": short,
        },
        index=index,
    )
    for measure in ("value_added", "workers"):
        now = edited.network.businesses[measure].fillna(0.0)
        was = network.businesses[measure].reindex(index).fillna(0.0)
        table[measure] = now * _ratio(output, edited) - was
    return table


def _ratio(output: Floats, edited: Plan) -> Floats:
    setting = edited.network.businesses["output"].fillna(0.0).to_numpy()
    return np.divide(output, setting, out=np.ones_like(output), where=setting > 0)


def _direct(network: SupplyNetwork, edited: Plan) -> Floats:
    """Change of each business's sales by the edits themselves, before anyone responds."""
    index = edited.network.businesses.index
    now = np.asarray(edited.trade.sum(axis=1)) + edited.demand
    return now - network.businesses["output"].reindex(index).fillna(0.0).to_numpy()


def _induced(network: SupplyNetwork, factor: Factor, change: Floats, spending: float) -> Floats:
    """Output that households call for by spending the wages of `change`, round after round."""
    closed = economy.of(network).closed(spending).coefficients
    basket, wages = closed[:-1, [-1]].toarray().ravel(), closed[[-1], :-1].toarray().ravel()
    bought = factor.forward(basket)
    return bought * float(wages @ change) / (1.0 - float(wages @ bought))


_OVERSPENT = Words(
    en="{buyer} would buy {share} of its own output from businesses here. "
    "Make its new partnerships smaller, or let its own sales grow.",
    id="{buyer} akan membeli {share} dari nilai produksinya sendiri dari usaha di sini. "
    "Perkecil kemitraan barunya, atau naikkan penjualannya.",
)
_IMPOSSIBLE = Words(
    en="With these edits, businesses would need more of each other's goods than they make. "
    "Make the new partnerships smaller.",
    id="Dengan perubahan ini, usaha-usaha saling membutuhkan barang lebih banyak daripada yang "
    "dibuat. Perkecil kemitraan barunya.",
)
