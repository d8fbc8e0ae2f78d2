"""What a scenario shifts, by business and by partnership: before, after, and the difference."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.scenario import Scenario
from supplychain.core.words import Language, Words, number, percent, rupiah
from supplychain.simulate.effects import Effects
from supplychain.views.graph import Drawing
from supplychain.views.moves import MOVED, signed

COLUMNS = {"change": "output", "value_added": "value_added", "workers": "workers"}
"""Column of the businesses whose change a column of the effects holds."""
MEASURES: Mapping[str, Words] = {
    "change": Words(en="Output", id="Nilai produksi"),
    "value_added": Words(en="Value added", id="Nilai tambah"),
    "workers": Words(en="Jobs", id="Tenaga kerja"),
}
STILL = {"change": MOVED, "value_added": MOVED, "workers": 0.005}
"""Change below which a number counts as unmoved."""
ENDS = ["supplier", "buyer", "product"]
YEARLY = Words(en="{amount} a year", id="{amount} per tahun")
PERSONS = Words(en="{amount} persons", id="{amount} orang")
SHARE = Words(en="{amount} ({share})", id="{amount} ({share})")


@dataclass(frozen=True)
class Shift:
    """Numbers of one scenario.

    Attributes
    ----------
    businesses
        `before`, `after`, `change` of the measure, by business.
    partnerships
        The same of the value traded, Rp/year, by row; 0 for what carries no goods.
    measure
        Key of `MEASURES`.
    """

    businesses: pd.DataFrame
    partnerships: pd.DataFrame
    measure: str

    @classmethod
    def of(cls, effects: Effects, network: SupplyNetwork, measure: str) -> Shift:
        """Take the numbers of one measure from the effects; `network` as `joined` returns it."""
        column, index = COLUMNS[measure], network.businesses.index
        before = effects.network.businesses[column].reindex(index).fillna(0.0)
        change = effects.by_business[measure].reindex(index).fillna(0.0)
        first = len(effects.setting.partnerships)
        traded = (_traded(held, network, first) for held in (effects.network, effects.after))
        return cls(_compared(before, before + change), _compared(*traded), measure)

    @property
    def moved(self) -> pd.Series:
        """By how much each business changes, either way; 0 for what rounding leaves."""
        size = self.businesses["change"].abs()
        return size.where(size > STILL[self.measure], 0.0)

    @property
    def begun(self) -> pd.Series:
        """Mask of the partnerships that are new."""
        return (self.partnerships["before"] <= 0) & (self.partnerships["after"] > 0)

    @property
    def ended(self) -> pd.Series:
        """Mask of the partnerships that end."""
        return (self.partnerships["before"] > 0) & (self.partnerships["after"] <= 0)

    def within(self, drawn: Drawing) -> Shift:
        """Keep what a drawing holds."""
        nodes, edges = ([item["id"] for item in part] for part in (drawn.nodes, drawn.edges))
        return Shift(self.businesses.loc[nodes], self.partnerships.loc[edges], self.measure)


def _compared(before: pd.Series, after: pd.Series) -> pd.DataFrame:
    return pd.DataFrame({"before": before, "after": after, "change": after - before})


def _traded(held: SupplyNetwork, network: SupplyNetwork, first: int) -> pd.Series:
    """Value of trade by row of `network`, whose rows from `first` on scenarios have added."""
    value = held.trade["value"].fillna(0.0)
    kept = value[value.index < first].reindex(network.partnerships.index).fillna(0.0)
    new = held.trade[held.trade.index >= first]
    if new.empty:
        return kept
    planned = network.partnerships.loc[first:, ENDS].reset_index()
    found = new.merge(planned, on=ENDS).groupby("partnership")["value"].sum()
    return kept.add(found, fill_value=0.0)


def joined(*scenarios: Effects) -> SupplyNetwork:
    """Return the network before with all that scenarios found and add.

    New partnerships are `planned`, so that no sum of today counts them; those of the same ends and
    product are one.
    """
    network = scenarios[0].setting
    for found in scenarios[1:]:
        founded = found.setting.businesses
        new = founded[~founded.index.isin(network.businesses.index)]
        if len(new):
            network = network.replace(businesses=pd.concat([network.businesses, new]))
    planned = pd.concat([_planned(found) for found in scenarios]).drop_duplicates(ENDS)
    if planned.empty:
        return network
    return network.replace(
        partnerships=pd.concat([network.partnerships, planned], ignore_index=True)
    )


def _planned(found: Effects) -> pd.DataFrame:
    """Partnerships that a scenario adds and does not end."""
    before, after = found.setting.partnerships, found.after.partnerships
    new = after[~after.index.isin(before.index) & (after["status"] == "active")]
    return new.assign(status="planned")


def named(scenario: Scenario, network: SupplyNetwork) -> list[str]:
    """Businesses that the edits name, each once."""
    fields = ("supplier", "buyer", "displaces", "business")
    found = (str(getattr(edit, field, "")) for edit in scenario.edits for field in fields)
    return [name for name in dict.fromkeys(found) if name in network.businesses.index]


def said(value: float, measure: str, *, change: bool = False) -> Words:
    """Write an amount of a measure, or a change with its sign, with the unit.

    Examples
    --------
    >>> said(2.5e6, "change", change=True).id, said(12.0, "workers").en
    ('+Rp 2,5 juta per tahun', '12 persons')
    """
    persons = measure == "workers"
    if change:
        amount = bare(value, measure)
    else:
        write: Callable[[float, Language], str] = _count if persons else rupiah
        amount = Words(en=write(value, "en"), id=write(value, "id"))
    return (PERSONS if persons else YEARLY).fill(amount=amount)


def bare(change: float, measure: str) -> Words:
    """Write a change with its sign, without the year or the persons it is counted in."""
    unit = "persons" if measure == "workers" else "Rp"
    return Words(en=signed(change, unit, "en"), id=signed(change, unit, "id"))


def _count(value: float, language: Language) -> str:
    return number(value, language, digits=0 if value == round(value) or value >= 100 else 1)


def difference(before: float, change: float, measure: str) -> Words:
    """Write a change, and its share of what was before where that says something.

    Examples
    --------
    >>> difference(10e6, -2.5e6, "change").id
    '−Rp 2,5 juta per tahun (−25%)'
    """
    words = said(change, measure, change=True)
    if not before > 0 or not abs(change) > STILL[measure]:
        return words
    share = change / before
    digits = 0 if abs(share) >= 0.1 else 1
    sign = "+" if share > 0 else "−"
    if not np.isfinite(share) or abs(share) < 5e-4 or abs(share) > 10:
        return words
    parts = {code: sign + percent(abs(share), code, digits=digits) for code in ("en", "id")}
    return SHARE.fill(amount=words, share=Words(**parts))
