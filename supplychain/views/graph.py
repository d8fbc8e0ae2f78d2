"""The interactive graph as data: what vis-network draws, and what its reader can ask."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Any, Literal, get_args

import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Choices
from supplychain.core.words import Language, Words
from supplychain.views import palette
from supplychain.views.catalogue import Results, view
from supplychain.views.drawing import adapter, details, facets, items, paints, strokes
from supplychain.views.drawing.facets import Filters
from supplychain.views.drawing.measures import Measure
from supplychain.views.drawing.states import States
from supplychain.views.drawing.texts import TEXTS
from supplychain.views.layout import LAYOUTS, Layout, arrange

__all__ = ["Drawing", "Filters", "drawing", "graph"]

VERSION = 1
"""Of the payload; a script reads its own version only."""
TITLE = Words(en="Supply network", id="Jaringan pemasok")
REACH = 3
"""Steps around the business in the middle that a drawing of layout `focus` holds."""


@dataclass(frozen=True)
class Focus:
    """One business, and how many steps of suppliers and of buyers are shown around it."""

    business: str
    suppliers: int = 1
    buyers: int = 1


@dataclass(frozen=True)
class Drawing:
    """A graph ready to be drawn, in both languages.

    Attributes
    ----------
    vis
        Nodes, edges and options as vis-network reads them; an edge's id is its partnership's row.
    language
        The one it opens in.
    title, layout
        What is drawn, and how it is arranged.
    legend
        `colour`, `kinds`, `lines`, `size` and `width`.
    facets
        By what the reader can filter.
    details
        What is known of each business and partnership, and the titles of the sources.
    scenery
        What stands behind: columns, lanes, coast, rings.
    paints
        Pairs of colours, light and dark, that nodes name by position.
    focus
        Where the drawing opens, if on one business.
    totals
        Businesses and partnerships of the whole network, before `filters`.
    states
        Other looks that the reader can switch to, places being the same.
    """

    vis: adapter.VisData
    language: Language
    title: Words
    layout: Layout
    legend: Mapping[str, Any]
    facets: tuple[Mapping[str, Any], ...]
    details: Mapping[str, Any]
    scenery: Mapping[str, Any]
    paints: tuple[paints.Pair, ...]
    focus: Focus | None
    totals: tuple[int, int]
    states: States | None = None
    texts: Mapping[str, Words] = field(default_factory=dict)

    @property
    def nodes(self) -> adapter.Items:
        """Businesses as vis-network reads them."""
        return self.vis.nodes

    @property
    def edges(self) -> adapter.Items:
        """Partnerships as vis-network reads them."""
        return self.vis.edges

    @cached_property
    def text(self) -> str:
        """The payload as JSON text, worked out once."""
        return json.dumps(
            self.payload(), ensure_ascii=False, allow_nan=False, separators=(",", ":")
        )

    def payload(self) -> dict[str, Any]:
        """Everything as JSON holds it: only texts, numbers, lists and dictionaries."""
        texts: dict[Words, int] = {}
        described = {
            name: details.shared(self.details[name], texts)
            for name in ("businesses", "partnerships")
        }
        plain: dict[str, Any] = details.plain(
            {
                "version": VERSION,
                "language": self.language,
                "title": self.title,
                "layout": self.layout,
                "nodes": self.nodes,
                "edges": self.edges,
                "options": self.vis.options,
                "paints": self.paints,
                "inks": {theme: vars(ink) for theme, ink in palette.INKS.items()},
                "legend": self.legend,
                "facets": self.facets,
                "details": {**self.details, **described, "texts": list(texts)},
                "scenery": self.scenery,
                "focus": vars(self.focus) if self.focus else None,
                "totals": self.totals,
                "states": self.states.payload() if self.states else None,
                "texts": {**TEXTS, **self.texts},
            }
        )
        return plain


def drawing(  # noqa: PLR0913
    network: SupplyNetwork,
    *,
    language: Language = "id",
    title: Words = TITLE,
    layout: Layout = "tiers",
    size: pd.Series | None = None,
    colour: paints.By | pd.Series = "kind",
    width: pd.Series | None = None,
    focus: Focus | None = None,
    filters: Filters | None = None,
    moved: Mapping[str, tuple[float, float]] | None = None,
) -> Drawing:
    """Draw a network.

    Parameters
    ----------
    network
        All of it: positions are those of the whole network, whatever is filtered out.
    language
        The one the drawing opens in; it holds both.
    title
        What it is called.
    layout
        One of `LAYOUTS`; `focus` needs `focus`.
    size
        Amounts by business, area of its mark; named like a metric or a column. By kind if left out.
    colour
        A column, or a Series by business: numbers for a ramp, codes for colours of their own.
    width
        Amounts by partnership; their value in Rp/year if left out.
    focus
        Business to open on; the reader can leave it.
    filters
        What is drawn; the reader can filter further.
    moved
        Positions that overrule the layout, by business id.

    Returns
    -------
    Drawing
        Ready for the app and for a file.

    Raises
    ------
    UnknownNameError
        If `focus` names no business.

    Examples
    --------
    >>> import numpy as np
    >>> pair = SupplyNetwork.from_flows(np.array([[0, 5], [0, 0]]), [10, 20], names=["a", "b"])
    >>> [(edge["from"], edge["to"]) for edge in drawing(pair).edges]
    [('a', 'b')]
    """
    if focus is not None:
        network.position(focus.business)
    arranged = arrange(network, layout, focus.business if focus else None)
    painted = paints.painted(network, colour)
    sized = Measure.of(size.reindex(network.businesses.index)) if size is not None else None
    weighed = Measure.of(network.partnerships["value"] if width is None else width)
    businesses, partnerships = _drawn(network, filters or Filters(), layout, focus)
    nodes = items.nodes(network, arranged, painted, sized)
    edges = items.edges(network, arranged, weighed)
    told = [measure for measure in (sized, _measured(network, colour)) if measure is not None]
    drawn = Drawing(
        vis=adapter.built(
            (items.put(nodes[name], moved or {}) for name in network.businesses.index[businesses]),
            (edges[row] for row in network.partnerships.index[partnerships]),
            strokes.usual_curve(arranged.direction),
        ),
        language=language,
        title=title,
        layout=layout,
        legend=items.legend(network, painted, sized, weighed, arranged.room),
        facets=tuple(facets.offered(network)),
        details={
            "businesses": details.businesses(network, told),
            "partnerships": details.partnerships(network, weighed if width is not None else None),
            "labels": details.labels([*told, weighed]),
            "sources": details.sources(network),
        },
        scenery={**arranged.scenery, "direction": arranged.direction},
        paints=painted.paints,
        focus=focus,
        totals=(len(network), len(network.partnerships)),
    )
    _ = drawn.text  # so that a cached drawing carries it along
    return drawn


def _drawn(
    network: SupplyNetwork, filters: Filters, layout: Layout, focus: Focus | None
) -> tuple[pd.Series, pd.Series]:
    """Masks of what is drawn: filtered, and around one business only its surroundings."""
    businesses, partnerships = filters.kept(network)
    if layout == "focus" and focus is not None:
        businesses &= _around(network, focus.business)
    suppliers, buyers = (
        network.partnerships[side].isin(businesses.index[businesses])
        for side in ("supplier", "buyer")
    )
    return businesses, partnerships & suppliers & buyers


def _around(network: SupplyNetwork, business: str) -> pd.Series:
    """Mask of businesses within `REACH` steps up or down the trade, and of other ties."""
    near = {business}
    for here, there in (("supplier", "buyer"), ("buyer", "supplier")):
        reached = {business}
        for _ in range(REACH):
            reached |= set(network.trade.loc[network.trade[here].isin(reached), there])
        near |= reached
    table = network.partnerships
    touching = (table["supplier"] == business) | (table["buyer"] == business)
    near |= {*table.loc[touching, "supplier"], *table.loc[touching, "buyer"]}
    return network.businesses.index.to_series().isin(near)


def _measured(network: SupplyNetwork, colour: paints.By | pd.Series) -> Measure | None:
    if isinstance(colour, pd.Series) and pd.api.types.is_numeric_dtype(colour):
        return Measure.of(colour.reindex(network.businesses.index))
    return None


_COLUMNS: Mapping[str, paints.By] = {name: name for name in get_args(paints.By)}


@view(
    title=Words(en="Interactive graph", id="Graf interaktif"),
    meaning=Words(
        en="Who supplies whom, tier by tier; every business with its numbers and partners.",
        id="Siapa memasok siapa, tahap demi tahap; tiap usaha dengan angka dan mitranya.",
    ),
)
def graph(  # noqa: PLR0913
    network: SupplyNetwork,
    results: Results,
    *,
    language: Language,
    layout: Annotated[
        Literal["tiers", "map", "force"],
        Words(en="Layout", id="Tata letak"),
        Choices(LAYOUTS),
    ] = "tiers",
    size: Annotated[str, Words(en="Size", id="Ukuran")] = "output",
    colour: Annotated[str, Words(en="Colour", id="Warna")] = "kind",
    width: Annotated[str, Words(en="Line width", id="Tebal garis")] = "value",
) -> Drawing:
    """Draw a network with sizes, colours and widths picked by name.

    Parameters
    ----------
    results
        Values of metrics by id.
    size, colour, width
        Id of a metric among `results`, or a column of the businesses or partnerships; an empty
        size is by kind.

    Returns
    -------
    Drawing
        Ready for the app and for a file.
    """
    return drawing(
        network,
        language=language,
        layout=layout,
        size=_picked(network.businesses, results, size) if size else None,
        colour=_COLUMNS.get(colour) or _picked(network.businesses, results, colour),
        width=None if width == "value" else _picked(network.partnerships, results, width),
    )


def _picked(table: pd.DataFrame, results: Results, name: str) -> pd.Series:
    return results[name] if name in results else table[name]
