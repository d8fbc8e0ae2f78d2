"""One table of partnerships alone: the businesses follow from it."""

from __future__ import annotations

from pathlib import Path

from supplychain.core.readers import READERS, Reader, Reading
from supplychain.core.schema import PARTNERSHIPS
from supplychain.core.words import Words
from supplychain.io import tabular
from supplychain.io.assembly import reading
from supplychain.io.conversion import converted
from supplychain.io.layout import layout


def recognises(path: Path) -> bool:
    """Tell whether a file holds one table that is no input-output table."""
    return tabular.is_single(path) and not tabular.holds_square(path)


def read(path: Path) -> Reading:
    """Read a table of partnerships.

    Raises
    ------
    ReadingError
        If it cannot be read, or supplier or buyer is missing.
    DataError
        If a cell is refused.
    """
    return reading(converted([layout(tabular.grid(path), PARTNERSHIPS)]))


READERS.add(
    Reader(
        "partnerships",
        Words(
            en="one CSV or workbook of partnerships (supplier, buyer, product, volume, value)",
            id="satu CSV atau buku kerja kemitraan (pemasok, pembeli, produk, volume, nilai)",
        ),
        recognises,
        read,
    )
)
