"""Graph files: nodes are businesses, edges partnerships; the other tables ride along as text."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from supplychain.core.columns import Table
from supplychain.core.errors import ReadingError
from supplychain.core.findings import Finding
from supplychain.core.network import SupplyNetwork
from supplychain.core.readers import Reading
from supplychain.core.schema import BUSINESSES, PARTNERSHIPS, TABLES
from supplychain.core.words import Words, same
from supplychain.io import assembly, headers
from supplychain.io.conversion import converted
from supplychain.io.grid import Exact, Form, Grid, Row, refusal, told
from supplychain.io.layout import layout
from supplychain.io.limits import LIMITS
from supplychain.io.separated import ROWS, too_many

RIDING = ("products", "claims", "sources")
"""Tables that a graph has no place for; they ride along as JSON text under these names."""
FILLED = "filled"
"""Name under which the cells ride along that rules filled in."""
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
Attributes = Mapping[str, str]


@dataclass
class Graph:
    """What a graph file holds, all as text.

    Attributes
    ----------
    file
        Name to say.
    nodes
        Id and attributes of each node.
    edges
        Supplier, buyer, id and attributes of each edge.
    attributes
        Of the graph itself.
    directed
        Whether every edge says where it starts.
    """

    file: str
    nodes: list[tuple[str, Attributes]] = field(default_factory=list)
    edges: list[tuple[str, str, str, Attributes]] = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)
    directed: bool = True

    def reading(self) -> Reading:
        """Turn nodes and edges into tables.

        Raises
        ------
        ReadingError
            If there is no edge, too many, or the tables that ride along are damaged.
        DataError
            If an attribute is refused.
        """
        if not self.edges:
            raise _without_edges(self.file)
        if max(len(self.nodes), len(self.edges)) > LIMITS.rows:
            raise too_many(same(self.file), ROWS, LIMITS.rows)
        nodes, edges = self._nodes(), self._edges()
        tables = [layout(grid, table) for grid, table in nodes + edges]
        found = assembly.reading(converted(tables), self._told())
        riding = _riding(self.attributes, self.file)
        frames = _reopened(dict(found.tables), _filled(self.attributes, self.file))
        return Reading({**frames, **riding}, found.findings)

    def _nodes(self) -> list[tuple[Grid, Table]]:
        rows = [{"id": node, **_renamed(known, "label", "name")} for node, known in self.nodes]
        return [(self._grid(rows, BUSINESSES, "node"), BUSINESSES)] if rows else []

    def _edges(self) -> list[tuple[Grid, Table]]:
        rows = [
            {"supplier": source, "buyer": target, **_renamed(known, "weight", "value")}
            for source, target, _, known in _in_order(self.edges)
        ]
        return [(self._grid(rows, PARTNERSHIPS, "edge"), PARTNERSHIPS)]

    def _grid(self, rows: Sequence[Attributes], table: Table, form: Form) -> Grid:
        titles = list(dict.fromkeys(title for row in rows for title in row))
        numbers = {title for title in titles if _is_number(table, title)}
        cells = [
            [_stored(row.get(title, ""), title in numbers) for title in titles] for row in rows
        ]
        body = [Row(place, row) for place, row in enumerate(cells, start=1)]
        return Grid(self.file, (Row(0, titles), *body), form)

    def _told(self) -> list[Finding]:
        if self.directed:
            return []
        return [
            told(
                "graph.undirected",
                same(self.file),
                Words(
                    en="Some edges have no direction; the end named first was taken for the "
                    "supplier.",
                    id="Ada sisi tanpa arah; ujung yang disebut pertama dianggap pemasok.",
                ),
                Words(
                    en="Export the graph as directed, supplier → buyer.",
                    id="Ekspor graf sebagai graf berarah, pemasok → pembeli.",
                ),
                severity="warning",
            )
        ]


def riding_along(network: SupplyNetwork) -> dict[str, str]:
    """Texts for a graph file that its nodes and edges have no place for.

    Parameters
    ----------
    network
        The network whose `graph` is written.

    Returns
    -------
    dict
        JSON texts named `products`, `claims`, `sources` (lists of rows, gaps left out) and `filled`
        (rows that a rule filled in, by table and column); the readers of graphs understand them.
    """
    texts = {name: _rows(network, name) for name in RIDING if len(getattr(network, name))}
    filled = {
        "businesses": {name: list(marks.index[marks]) for name, marks in network.filled.items()},
        "partnerships": {
            name: [int(row) for row in marks.index[marks]]
            for name, marks in network.filled_values.items()
        },
    }
    return {**texts, FILLED: json.dumps(filled, ensure_ascii=False)}


def _rows(network: SupplyNetwork, name: str) -> str:
    frame = getattr(network, name)
    keyed = frame.reset_index() if TABLES[name].key else frame
    rows = [row.dropna().to_dict() for _, row in keyed.iterrows()]
    return json.dumps(rows, ensure_ascii=False)


def _riding(attributes: Attributes, file: str) -> dict[str, pd.DataFrame]:
    return {
        name: pd.DataFrame(_loaded(attributes[name], name, file), columns=TABLES[name].names)
        for name in RIDING
        if attributes.get(name)
    }


def _loaded(text: str, name: str, file: str) -> list[dict[str, Any]]:
    """Rows of a riding table: text and numbers as the schema wants them."""
    numbers = {column.name for column in TABLES[name].columns if column.type == "number"}
    try:
        rows = json.loads(text)
        return [
            {title: _fit(value, title in numbers) for title, value in row.items()} for row in rows
        ]
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise _torn(file, name) from error


def _fit(value: object, is_number: bool) -> object:
    if is_number and (isinstance(value, bool) or not isinstance(value, int | float)):
        raise ValueError(value)
    return value if is_number else str(value)


def _filled(attributes: Attributes, file: str) -> dict[str, dict[str, list[Any]]]:
    try:
        filled = json.loads(attributes.get(FILLED) or "{}")
        return {
            name: {str(column): list(rows) for column, rows in filled.get(name, {}).items()}
            for name in ("businesses", "partnerships")
        }
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise _torn(file, FILLED) from error


def _reopened(
    frames: dict[str, pd.DataFrame], filled: Mapping[str, Mapping[str, Sequence[Any]]]
) -> dict[str, pd.DataFrame]:
    """Make gaps again of what a rule had filled in, so that the network marks it again."""
    result = dict(frames)
    for name, columns in filled.items():
        frame = frames[name]
        rows = frame["id"] if name == "businesses" else frame.index.to_series()
        gaps = {
            column: frame[column].mask(rows.isin(list(keys)))
            for column, keys in columns.items()
            if column in frame
        }
        result[name] = frame.assign(**gaps)
    return result


def _renamed(known: Attributes, old: str, new: str) -> Attributes:
    """Read a graph program's usual attribute where ours is not there."""
    if new in known or old not in known:
        return {title: text for title, text in known.items() if title != old}
    return {new if title == old else title: text for title, text in known.items()}


def _in_order(
    edges: Sequence[tuple[str, str, str, Attributes]],
) -> list[tuple[str, str, str, Attributes]]:
    """Sort edges by their numbers if each has its own; writers group them by node."""
    numbers = {edge[2] for edge in edges}
    if len(numbers) == len(edges) and all(text.isascii() and text.isdigit() for text in numbers):
        return sorted(edges, key=lambda edge: int(edge[2]))
    return list(edges)


def _is_number(table: Table, title: str) -> bool:
    column = headers.match(table, title)
    return column is not None and column.type == "number"


def _stored(text: str, is_number: bool) -> str:
    return Exact(text) if is_number and _NUMBER.fullmatch(text) else text


def _without_edges(file: str) -> ReadingError:
    return refusal(
        "graph.empty",
        same(file),
        Words(en="The graph has no edge.", id="Graf ini tidak memiliki sisi."),
        Words(
            en="Draw at least one partnership, supplier → buyer.",
            id="Buat sedikitnya satu kemitraan, pemasok → pembeli.",
        ),
    )


def _torn(file: str, name: str) -> ReadingError:
    return refusal(
        "graph.riding",
        same(file),
        Words(
            en="The text that holds {name} is damaged.", id="Teks yang memuat {name} rusak."
        ).fill(name=name),
        Words(en="Export the graph anew.", id="Ekspor ulang grafnya."),
    )
