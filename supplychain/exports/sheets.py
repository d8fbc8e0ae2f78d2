"""Any table as CSV or workbook: text never becomes a formula, and numbers keep their digits."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from supplychain.core.words import Language, Words
from supplychain.io.characters import guarded
from supplychain.io.tables import digits, new_workbook, write_rows

MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""Type of a workbook, as browsers name it."""
BOM = "\ufeff"
"""Without it Excel takes UTF-8 for the code page of the machine."""
_FORMATS: Mapping[str, str] = {
    "Rp": "#,##0",
    "Rp/year": "#,##0",
    "share": "0.0%",
    "persons": "#,##0",
}
_PLAIN = "#,##0.######"
_LONGEST = 31
"""Characters Excel allows in the name of a sheet."""


@dataclass(frozen=True)
class Note:
    """What a column means: stands as a note at its title, and its unit decides the format."""

    meaning: Words
    unit: str = ""


@dataclass(frozen=True)
class Sheet:
    """One table of a workbook.

    Attributes
    ----------
    title
        Name of the sheet.
    frame
        Columns as they are to be titled; the index is left out.
    notes
        What columns mean, by title; those without stand for themselves.
    """

    title: Words
    frame: pd.DataFrame
    notes: Mapping[str, Note] = field(default_factory=dict)


def table_csv(frame: pd.DataFrame, language: Language) -> bytes:
    r"""Write a table as CSV the way Excel in that language opens it.

    Bahasa Indonesia: semicolons and decimal commas; English: commas and decimal points. UTF-8 with
    a byte order mark. A text that a spreadsheet would run gets an apostrophe in front, which the
    readers of `supplychain.io` take off again.

    Parameters
    ----------
    frame
        Columns as they are to be titled; the index is left out.

    Examples
    --------
    >>> table_csv(pd.DataFrame({"name": ["=1+1"], "share": [0.5]}), "id").decode("utf-8-sig")
    "name;share\n'=1+1;0,5\n"
    """
    lines = io.StringIO(newline="")
    separator, mark = (";", ",") if language == "id" else (",", ".")
    writer = csv.writer(lines, delimiter=separator, lineterminator="\n")
    writer.writerow([guarded(str(title)) for title in frame.columns])
    columns = [[_cell(value, mark) for value in frame[title]] for title in frame.columns]
    writer.writerows(zip(*columns, strict=True))
    return (BOM + lines.getvalue()).encode()


def _cell(value: object, mark: str) -> str:
    if pd.isna(value):  # type: ignore[call-overload]
        return ""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return guarded(str(value))
    return digits(value).replace(".", mark)


def table_xlsx(sheets: Sequence[Sheet], language: Language) -> bytes:
    """Write tables as one workbook, a sheet each.

    Titles stay in view and can be filtered; the meaning and unit of a column stand in a note at its
    title. Text is text, whatever it starts with.

    Raises
    ------
    DataError
        If a text or table is larger than a workbook can hold.
    """
    content = io.BytesIO()
    with new_workbook(content) as workbook:
        title = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        for sheet in sheets:
            written = workbook.add_worksheet(sheet.title(language)[:_LONGEST])
            write_rows(written, sheet.frame)
            written.freeze_panes(1, 1)
            written.autofilter(0, 0, max(len(sheet.frame), 1), max(sheet.frame.shape[1] - 1, 0))
            for place, name in enumerate(sheet.frame.columns):
                written.write_string(0, place, str(name), title)
                _dress(workbook, written, place, sheet, language)
    return content.getvalue()


def _dress(
    workbook: xlsxwriter.Workbook,
    written: Worksheet,
    place: int,
    sheet: Sheet,
    language: Language,
) -> None:
    """Width, number format and note of one column."""
    column = sheet.frame.iloc[:, place]
    note = sheet.notes.get(str(column.name))
    longest = max([len(str(column.name)), *(len(str(value)) for value in column.dropna()[:200])])
    look = None
    if pd.api.types.is_numeric_dtype(column):
        form = _FORMATS.get(note.unit if note else "", _PLAIN)
        look = workbook.add_format({"num_format": form})
    written.set_column(place, place, min(max(10, longest + 2), 44), look)
    if note is not None:
        text = note.meaning(language) + (f"\n{note.unit}" if note.unit else "")
        written.write_comment(0, place, text, {"x_scale": 2, "author": ""})
