"""Metrics and parameters as typed on the command line, read as the catalogue describes them."""

from __future__ import annotations

import inspect
from collections.abc import Mapping, Sequence
from typing import Any

from supplychain import metrics
from supplychain.core.catalogue import unknown
from supplychain.core.errors import SupplyChainError, UnknownNameError
from supplychain.core.params import Parameter
from supplychain.core.words import Words
from supplychain.exports import Export
from supplychain.metrics import Metric

Settings = dict[str, dict[str, Any]]


def named_metrics(only: str) -> list[Metric]:
    """Find the metrics named, with commas between them."""
    names = [name.strip() for name in only.split(",") if name.strip()]
    return [metrics.CATALOGUE.get(name) for name in names]


def chosen_metrics(only: str) -> list[Metric]:
    """Find the metrics named, all of one level; none named: all by business."""
    chosen = named_metrics(only) or metrics.CATALOGUE.find(level="business")
    levels = {entry.level for entry in chosen}
    if len(levels) > 1 or (len(chosen) > 1 and levels & {"pair", "network"}):
        raise SupplyChainError(_MIXED)
    return chosen


def settings_of(texts: Sequence[str], chosen: Sequence[Metric | Export]) -> Settings:
    """Read each ``entry.parameter=value`` as the entry's signature asks."""
    entries = {entry.id: entry for entry in chosen}
    given: Settings = {name: {} for name in entries}
    for text in texts:
        name, parameter, value = _parted(text)
        if name not in entries:
            raise UnknownNameError(unknown("name", name, list(entries)))
        known = {known.id: known for known in entries[name].parameters}
        if parameter not in known:
            raise UnknownNameError(unknown("parameter", parameter, list(known)))
        given[name][parameter] = _value(known[parameter], value)
    for entry in chosen:
        _require(entry, given[entry.id])
    return given


def _require(entry: Metric | Export, given: Mapping[str, Any]) -> None:
    """Refuse an entry that lacks a parameter without a default."""
    lacking = [
        parameter.id
        for parameter in entry.parameters
        if parameter.default is inspect.Parameter.empty and parameter.id not in given
    ]
    if lacking:
        raise SupplyChainError(_LACKING.fill(entry=entry.id, parameter=lacking[0]))


def _parted(text: str) -> tuple[str, str, str]:
    place, equals, value = text.partition("=")
    name, dot, parameter = place.partition(".")
    if not (dot and equals):
        raise SupplyChainError(_SETTING.fill(text=text))
    return name, parameter, value


def _value(parameter: Parameter, text: str) -> Any:
    """Turn the text into a value that the parameter allows."""
    if parameter.choices:
        codes = {str(code): code for code in parameter.choices}
        if text in codes:
            return codes[text]
        raise UnknownNameError(unknown("parameter", text, list(codes)))
    if isinstance(parameter.default, bool):
        return text.lower() in {"true", "yes", "ya", "1"}
    if parameter.range is None and not isinstance(parameter.default, int | float):
        return text
    return _number(parameter, text)


def _number(parameter: Parameter, text: str) -> float:
    kind = int if isinstance(parameter.default, int) else float
    span = parameter.range
    try:
        value = kind(text)
    except ValueError:
        raise SupplyChainError(_NO_NUMBER.fill(parameter=parameter.id, text=text)) from None
    if span is not None and not span.low <= value <= span.high:
        raise SupplyChainError(
            _OUTSIDE.fill(parameter=parameter.id, low=span.low, high=span.high, text=text)
        )
    return value


_MIXED = Words(
    en="These metrics do not share a table. Ask for those by business, those by partnership and "
    "each other one in calls of their own.",
    id="Metrik ini tidak dapat ditulis dalam satu tabel. Minta metrik per usaha, metrik per "
    "kemitraan, dan metrik lainnya masing-masing dalam perintah tersendiri.",
)
_SETTING = Words(
    en="'{text}' sets nothing. Write ID.PARAMETER=VALUE, as in pagerank.damping=0.9.",
    id="'{text}' tidak mengatur apa pun. Tulis ID.PARAMETER=NILAI, misalnya pagerank.damping=0.9.",
)
_LACKING = Words(
    en="{entry} needs its parameter '{parameter}': add --set {entry}.{parameter}=VALUE.",
    id="{entry} memerlukan parameter '{parameter}': tambahkan --set {entry}.{parameter}=NILAI.",
)
_NO_NUMBER = Words(
    en="{parameter} takes a number with a decimal point, not '{text}'.",
    id="{parameter} memerlukan angka dengan titik desimal, bukan '{text}'.",
)
_OUTSIDE = Words(
    en="{parameter} lies between {low} and {high}; {text} does not.",
    id="{parameter} berada antara {low} dan {high}; {text} di luar itu.",
)
