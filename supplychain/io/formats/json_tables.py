"""One JSON text with all tables, as our own export writes it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NoReturn

import pandas as pd

from supplychain.core import validation
from supplychain.core.columns import Table
from supplychain.core.errors import DataError, ReadingError
from supplychain.core.findings import Finding, errors, listed
from supplychain.core.readers import READERS, Reader, Reading
from supplychain.core.schema import TABLES
from supplychain.core.words import Words, same
from supplychain.io.assembly import completed
from supplychain.io.grid import refusal
from supplychain.io.limits import LIMITS
from supplychain.io.separated import ROWS, too_many

FORMAT = "supplychain.network"
VERSION = 1


def recognises(path: Path) -> bool:
    """Tell whether a file's name says JSON."""
    return path.is_file() and path.suffix.lower() == ".json"


def read(path: Path) -> Reading:
    """Read the tables.

    Raises
    ------
    ReadingError
        If the text is damaged, too large, or was written by something else.
    DataError
        If a value is refused.
    """
    held = _tables(path)
    findings: list[Finding] = []
    frames = {}
    for name, rows in held.items():
        if len(rows) > LIMITS.rows:
            raise too_many(same(path.name), ROWS, LIMITS.rows)
        frames[name] = _frame(rows, TABLES[name], path.name)
        findings += _checked(frames[name], TABLES[name], path.name)
    if errors(findings):
        raise DataError(errors(findings))
    return completed(frames, findings)


def _tables(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Rows of the tables, if the text is one of ours."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise _damaged(path.name) from error
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise _strange(path.name)
    if told.get("version") != VERSION:
        raise _later(path.name)
    tables = told.get("tables")
    if not isinstance(tables, dict) or "partnerships" not in tables:
        raise _damaged(path.name)
    if not all(map(_is_table, tables.values())):
        raise _damaged(path.name)
    return {name: tables[name] for name in TABLES if name in tables}


def _is_table(rows: object) -> bool:
    return isinstance(rows, list) and all(isinstance(row, dict) for row in rows)


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)


def _frame(rows: list[dict[str, Any]], table: Table, file: str) -> pd.DataFrame:
    """Turn rows into a frame: texts as texts, numbers as numbers."""
    columns = {}
    for column in table.columns:
        values = [row.get(column.name) for row in rows]
        wanted = (int, float) if column.type == "number" else (str,)
        if any(
            value is not None and (isinstance(value, bool) or not isinstance(value, wanted))
            for value in values
        ):
            raise _typed(file, f"{table.name}.{column.name}")
        if column.type == "number":
            columns[column.name] = pd.Series(values, dtype="float64")
        else:
            columns[column.name] = pd.Series(values, dtype="str")
    return pd.DataFrame(columns)


def _checked(frame: pd.DataFrame, table: Table, file: str) -> list[Finding]:
    def place(column: str, rows: Any) -> Words:
        said = Words(
            en="{file}, {table}.{column}, row {rows}", id="{file}, {table}.{column}, baris {rows}"
        )
        numbers = listed([row + 1 for row in rows])
        return said.fill(file=file, table=table.name, column=column, rows=numbers)

    return list(validation.check(table, validation.conform(table, frame), place))


def _damaged(file: str) -> ReadingError:
    return refusal(
        "json.damaged",
        same(file),
        Words(en="The text is damaged.", id="Teksnya rusak."),
        Words(en="Export the file anew.", id="Ekspor ulang berkasnya."),
    )


def _strange(file: str) -> ReadingError:
    return refusal(
        "json.strange",
        same(file),
        Words(
            en="This JSON holds no network that was exported here.",
            id="JSON ini bukan jaringan yang diekspor dari sini.",
        ),
        Words(
            en="Use a workbook, CSV files or a graph file.",
            id="Gunakan buku kerja, berkas CSV, atau berkas graf.",
        ),
    )


def _later(file: str) -> ReadingError:
    return refusal(
        "json.version",
        same(file),
        Words(
            en="The file was written by another version of this program.",
            id="Berkas ini ditulis oleh versi lain dari program ini.",
        ),
        Words(en="Update the program.", id="Perbarui programnya."),
    )


def _typed(file: str, column: str) -> ReadingError:
    return refusal(
        "json.type",
        same(file),
        Words(
            en="{column} holds texts where numbers belong, or the other way round.",
            id="{column} memuat teks di tempat angka, atau sebaliknya.",
        ).fill(column=column),
        Words(en="Export the file anew.", id="Ekspor ulang berkasnya."),
    )


READERS.add(Reader("json", same("JSON"), recognises, read))
