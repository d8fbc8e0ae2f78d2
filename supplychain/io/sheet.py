"""Cells of one sheet, from the stored text, each with its address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import IO
from xml.etree.ElementTree import Element

from supplychain.core.errors import DataError, ReadingError
from supplychain.core.findings import Finding
from supplychain.core.words import Words
from supplychain.io import package
from supplychain.io.characters import plain
from supplychain.io.grid import Exact, Grid, Moment, Row, refusal, told
from supplychain.io.limits import LIMITS
from supplychain.io.markup import elements, name
from supplychain.io.separated import CELLS, COLUMNS, ROWS, too_many

_DEEPEST, _WIDEST = 1_048_576, 16_384
_LETTERS = re.compile(r"[A-Z]{1,3}")
_ROWS = re.compile(r"(?<=[A-Z])[0-9]+")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_DATE_FORMATS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_NOT_DATE = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')

Elements = Iterable[Element]


@dataclass(frozen=True)
class Styles:
    """Which styles show a number as a date, and whether days count from 1904."""

    dates: frozenset[int]
    from_1904: bool = False


def texts(found: Elements) -> Iterator[str]:
    """Texts that the cells share, in order; how many the file promises does not matter."""
    for element in found:
        if name(element) == "si":
            yield _text(element)
            element.clear()


def styles(found: Elements, from_1904: bool) -> Styles:
    """Styles that show dates."""
    own: set[int] = set()
    dates: set[int] = set()
    for element in found:
        if name(element) == "numFmt" and _shows_date(element.get("formatCode", "")):
            own.add(_number(element.get("numFmtId")))
        elif name(element) == "cellXfs":
            used = [_number(style.get("numFmtId")) for style in element]
            dates = {place for place, code in enumerate(used) if code in _DATE_FORMATS | own}
    return Styles(frozenset(dates), from_1904)


def read_sheet(
    stream: IO[bytes],
    file: str,
    sheet: str,
    shared: tuple[str, ...],
    dated: Styles,
    most: int | None,
) -> Grid:
    """Read the rows of a sheet that hold anything.

    Parameters
    ----------
    shared
        Texts that cells refer to by number.
    dated
        Which styles show dates.
    most
        Rows after which to stop, if any.

    Raises
    ------
    ReadingError
        If an address lies outside the grid or far out, or the cells are out of order.
    DataError
        If a cell holds an error of a formula, such as #REF!.
    """
    reading = _Sheet(Grid(file, (), "cell", sheet), shared, dated)
    for _, element in elements(stream, file):
        if element.tag.endswith("row"):
            reading.take(element)
            if most is not None and len(reading.rows) >= most:
                break
        elif element.tag.endswith("mergeCell"):
            reading.merged.append(element.get("ref", ""))
    return reading.grid()


@dataclass
class _Sheet:
    """What was read of a sheet so far."""

    empty: Grid
    shared: tuple[str, ...]
    dated: Styles
    rows: list[Row] = field(default_factory=list)
    number: int = 0
    total: int = 0
    unsaved: list[tuple[int, int]] = field(default_factory=list)
    failed: list[tuple[int, int]] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    positions: dict[str, int] = field(default_factory=dict)

    def take(self, row: Element) -> None:
        """Read a row and let go of its elements."""
        number = _number(row.get("r"), self.number + 1)
        if number <= self.number:
            raise package.damaged(self.empty.file)
        if number > _DEEPEST:
            raise self._outside(str(number))
        self.number = number
        cells: list[str] = []
        for element in row:
            self._cell(element, cells)
        if any(cell.strip() for cell in cells):
            self.rows.append(Row(number, cells))
        self._within_limits(len(cells))
        row.clear()

    def _cell(self, element: Element, cells: list[str]) -> None:
        column = self._column(element.get("r"), len(cells))
        value: Element | None = None
        formula = False
        for part in element:
            value = part if part.tag.endswith("}v") else value
            formula = formula or part.tag.endswith("}f")
        kind = element.get("t", "n")
        if formula and value is None and kind != "inlineStr":
            self.unsaved.append((self.number, column))
        if kind == "e":
            self.failed.append((self.number, column))
        cells += [""] * (column - len(cells))
        stored = "" if value is None else value.text or ""
        cells.append(self._value(kind, stored, element))

    def _column(self, address: str | None, expected: int) -> int:
        """Position of a cell, which must not come before the one expected next."""
        if address is None:
            column = expected
        else:
            name = address.rstrip("0123456789")
            if address[len(name) :] != str(self.number):
                raise self._outside(address)
            column = self._position(name)
        if column < expected:
            raise package.damaged(self.empty.file)
        if column >= LIMITS.columns:
            raise too_many(self.empty.cells([(self.number, column)]), COLUMNS, LIMITS.columns)
        return column

    def _position(self, name: str) -> int:
        """Position of a column by its letters."""
        if name not in self.positions:
            if _LETTERS.fullmatch(name) is None or _position(name) >= _WIDEST:
                raise self._outside(name + str(self.number))
            self.positions[name] = _position(name)
        return self.positions[name]

    def _value(self, kind: str, stored: str, element: Element) -> str:
        if kind == "s":
            place = _number(stored, -1)
            if not 0 <= place < len(self.shared):
                raise package.damaged(self.empty.file)
            return self.shared[place]
        if kind == "inlineStr":
            return _text(element)
        if kind == "b":
            return "TRUE" if stored.strip() == "1" else "FALSE"
        if kind == "d":
            return Moment(stored)
        if kind in {"str", "e"} or _NUMBER.fullmatch(stored) is None:
            return _unescaped(stored)
        if self.dated.dates and _number(element.get("s")) in self.dated.dates:
            return _moment(stored, self.dated.from_1904)
        return Exact(stored)

    def _within_limits(self, width: int) -> None:
        self.total += width
        if len(self.rows) > LIMITS.rows + 1:
            raise too_many(self.empty.place([self.number]), ROWS, LIMITS.rows)
        if self.total > LIMITS.cells:
            raise too_many(self.empty.place([self.number]), CELLS, LIMITS.cells)

    def _outside(self, address: str) -> ReadingError:
        return refusal(
            "sheet.address",
            self.empty.name,
            Words(
                en="A cell has an address that no sheet has: {address}.",
                id="Ada sel dengan alamat yang tidak mungkin: {address}.",
            ).fill(address=plain(address, 20)),
            Words(
                en="Open it where it was made and save it anew.",
                id="Buka di program asalnya dan simpan ulang.",
            ),
        )

    def grid(self) -> Grid:
        """Rows so far, and what is told about them."""
        if self.failed:
            raise DataError([self._failed()])
        findings = (*self._unsaved(), *self._merged())
        return Grid(self.empty.file, tuple(self.rows), "cell", self.empty.sheet, findings=findings)

    def _failed(self) -> Finding:
        return told(
            "sheet.error_value",
            self.empty.cells(self.failed),
            Words(
                en="{count} cell(s) hold an error of a formula, such as #REF!.",
                id="{count} sel berisi kesalahan rumus, misalnya #REF!.",
            ).fill(count=len(self.failed)),
            Words(en="Correct the formula.", id="Perbaiki rumusnya."),
            severity="error",
        )

    def _unsaved(self) -> Iterator[Finding]:
        if self.unsaved:
            yield told(
                "sheet.formula",
                self.empty.cells(self.unsaved),
                Words(
                    en="{count} formula(s) without a stored result are read as empty.",
                    id="{count} rumus tanpa hasil tersimpan dibaca kosong.",
                ).fill(count=len(self.unsaved)),
                Words(
                    en="Open the workbook in Excel, let it compute, and save it.",
                    id="Buka di Excel, biarkan menghitung, lalu simpan.",
                ),
                severity="warning",
            )

    def _merged(self) -> Iterator[Finding]:
        tall = [ref for ref in self.merged if _is_tall(ref)]
        if tall:
            yield told(
                "sheet.merged",
                self.empty.name,
                Words(
                    en="{count} merged area(s) over several rows: only the first row has the value "
                    "({first}).",
                    id="{count} gabungan sel lintas baris: hanya baris pertama yang berisi "
                    "({first}).",
                ).fill(count=len(tall), first=tall[0]),
                Words(
                    en="Unmerge them and fill in every row.",
                    id="Pisahkan selnya dan isi setiap baris.",
                ),
                severity="warning",
            )


def _text(element: Element) -> str:
    """Text of a cell or shared text, without the reading aids of East Asian scripts."""
    pieces: list[str] = []
    for part in element:
        if name(part) == "t":
            pieces.append(part.text or "")
        elif name(part) in {"r", "is"}:
            pieces.append(_text(part))
    return _unescaped("".join(pieces))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _position(column: str) -> int:
    place = 0
    for letter in column:
        place = 26 * place + ord(letter) - ord("A") + 1
    return place - 1


def _number(text: str | None, default: int = 0) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else default


def _shows_date(code: str) -> bool:
    return any(letter in "ymdhs" for letter in _NOT_DATE.sub("", code).casefold())


def _moment(stored: str, from_1904: bool) -> str:
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)
    try:
        moment = start + timedelta(days=float(stored))
    except OverflowError:
        return Exact(stored)
    at_midnight = (moment.hour, moment.minute, moment.second) == (0, 0, 0)
    return Moment(moment.date().isoformat() if at_midnight else moment.isoformat(" ", "seconds"))


def _is_tall(ref: str) -> bool:
    ends = _ROWS.findall(ref)
    return len(ends) == 2 and ends[0] != ends[1]
