"""Headline numbers of one business, each with its interval, basis and source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from supplychain.core.network import SupplyNetwork
from supplychain.core.vocabulary import BASES
from supplychain.core.words import Language, Words, number, percent, rupiah
from supplychain.exports.papers.blocks import Tile
from supplychain.metrics import CATALOGUE, uncertainty
from supplychain.metrics.draws import drawn
from supplychain.views.provenance import source_line
from supplychain.views.scores import written

COLUMNS: Mapping[str, Words] = {
    "output": Words(en="Output a year", id="Nilai produksi per tahun"),
    "workers": Words(en="Jobs", id="Tenaga kerja"),
    "funds": Words(en="Public funds (DAK)", id="Dana publik (DAK)"),
}
METRICS = ("output_multiplier", "extraction_loss", "capacity_use")
PERSONS = Words(en="{count} persons", id="{count} orang")
PER_RUPIAH = Words(en="Rp {amount} per Rp", id="Rp {amount} per Rp")
INTERVAL = Words(en="90% interval: {low} to {high}", id="Selang 90%: {low} sampai {high}")
STANDS = Words(en="Basis: {basis}", id="Dasar: {basis}")
COMPUTED = Words(en="Computed; stands on {shares}", id="Dihitung; bertumpu pada angka {shares}")
LOW, HIGH = 0.05, 0.95


@dataclass(frozen=True)
class _Asked:
    network: SupplyNetwork
    business: str
    language: Language


def tiles(network: SupplyNetwork, business: str, language: Language) -> Iterator[Tile]:
    """Say the numbers that a business is known by, as far as the data have them."""
    asked = _Asked(network, business, language)
    for column, label in COLUMNS.items():
        if network.businesses[column][business] > 0:
            yield _column(asked, column, label)
    for name in METRICS:
        found = uncertainty.interval(network, CATALOGUE.get(name)).to_dict("index")[business]
        if np.isfinite(found["value"]):
            yield _metric(asked, name, found)


def _column(asked: _Asked, column: str, label: Words) -> Tile:
    value = float(asked.network.businesses[column][asked.business])
    draws = [float(one.businesses[column][asked.business]) for one in drawn(asked.network)]
    low, high = np.nanquantile(draws, [LOW, HIGH])
    say = partial(_said, column, language=asked.language)
    return Tile(
        label(asked.language),
        say(value),
        INTERVAL.fill(low=say(min(low, value)), high=say(max(high, value)))(asked.language),
        STANDS.fill(basis=BASES[str(asked.network.basis_of(column)[asked.business])])(
            asked.language
        ),
        source_line(asked.network, [stated(asked.network, asked.business, column)], asked.language),
    )


def _said(column: str, value: float, *, language: Language) -> str:
    if column == "workers":
        return PERSONS.fill(count=number(value, language))(language)
    return rupiah(value, language)


def _metric(asked: _Asked, name: str, found: Mapping[Any, float]) -> Tile:
    metric, language = CATALOGUE.get(name), asked.language

    def say(value: float) -> str:
        text = written(value, metric.unit, language)
        return PER_RUPIAH.fill(amount=text)(language) if metric.unit.en == "Rp per Rp" else text

    shares = ", ".join(
        f"{percent(found[f'{code}_share'], language)} {words(language)}"
        for code, words in BASES.items()
        if found[f"{code}_share"] >= 0.005
    )
    ends = {end: written(found[end], metric.unit, language) for end in ("low", "high")}
    return Tile(
        metric.title(language),
        say(found["value"]),
        INTERVAL.fill(**ends)(language),
        COMPUTED.fill(shares=shares)(language) if shares else "",
    )


def stated(network: SupplyNetwork, business: str, column: str) -> object:
    """Source of a number: its default claim's, else the row's."""
    claims = network.claims
    told = claims[
        (claims["business"] == business)
        & (claims["field"] == column)
        & (claims["default"] == "yes")
    ]
    return told["source"].iloc[-1] if len(told) else network.businesses["source"][business]
