"""What a scenario brings in all: a few figures, how sure they are, and what they stand on."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from supplychain.core.words import Language, Words
from supplychain.simulate.effects import Effects
from supplychain.views.moves import signed
from supplychain.views.overview import Fact
from supplychain.views.provenance import shares

FIGURES: Mapping[str, tuple[Words, str, str]] = {
    "change": (Words(en="Output a year", id="Nilai produksi per tahun"), "output", "Rp"),
    "value_added": (
        Words(en="Value added a year", id="Nilai tambah per tahun"),
        "value_added",
        "Rp",
    ),
    "workers": (Words(en="Jobs", id="Tenaga kerja"), "workers", "persons"),
}
PERSONS = Words(en="{value} persons", id="{value} orang")
INTERVAL = Words(en="90% interval: {low} to {high}.", id="Selang 90%: {low} sampai {high}.")
COMPUTING = Words(en="90% interval: being computed …", id="Selang 90%: sedang dihitung …")
LOW, HIGH = 0.05, 0.95


def headline(
    effects: Effects, language: Language, *, spread: pd.DataFrame | None = None
) -> list[Fact]:
    """Total change of output, value added and jobs in the whole network.

    Parameters
    ----------
    spread
        As `simulate.uncertainty.spread` returns it; nothing while it is being computed.

    Returns
    -------
    list of Fact
        `shares` says what the figures stand on: the numbers of the businesses that change, each by
        how much it changes; what is worked out from reported numbers is estimated. `source` holds
        the interval.
    """
    return [
        Fact(
            words,
            _said(float(effects.total[name]), unit, language),
            _stands(effects, name, column),
            _interval(effects, spread, name, language),
        )
        for name, (words, column, unit) in FIGURES.items()
    ]


def _said(value: float, unit: str, language: Language) -> str:
    text = signed(value, unit, language)
    return text if unit == "Rp" else PERSONS.fill(value=text)(language)


def _stands(effects: Effects, name: str, column: str) -> Mapping[str, float]:
    basis = effects.setting.basis_of(column).reindex(effects.by_business.index).fillna("assumed")
    found = shares(basis.replace("reported", "estimated"), effects.by_business[name])
    return {str(code): float(share) for code, share in found.items()}


def _interval(effects: Effects, spread: pd.DataFrame | None, name: str, language: Language) -> str:
    if spread is None:
        return COMPUTING(language)
    stated, unit = float(effects.total[name]), FIGURES[name][2]
    low, high = (float(spread[name].quantile(end)) for end in (LOW, HIGH))
    ends = {"low": min(low, stated), "high": max(high, stated)}
    return INTERVAL.fill(**{end: _said(value, unit, language) for end, value in ends.items()})(
        language
    )
