"""What a column and a table of the schema are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from supplychain.core.vocabulary import BASES
from supplychain.core.words import Words

Type = Literal["text", "number"]


@dataclass(frozen=True)
class Column:
    """One column of one table.

    Attributes
    ----------
    name
        Name in the tables, and the first header readers look for.
    meaning
        What it holds, in both languages.
    type
        `text` or `number`.
    required
        Whether a table without it, or a row with a gap in it, is refused.
    unit, example
        Unit of a number; a value as a user would write it.
    header
        Header in Bahasa Indonesia.
    synonyms
        Further headers that mean this column, in lower case.
    codes
        Allowed codes of a text column, if they are few.
    least, most
        Bounds of a number, inclusive.
    default
        Value of a gap in a column that has a default.
    """

    name: str
    meaning: Words
    header: str
    type: Type = "text"
    required: bool = False
    unit: str = ""
    example: str = ""
    synonyms: tuple[str, ...] = ()
    codes: Mapping[str, Words] | None = None
    least: float | None = None
    most: float | None = None
    default: str | None = None


@dataclass(frozen=True)
class Table:
    """One table: its columns, and the column that names a row, if any."""

    name: str
    title: Words
    columns: tuple[Column, ...]
    key: str | None = None

    def column(self, name: str) -> Column:
        """Find a column by its name."""
        return next(column for column in self.columns if column.name == name)

    @property
    def names(self) -> list[str]:
        """Column names, in order."""
        return [column.name for column in self.columns]


BASIS = Column(
    "basis",
    Words(en="Where the row's numbers stand", id="Dasar angka pada baris ini"),
    "dasar",
    codes=BASES,
    example="reported",
    synonyms=("basis data",),
    default="assumed",
)
SOURCE = Column(
    "source",
    Words(en="Id of the source", id="Id sumber"),
    "sumber",
    example="maklumat-2025",
    synonyms=("sumber data",),
)
"""Columns that several tables share."""
