"""A square input-output table: flows, output, and what else is known of each sector."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from supplychain.core.errors import DataError, ReadingError
from supplychain.core.findings import Finding, errors, listed
from supplychain.core.readers import READERS, Reader, Reading
from supplychain.core.schema import PARTNERSHIPS
from supplychain.core.words import Words
from supplychain.io import headers, square, tabular
from supplychain.io.assembly import completed
from supplychain.io.characters import plain
from supplychain.io.conversion import DOUBTS, number
from supplychain.io.grid import Grid, refusal, told
from supplychain.io.limits import LIMITS
from supplychain.io.notation import Notation, decide, figures
from supplychain.io.square import Square

_SLACK = 1e-3
"""Share of output by which flows and final demand may miss it, for rounding."""
Spots = Sequence[tuple[int, int]]
Values = NDArray[np.float64]


def recognises(path: Path) -> bool:
    """Tell whether a file holds one table with the same names down its side and along its top."""
    return tabular.holds_square(path)


def read(path: Path) -> Reading:
    """Read an input-output table: each sector becomes a business, each flow a partnership.

    Raises
    ------
    ReadingError
        If it cannot be read, or a name is there twice.
    DataError
        If a cell is no number, or a flow is negative.
    """
    grid = tabular.grid(path)
    table = square.find(grid)
    if table is None:
        raise headers.incomplete(grid, PARTNERSHIPS)
    if table.twins:
        raise _twins(grid, table)
    notation = _notation(grid, table)
    flows, vectors, found = _numbers(grid, table, notation)
    if errors(found):
        raise DataError(errors(found))
    output, about_output = _output(grid, table, flows, vectors)
    findings = [*grid.findings, *notation.findings, *found, *about_output, *_unread(grid, table)]
    frames = _frames(table, flows, {**vectors, "output": output})
    return completed(frames, [*findings, _told(grid, len(flows))])


def _notation(grid: Grid, table: Square) -> Notation:
    columns = [*table.buyers.values(), *table.figure_columns.values()]
    return decide(grid, list(figures(grid, columns, grid.rows[table.top].number + 1)))


def _numbers(
    grid: Grid, table: Square, notation: Notation
) -> tuple[Values, dict[str, Values], list[Finding]]:
    rows, columns = list(table.suppliers.values()), list(table.buyers.values())
    findings: list[Finding] = []

    def at(spots: Spots) -> Values:
        values, found = _cells(grid, spots, notation)
        findings.extend(found)
        return values

    flows = at([(row, column) for row in rows for column in columns]).reshape(len(rows), -1)
    findings += _negative(grid, rows, columns, flows)
    down = {
        name: at([(row, column) for row in rows]) for name, column in table.figure_columns.items()
    }
    along = {
        name: at([(row, column) for column in columns]) for name, row in table.figure_rows.items()
    }
    findings += _unequal(grid, table, down, along)
    return np.nan_to_num(flows), {**along, **down}, findings


def _cells(grid: Grid, spots: Spots, notation: Notation) -> tuple[Values, list[Finding]]:
    values = np.full(len(spots), math.nan)
    doubtful: dict[str, list[tuple[int, int]]] = {}
    for at, (row, column) in enumerate(spots):
        text = grid.rows[row].cell(column)
        if text and not text.isspace():
            doubt, values[at] = number(text, notation.mark)
            if doubt:
                doubtful.setdefault(doubt, []).append((row, column))
    return values, [_doubt(grid, doubt, where) for doubt, where in doubtful.items()]


def _doubt(grid: Grid, doubt: str, spots: Spots) -> Finding:
    severity, cause, remedy = DOUBTS[doubt]
    texts = dict.fromkeys(plain(grid.rows[row].cell(column)) for row, column in spots)
    return told(
        f"numbers.{doubt}",
        _place(grid, spots),
        cause.fill(texts=listed(texts)),
        remedy,
        severity=severity,
    )


def _negative(
    grid: Grid, rows: Sequence[int], columns: Sequence[int], flows: Values
) -> list[Finding]:
    wrong = [(rows[i], columns[j]) for i, j in zip(*np.nonzero(flows < 0), strict=True)]
    if not wrong:
        return []
    return [
        told(
            "square.negative",
            _place(grid, wrong),
            Words(en="{count} flow(s) are below zero.", id="{count} aliran kurang dari nol.").fill(
                count=len(wrong)
            ),
            Words(
                en="Enter such a flow as a sale of the other sector.",
                id="Catat aliran itu sebagai penjualan sektor lainnya.",
            ),
            severity="error",
        )
    ]


def _unequal(
    grid: Grid, table: Square, down: Mapping[str, Values], along: Mapping[str, Values]
) -> list[Finding]:
    """Refuse a figure that stands both as a column and as a row, and differs."""
    spots = [
        (row, table.figure_columns[name])
        for name in down
        if name in along
        for row, given, again in zip(table.suppliers.values(), down[name], along[name], strict=True)
        if not np.isclose(given, again, equal_nan=True)
    ]
    if not spots:
        return []
    return [
        told(
            "square.unequal",
            _place(grid, spots),
            Words(
                en="The column and the row of the same figure differ.",
                id="Kolom dan baris untuk angka yang sama berbeda.",
            ),
            Words(en="Correct one, or remove it.", id="Perbaiki salah satu, atau hapus."),
            severity="error",
        )
    ]


def _output(
    grid: Grid, table: Square, flows: Values, vectors: Mapping[str, Values]
) -> tuple[Values, list[Finding]]:
    """Output as given, else flows and final demand added up."""
    given = vectors.get("output")
    if "final_demand" not in vectors:
        return (np.full(len(flows), math.nan) if given is None else given), []
    added = flows.sum(axis=1) + np.nan_to_num(vectors["final_demand"])
    if given is None:
        return added, [_added(grid)]
    off = np.abs(added - given) > _SLACK * np.abs(given)
    return given, [_off(grid, [table.names[place] for place in off.nonzero()[0]])] * bool(off.any())


def _added(grid: Grid) -> Finding:
    return told(
        "square.output",
        grid.name,
        Words(
            en="Output is not given; it is the sum of flows and final demand.",
            id="Output tidak dicantumkan; dihitung dari jumlah aliran dan permintaan akhir.",
        ),
        Words(en="Add it if you know it.", id="Tambahkan bila diketahui."),
    )


def _off(grid: Grid, names: Sequence[str]) -> Finding:
    return told(
        "square.balance",
        grid.name,
        Words(
            en="Flows and final demand do not add up to output: {names}.",
            id="Aliran dan permintaan akhir tidak sama dengan output: {names}.",
        ).fill(names=listed(plain(name) for name in names)),
        Words(
            en="The output given is used; check these rows.",
            id="Output yang tertulis dipakai; periksa baris-baris ini.",
        ),
        severity="warning",
    )


def _frames(table: Square, flows: Values, vectors: Mapping[str, Values]) -> dict[str, pd.DataFrame]:
    names = pd.Series([plain(name, LIMITS.text) for name in table.names], dtype="str")
    known = {
        name: vectors[name]
        for name in ("output", "value_added", "wages", "workers")
        if name in vectors
    }
    rows, columns = np.nonzero(flows)
    businesses = pd.DataFrame({"id": names, **known, "basis": "reported"})
    partnerships = pd.DataFrame(
        {
            "supplier": names.to_numpy()[rows],
            "buyer": names.to_numpy()[columns],
            "value": flows[rows, columns],
            "basis": "reported",
        }
    )
    return {"businesses": businesses, "partnerships": partnerships}


def _unread(grid: Grid, table: Square) -> list[Finding]:
    others = [*table.other_rows, *table.other_columns]
    if not others:
        return []
    return [
        told(
            "square.unread",
            grid.name,
            Words(
                en="Rows or columns that stand on one side only and are no known figure are not "
                "read: {names}.",
                id="Baris atau kolom yang hanya ada di satu sisi dan bukan angka yang dikenal "
                "tidak dibaca: {names}.",
            ).fill(names=listed((plain(name) for name in others), most=12)),
            Words(
                en="If it is a sector, write its name the same way on both sides.",
                id="Bila itu sektor, samakan namanya di kedua sisi.",
            ),
            severity="warning",
        )
    ]


def _told(grid: Grid, count: int) -> Finding:
    return told(
        "square.read",
        grid.name,
        Words(
            en="Read as an input-output table of {count} sectors; rows supply columns, and the "
            "numbers count as reported, in Rp/year.",
            id="Dibaca sebagai tabel input-output {count} sektor; baris memasok kolom, dan "
            "angkanya dianggap dilaporkan, dalam Rp/tahun.",
        ).fill(count=count),
        Words(
            en="If they are in millions, multiply them first.",
            id="Bila dalam juta rupiah, kalikan dahulu.",
        ),
    )


def _twins(grid: Grid, table: Square) -> ReadingError:
    return refusal(
        "square.twice",
        grid.name,
        Words(en="A name is there twice: {names}.", id="Nama ini ganda: {names}.").fill(
            names=listed(plain(name) for name in table.twins)
        ),
        Words(en="Give each sector its own name.", id="Beri nama berbeda untuk tiap sektor."),
    )


def _place(grid: Grid, spots: Spots) -> Words:
    return grid.cells((grid.rows[row].number, column) for row, column in spots)


READERS.add(
    Reader(
        "input-output",
        Words(
            en="square input-output table (CSV or workbook)",
            id="tabel input-output persegi (CSV atau buku kerja)",
        ),
        recognises,
        read,
    )
)
