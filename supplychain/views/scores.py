"""Values of one metric together with the words for them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words, compact, number, percent, rupiah
from supplychain.metrics import CATALOGUE
from supplychain.metrics.catalogue import RUPIAH_A_YEAR, SHARE, Metric
from supplychain.views.catalogue import Results
from supplychain.views.trade import names

ARROW = " → "
SOURCE = Words(en="Formula: {names}.", id="Rumus: {names}.")


@dataclass(frozen=True)
class Scores:
    """Values of a metric, and how they are said.

    Attributes
    ----------
    metric, numbers
        The metric; its values by business or by partnership.
    given
        Parameters the values were computed with, as far as they differ from the defaults.
    """

    metric: Metric
    numbers: pd.Series
    given: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(
        cls, results: Results, metric: str | None = None, given: Mapping[str, Any] | None = None
    ) -> Scores:
        """Take the values of one metric out of all results; the first one if none is named.

        Raises
        ------
        UnknownNameError
            If the catalogue has no such metric.
        """
        name = metric or next(iter(results))
        found, values = CATALOGUE.get(name), results[name]
        return cls(found, values if found.codes else values.astype(float), given or {})

    @property
    def unit(self) -> Words:
        """Unit of the values."""
        return self.metric.unit_of(**self.given)

    def title(self, language: Language) -> str:
        """Title of the metric with its unit; shares are written in percent."""
        unit = "%" if is_share(self.unit) else self.unit(language)
        return f"{self.metric.title(language)} ({unit})"

    def text(self, value: float, language: Language) -> str:
        """Write one value, without its unit unless that is part of the number."""
        return written(value, self.unit, language)

    def labels(self, network: SupplyNetwork) -> pd.Series:
        """Name what each value belongs to: a business, or supplier → buyer."""
        if self.metric.level != "partnership":
            return names(network).reindex(self.numbers.index)
        rows = network.partnerships.loc[self.numbers.index]
        said = names(network)
        return rows["supplier"].map(said) + ARROW + rows["buyer"].map(said)

    def kinds(self, network: SupplyNetwork) -> pd.Series:
        """Kind of the business each value belongs to; of the supplier, for a partnership."""
        if self.metric.level != "partnership":
            return network.businesses["kind"].reindex(self.numbers.index)
        return network.partnerships.loc[self.numbers.index, "supplier"].map(
            network.businesses["kind"]
        )


def formula_line(language: Language, *scores: Scores) -> str:
    """Name the works that the formulas come from."""
    works = dict.fromkeys(one.metric.source for one in scores)
    return SOURCE.fill(names="; ".join(works))(language)


def is_money(unit: Words) -> bool:
    """Tell whether values of this unit are rupiah, so that large ones are said in words."""
    return unit == RUPIAH_A_YEAR or unit.en in ("Rp", "Rp/year")


def written(value: float, unit: Words, language: Language) -> str:
    """Write a value of a unit with three significant digits.

    Examples
    --------
    >>> written(1.5249, Words(en="Rp per Rp", id="Rp per Rp"), "id")
    '1,52'
    >>> written(0.12345, SHARE, "en"), written(2.5e6, RUPIAH_A_YEAR, "id")
    ('12.3%', 'Rp 2,5 juta')
    """
    if is_money(unit):
        return rupiah(value, language)
    if is_share(unit):
        return percent(value, language, digits=1)
    if 0 < abs(value) < 1e-3:
        return number(value, language, digits=min(9, 2 - math.floor(math.log10(abs(value)))))
    if 1e3 <= abs(value) < 1e6:
        return number(value, language)
    return compact(value, language)


def is_share(unit: Words) -> bool:
    """Tell whether values of this unit are shares of one, so that they are said in percent."""
    return unit == SHARE


def heavy_tailed(values: pd.Series) -> bool:
    """Tell whether the largest value is more than thirty times the median of those above zero."""
    above = values[values > 0]
    return len(above) > 2 and float(above.max()) > 30 * float(above.median())
