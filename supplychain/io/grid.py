"""Cells as a file holds them, and how to say where one stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from supplychain.core.errors import ReadingError
from supplychain.core.findings import Finding, Severity, listed
from supplychain.core.words import Words, same

Form = Literal["line", "cell", "row", "node", "edge"]
_SPOTS: dict[Form, Words] = {
    "line": Words(en="line {rows}", id="baris {rows}"),
    "row": Words(en="row {rows}", id="baris data {rows}"),
    "node": Words(en="node {rows}", id="simpul {rows}"),
    "edge": Words(en="edge {rows}", id="sisi {rows}"),
}


class Exact(str):
    """A number the way programs store it: digits, point, exponent; no country's habits."""

    __slots__ = ()


class Moment(str):
    """The ISO text of a number that a sheet shows as a date."""

    __slots__ = ()


@dataclass(frozen=True)
class Row:
    """Cells of one row, and its number in the file, counted from 1; 0 if it stands nowhere."""

    number: int
    cells: Sequence[str]

    def cell(self, column: int) -> str:
        """Text of a cell; beyond the end of the row it is empty."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True)
class Grid:
    """Rows that are not empty, of one text file, sheet, or list in a graph file.

    Attributes
    ----------
    file, sheet
        Names to say.
    rows
        In the order of the file.
    form
        What a row is called.
    separator
        What stands between the columns of a text file.
    findings
        What had to be decided or was left out so far.
    """

    file: str
    rows: tuple[Row, ...]
    form: Form = "line"
    sheet: str | None = None
    separator: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def width(self) -> int:
        """Number of columns of the widest row."""
        return max((len(row.cells) for row in self.rows), default=0)

    @property
    def name(self) -> Words:
        """File, and sheet if there is one."""
        if self.sheet is None:
            return same(self.file)
        return Words(en="{file}, sheet {sheet}", id="{file}, lembar {sheet}").fill(
            file=self.file, sheet=self.sheet
        )

    def place(
        self, numbers: Iterable[int], column: int | None = None, header: str | None = None
    ) -> Words:
        """Name rows, or the cells of one column in them.

        Parameters
        ----------
        numbers
            Numbers of rows in the file.
        column, header
            Position and title of the column.
        """
        rows = [number for number in numbers if number > 0]
        if self.form == "cell" and column is not None:
            return self.cells((number, column) for number in rows)
        if not rows:
            return self.name
        spot = _SPOTS["row" if self.form == "cell" else self.form].fill(rows=listed(rows))
        words = Words(en=f"{self.name.en}, {spot.en}", id=f"{self.name.id}, {spot.id}")
        if not header:
            return words
        return Words(en=f"{words.en}, column {header}", id=f"{words.id}, kolom {header}")

    def cells(self, spots: Iterable[tuple[int, int]]) -> Words:
        """Name cells by row number and column position: by address in a sheet."""
        given = list(spots)
        if self.form != "cell":
            return self.place(dict.fromkeys(number for number, _ in given))
        named = listed(f"{letters(column)}{number}" for number, column in given)
        return Words(en="{name}, cell {cells}", id="{name}, sel {cells}").fill(
            name=self.name, cells=named
        )


def letters(column: int) -> str:
    """Name a column, counted from 0, as sheets do.

    Examples
    --------
    >>> letters(0), letters(27)
    ('A', 'AB')
    """
    text, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def refusal(code: str, place: Words, cause: Words, remedy: Words) -> ReadingError:
    """Make the error of a file that cannot be read."""
    finding = Finding(code, "error", place, cause, remedy)
    return ReadingError(finding.words, (finding,))


def told(
    code: str, place: Words, cause: Words, remedy: Words, *, severity: Severity = "info"
) -> Finding:
    """Make a finding about something that was read, but not as it stood."""
    return Finding(code, severity, place, cause, remedy)
