"""Promise 1: in whatever dialect a table is written, it is read equal, or told, or refused."""

import csv
import io
import math
import tempfile
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from hypothesis import event, given, settings
from hypothesis import strategies as st

from supplychain.core.errors import DataError, ReadingError
from supplychain.core.schema import PARTNERSHIPS
from supplychain.io import separated, workbook
from supplychain.io.conversion import converted
from supplychain.io.layout import layout
from tests.io.files import cell, single

HEADERS = {
    "en": ["supplier", "buyer", "product", "volume", "value"],
    "id": ["Pemasok", "PEMBELI", " produk", "jumlah\u00a0", "Nilai (Rp/tahun)"],
}
TELLING = ("text.", "numbers.", "codes.", "encoding.", "dialect.assumed", "rows.")
OF_THE_WHOLE = {"dialect.assumed", "encoding.windows", "rows.short"}


@dataclass(frozen=True)
class Dialect:
    """One way to write a table."""

    separator: str
    mark: str
    thousands: bool
    encoding: str
    line_end: str
    language: str
    quoting: int


dialects = st.builds(
    Dialect,
    separator=st.sampled_from([",", ";", "\t", "|"]),
    mark=st.sampled_from([".", ","]),
    thousands=st.booleans(),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    language=st.sampled_from(["en", "id"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
names = st.text(
    st.characters(codec="cp1252", exclude_characters="\u200b"), min_size=1, max_size=8
).filter(str.strip) | st.sampled_from(
    ["NA", "None", "null", "NaN", "N/A", "0123", "9007199254740993", "1E+15", "01-Feb", "1.500"]
)
numbers = (
    st.none()
    | st.integers(0, 10**15).map(Decimal)
    | st.decimals(0, 10**12, places=2)
    | st.decimals(0, 10**6, places=3)
    | st.floats(0, 1e15).map(repr).map(Decimal)
)
tables = st.lists(
    st.tuples(names, names, st.none() | names, numbers, numbers), min_size=1, max_size=8
)


def written(number: Decimal | None, dialect: Dialect) -> str:
    if number is None:
        return ""
    whole, _, part = f"{number:f}".partition(".")
    if dialect.thousands:
        whole = f"{int(whole):,}".replace(",", "." if dialect.mark == "," else ",")
    return f"{whole}{dialect.mark}{part}" if part else whole


def encoded(table, dialect: Dialect) -> bytes:
    lines = io.StringIO(newline="")
    breaks = any(set("\r\n") & set(name) for line in table for name in line[:3] if name)
    writer = csv.writer(
        lines,
        delimiter=dialect.separator,
        lineterminator=dialect.line_end,
        quoting=csv.QUOTE_ALL if breaks else dialect.quoting,  # as every program but this one
    )
    writer.writerow(HEADERS[dialect.language])
    for supplier, buyer, product, volume, value in table:
        writer.writerow(
            [supplier, buyer, product or "", written(volume, dialect), written(value, dialect)]
        )
    return lines.getvalue().encode(dialect.encoding)


def compare(table, make_grid) -> None:
    """Equal to the letter and digit, or the column of each change is told, or all is refused."""
    try:
        found = converted([layout(make_grid(), PARTNERSHIPS)])[0]
    except (ReadingError, DataError):
        event("refused")
        return
    findings = [*found.layout.grid.findings, *found.findings]
    if any(finding.severity == "error" for finding in findings):
        event("refused")
        return
    told = [finding for finding in findings if finding.code.startswith(TELLING)]
    changed = list(changes(table, found))
    event("told" if changed else "equal")
    for title in changed:
        assert any(finding.code in OF_THE_WHOLE or title in finding.place.en for finding in told), (
            title
        )


def changes(table, found):
    """Titles of the columns that differ, as a place names them."""
    assert len(found.frame) == len(table)
    for place, row in enumerate(found.frame.itertuples(index=False)):
        for name, got, wanted in zip(found.frame.columns, row, table[place], strict=True):
            same = same_number if name in ("volume", "value") else same_text
            if not same(got, wanted):
                number = found.layout.body[place].number
                yield found.layout.place(name, [number]).en.rpartition(" ")[2].strip("0123456789")


def same_text(found, given) -> bool:
    return found == given if given is not None else not isinstance(found, str)


def same_number(found: float, given: Decimal | None) -> bool:
    return math.isnan(found) if given is None else found == float(given)


@settings(max_examples=300)
@given(table=tables, dialect=dialects)
def test_every_dialect_is_read_equal_or_told(table, dialect):
    compare(table, lambda: separated.parse(encoded(table, dialect), "kemitraan.csv"))


plain_names = st.from_regex(r"[A-Za-z][A-Za-z .&']{0,10}[A-Za-z]", fullmatch=True)


@settings(max_examples=100)
@given(
    table=st.lists(
        st.tuples(
            plain_names, plain_names, plain_names, numbers, st.decimals("0.01", 10**9, places=2)
        ),
        min_size=1,
        max_size=6,
    ),
    dialect=dialects,
)
def test_an_ordinary_table_with_cents_is_read_equal_in_every_dialect(table, dialect):
    grid = separated.parse(encoded(table, dialect), "kemitraan.csv")
    found = converted([layout(grid, PARTNERSHIPS)])[0]
    frame = found.frame
    assert frame["supplier"].tolist() == [line[0] for line in table]
    assert frame["buyer"].tolist() == [line[1] for line in table]
    assert frame["product"].tolist() == [line[2] for line in table]
    assert all(same_number(got, line[3]) for got, line in zip(frame["volume"], table, strict=True))
    assert all(same_number(got, line[4]) for got, line in zip(frame["value"], table, strict=True))


@settings(max_examples=80)
@given(table=tables)
def test_a_workbook_is_read_equal_or_told(table):
    lines = [HEADERS["id"], *table]
    body = "".join(f'<row r="{at}">{as_cells(at, line)}</row>' for at, line in enumerate(lines, 1))

    def grid():
        with tempfile.TemporaryDirectory() as room:
            path = Path(room, "data.xlsx")
            path.write_bytes(single(body))
            with workbook.opened(path) as book:
                return book.grid("Sheet1")

    compare(table, grid)


def as_cells(row: int, line) -> str:
    return "".join(as_cell(f"{'ABCDE'[at]}{row}", value) for at, value in enumerate(line))


def as_cell(address: str, value) -> str:
    if value is None:
        return ""
    return cell(address, str(value), "n" if isinstance(value, Decimal) else "inlineStr")
