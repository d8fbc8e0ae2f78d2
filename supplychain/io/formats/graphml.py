"""GraphML: ours, and that of NetworkX, Gephi, yEd and others."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

from supplychain.core.readers import READERS, Reader, Reading
from supplychain.core.words import same
from supplychain.io.graphs import Graph
from supplychain.io.markup import elements, name

Keys = dict[str, tuple[str, str, str]]
"""What a key is for, its title, and the value of those who say nothing."""


def recognises(path: Path) -> bool:
    """Tell whether a file's name says GraphML."""
    return path.is_file() and path.suffix.lower() == ".graphml"


def read(path: Path) -> Reading:
    """Read nodes as businesses and edges as partnerships.

    Raises
    ------
    ReadingError
        If the file is damaged, has no edge, or declares a document type.
    DataError
        If an attribute is refused.
    """
    graph, keys = Graph(path.name), Keys()
    directed = True
    with path.open("rb") as stream:
        for event, element in elements(stream, path.name, ("start", "end")):
            tag = name(element)
            if event == "start":
                if tag == "graph":
                    directed = element.get("edgedefault") != "undirected"
            elif tag == "key":
                keys[element.get("id", "")] = _key(element)
            elif tag in _TAKES:
                _TAKES[tag](graph, element, keys, directed)
    return graph.reading()


def _key(element: Element) -> tuple[str, str, str]:
    default = next((part.text or "" for part in element if name(part) == "default"), "")
    title = element.get("attr.name") or element.get("id") or ""
    return element.get("for") or "all", title, default


def _node(graph: Graph, element: Element, keys: Keys, _: bool) -> None:
    known = _known(element, keys)
    graph.nodes.append((element.get("id", ""), {k: v for k, v in known.items() if k != "id"}))
    element.clear()


def _edge(graph: Graph, element: Element, keys: Keys, directed: bool) -> None:
    if element.get("directed", str(directed).lower()) == "false":
        graph.directed = False
    known = _known(element, keys)
    rest = {title: text for title, text in known.items() if title not in {"supplier", "buyer"}}
    ends = element.get("source", ""), element.get("target", "")
    graph.edges.append((*ends, element.get("id", ""), rest))
    element.clear()


def _graph(graph: Graph, element: Element, keys: Keys, _: bool) -> None:
    graph.attributes |= _known(element, keys)


_TAKES = {"node": _node, "edge": _edge, "graph": _graph}


def _known(element: Element, keys: Keys) -> dict[str, str]:
    """Attributes of a node, edge or graph by title, defaults included."""
    tag = name(element)
    known = {
        title: default for use, title, default in keys.values() if default and use in {tag, "all"}
    }
    for part in element:
        if name(part) == "data":
            _, title, _ = keys.get(part.get("key", ""), ("", part.get("key", ""), ""))
            known[title] = part.text or ""
    return known


READERS.add(Reader("graphml", same("GraphML"), recognises, read))
