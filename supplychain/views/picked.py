"""The interactive graph from choices by name, as a page or a command line makes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

import pandas as pd

from supplychain.core import schema
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words
from supplychain.metrics import CATALOGUE
from supplychain.metrics.catalogue import Level
from supplychain.views.drawing import paints
from supplychain.views.graph import Drawing, Filters, Focus, drawing
from supplychain.views.layout import LAYOUTS as KNOWN
from supplychain.views.layout import Layout

BY_KIND = "kind"
BY_VALUE = "value"
LAYOUTS: Mapping[str, Words] = {str(code): words for code, words in KNOWN.items()}
SIZES = ("output", "value_added", "workers", "funds")
_COLUMNS: Mapping[str, paints.By] = {name: name for name in get_args(paints.By)}


def sizes() -> Mapping[str, Words]:
    """List what the size of a business may stand for."""
    return {BY_KIND: paints.TITLES["kind"], **_columns(SIZES), **_metrics("business")}


def colours() -> Mapping[str, Words]:
    """List what the colour of a business may stand for."""
    return {**paints.TITLES, **_metrics("business", codes=True)}


def widths() -> Mapping[str, Words]:
    """List what the width of a partnership may stand for."""
    meaning = schema.PARTNERSHIPS.column(BY_VALUE).meaning
    return {BY_VALUE: meaning, **_metrics("partnership")}


def picture(  # noqa: PLR0913
    network: SupplyNetwork,
    *,
    language: Language,
    layout: Layout = "tiers",
    size: str = "output",
    colour: str = BY_KIND,
    width: str = BY_VALUE,
    filters: Filters | None = None,
    focus: Focus | None = None,
    moved: Mapping[str, tuple[float, float]] | None = None,
) -> Drawing:
    """Draw a network, its sizes, colours and widths named.

    Parameters
    ----------
    size, colour, width
        Keys of `sizes`, `colours` and `widths`.
    filters, focus, moved
        As for `drawing`.
    """
    return drawing(
        network,
        language=language,
        layout=layout,
        size=None if size == BY_KIND else _values(network, network.businesses, size),
        colour=_COLUMNS.get(colour) or _values(network, network.businesses, colour),
        width=None if width == BY_VALUE else _values(network, network.partnerships, width),
        filters=filters,
        focus=focus,
        moved=moved,
    )


def _values(network: SupplyNetwork, table: pd.DataFrame, name: str) -> pd.Series:
    values: pd.Series = CATALOGUE.get(name).fn(network) if name in CATALOGUE else table[name]
    return values


def _columns(names: tuple[str, ...]) -> Mapping[str, Words]:
    return {name: schema.BUSINESSES.column(name).meaning for name in names}


def _metrics(level: Level, *, codes: bool = False) -> Mapping[str, Words]:
    return {
        metric.id: metric.title
        for metric in CATALOGUE
        if metric.level == level and (codes or not metric.codes)
    }
