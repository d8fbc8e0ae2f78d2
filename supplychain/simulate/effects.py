"""What a scenario changes, by business and in total, and the network after it."""

from __future__ import annotations

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
from supplychain.core.words import Words
from supplychain.engine import leontief, limits, radius
from supplychain.engine.leontief import Factor
from supplychain.metrics import economy
from supplychain.metrics.multipliers import SPENDING
from supplychain.simulate.after import network_after
from supplychain.simulate.plan import Plan, plan

Floats = NDArray[np.float64]
Shortage = Literal["outside", "ration"]
SHORTAGES: dict[Shortage, Words] = {
    "outside": Words(en="Buy what is short from outside", id="Kekurangan dibeli dari luar"),
    "ration": Words(en="Share what there is among buyers", id="Kekurangan dibagi rata ke pembeli"),
}


@dataclass(frozen=True, eq=False)
class Effects:
    """A scenario's effects.

    Attributes
    ----------
    network, scenario
        What was, and what would be different.
    by_business
        Indexed like ``network.businesses``, Rp/year: `before`, `after` output; `change`, split into
        `direct` (the edits themselves), `indirect` (suppliers of suppliers) and `withheld` (what
        limits keep from happening); `induced` (spending of the wages earned, not part of `change`);
        `value_added` and `workers` (persons) as changes; `shortage` of the business's own goods.
    """

    network: SupplyNetwork
    scenario: Scenario
    by_business: pd.DataFrame
    _plan: Plan
    _output: Floats

    @property
    def total(self) -> pd.Series:
        """Column sums of `by_business`."""
        return self.by_business.sum()

    @cached_property
    def after(self) -> SupplyNetwork:
        """The network as the scenario leaves it, checked like any other."""
        return network_after(self._plan, self._output)


def effects(
    network: SupplyNetwork,
    scenario: Scenario,
    *,
    shortage: Shortage = "outside",
    spending: float = SPENDING,
) -> Effects:
    """Work out a scenario.

    Parameters
    ----------
    network
        The network before.
    scenario
        The edits.
    shortage
        What happens when a limit binds: `outside` buys the rest elsewhere, `ration` gives every
        buyer the same share and lowers what needs it.
    spending
        Share of wages that households spend on goods of the network; see the type II multipliers.

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
    edited = plan(network, scenario)
    coefficients = edited.coefficients
    if radius.spectral_radius(coefficients) >= 1:
        raise ScenarioError(_IMPOSSIBLE)
    solved = leontief.factor(coefficients)
    free = solved.forward(edited.demand)
    output, short = _limited(solved, edited, free, shortage)
    table = _table(edited, free, output, short)
    table["induced"] = _induced(network, solved, table["change"].to_numpy(), spending)
    return Effects(network, scenario, table, edited, output)


def _limited(
    solved: Factor, edited: Plan, free: Floats, shortage: Shortage
) -> tuple[Floats, Floats]:
    if shortage == "outside":
        bought = limits.buying_shortages(solved, edited.demand, edited.limits)
        return bought.output, bought.shortage
    shared = limits.rationing(solved, edited.demand, edited.limits, _needed(edited))
    return shared.output, np.maximum(free - edited.limits, 0.0)


def _needed(edited: Plan) -> csr_array:
    """Mark the inputs without which a buyer stands still: all but those classed as ignored."""
    table = edited.partnerships
    held = edited.carrying & (table["input_class"] != "ignored")
    return edited.matrix(held.astype(float))


def _table(edited: Plan, free: Floats, output: Floats, short: Floats) -> pd.DataFrame:
    network = edited.network
    before = network.businesses["output"].fillna(0.0).to_numpy()
    direct = _direct(edited)
    change = output - before
    table = pd.DataFrame(
        {
            "before": before,
            "after": output,
            "change": change,
            "direct": direct,
            "indirect": free - before - direct,
            "withheld": output - free,
            "shortage": short,
        },
        index=network.businesses.index,
    )
    for measure in ("value_added", "workers"):
        per_output = (network.businesses[measure] / network.businesses["output"]).fillna(0.0)
        table[measure] = per_output * change
    return table


def _direct(edited: Plan) -> Floats:
    """Change of each business's sales by the edits themselves, before anyone responds."""
    traded = np.asarray(edited.trade.sum(axis=1)) - edited.network.sales.to_numpy()
    return traded + edited.demand - edited.network.final_demand.fillna(0.0).to_numpy()


def _induced(network: SupplyNetwork, factor: Factor, change: Floats, spending: float) -> Floats:
    """Output that households call for by spending the wages of `change`, round after round."""
    closed = economy.of(network).closed(spending).coefficients
    basket, wages = closed[:-1, [-1]].toarray().ravel(), closed[[-1], :-1].toarray().ravel()
    bought = factor.forward(basket)
    return bought * float(wages @ change) / (1.0 - float(wages @ bought))


_IMPOSSIBLE = Words(
    en="With these edits, businesses would need more of each other's goods than they make. "
    "Make the new partnerships smaller.",
    id="Dengan perubahan ini, usaha-usaha saling membutuhkan barang lebih banyak daripada yang "
    "dibuat. Perkecil kemitraan barunya.",
)
