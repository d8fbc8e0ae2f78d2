"""The five tables as rows, and how they are read and written.

Numbers are written plainly (dot decimals, no thousands), text as it is, so that a rebuild gives
the same bytes everywhere.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

Number = int | float
Cells = Mapping[str, str]


@dataclass
class Business:
    """One node of the network; money in Rp/year, capacity in units of its product a year."""

    id: str
    name: str
    kind: str
    kbli: str = ""
    kbli_version: str = ""
    district: str = ""
    lat: Number | None = None
    lon: Number | None = None
    commodity: str = ""
    output: Number | None = None
    capacity: Number | None = None
    capacity_product: str = ""
    value_added: Number | None = None
    workers: Number | None = None
    members: Number | None = None
    funds: Number | None = None
    funds_year: str = ""
    basis: str = "assumed"
    source: str = ""


@dataclass
class Partnership:
    """One directed link, supplier to buyer; volume in units/year, value in Rp/year."""

    supplier: str
    buyer: str
    product: str = ""
    volume: Number | None = None
    value: Number | None = None
    relation: str = "supplies"
    scheme: str = ""
    input_class: str = ""
    since: str = ""
    status: str = "active"
    basis: str = "assumed"
    source: str = ""


@dataclass
class Claim:
    """One value of one field of one business by one source."""

    business: str
    field: str
    value: Number
    low: Number | None = None
    high: Number | None = None
    unit: str = ""
    source: str = ""
    default: str = "no"
    basis: str = "reported"
    note: str = ""
    note_id: str = ""


UNITS = {
    "lat": "°",
    "lon": "°",
    "output": "Rp/year",
    "capacity": "unit/year",
    "value_added": "Rp/year",
    "workers": "persons",
    "members": "units",
}
"""Units of the numeric business columns that may need a claim made by rule."""


def plain(value: object) -> str:
    """Write a cell: empty for nothing, no exponent, no trailing zeros.

    Examples
    --------
    >>> plain(225000000.0), plain(0.225), plain(None), plain("01135")
    ('225000000', '0.225', '', '01135')
    """
    if value is None:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.6f}".rstrip("0")
    return str(value)


def number(text: str) -> Number | None:
    """Read a cell that holds a number, or nothing."""
    if not text:
        return None
    value = float(text)
    return int(value) if value.is_integer() and "." not in text else value


def read(path: Path) -> list[dict[str, str]]:
    """Rows of a CSV file as text, by column."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, columns: Sequence[str], table: Iterable[Mapping[str, object]]) -> None:
    """Write a CSV file: UTF-8, comma, line feed."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([plain(row[column]) for column in columns] for row in table)


def write_rows(path: Path, rows: Sequence[Business | Partnership | Claim]) -> None:
    """Write dataclass rows of one kind, columns in the order of the fields."""
    columns = [field.name for field in fields(rows[0])]
    write(path, columns, (asdict(row) for row in rows))
