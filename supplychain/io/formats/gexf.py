"""GEXF: ours, and that of Gephi, Gephi Lite and NetworkX."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree.ElementTree import Element

from supplychain.core.readers import READERS, Reader, Reading
from supplychain.core.words import same
from supplychain.io.graphs import Graph
from supplychain.io.markup import elements, name

Titles = dict[tuple[str, str], tuple[str, str]]
"""Title and default of an attribute, by what it is for and its id."""
_NUMBERED = "networkx_key"
_LABELLED = {"id", "supplier", "buyer", _NUMBERED}


def recognises(path: Path) -> bool:
    """Tell whether a file's name says GEXF."""
    return path.is_file() and path.suffix.lower() == ".gexf"


def read(path: Path) -> Reading:
    """Read nodes as businesses and edges as partnerships.

    Raises
    ------
    ReadingError
        If the file is damaged, has no edge, or declares a document type.
    DataError
        If an attribute is refused.
    """
    graph, titles = Graph(path.name), Titles()
    kind = "undirected"
    with path.open("rb") as stream:
        for event, element in elements(stream, path.name, ("start", "end")):
            tag = name(element)
            if event == "start":
                if tag == "graph":
                    kind = element.get("defaultedgetype", kind)
            elif tag == "attributes":
                titles |= _titles(element)
            elif tag == "description":
                graph.attributes |= _riding(element.text or "")
            elif tag == "node":
                _node(graph, element, titles)
            elif tag == "edge":
                _edge(graph, element, titles, kind)
    return graph.reading()


def _titles(element: Element) -> Titles:
    use = element.get("class", "node")
    found = {}
    for part in element:
        default = next((text.text or "" for text in part if name(text) == "default"), "")
        found[use, part.get("id", "")] = (part.get("title", ""), default)
    return found


def _riding(text: str) -> dict[str, str]:
    """Tables that ride along in the description, if it is ours."""
    try:
        given = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return {str(key): str(value) for key, value in given.items()} if type(given) is dict else {}


def _node(graph: Graph, element: Element, titles: Titles) -> None:
    known = _known(element, titles, "node")
    label = element.get("label")
    if label is not None:
        known.setdefault("label", label)
    graph.nodes.append((element.get("id", ""), _without_ours(known)))
    element.clear()


def _edge(graph: Graph, element: Element, titles: Titles, kind: str) -> None:
    if element.get("type", kind) != "directed":
        graph.directed = False
    known = _known(element, titles, "edge")
    if element.get("weight") is not None:
        known.setdefault("weight", element.get("weight", ""))
    number = known.get(_NUMBERED, element.get("id", ""))
    ends = element.get("source", ""), element.get("target", "")
    graph.edges.append((*ends, number, _without_ours(known)))
    element.clear()


def _without_ours(known: dict[str, str]) -> dict[str, str]:
    return {title: text for title, text in known.items() if title not in _LABELLED}


def _known(element: Element, titles: Titles, use: str) -> dict[str, str]:
    """Attributes of a node or edge by title, defaults included."""
    known = {
        title: default for (kind, _), (title, default) in titles.items() if default and kind == use
    }
    for values in element:
        if name(values) == "attvalues":
            for value in values:
                given = value.get("for") or ""
                title, _ = titles.get((use, given), (given, ""))
                known[title] = value.get("value", "")
    return known


READERS.add(Reader("gexf", same("GEXF"), recognises, read))
