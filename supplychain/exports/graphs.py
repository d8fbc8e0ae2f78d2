"""The network for graph programs: GraphML and GEXF, which read back equal."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Mapping
from typing import Any

import networkx as nx

from supplychain.core.findings import Finding, listed
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words
from supplychain.exports.catalogue import File, export
from supplychain.exports.tables import NAME
from supplychain.io.characters import CONTROL
from supplychain.io.graphs import riding_along
from supplychain.views.catalogue import Results
from supplychain.views.graph import drawing

STRIPPED = Words(
    en="Control characters were left out of {count} text(s), such as {names}: the format has no "
    "place for them.",
    id="Karakter kendali dihilangkan dari {count} teks, misalnya {names}: format ini tidak dapat "
    "memuatnya.",
)
NOTHING_TO_DO = Words(en="Nothing to do.", id="Tidak perlu tindakan.")
_META = re.compile(r'(<meta)( lastmodifieddate="[^"]*")(>\s*<creator>)[^<]*(</creator>)')


@export(
    title=Words(en="Graph file (GraphML)", id="Berkas graf (GraphML)"),
    meaning=Words(
        en="For yEd, Cytoscape, NetworkX and igraph; can be read back here.",
        id="Untuk yEd, Cytoscape, NetworkX, dan igraph; dapat dibaca kembali di sini.",
    ),
    suffix=".graphml",
)
def graphml(network: SupplyNetwork, results: Results, *, language: Language = "id") -> File:
    """Write the graph with all attributes; products, claims and sources ride along as JSON text.

    Parameters
    ----------
    results
        Values of metrics by id; each an attribute of the nodes or edges.

    Returns
    -------
    File
        Its `findings` tell of control characters, which XML cannot hold.
    """
    graph, findings = _graph(network, results)
    graph.graph.update(riding_along(network))
    content = _written(graph, nx.write_graphml)
    return File(f"{NAME(language)}.graphml", "application/xml", content, findings)


@export(
    title=Words(en="Graph file for Gephi (GEXF)", id="Berkas graf untuk Gephi (GEXF)"),
    meaning=Words(
        en="For Gephi and Gephi Lite, with positions, sizes and colours; can be read back here.",
        id="Untuk Gephi dan Gephi Lite, lengkap dengan posisi, ukuran, dan warna; dapat dibaca "
        "kembali di sini.",
    ),
    suffix=".gexf",
)
def gexf(network: SupplyNetwork, results: Results, *, language: Language = "id") -> File:
    """Write the graph with all attributes, drawn as the app draws it.

    Parameters
    ----------
    results
        Values of metrics by id; each an attribute of the nodes or edges.

    Returns
    -------
    File
        Its `findings` tell of control characters, which XML cannot hold.
    """
    graph, findings = _graph(network, results)
    for node in drawing(network, size=network.businesses["output"]).nodes:
        held = graph.nodes[CONTROL.sub("", node["id"])]
        held["viz"] = _looks(node)
        held["label"] = held.get("name", node["id"])
    text = _written(graph, nx.write_gexf).decode()
    content = _described(text, riding_along(network)).encode()
    return File(f"{NAME(language)}.gexf", "application/xml", content, findings)


def _looks(node: Mapping[str, Any]) -> dict[str, Any]:
    """Position, size and colour as GEXF has them; there y grows upwards."""
    red, green, blue = (int(node["color"][i : i + 2], 16) for i in (1, 3, 5))
    return {
        "position": {"x": node["x"], "y": -node["y"], "z": 0.0},
        "size": node["size"],
        "color": {"r": red, "g": green, "b": blue, "a": 1.0},
    }


def _graph(
    network: SupplyNetwork, results: Results
) -> tuple[nx.MultiDiGraph[str], tuple[Finding, ...]]:
    """Copy the network's graph, with results beside the attributes and no control characters."""
    stripped: list[str] = []

    def clean(value: Any) -> Any:
        if not isinstance(value, str) or not CONTROL.search(value):
            return value
        stripped.append(CONTROL.sub("", value))
        return stripped[-1]

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    by_business = {k: v for k, v in results.items() if v.index.equals(network.businesses.index)}
    by_partnership = {k: v for k, v in results.items() if k not in by_business}
    for name, known in network.graph.nodes(data=True):
        extra = {key: values[name] for key, values in by_business.items()}
        graph.add_node(clean(name), **_attributes({**known, **extra}, clean))
    for one, other, row, known in network.graph.edges(data=True, keys=True):
        extra = {key: values[row] for key, values in by_partnership.items()}
        attributes = _attributes({**known, **extra}, clean)
        graph.add_edge(clean(one), clean(other), key=row, id=row, **attributes)
    return graph, _told(stripped)


def _attributes(known: Mapping[str, Any], clean: Callable[[Any], Any]) -> dict[str, Any]:
    """Plain values without gaps: the writers know no NumPy types and no None."""
    plain = {key: value.item() if hasattr(value, "item") else value for key, value in known.items()}
    return {key: clean(value) for key, value in plain.items() if value == value}


def _told(stripped: list[str]) -> tuple[Finding, ...]:
    if not stripped:
        return ()
    cause = STRIPPED.fill(count=len(stripped), names=listed(dict.fromkeys(stripped)))
    place = Words(en="Graph file", id="Berkas graf")
    return (Finding("export.control", "warning", place, cause, NOTHING_TO_DO),)


def _written(graph: nx.MultiDiGraph[str], write: Callable[..., None]) -> bytes:
    content = io.BytesIO()
    write(graph, content, encoding="utf-8")
    return content.getvalue()


def _described(text: str, riding: Mapping[str, str]) -> str:
    """Put what rides along into the description, where the reader looks for it; drop the date."""
    said = json.dumps(riding, ensure_ascii=True)
    escaped = said.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _META.sub(
        lambda found: (
            f"{found[1]}{found[3]}supplychain{found[4]}<description>{escaped}</description>"
        ),
        text,
        count=1,
    )
