"""Which column of the schema a title means, in English or Bahasa Indonesia."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

from supplychain.core.columns import Column, Table
from supplychain.core.errors import ReadingError
from supplychain.core.findings import listed
from supplychain.core.schema import TABLES
from supplychain.core.words import Words
from supplychain.io.characters import plain
from supplychain.io.grid import Grid, refusal

DEEPEST = 20
"""Rows that are looked at for the header; titles may stand above it."""

_UNIT = re.compile(r"\s*[(\[][^()\[\]]*[)\]]$")
_EDGE_LIST = {
    "supplier": ("source", "from", "dari", "asal"),
    "buyer": ("target", "to", "ke", "tujuan"),
    "value": ("weight", "bobot"),
}
"""Titles of edge lists, believed only where a table of partnerships lacks its own."""


def key(text: str) -> str:
    r"""Fold case, spaces, NBSP and underscores, which mean nothing in a title or sheet name.

    Examples
    --------
    >>> key(" Nilai\u00a0 TAMBAH:"), key("value_added")
    ('nilai tambah', 'value added')
    """
    folded = unicodedata.normalize("NFKC", plain(text, 200)).casefold().replace("_", " ")
    return " ".join(folded.split()).strip(" :*")


@lru_cache(maxsize=len(TABLES))
def known_titles(table: str) -> Mapping[str, Column]:
    """Every title that means a column of a table, folded as by `key`."""
    known: dict[str, Column] = {}
    for column in TABLES[table].columns:
        known.setdefault(key(column.name), column)
        known.setdefault(key(column.header), column)
    for column in TABLES[table].columns:
        for name in (*column.synonyms, column.meaning.en, column.meaning.id):
            known.setdefault(key(name), column)
    return known


def match(table: Table, title: str) -> Column | None:
    """Find the column that a title means; a unit in brackets at its end is left aside."""
    known = known_titles(table.name)
    return known.get(key(title)) or known.get(_UNIT.sub("", key(title)))


def columns(table: Table, row: Sequence[str]) -> dict[str, list[int]]:
    """Positions of the titles of each column."""
    found: dict[str, list[int]] = {}
    for position, title in enumerate(row):
        column = match(table, title) if title.strip() else None
        if column is not None:
            found.setdefault(column.name, []).append(position)
    return _with_edge_list(row, found) if table.name == "partnerships" else found


def recognised(titles: Sequence[str]) -> int:
    """Count the titles of the table they fit best."""
    return max(len(columns(table, titles)) for table in TABLES.values())


def complete(table: Table, titles: Sequence[str]) -> bool:
    """Tell whether the titles of all required columns are there."""
    found = columns(table, titles)
    return all(column.name in found for column in table.columns if column.required)


def nearest(table: Table, titles: Sequence[str]) -> Words | None:
    """Offer, for titles that are not known, the known ones that look like them."""
    names = list(known_titles(table.name))
    pairs = [
        f"{plain(title)} → {near[0]}"
        for title in titles[:50]
        if match(table, title) is None
        and (near := difflib.get_close_matches(key(title), names, n=1, cutoff=0.75))
    ]
    if not pairs:
        return None
    return Words(en="Perhaps: {pairs}.", id="Mungkin: {pairs}.").fill(pairs=listed(pairs))


def incomplete(grid: Grid, table: Table) -> ReadingError:
    """Say what a grid without the required columns has, and what it needs."""
    best = max(grid.rows[:DEEPEST], key=lambda row: len(columns(table, row.cells)))
    found = columns(table, best.cells)
    if not found and _looks_like_data(grid):
        return _headless(grid, table)
    titles = [plain(cell) for cell in best.cells if cell.strip()]
    missing = [column for column in table.columns if column.required and column.name not in found]
    cause = Words(
        en="{table}: the column(s) {missing} are missing. Found: {found}.",
        id="{table}: kolom {missing} tidak ada. Yang ada: {found}.",
    ).fill(table=table.title, missing=_said(missing), found=listed(titles, most=12))
    remedy = Words(
        en="Rename the column that holds it, or use the template.",
        id="Ubah judul kolom yang memuatnya, atau gunakan templat.",
    )
    near = nearest(table, titles)
    advice = remedy if near is None else remedy + near
    return refusal("header.missing", grid.place([best.number]), cause, advice)


def _headless(grid: Grid, table: Table) -> ReadingError:
    required = [column for column in table.columns if column.required]
    return refusal(
        "header.none",
        grid.place([grid.rows[0].number]),
        Words(
            en="The first row looks like data, not like column titles: {cells}.",
            id="Baris pertama tampak seperti data, bukan judul kolom: {cells}.",
        ).fill(cells=listed(plain(cell) for cell in grid.rows[0].cells)),
        Words(
            en="Put the titles above it; needed: {required}.",
            id="Tulis judul kolom di atasnya; yang wajib: {required}.",
        ).fill(required=_said(required)),
    )


def _looks_like_data(grid: Grid) -> bool:
    """Tell whether the first row holds a number, or a text that comes again below it."""
    first = grid.rows[0].cells
    if any(cell.strip()[:1].isdigit() for cell in first):
        return True
    below = grid.rows[1 : 1 + DEEPEST]
    return any(
        cell.strip() and any(row.cell(position) == cell for row in below)
        for position, cell in enumerate(first)
    )


def _said(wanted: Sequence[Column]) -> Words:
    return Words(
        en=", ".join(column.name for column in wanted),
        id=", ".join(f"{column.header} ({column.name})" for column in wanted),
    )


def _with_edge_list(titles: Sequence[str], found: dict[str, list[int]]) -> dict[str, list[int]]:
    if "supplier" in found or "buyer" in found:
        return found
    keys = [key(title) for title in titles]
    edges = {
        name: [next(keys.index(word) for word in words if word in keys)]
        for name, words in _EDGE_LIST.items()
        if name not in found and any(word in keys for word in words)
    }
    if "supplier" not in edges or "buyer" not in edges:
        return found
    taken = {places[0] for places in edges.values()}
    kept = {name: places for name, places in found.items() if not taken.intersection(places)}
    return {**kept, **edges}
