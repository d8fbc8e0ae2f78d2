"""A workbook with one sheet a table."""

from __future__ import annotations

from pathlib import Path

from supplychain.core.readers import READERS, Reader, Reading
from supplychain.core.schema import TABLES
from supplychain.core.words import Words, same
from supplychain.io import workbook
from supplychain.io.assembly import reading
from supplychain.io.conversion import converted
from supplychain.io.grid import Grid
from supplychain.io.headers import key
from supplychain.io.layout import layout
from supplychain.io.tabular import has_tables, is_workbook
from supplychain.io.titles import GUIDES, by_table, table_named, unread


def recognises(path: Path) -> bool:
    """Tell whether a file is a workbook with sheets named like tables."""
    return is_workbook(path) and has_tables(path)


def read(path: Path) -> Reading:
    """Read the tables of a workbook.

    Raises
    ------
    ReadingError
        If it cannot be read, or there are no partnerships.
    DataError
        If a cell is refused.
    """
    with workbook.opened(path) as book:
        names = by_table(book.sheets, same(path.name))
        grids = {name: book.grid(names[name]) for name in TABLES if name in names}
        strange = [
            sheet
            for sheet in book.sheets
            if table_named(sheet) is None and key(sheet) not in GUIDES
        ]
        findings = [*book.findings, *unread(strange, same(path.name))]
    filled = {name: grid for name, grid in grids.items() if _is_needed(name, grid)}
    tables = converted([layout(grid, TABLES[name]) for name, grid in filled.items()])
    return reading(tables, findings)


def _is_needed(name: str, grid: Grid) -> bool:
    """Leave out sheets without any row; the partnerships are asked for in any case."""
    return bool(grid.rows) or name == "partnerships"


READERS.add(
    Reader(
        "workbook",
        Words(
            en="workbook (.xlsx) with one sheet a table",
            id="buku kerja (.xlsx) dengan satu lembar satu tabel",
        ),
        recognises,
        read,
    )
)
