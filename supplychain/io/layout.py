"""A grid whose header is known: which column is where, and what is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from supplychain.core.columns import Table
from supplychain.core.errors import ReadingError
from supplychain.core.findings import Finding, listed
from supplychain.core.words import Words
from supplychain.io import headers
from supplychain.io.characters import plain
from supplychain.io.grid import Grid, Row, refusal, told


@dataclass(frozen=True)
class Layout:
    """Titles and rows of one table.

    Attributes
    ----------
    table
        What the rows are.
    header, body
        Row of titles, and the rows below it.
    columns
        Position of each column of the schema that is there.
    findings
        What was left out.
    """

    grid: Grid
    table: Table
    header: Row
    body: tuple[Row, ...]
    columns: Mapping[str, int]
    findings: tuple[Finding, ...] = ()

    def place(self, column: str, numbers: Sequence[int]) -> Words:
        """Name cells of one column by the numbers of their rows."""
        position = self.columns[column]
        return self.grid.place(numbers, position, plain(self.header.cell(position)))


def layout(grid: Grid, table: Table) -> Layout:
    """Find the header of a table and the columns under it.

    Raises
    ------
    ReadingError
        If a required column is missing, two columns mean the same, or a row of a text table is
        longer than its header.
    """
    deep = grid.rows[: headers.DEEPEST]
    top = next((i for i, row in enumerate(deep) if headers.complete(table, row.cells)), None)
    if top is None:
        raise headers.incomplete(grid, table)
    header, body = grid.rows[top], grid.rows[top + 1 :]
    found = headers.columns(table, header.cells)
    _refuse_twins(grid, header, found)
    columns = {name: places[0] for name, places in found.items()}
    findings = [*_above(grid, top), *_uneven(grid, header, body)]
    findings += [*_unread(grid, table, header, columns), *_untitled(grid, header, body)]
    return Layout(grid, table, header, body, columns, tuple(findings))


def _refuse_twins(grid: Grid, header: Row, found: Mapping[str, Sequence[int]]) -> None:
    for name, places in found.items():
        if len(places) == 1:
            continue
        titles = listed(plain(header.cell(position)) for position in places)
        spots = grid.cells((header.number, position) for position in places)
        raise _twins(spots, name, titles)


def _twins(spots: Words, name: str, titles: Words) -> ReadingError:
    return refusal(
        "header.twice",
        spots,
        Words(
            en="These columns mean the same, {name}: {titles}.",
            id="Kolom-kolom ini bermakna sama, {name}: {titles}.",
        ).fill(name=name, titles=titles),
        Words(en="Keep one of them.", id="Sisakan salah satu."),
    )


def _above(grid: Grid, top: int) -> list[Finding]:
    if top == 0:
        return []
    return [
        told(
            "header.above",
            grid.place(row.number for row in grid.rows[:top]),
            Words(
                en="Rows above the column titles are not read.",
                id="Baris di atas judul kolom tidak dibaca.",
            ),
            Words(en="Nothing to do if they hold no data.", id="Abaikan bila bukan data."),
        )
    ]


def _uneven(grid: Grid, header: Row, body: Sequence[Row]) -> list[Finding]:
    """Refuse rows that are longer than the header, and tell of shorter ones, in text tables."""
    width = len(header.cells)
    if not grid.separator:
        return []
    longer = [row.number for row in body if any(cell.strip() for cell in row.cells[width:])]
    if longer:
        raise _too_long(grid, longer, width)
    shorter = [row.number for row in body if len(row.cells) < width]
    if not shorter:
        return []
    return [
        told(
            "rows.short",
            grid.place(shorter),
            Words(
                en="{count} row(s) have fewer cells than the header; the rest is read as empty.",
                id="{count} baris lebih pendek dari judulnya; sisanya dibaca kosong.",
            ).fill(count=len(shorter)),
            Words(en="Check these rows.", id="Periksa baris-baris ini."),
            severity="warning",
        )
    ]


def _too_long(grid: Grid, numbers: Sequence[int], width: int) -> ReadingError:
    return refusal(
        "rows.long",
        grid.place(numbers),
        Words(
            en="{count} row(s) have more cells than the header, which has {width}.",
            id="{count} baris memiliki sel lebih banyak dari judulnya yang {width}.",
        ).fill(count=len(numbers), width=width),
        Words(
            en="Put texts and numbers that hold the separator in quotes, or remove the extra cell.",
            id="Beri tanda kutip pada isi yang memuat pemisah, atau hapus sel yang berlebih.",
        ),
    )


def _unread(grid: Grid, table: Table, header: Row, columns: Mapping[str, int]) -> list[Finding]:
    known = set(columns.values())
    titles = [
        plain(title)
        for position, title in enumerate(header.cells)
        if title.strip() and position not in known
    ]
    if not titles:
        return []
    near = headers.nearest(table, titles)
    remedy = Words(
        en="Rename those that should be read, as in the template.",
        id="Ubah judul kolom yang perlu dibaca, seperti pada templat.",
    )
    return [
        told(
            "header.unknown",
            grid.place([header.number]),
            Words(
                en="{count} column(s) are not read, since their titles are not known: {titles}.",
                id="{count} kolom tidak dibaca karena judulnya tidak dikenal: {titles}.",
            ).fill(count=len(titles), titles=listed(titles, most=12)),
            remedy if near is None else remedy + near,
            severity="info" if near is None else "warning",
        )
    ]


def _untitled(grid: Grid, header: Row, body: Sequence[Row]) -> list[Finding]:
    width = max((len(row.cells) for row in body), default=0)
    nameless = [position for position in range(width) if not header.cell(position).strip()]
    positions = [
        position for position in nameless if any(row.cell(position).strip() for row in body)
    ]
    if not positions:
        return []
    return [
        told(
            "header.untitled",
            grid.cells((header.number, position) for position in positions),
            Words(
                en="{count} column(s) without a title are not read.",
                id="{count} kolom tanpa judul tidak dibaca.",
            ).fill(count=len(positions)),
            Words(
                en="Give them a title if they should be read.", id="Beri judul bila perlu dibaca."
            ),
            severity="warning",
        )
    ]
