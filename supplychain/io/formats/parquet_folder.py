"""A folder with one Parquet file a table; types are in the files, so nothing is guessed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from supplychain.core import validation
from supplychain.core.columns import Column, Table
from supplychain.core.errors import DataError, ReadingError
from supplychain.core.findings import Finding, errors, listed
from supplychain.core.readers import READERS, Reader, Reading
from supplychain.core.schema import TABLES
from supplychain.core.words import Words, same
from supplychain.io import numerals
from supplychain.io.assembly import completed
from supplychain.io.characters import BREAKS, CONTROL, plain
from supplychain.io.grid import Grid, Row, refusal, told
from supplychain.io.layout import Layout, layout
from supplychain.io.titles import by_table, table_named, unread

SUFFIXES = (".parquet", ".pq")
"""How names of Parquet files end."""


def recognises(path: Path) -> bool:
    """Tell whether a folder holds Parquet files."""
    return path.is_dir() and bool(_files(path))


def read(path: Path) -> Reading:
    """Read the tables of a folder.

    Raises
    ------
    ReadingError
        If a file is damaged, or there are no partnerships.
    DataError
        If a column has the wrong type, or a value is refused.
    """
    files = {file.stem: file for file in _files(path)}
    names = by_table((file.stem for file in _files(path)), same(path.name))
    findings: list[Finding] = []
    frames = {}
    for name in TABLES:
        if name in names:
            frames[name], found = _table(files[names[name]], TABLES[name])
            findings += found
    if errors(findings):
        raise DataError(errors(findings))
    strange = [file.name for file in files.values() if table_named(file.stem) is None]
    return completed(frames, [*unread(strange, same(path.name)), *findings])


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.iterdir() if file.suffix.lower() in SUFFIXES)


def _table(file: Path, table: Table) -> tuple[pd.DataFrame, list[Finding]]:
    stored = _stored(file)
    titles = Row(0, [str(title) for title in stored.columns])
    item = layout(Grid(file.name, (titles,), "row"), table)
    findings = list(item.findings)
    columns: dict[str, pd.Series] = {}
    for name, position in item.columns.items():
        given = stored.iloc[:, position]
        typed = _numbers if table.column(name).type == "number" else _texts
        columns[name], found = typed(item, table.column(name), given)
        findings += found
    frame = pd.DataFrame(columns)

    def place(column: str, rows: Sequence[int]) -> Words:
        return item.place(column, [row + 1 for row in rows])

    return frame, [*findings, *validation.check(table, validation.conform(table, frame), place)]


def _stored(file: Path) -> pd.DataFrame:
    try:
        with pq.ParquetFile(file) as parquet:
            frame = parquet.read().to_pandas()
    except MemoryError:
        raise
    except (pa.ArrowException, OSError, ValueError, KeyError) as error:
        raise _damaged(file.name) from error
    return frame if frame.index.name is None else frame.reset_index()


def _numbers(item: Layout, column: Column, given: pd.Series) -> tuple[pd.Series, list[Finding]]:
    if pd.api.types.is_numeric_dtype(given) or given.isna().all():
        return given.astype("float64"), []
    texts = given.dropna().astype("str")
    finding = told(
        "numbers.text",
        item.place(column.name, [int(row) + 1 for row in texts.index]),
        Words(
            en="The column is stored as text, not as numbers: {texts}.",
            id="Kolom tersimpan sebagai teks, bukan angka: {texts}.",
        ).fill(texts=listed(plain(text) for text in texts.iloc[:4])),
        Words(en="Store it as numbers.", id="Simpan sebagai angka."),
        severity="error",
    )
    return pd.Series(float("nan"), index=given.index), [finding]


def _texts(item: Layout, column: Column, given: pd.Series) -> tuple[pd.Series, list[Finding]]:
    if pd.api.types.is_float_dtype(given):
        given = given.map(lambda value: numerals.whole(repr(value)), na_action="ignore")
    texts = given.astype("str")
    clean = texts.str.replace(BREAKS, " ", regex=True).str.replace(CONTROL, "", regex=True)
    changed = (clean != texts) & texts.notna()
    if not changed.any():
        return texts.mask(texts == ""), []
    finding = told(
        "text.control",
        item.place(column.name, [int(row) + 1 for row in changed.index[changed]]),
        Words(
            en="Control characters were taken out, line breaks became spaces.",
            id="Karakter kendali dibuang, ganti baris diubah menjadi spasi.",
        ),
        Words(
            en="Nothing to do if that is what you meant.", id="Abaikan bila memang itu maksudnya."
        ),
    )
    return clean.mask(clean == ""), [finding]


def _damaged(file: str) -> ReadingError:
    return refusal(
        "parquet.damaged",
        same(file),
        Words(
            en="The file is damaged, or no Parquet file.",
            id="Berkasnya rusak, atau bukan berkas Parquet.",
        ),
        Words(en="Write it anew.", id="Tulis ulang berkasnya."),
    )


READERS.add(
    Reader(
        "parquet-folder",
        Words(
            en="folder of Parquet files, one a table",
            id="folder berkas Parquet, satu berkas satu tabel",
        ),
        recognises,
        read,
    )
)
