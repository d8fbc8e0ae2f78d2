"""A folder with one text file a table."""

from __future__ import annotations

from pathlib import Path

from supplychain.core.readers import READERS, Reader, Reading
from supplychain.core.schema import TABLES
from supplychain.core.words import Words, same
from supplychain.io import separated
from supplychain.io.assembly import reading
from supplychain.io.conversion import converted
from supplychain.io.layout import layout
from supplychain.io.titles import by_table, table_named, unread


def recognises(path: Path) -> bool:
    """Tell whether a folder holds text tables."""
    return path.is_dir() and bool(_files(path))


def read(path: Path) -> Reading:
    """Read the tables of a folder.

    Raises
    ------
    ReadingError
        If a file cannot be read, or there are no partnerships.
    DataError
        If a cell is refused.
    """
    files = {file.stem: file for file in _files(path)}
    names = by_table((file.stem for file in _files(path)), same(path.name))
    tables = [
        table
        for name in TABLES
        if name in names
        for table in converted([layout(separated.read(files[names[name]]), TABLES[name])])
    ]
    strange = [file.name for file in files.values() if table_named(file.stem) is None]
    return reading(tables, unread(strange, same(path.name)))


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.iterdir() if file.suffix.lower() in separated.SUFFIXES)


READERS.add(
    Reader(
        "csv-folder",
        Words(
            en="folder of CSV files, one a table", id="folder berkas CSV, satu berkas satu tabel"
        ),
        recognises,
        read,
    )
)
