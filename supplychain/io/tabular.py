"""One file that holds one table: a text file, or a workbook with a single sheet that counts."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from supplychain.core.schema import PARTNERSHIPS
from supplychain.core.words import Words, same
from supplychain.io import headers, separated, workbook
from supplychain.io.grid import Grid, refusal
from supplychain.io.square import is_square
from supplychain.io.titles import GUIDES, table_named

SUFFIXES = (*separated.SUFFIXES, *workbook.SUFFIXES)


def is_text(path: Path) -> bool:
    """Tell whether a file's name says text table."""
    return path.is_file() and path.suffix.lower() in separated.SUFFIXES


def is_workbook(path: Path) -> bool:
    """Tell whether a file's name says workbook."""
    return path.is_file() and path.suffix.lower() in workbook.SUFFIXES


def has_tables(path: Path) -> bool:
    """Tell whether a workbook has a sheet named like a table.

    Raises
    ------
    ReadingError
        If it cannot be opened.
    """
    with workbook.opened(path) as book:
        return any(table_named(sheet) is not None for sheet in book.sheets)


def is_single(path: Path) -> bool:
    """Tell whether a file holds one table only."""
    return is_text(path) or (is_workbook(path) and not has_tables(path))


def holds_square(path: Path) -> bool:
    """Tell whether a file holds one table, with the same names down its side and along its top."""
    return is_single(path) and is_square(grid(path))


def grid(path: Path) -> Grid:
    """Read the one table of a file; asking again for the same file costs nothing.

    Raises
    ------
    ReadingError
        If it cannot be read, or a workbook has several sheets that might be meant.
    """
    stat = path.stat()
    return _grid(path, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=1)
def _grid(path: Path, changed: int, size: int) -> Grid:
    if not is_workbook(path):
        return separated.read(path)
    with workbook.opened(path) as book:
        named = [sheet for sheet in book.sheets if headers.key(sheet) not in GUIDES]
        grids = [grid for grid in map(book.grid, named) if grid.rows]
        chosen = grids if len(grids) == 1 else [each for each in grids if _fits(each)]
        if len(chosen) != 1:
            raise _unclear(path.name, named)
        only = chosen[0]
        findings = (*book.findings, *only.findings)
        return Grid(only.file, only.rows, only.form, only.sheet, findings=findings)


def _fits(grid: Grid) -> bool:
    deep = grid.rows[: headers.DEEPEST]
    return is_square(grid) or any(headers.complete(PARTNERSHIPS, row.cells) for row in deep)


def _unclear(file: str, sheets: list[str]) -> Exception:
    return refusal(
        "workbook.sheets",
        same(file),
        Words(
            en="No sheet can be told to be the table of partnerships. Sheets: {sheets}.",
            id="Tidak jelas lembar mana yang memuat kemitraan. Lembar: {sheets}.",
        ).fill(sheets=", ".join(sheets)),
        Words(
            en="Name the sheet partnerships, and its first columns supplier and buyer.",
            id="Beri nama lembarnya kemitraan, dengan kolom pemasok dan pembeli.",
        ),
    )
