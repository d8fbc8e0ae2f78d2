"""The only door to pyvis: it builds the lists that vis-network reads, and lends vis-network.

pyvis alters a NetworkX graph it is given, writes pages that fetch from outside and run names as
code, and takes three seconds for ten thousand nodes. So nodes and edges are handed over one by one,
with ids of their own, and its template is never used.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyvis
from pyvis.network import Network

Items = tuple[Mapping[str, Any], ...]

OPTIONS: Mapping[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"borderWidth": 1, "labelHighlightBold": False, "chosen": True},
    "edges": {
        "arrowStrikethrough": False,
        "selectionWidth": 0,
        "hoverWidth": 0,
        "color": {"inherit": False},
        "selfReference": {"size": 14},
    },
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "multiselect": False,
        "tooltipDelay": 100000,
        "zoomSpeed": 0.6,
        "keyboard": {"enabled": False},
    },
}


@dataclass(frozen=True)
class VisData:
    """Nodes, edges and options as vis-network reads them."""

    nodes: Items
    edges: Items
    options: Mapping[str, Any]


def built(
    nodes: Iterable[Mapping[str, Any]],
    edges: Iterable[Mapping[str, Any]],
    curve: Mapping[str, Any],
) -> VisData:
    """Pass nodes and edges through pyvis.

    Parameters
    ----------
    nodes
        At least `id` and `label`, plain Python values.
    edges
        At least `id`, `from` and `to`; the ids stay, so that a click can be traced back.
    curve
        Of edges that have none of their own.
    """
    network = Network(directed=True)
    for node in nodes:
        given = dict(node)
        network.add_node(given.pop("id"), **given)
    for edge in edges:
        given = dict(edge)
        network.add_edge(given.pop("from"), given.pop("to"), **given)
    edge_options = {**OPTIONS["edges"], "smooth": curve}
    network.set_options(json.dumps({**OPTIONS, "edges": edge_options}))
    return VisData(tuple(network.nodes), tuple(network.edges), network.options)


def vis_network() -> str:
    """Source of vis-network as it comes with the installed pyvis; 9.1.2 in pyvis 0.3.2."""
    folder = Path(pyvis.__file__).parent / "lib"
    newest = max(folder.glob("vis-9*/vis-network.min.js"), key=_version)
    return newest.read_text(encoding="utf-8")


def _version(path: Path) -> tuple[int, ...]:
    return tuple(int(part) for part in path.parent.name.removeprefix("vis-").split("."))
