"""The interactive graph from choices by name, as a page or a command line makes them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import get_args

import pandas as pd

from supplychain.core import schema
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words
from supplychain.metrics import CATALOGUE
from supplychain.metrics.catalogue import Level
from supplychain.views import groups
from supplychain.views.drawing import paints
from supplychain.views.graph import Drawing, Filters, Focus, drawing
from supplychain.views.layout import LAYOUTS as KNOWN
from supplychain.views.layout import Layout

BY_KIND = "kind"
BY_VALUE = "value"
LAYOUTS: Mapping[str, Words] = {str(code): words for code, words in KNOWN.items()}
SIZES = ("output", "value_added", "workers", "funds")
COLUMNS: Mapping[str, paints.By] = {name: name for name in get_args(paints.By)}


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
    opened: Collection[str] = (),
) -> Drawing:
    """Draw a network, its sizes, colours and widths named.

    Parameters
    ----------
    size, colour, width
        Keys of `sizes`, `colours` and `widths`.
    filters, focus, moved
        As for `drawing`.
    opened
        Groups whose parts are shown; more than `groups.MOST` businesses are drawn as groups, whose
        metrics are averages weighted by output.
    """
    chosen = filters or Filters()
    if layout != "focus" and crowded(network, chosen):
        return _in_groups(network, chosen, opened, language, layout, size, colour, moved)
    return drawing(
        network,
        language=language,
        layout=layout,
        size=None if size == BY_KIND else values(network, network.businesses, size),
        colour=COLUMNS.get(colour) or values(network, network.businesses, colour),
        width=None if width == BY_VALUE else values(network, network.partnerships, width),
        filters=chosen,
        focus=focus,
        moved=moved,
    )


def crowded(network: SupplyNetwork, filters: Filters) -> bool:
    """Whether a choice keeps more businesses than one drawing shows one by one."""
    return groups.crowded(network) and int(filters.kept(network)[0].sum()) > groups.MOST


def _in_groups(  # noqa: PLR0913
    network: SupplyNetwork,
    filters: Filters,
    opened: Collection[str],
    language: Language,
    layout: Layout,
    size: str,
    colour: str,
    moved: Mapping[str, tuple[float, float]] | None,
) -> Drawing:
    businesses, rows = filters.kept(network)
    kept = replace(
        network,
        businesses=network.businesses[businesses],
        partnerships=network.partnerships[rows].reset_index(drop=True).rename_axis("partnership"),
        filled={},
        filled_values={},
    )
    gathered = groups.grouped(kept, opened=opened, language=language)

    def of_groups(name: str) -> pd.Series:
        if name in gathered.network.businesses:
            return gathered.network.businesses[name]
        return gathered.mean(CATALOGUE.get(name).fn(network).reindex(kept.businesses.index))

    drawn = drawing(
        gathered.network,
        language=language,
        layout=layout,
        size=None if size == BY_KIND else of_groups(size),
        colour=COLUMNS.get(colour) or of_groups(colour),
        moved=moved,
    )
    return replace(drawn, texts=groups.TEXTS)


def values(network: SupplyNetwork, table: pd.DataFrame, name: str) -> pd.Series:
    """Return a metric or a column by its name."""
    found: pd.Series = CATALOGUE.get(name).fn(network) if name in CATALOGUE else table[name]
    return found


def _columns(names: tuple[str, ...]) -> Mapping[str, Words]:
    return {name: schema.BUSINESSES.column(name).meaning for name in names}


def _metrics(level: Level, *, codes: bool = False) -> Mapping[str, Words]:
    return {
        metric.id: metric.title
        for metric in CATALOGUE
        if metric.level == level and (codes or not metric.codes)
    }
