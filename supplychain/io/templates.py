"""The workbook to fill in, written from the schema, with a sheet that explains each column."""

from __future__ import annotations

import io

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from supplychain.core.columns import Column, Table
from supplychain.core.schema import TABLES
from supplychain.core.words import Language, Words
from supplychain.io.tables import new_workbook

_ROWS = 5_000
"""Rows below the header that have a drop-down."""
_GUIDE = Words(en="Guide", id="Petunjuk")
_INTRODUCTION = (
    Words(
        en="Fill in one row for each business and one for each partnership. The coloured columns "
        "are required; leave empty what you do not know.",
        id="Isi satu baris untuk tiap usaha dan satu baris untuk tiap kemitraan. Kolom berwarna "
        "wajib diisi; kosongkan yang belum diketahui.",
    ),
    Words(
        en="A partnership goes from the supplier to the buyer. Money is in Rp/year, volume in "
        "units/year. What is missing is estimated by rule and marked so.",
        id="Kemitraan mengalir dari pemasok ke pembeli. Nilai dalam Rp/tahun, volume dalam "
        "satuan/tahun. Yang kosong diperkirakan menurut kaidah dan ditandai.",
    ),
    Words(
        en="Codes are text: leading zeros stay. Do not rename the sheets or the titles.",
        id="Kode adalah teks: nol di depan tetap ada. Jangan ubah nama lembar dan judul kolom.",
    ),
)
_TITLES = (
    (Words(en="Sheet", id="Lembar"), 14),
    (Words(en="Column", id="Kolom"), 22),
    (Words(en="Meaning", id="Arti"), 52),
    (Words(en="Unit", id="Satuan"), 14),
    (Words(en="Required", id="Wajib"), 10),
    (Words(en="Allowed", id="Pilihan"), 52),
    (Words(en="Example", id="Contoh"), 26),
)
_YES = Words(en="yes", id="ya")
_EXAMPLE = Words(en="Example", id="Contoh")
_BY_DEFAULT = Words(en="Empty means", id="Bila kosong")


def template(language: Language, *, examples: bool = False) -> bytes:
    """Write the workbook to fill in.

    Parameters
    ----------
    language
        Of sheet names, column titles, notes and choices; either is read back.
    examples
        Whether each sheet holds the example row that the guide shows.

    Returns
    -------
    bytes
        A workbook (.xlsx) with one sheet a table and one that explains them.
    """
    content = io.BytesIO()
    with new_workbook(content) as workbook:
        looks = _looks(workbook)
        _guide(workbook.add_worksheet(_GUIDE(language)), language, looks)
        for table in TABLES.values():
            sheet = workbook.add_worksheet(table.title(language))
            sheet.freeze_panes(1, 0)
            for position, column in enumerate(table.columns):
                _column(sheet, position, column, language, looks)
                if examples and column.example:
                    _example(sheet, position, column, language)
    return content.getvalue()


def title(column: Column, language: Language) -> str:
    """Title of a column in the template."""
    return column.header if language == "id" else column.name.replace("_", " ")


def _looks(workbook: xlsxwriter.Workbook) -> dict[str, Format]:
    header = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}
    return {
        "title": workbook.add_format(header),
        "required": workbook.add_format({**header, "bg_color": "#FCE8B2"}),
        "text": workbook.add_format({"num_format": "@"}),
        "number": workbook.add_format({"num_format": "#,##0.######"}),
        "wrapped": workbook.add_format({"text_wrap": True, "valign": "top"}),
    }


def _column(
    sheet: Worksheet, position: int, column: Column, language: Language, looks: dict[str, Format]
) -> None:
    said = title(column, language)
    sheet.set_column(position, position, max(14, len(said) + 2), looks[column.type])
    sheet.write_string(0, position, said, looks["required" if column.required else "title"])
    sheet.write_comment(0, position, _note(column, language), {"x_scale": 2, "author": ""})
    if column.codes is not None:
        allowed = [words(language) for words in column.codes.values()]
        sheet.data_validation(1, position, _ROWS, position, {"validate": "list", "source": allowed})


def _note(column: Column, language: Language) -> str:
    lines = [column.meaning(language)]
    if column.unit:
        lines.append(column.unit)
    if column.example:
        lines.append(f"{_EXAMPLE(language)}: {_shown(column, column.example, language)}")
    return "\n".join(lines)


def _example(sheet: Worksheet, position: int, column: Column, language: Language) -> None:
    if column.type == "number":
        sheet.write_number(1, position, float(column.example))
    else:
        sheet.write_string(1, position, _shown(column, column.example, language))


def _guide(sheet: Worksheet, language: Language, looks: dict[str, Format]) -> None:
    for row, words in enumerate(_INTRODUCTION):
        sheet.merge_range(row, 0, row, len(_TITLES) - 1, words(language), looks["wrapped"])
        sheet.set_row(row, 32)
    top = len(_INTRODUCTION) + 1
    for position, (words, width) in enumerate(_TITLES):
        sheet.set_column(position, position, width)
        sheet.write_string(top, position, words(language), looks["title"])
    sheet.freeze_panes(top + 1, 0)
    explained = [(table, column) for table in TABLES.values() for column in table.columns]
    for row, (table, column) in enumerate(explained, start=top + 1):
        for position, text in enumerate(_explained(table, column, language)):
            sheet.write_string(row, position, text, looks["wrapped"])


def _explained(table: Table, column: Column, language: Language) -> tuple[str, ...]:
    allowed = ", ".join(words(language) for words in (column.codes or {}).values())
    if column.default is not None:
        default = _shown(column, column.default, language)
        allowed = f"{allowed}. {_BY_DEFAULT(language)}: {default}"
    return (
        table.title(language),
        title(column, language),
        column.meaning(language),
        column.unit,
        _YES(language) if column.required else "",
        allowed,
        _shown(column, column.example, language),
    )


def _shown(column: Column, code: str, language: Language) -> str:
    """Say a code of a column in words; anything else as it is."""
    words = (column.codes or {}).get(code)
    return code if words is None else words(language)
