"""Colours of the drawing, each as a pair: on a light and on a dark background."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.places import district_name
from supplychain.core.vocabulary import BASES, COMMODITIES, KINDS
from supplychain.core.words import Words, same
from supplychain.metrics import CATALOGUE
from supplychain.views import palette
from supplychain.views.drawing import measures

Pair = tuple[str, str]
By = Literal["kind", "commodity", "district", "basis"]
NO_NUMBER = Words(en="No number", id="Tanpa angka")
NOT_STATED = Words(en="Not stated", id="Tidak disebut")
MUTED: Pair = (palette.INKS["light"].muted, palette.INKS["dark"].muted)

TITLES: Mapping[str, Words] = {
    "kind": Words(en="Kind of business", id="Jenis usaha"),
    "commodity": Words(en="Commodity", id="Komoditas"),
    "district": Words(en="District", id="Kabupaten/kota"),
    "basis": Words(en="Basis of the numbers", id="Dasar angka"),
}
CODES: Mapping[str, Mapping[str, Words]] = {
    "kind": KINDS,
    "commodity": COMMODITIES,
    "basis": BASES,
}
_TABLES: Mapping[str, palette.Colours] = {
    "kind": palette.KINDS,
    "commodity": palette.COMMODITIES,
    "basis": palette.BASES,
}


@dataclass(frozen=True)
class Painted:
    """A colour for every business, and the legend that explains them.

    Attributes
    ----------
    paints
        The pairs that are used.
    paint
        For each business the position of its pair, by business id.
    legend
        `title`, and either `entries` (code, label, paint) or `ticks` of a ramp from the first
        paint to the last but one; the last stands for no number.
    """

    paints: tuple[Pair, ...]
    paint: pd.Series
    legend: Mapping[str, Any]


def painted(network: SupplyNetwork, colour: By | pd.Series) -> Painted:
    """Colour the businesses by a column, a metric's numbers or a metric's codes."""
    if isinstance(colour, pd.Series):
        index = network.businesses.index
        if pd.api.types.is_numeric_dtype(colour):
            return _shaded(measures.Measure.of(colour.reindex(index)))
        title, words = _of_metric(str(colour.name))
        return _coded(colour.reindex(index), title, words, None, str(colour.name))
    codes = network.businesses[colour]
    words = CODES.get(colour) or {code: same(district_name(code)) for code in codes.dropna()}
    return _coded(codes, TITLES[colour], words, _TABLES.get(colour), colour)


def entries(codes: Mapping[str, Words]) -> list[dict[str, Any]]:
    """List codes with what they mean."""
    return [{"code": code, "label": words} for code, words in codes.items()]


def _of_metric(name: str) -> tuple[Words, Mapping[str, Words]]:
    if name in CATALOGUE:
        return CATALOGUE.get(name).title, CATALOGUE.get(name).codes
    return same(name), {}


def _shaded(measure: measures.Measure) -> Painted:
    light, dark = (_ramp(palette.INKS[theme].ramp) for theme in palette.INKS)
    paints = (*zip(light, dark, strict=True), MUTED)
    place = measures.shaded(measure.amounts)
    step = np.where(np.isnan(place), len(light), np.round(np.nan_to_num(place) * (len(light) - 1)))
    legend = {
        **measure.entry(),
        "ticks": measures.ticks(measure),
        "gaps": NO_NUMBER if bool(np.isnan(place).any()) else None,
    }
    return Painted(paints, pd.Series(step.astype(int), index=measure.amounts.index), legend)


def _ramp(stops: Sequence[str]) -> list[str]:
    """Colours between the stops, evenly."""
    channels = np.array([[int(stop[i : i + 2], 16) for i in (1, 3, 5)] for stop in stops])
    at = np.linspace(0, len(stops) - 1, measures.SHADES)
    mixed = [np.interp(at, np.arange(len(stops)), channel) for channel in channels.T]
    return ["#" + "".join(f"{round(c):02x}" for c in colour) for colour in zip(*mixed, strict=True)]


def _coded(
    codes: pd.Series,
    title: Words,
    words: Mapping[str, Words],
    table: palette.Colours | None,
    field: str,
) -> Painted:
    present = codes.dropna().astype(str)
    order = [code for code in words if code in set(present)]
    order += sorted(set(present) - set(order))
    pairs = [_pair(table, code, place) for place, code in enumerate(order)]
    place = {code: i for i, code in enumerate(order)}
    paint = codes.astype("str").map(place).fillna(len(order)).astype(int)
    entries = [
        {"code": code, "label": words.get(code, same(code)), "paint": i}
        for i, code in enumerate(order)
    ]
    if codes.isna().any():
        entries.append({"code": None, "label": NOT_STATED, "paint": len(order)})
    return Painted((*pairs, MUTED), paint, {"title": title, "field": field, "entries": entries})


def _pair(table: palette.Colours | None, code: str, place: int) -> Pair:
    if table is not None:
        return palette.colour(table, code, "light"), palette.colour(table, code, "dark")
    series = [palette.SERIES[theme] for theme in ("light", "dark")]
    light, dark = (known[place] if place < len(known) else None for known in series)
    return light or MUTED[0], dark or MUTED[1]
