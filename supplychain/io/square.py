"""Input-output tables: the same names down the side and along the top."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from supplychain.core.schema import PARTNERSHIPS
from supplychain.io import headers
from supplychain.io.grid import Grid, Row
from supplychain.io.headers import key

_TITLES: Mapping[str, Sequence[str]] = {
    "output": ("output", "total output", "jumlah output", "nilai produksi", "x"),
    "final_demand": ("final demand", "permintaan akhir", "f"),
    "value_added": (
        "value added",
        "gross value added",
        "nilai tambah",
        "nilai tambah bruto",
        "gva",
        "v",
    ),
    "workers": ("workers", "jobs", "employment", "tenaga kerja", "jumlah tenaga kerja"),
    "wages": ("wages", "compensation of employees", "upah", "upah dan gaji", "gaji"),
}
_FIGURES = {title: name for name, titles in _TITLES.items() for title in titles}


@dataclass(frozen=True)
class Square:
    """Where the parts of an input-output table stand.

    Attributes
    ----------
    top
        Place of the row with the names of the columns, among the rows of the grid.
    suppliers
        Place of the row of each name.
    buyers
        Position of the column of each name, in the order of the rows.
    figure_rows, figure_columns
        Rows and columns with one number for each name: output, final demand and so on.
    other_rows, other_columns
        Titles that are neither.
    twins
        Titles that stand twice on one side.
    """

    top: int
    suppliers: Mapping[str, int]
    buyers: Mapping[str, int]
    figure_rows: Mapping[str, int]
    figure_columns: Mapping[str, int]
    other_rows: tuple[str, ...]
    other_columns: tuple[str, ...]
    twins: tuple[str, ...]

    @property
    def names(self) -> list[str]:
        """Names as the side writes them."""
        return list(self.suppliers)


def is_square(grid: Grid) -> bool:
    """Tell whether a grid is an input-output table and no list of partnerships."""
    deep = grid.rows[: headers.DEEPEST]
    listed = any(headers.complete(PARTNERSHIPS, row.cells) for row in deep)
    return not listed and find(grid) is not None


def find(grid: Grid) -> Square | None:
    """Find the side and top that share the most names: two or more, and half of the top."""
    best: Square | None = None
    for side in range(2):
        down = [key(row.cell(side)) for row in grid.rows]
        for top in range(min(headers.DEEPEST, len(grid.rows))):
            along = {key(cell) for cell in grid.rows[top].cells[side + 1 :]} - {"", *_FIGURES}
            shared = along & set(down[top + 1 :])
            enough = max(2, len(along) / 2, 0 if best is None else len(best.suppliers) + 1)
            if len(shared) >= enough:
                best = _square(grid.rows, side, top, shared)
    return best


def _square(rows: Sequence[Row], side: int, top: int, shared: set[str]) -> Square:
    along = _titles(enumerate(rows[top].cells), side)
    down = _titles(((place, row.cell(side)) for place, row in enumerate(rows)), top)
    suppliers = {title: place for title, place in down if key(title) in shared}
    places = {key(title): position for title, position in along}
    return Square(
        top,
        suppliers,
        {title: places[key(title)] for title in suppliers},
        {_FIGURES[key(title)]: place for title, place in down if key(title) in _FIGURES},
        {_FIGURES[key(title)]: place for title, place in along if key(title) in _FIGURES},
        _others(down, shared),
        _others(along, shared),
        (*_twins(down), *_twins(along)),
    )


def _titles(cells: Iterable[tuple[int, str]], after: int) -> list[tuple[str, int]]:
    return [(text, place) for place, text in cells if place > after and text.strip()]


def _others(titles: Sequence[tuple[str, int]], shared: set[str]) -> tuple[str, ...]:
    known = {*shared, *_FIGURES}
    return tuple(title for title, _ in titles if key(title) not in known)


def _twins(titles: Sequence[tuple[str, int]]) -> tuple[str, ...]:
    counts = Counter(_FIGURES.get(key(title), key(title)) for title, _ in titles)
    return tuple(title for title, _ in titles if counts[_FIGURES.get(key(title), key(title))] > 1)
