"""Tables of a network as files that read back equal: CSV, Parquet and workbook."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pandas as pd
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from supplychain.core import completion
from supplychain.core.columns import Table
from supplychain.core.errors import DataError
from supplychain.core.findings import Finding
from supplychain.core.network import SupplyNetwork
from supplychain.core.schema import TABLES
from supplychain.core.words import Words
from supplychain.io.characters import guarded

CREATED = datetime(2020, 1, 1)
"""Date in every workbook, so that the same network gives the same bytes."""
_LIKE_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")


class _Exactly(float):
    """A number that the workbook writer puts down to its last digit."""

    def __format__(self, _: str) -> str:
        return digits(self)


def as_given(network: SupplyNetwork) -> Mapping[str, pd.DataFrame]:
    """Return the five tables with their ids as columns, and gaps where a rule filled something in.

    A network built from them equals the given one, marks of what was filled in included.
    """
    businesses = completion.reopened(network.businesses, network.businesses, network.filled)
    partnerships = completion.reopened(
        network.partnerships, network.partnerships, network.filled_values
    )
    frames = {"businesses": businesses, "partnerships": partnerships}
    return {
        name: _with_key(frames.get(name, getattr(network, name)), table)
        for name, table in TABLES.items()
    }


def to_csv_folder(network: SupplyNetwork, folder: Path) -> None:
    """Write one CSV a table: UTF-8, commas, decimal point.

    Parameters
    ----------
    folder
        Made if it is not there; files of the same names are replaced.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, frame in as_given(network).items():
        (folder / f"{name}.csv").write_text(csv_text(frame), encoding="utf-8", newline="")


def to_parquet_folder(network: SupplyNetwork, folder: Path) -> None:
    """Write one Parquet file a table.

    Parameters
    ----------
    folder
        Made if it is not there; files of the same names are replaced.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, frame in as_given(network).items():
        frame.to_parquet(folder / f"{name}.parquet", index=False)


def to_xlsx(network: SupplyNetwork) -> bytes:
    """Write a workbook with one sheet a table; text stays text, whatever it starts with.

    Raises
    ------
    DataError
        If a text or table is larger than a workbook can hold.
    """
    content = io.BytesIO()
    with new_workbook(content) as workbook:
        for name, frame in as_given(network).items():
            sheet = workbook.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            write_rows(sheet, frame)
    return content.getvalue()


def csv_text(frame: pd.DataFrame) -> str:
    """Write a frame as CSV that no spreadsheet runs and that reads back equal.

    A text that looks like a formula gets an apostrophe, which reading takes off again.
    """
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow([guarded(str(title)) for title in frame.columns])
    columns = [[_cell(value) for value in frame[title]] for title in frame.columns]
    writer.writerows(zip(*columns, strict=True))
    return lines.getvalue()


def new_workbook(content: io.BytesIO) -> xlsxwriter.Workbook:
    """Open a workbook in memory that turns no text into a formula or link."""
    workbook = xlsxwriter.Workbook(
        content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    workbook.set_properties({"created": CREATED})
    return workbook


def write_rows(sheet: Worksheet, frame: pd.DataFrame) -> None:
    """Write titles and rows of a frame, each cell with its own type.

    Raises
    ------
    DataError
        If a text or the table is larger than a sheet can hold.
    """
    for column, title in enumerate(frame.columns):
        written = sheet.write_string(0, column, str(title))
        for row, value in enumerate(frame[title], start=1):
            if pd.isna(value):
                continue
            if isinstance(value, int | float):
                written = min(written, sheet.write_number(row, column, _Exactly(value)))
            else:
                written = min(written, sheet.write_string(row, column, str(value)))
        if written != 0:
            raise DataError([_too_large(str(title))])


def digits(value: float) -> str:
    """Write a number with a decimal point, to its last digit and so that nobody reads thousands.

    Examples
    --------
    >>> digits(1.5), digits(225000000.0), digits(1.125)
    ('1.5', '225000000', '1.1250')
    """
    text = repr(float(value)).removesuffix(".0")
    return f"{text}0" if _LIKE_THOUSANDS.fullmatch(text) else text


def _with_key(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    return frame.reset_index() if table.key is not None else frame.reset_index(drop=True)


def _cell(value: str | float | None) -> str:
    if pd.isna(value):
        return ""
    return digits(value) if isinstance(value, int | float) else guarded(str(value))


def _too_large(column: str) -> Finding:
    return Finding(
        "workbook.too_large",
        "error",
        Words(en="Column {column}", id="Kolom {column}").fill(column=column),
        Words(
            en="A text or the table is larger than a sheet can hold.",
            id="Ada teks atau tabel yang melebihi daya tampung lembar.",
        ),
        Words(en="Take CSV or Parquet instead.", id="Gunakan CSV atau Parquet."),
    )
