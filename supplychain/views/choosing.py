"""What a reader of the shared file can switch: layout, size and colour, worked out beforehand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from supplychain.core.errors import SupplyChainError
from supplychain.core.network import SupplyNetwork
from supplychain.views import picked
from supplychain.views.drawing import details, items, paints, strokes
from supplychain.views.drawing.measures import Measure
from supplychain.views.graph import Drawing
from supplychain.views.layout import LAYOUTS, Arrangement, Layout, arrange
from supplychain.views.view import View

WHOLE: tuple[Layout, ...] = ("tiers", "map", "force")
SIZES = ("output", "workers", "output_multiplier", "extraction_loss")
COLOURS = ("kind", "commodity", "district", "basis", "output_multiplier", "extraction_loss")
Payload = dict[str, Any]


def fitting(drawn: Drawing, network: SupplyNetwork) -> bool:
    """Whether a drawing shows single businesses in one state, so that its looks can be switched."""
    known = all(node["id"] in network.businesses.index for node in drawn.nodes)
    return known and drawn.states is None and drawn.layout in WHOLE


def switched(payload: Payload, network: SupplyNetwork, views: Sequence[View]) -> Payload:
    """Return the payload of a drawing with other looks and layouts, and what they are called.

    Parameters
    ----------
    views
        Their sizes and colours are offered besides the usual ones.

    Returns
    -------
    dict
        With `choices`: `layout`, `size` and `colour` by key, numbers in the order of the nodes.
    """
    ids = [node["id"] for node in payload["nodes"]]
    sized = dict(_measures(network, (*SIZES, *(view.size for view in views))))
    painted = dict(_paints(network, (*COLOURS, *(view.colour for view in views))))
    arranged: dict[Layout, Arrangement] = {name: arrange(network, name) for name in WHOLE}
    choices = {
        "layout": {
            name: {"title": LAYOUTS[name], **_layout(network, found, ids, payload["edges"])}
            for name, found in arranged.items()
        },
        "size": {key: _size(network, key, sized[key], arranged, ids) for key in sized},
        "colour": {key: _colour(found, ids) for key, found in painted.items()},
    }
    told = [measure for measure in sized.values() if measure is not None]
    return {**_telling(payload, told), "choices": details.plain(choices)}


def _measures(network: SupplyNetwork, keys: Sequence[str]) -> Iterator[tuple[str, Measure | None]]:
    for key in dict.fromkeys(keys):
        if key == picked.BY_KIND:
            yield key, None
            continue
        with suppress(SupplyChainError, KeyError):
            values = picked.values(network, network.businesses, key)
            if values.notna().any():
                yield key, Measure.of(values.reindex(network.businesses.index))


def _paints(network: SupplyNetwork, keys: Sequence[str]) -> Iterator[tuple[str, paints.Painted]]:
    for key in dict.fromkeys(keys):
        column = picked.COLUMNS.get(key)
        with suppress(SupplyChainError, KeyError):
            yield (
                key,
                paints.painted(network, column or picked.values(network, network.businesses, key)),
            )


def _layout(
    network: SupplyNetwork, found: Arrangement, ids: list[str], edges: list[Mapping[str, Any]]
) -> dict[str, Any]:
    smooth = strokes.smooth(network, found.direction)
    return {
        "places": found.positions.loc[ids].to_numpy().tolist(),
        "scenery": {**found.scenery, "direction": found.direction},
        "curve": strokes.usual_curve(found.direction),
        "smooth": [smooth[edge["id"]] for edge in edges],
    }


def _size(
    network: SupplyNetwork,
    key: str,
    measure: Measure | None,
    arranged: Mapping[Layout, Arrangement],
    ids: list[str],
) -> dict[str, Any]:
    by_kind = paints.painted(network, "kind")
    weighed = Measure.of(network.partnerships["value"])
    drawn = {
        name: items.nodes(network, found, by_kind, measure) for name, found in arranged.items()
    }
    legends = {
        name: items.legend(network, by_kind, measure, weighed, found.room)["size"]
        for name, found in arranged.items()
    }
    return {
        "title": measure.title if measure is not None else picked.sizes()[key],
        "amounts": [drawn["tiers"][name]["amount"] for name in ids],
        "radii": {layout: [nodes[name]["size"] for name in ids] for layout, nodes in drawn.items()},
        "legend": legends,
    }


def _colour(found: paints.Painted, ids: list[str]) -> dict[str, Any]:
    return {
        "title": found.legend["title"],
        "legend": found.legend,
        "paints": found.paints,
        "paint": [int(place) for place in found.paint.loc[ids]],
    }


def _telling(payload: Payload, measures: Sequence[Measure]) -> Payload:
    """Let the panel say what every size stands for."""
    told = payload["details"]
    businesses = {}
    for name, known in told["businesses"].items():
        said = {key for key, _ in known["measures"]}
        more = [(each.key, vars(each.text_of(name))) for each in measures if each.key not in said]
        businesses[name] = {**known, "measures": [*known["measures"], *more]}
    labels = {**told["labels"], **{each.key: vars(each.title) for each in measures}}
    return {**payload, "details": {**told, "businesses": businesses, "labels": labels}}
