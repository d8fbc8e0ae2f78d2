"""Values of businesses or partnerships as sizes, widths and shades, with what a legend says."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from supplychain.core.schema import BUSINESSES, PARTNERSHIPS
from supplychain.core.words import Words, same
from supplychain.metrics import CATALOGUE
from supplychain.metrics.catalogue import PERSONS, RUPIAH_A_YEAR
from supplychain.views.scores import heavy_tailed, written

Floats = NDArray[np.float64]

SHADES = 24
"""Steps of a ramp of colours."""
_UNITS: Mapping[str, Words] = {"Rp/year": RUPIAH_A_YEAR, "persons": PERSONS}


@dataclass(frozen=True)
class Measure:
    """Numbers with their name and unit.

    Attributes
    ----------
    amounts
        By business or by partnership; gaps where there is no number.
    key
        Name of the Series they came as.
    title, unit
        What the numbers are.
    """

    amounts: pd.Series
    key: str
    title: Words
    unit: Words

    @classmethod
    def of(cls, values: pd.Series) -> Measure:
        """Find title and unit by the name of a Series: a metric's id, or a column of a table."""
        title, unit = _described(str(values.name))
        return cls(values.astype(float), str(values.name), title, unit)

    def text(self, value: float) -> Words:
        """Write one value with its unit."""
        said = {code: written(value, self.unit, code) for code in ("en", "id")}
        if not math.isfinite(value) or said["en"].endswith("%") or said["en"].startswith("Rp"):
            return Words(**said)
        return Words(**said) + self.unit

    def text_of(self, key: object) -> Words:
        """Write the value of one business or partnership."""
        return self.text(float(self.amounts.get(key, float("nan"))))

    def entry(self) -> dict[str, Any]:
        """Key, title and unit for a legend."""
        return {"key": self.key, "title": self.title, "unit": self.unit}


def _described(name: str) -> tuple[Words, Words]:
    if name in CATALOGUE:
        metric = CATALOGUE.get(name)
        return metric.title, metric.unit
    columns = {column.name: column for column in (*PARTNERSHIPS.columns, *BUSINESSES.columns)}
    if name in columns:
        unit = columns[name].unit
        return columns[name].meaning, _UNITS.get(unit, same(unit))
    return same(name), same("")


def grown(values: pd.Series, least: float, most: float) -> Floats:
    """Turn amounts into radii or widths whose square grows with the amount.

    Gaps, zeros and negative amounts get `least`; the largest amount gets `most`.
    """
    amounts = values.to_numpy(dtype=float).clip(min=0)
    top = np.nanmax(amounts, initial=0.0) if len(amounts) else 0.0
    share = np.sqrt(np.nan_to_num(amounts) / top) if top > 0 else np.zeros(len(amounts))
    return least + (most - least) * share


def marks(measure: Measure, least: float, most: float) -> list[dict[str, Any]]:
    """Three round amounts of a measure with the radius or width each is drawn with."""
    top = float(measure.amounts.max())
    if not top > 0:
        return []
    amounts = sorted({_round(top * share) for share in (0.06, 0.35, 1.0)})
    return [
        {
            "text": measure.text(amount),
            "size": round(least + (most - least) * min(1.0, math.sqrt(amount / top)), 1),
        }
        for amount in amounts
    ]


def _round(amount: float) -> float:
    """Keep the first digit, downwards, so that the legend stays within the data."""
    scale = 10.0 ** math.floor(math.log10(amount))
    return float(math.floor(amount / scale + 1e-9) * scale)


def shaded(values: pd.Series) -> Floats:
    """Turn numbers into places on a ramp, 0 to 1; on a log scale if few are far above the rest."""
    numbers = _scale(values)
    low, high = np.nanmin(numbers, initial=np.inf), np.nanmax(numbers, initial=-np.inf)
    if not high > low:
        return np.where(np.isnan(numbers), np.nan, 0.5)
    return (numbers - low) / (high - low)


def ticks(measure: Measure) -> list[Words]:
    """Say what the ends and the middle of the ramp stand for."""
    numbers = _scale(measure.amounts)
    if np.isnan(numbers).all():
        return []
    low, high = float(np.nanmin(numbers)), float(np.nanmax(numbers))
    places = [low, (low + high) / 2, high] if high > low else [low]
    return [measure.text(10**place if _logarithmic(measure.amounts) else place) for place in places]


def _logarithmic(values: pd.Series) -> bool:
    return bool(values.min() > 0) and heavy_tailed(values)


def _scale(values: pd.Series) -> Floats:
    numbers = values.to_numpy(dtype=float)
    return np.log10(numbers) if _logarithmic(values) else numbers
