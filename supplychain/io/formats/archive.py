"""A zip archive of CSV or Parquet files, one a table, such as the one this program exports."""

from __future__ import annotations

import tempfile
from pathlib import Path, PurePosixPath

from supplychain.core.readers import READERS, Reader, Reading
from supplychain.core.words import Words
from supplychain.io import package, separated
from supplychain.io.formats import csv_folder, parquet_folder

_SUFFIXES = (*separated.SUFFIXES, *parquet_folder.SUFFIXES)


def recognises(path: Path) -> bool:
    """Tell whether a file's name says zip archive."""
    return path.is_file() and path.suffix.lower() == ".zip"


def read(path: Path) -> Reading:
    """Read the tables of an archive; files in inner folders are no tables.

    Raises
    ------
    ReadingError
        If it is damaged, locked, too large, or holds no table of partnerships.
    DataError
        If a cell is refused.
    """
    with tempfile.TemporaryDirectory(prefix="supplychain-") as room:
        folder = Path(room, path.name)
        folder.mkdir()
        with package.opened(path.read_bytes(), path.name) as parts:
            for name, part in _tables(parts.namelist()).items():
                with package.part(parts, part, path.name) as stream:
                    (folder / name).write_bytes(stream.read())
        reader = csv_folder if csv_folder.recognises(folder) else parquet_folder
        return reader.read(folder)


def _tables(parts: list[str]) -> dict[str, str]:
    """Parts that may be tables, by the name of their file: those nearest to the top."""
    paths = {part: PurePosixPath(part.replace("\\", "/")) for part in parts}
    tables = {
        part: path
        for part, path in paths.items()
        if path.suffix.lower() in _SUFFIXES and not path.name.startswith(".")
    }
    top = min((len(path.parts) for path in tables.values()), default=0)
    return {path.name: part for part, path in tables.items() if len(path.parts) == top}


READERS.add(
    Reader(
        "archive",
        Words(
            en="zip archive of CSV or Parquet files, one a table",
            id="arsip zip berkas CSV atau Parquet, satu berkas satu tabel",
        ),
        recognises,
        read,
    )
)
