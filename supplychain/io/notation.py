"""One decimal mark for one file, from the evidence of all its numbers, and told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from supplychain.core.errors import ReadingError
from supplychain.core.findings import Finding
from supplychain.core.words import Words
from supplychain.io import numerals
from supplychain.io.characters import plain
from supplychain.io.grid import Exact, Grid, Moment, refusal, told
from supplychain.io.numerals import Mark

MARKS: dict[Mark, Words] = {
    ".": Words(en="decimal point", id="titik desimal"),
    ",": Words(en="decimal comma", id="koma desimal"),
}
_HABIT: dict[str, Mark] = {";": ",", ",": "."}
"""Decimal mark that goes with a separator: a program picks `;` where the comma is taken."""


class Figure(NamedTuple):
    """A number as written, and where."""

    grid: Grid
    row: int
    column: int
    text: str

    @property
    def place(self) -> Words:
        """Line or cell."""
        return self.grid.cells([(self.row, self.column)])


@dataclass(frozen=True)
class Notation:
    """Decimal mark of a file, and what is told about it."""

    mark: Mark
    findings: tuple[Finding, ...] = ()


def figures(grid: Grid, columns: Sequence[int], first: int) -> Iterator[Figure]:
    """Go through the cells whose meaning depends on the decimal mark.

    Parameters
    ----------
    columns
        Positions of the number columns.
    first
        Number of the first row below the header.
    """
    for row in grid.rows:
        if row.number < first:
            continue
        for column in columns:
            text = row.cell(column)
            if text and not isinstance(text, Exact | Moment) and not numerals.is_digits(text):
                yield Figure(grid, row.number, column, text)


def decide(grid: Grid, written: Sequence[Figure]) -> Notation:
    """Choose the decimal mark of a file.

    Parameters
    ----------
    grid
        Any grid of the file, for its name and separator.
    written
        All numbers in it that a person or program wrote as text.

    Raises
    ------
    ReadingError
        If the file mixes both habits, or nothing tells which one `1.500` follows.
    """
    distinct = list({figure.text: figure for figure in reversed(written)}.values())[::-1]
    proof = numerals.evidence([figure.text for figure in distinct])
    if proof.point and proof.comma:
        raise _mixed(distinct[proof.point[0]], distinct[proof.comma[0]])
    if proof.point or proof.comma:
        return _proven(grid, "." if proof.point else ",")
    if not proof.open:
        return Notation(_HABIT.get(grid.separator, "."))
    return _assumed(grid, [distinct[place] for place in proof.open])


def _proven(grid: Grid, mark: Mark) -> Notation:
    finding = told(
        "dialect.decimal",
        Words(en=grid.file, id=grid.file),
        Words(en="Numbers have a {mark}.", id="Angka memakai {mark}.").fill(mark=MARKS[mark]),
        Words(en="Nothing to do.", id="Tidak perlu tindakan."),
    )
    return Notation(mark, (finding,))


def _mixed(point: Figure, comma: Figure) -> ReadingError:
    place = Words(
        en=f"{point.place.en}; {comma.place.en}", id=f"{point.place.id}; {comma.place.id}"
    )
    return refusal(
        "dialect.mixed",
        place,
        Words(
            en="'{point}' has a decimal point and '{comma}' a decimal comma, so no number here is "
            "sure.",
            id="'{point}' memakai titik desimal dan '{comma}' memakai koma desimal, sehingga "
            "angka-angkanya meragukan.",
        ).fill(point=plain(point.text), comma=plain(comma.text)),
        Words(
            en="Write all numbers of the file the same way.",
            id="Tulis semua angka dalam berkas dengan cara yang sama.",
        ),
    )


def _assumed(grid: Grid, doubtful: Sequence[Figure]) -> Notation:
    mark = _HABIT.get(grid.separator)
    first = doubtful[0]
    if mark is None:
        raise _undecided(first)
    finding = told(
        "dialect.assumed",
        first.place,
        Words(
            en="'{text}' can be {point} or {comma}; it was read as {chosen} ({mark}), because of "
            "the sign between the columns. {count} such number(s).",
            id="'{text}' dapat berarti {point} atau {comma}; dibaca {chosen} ({mark}) karena "
            "pemisah kolomnya. Ada {count} angka seperti ini.",
        ).fill(
            **_meanings(first.text),
            chosen=numerals.canonical(first.text, mark),
            mark=MARKS[mark],
            count=len(doubtful),
        ),
        _WRITE_PLAINLY,
        severity="warning",
    )
    return Notation(mark, (finding,))


def _undecided(figure: Figure) -> ReadingError:
    return refusal(
        "dialect.unknown",
        figure.place,
        Words(
            en="'{text}' can be {point} or {comma}, and nothing in the file tells which.",
            id="'{text}' dapat berarti {point} atau {comma}, dan tidak ada petunjuk dalam berkas.",
        ).fill(**_meanings(figure.text)),
        _WRITE_PLAINLY,
    )


def _meanings(text: str) -> dict[str, object]:
    return {
        "text": plain(text),
        "point": numerals.canonical(text, "."),
        "comma": numerals.canonical(text, ","),
    }


_WRITE_PLAINLY = Words(
    en="Write such numbers without a thousands mark (1500), or with other decimals (1.5000).",
    id="Tulis angka seperti itu tanpa tanda ribuan (1500), atau dengan desimal lain (1,5000).",
)
