"""From text cells to the columns of the schema, every doubt told with its line or cell."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from supplychain.core import validation
from supplychain.core.columns import Column
from supplychain.core.findings import Finding, Severity, listed
from supplychain.core.schema import TABLES
from supplychain.core.vocabulary import YES_NO
from supplychain.core.words import Words
from supplychain.io import numerals, turned
from supplychain.io.characters import plain
from supplychain.io.cleaning import cleaned
from supplychain.io.grid import Exact, Moment, told
from supplychain.io.headers import key, known_titles
from supplychain.io.layout import Layout
from supplychain.io.notation import decide, figures
from supplychain.io.numerals import Mark


@dataclass(frozen=True)
class Converted:
    """A table of the schema with the columns its file had, and what is told about it."""

    frame: pd.DataFrame
    layout: Layout
    findings: tuple[Finding, ...]

    @property
    def table(self) -> str:
        """Name of the table."""
        return self.layout.table.name


def converted(layouts: Sequence[Layout]) -> list[Converted]:
    """Convert the tables of one file, which all follow one way of writing numbers.

    Findings with severity `error` are among the tables' findings.

    Raises
    ------
    ReadingError
        If the file mixes decimal point and comma, or nothing tells which one it has.
    """
    written = itertools.chain.from_iterable(
        figures(item.grid, _number_positions(item), item.header.number + 1) for item in layouts
    )
    notation = decide(layouts[0].grid, list(written))
    tables = [_table(item, notation.mark) for item in layouts]
    first = tables[0]
    findings = (*notation.findings, *first.findings)
    return [Converted(first.frame, first.layout, findings), *tables[1:]]


def _number_positions(item: Layout) -> list[int]:
    return [
        position
        for name, position in item.columns.items()
        if item.table.column(name).type == "number"
    ]


def _table(item: Layout, mark: Mark) -> Converted:
    columns: dict[str, pd.Series] = {}
    findings = list(item.findings)
    for name in item.columns:
        column = item.table.column(name)
        given = _numbers(item, name, mark) if column.type == "number" else _texts(item, column)
        columns[name] = given[0]
        findings += given[1]
    frame = pd.DataFrame(columns)
    findings += _against_schema(item, frame)
    return Converted(frame, item, tuple(findings))


def _against_schema(item: Layout, frame: pd.DataFrame) -> list[Finding]:
    def place(column: str, positions: Sequence[int]) -> Words:
        return item.place(column, [item.body[position].number for position in positions])

    return validation.check(item.table, validation.conform(item.table, frame), place)


def _texts(item: Layout, column: Column) -> tuple[pd.Series, list[Finding]]:
    texts, findings = cleaned(item, column.name)
    codes = _codes(item.table.name, column.name)
    if codes:
        meant = {text: codes.get(key(text), text) for text in set(texts)}
        texts = [meant[text] for text in texts]
    findings += turned.findings(item, column.name, texts)
    shown = [numerals.whole(text) if isinstance(text, Exact) else text for text in texts]
    return pd.Series([text or None for text in shown], dtype="str"), findings


@lru_cache(maxsize=64)
def _codes(table: str, column: str) -> Mapping[str, str]:
    """Codes by the codes themselves and their names in both languages.

    The field of a claim is a column of the businesses, by any of its titles.
    """
    if (table, column) == ("claims", "field"):
        return {title: meant.name for title, meant in known_titles("businesses").items()}
    codes = TABLES[table].column(column).codes or {}
    known = {key(code): code for code in codes}
    for code, words in codes.items():
        known.setdefault(key(words.en), code)
        known.setdefault(key(words.id), code)
    if codes is YES_NO:
        known |= {"true": "yes", "false": "no"}
    return known


def _numbers(item: Layout, name: str, mark: Mark) -> tuple[pd.Series, list[Finding]]:
    position = item.columns[name]
    values = np.full(len(item.body), math.nan)
    doubts: dict[str, list[int]] = {"unreadable": [], "gap": [], "rounded": []}
    for place, row in enumerate(item.body):
        text = row.cell(position)
        if not text or text.isspace():
            continue
        doubt, values[place] = number(text, mark)
        if doubt:
            doubts[doubt].append(place)
    findings = [_doubtful(item, name, doubt, places) for doubt, places in doubts.items() if places]
    return pd.Series(values), findings


def number(text: str, mark: Mark) -> tuple[str, float]:
    """Value of a cell that is not empty.

    Returns
    -------
    tuple
        What is doubtful about it (`unreadable`, `gap`, `rounded` or nothing), and the value.
    """
    if isinstance(text, Exact) or numerals.is_digits(text):
        written: str | None = text
    elif isinstance(text, Moment):
        written = None
    elif numerals.is_gap(text):
        return "gap", math.nan
    else:
        written = numerals.canonical(text, mark)
    if written is None:
        return "unreadable", math.nan
    rounded = len(written) > 15 and not numerals.exactly(written)
    return "rounded" if rounded else "", float(written)


DOUBTS: dict[str, tuple[Severity, Words, Words]] = {
    "unreadable": (
        "error",
        Words(en="This is no number: {texts}.", id="Ini bukan angka: {texts}."),
        Words(
            en="Write digits with one decimal mark and no unit.",
            id="Tulis angka dengan satu tanda desimal, tanpa satuan.",
        ),
    ),
    "gap": (
        "warning",
        Words(en="Read as not known: {texts}.", id="Dibaca sebagai tidak diketahui: {texts}."),
        Words(
            en="Write 0 where nothing is meant; leave unknown numbers empty.",
            id="Tulis 0 bila memang nol; kosongkan bila tidak diketahui.",
        ),
    ),
    "rounded": (
        "warning",
        Words(
            en="More digits than a number can keep; rounded at the 16th: {texts}.",
            id="Angkanya terlalu panjang; dibulatkan pada angka ke-16: {texts}.",
        ),
        Words(
            en="If it is a code, put it in a text column.",
            id="Bila itu kode, tempatkan di kolom teks.",
        ),
    ),
}


def _doubtful(item: Layout, name: str, doubt: str, places: Sequence[int]) -> Finding:
    severity, cause, remedy = DOUBTS[doubt]
    rows = [item.body[place] for place in places]
    texts = dict.fromkeys(plain(row.cell(item.columns[name])) for row in rows)
    return told(
        f"numbers.{doubt}",
        item.place(name, [row.number for row in rows]),
        cause.fill(texts=listed(texts)),
        remedy,
        severity=severity,
    )
