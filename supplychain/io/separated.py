"""Text tables: which sign separates the columns, and the rows between them."""

from __future__ import annotations

import csv
import itertools
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from supplychain.core.errors import ReadingError
from supplychain.core.findings import Finding
from supplychain.core.words import Words, same
from supplychain.io import headers
from supplychain.io.encoding import text_of
from supplychain.io.grid import Grid, Row, refusal, told
from supplychain.io.limits import LIMITS

SEPARATORS = {
    ",": Words(en="comma", id="koma"),
    ";": Words(en="semicolon", id="titik koma"),
    "\t": Words(en="tab", id="tab"),
    "|": Words(en="vertical bar", id="garis tegak"),
}
SUFFIXES = (".csv", ".tsv", ".tab", ".txt")
_SAMPLE = 50
COLUMNS = Words(en="columns", id="kolom")
ROWS = Words(en="rows", id="baris")
CELLS = Words(en="cells", id="sel")
_LETTERS = Words(en="characters in one cell", id="huruf per sel")
_DIRECTIVE = re.compile(r"sep=(.)(?:\r\n|\r|\n)", re.IGNORECASE)


def read(path: Path) -> Grid:
    """Read a text table, all cells as text.

    Raises
    ------
    ReadingError
        If it is empty, too large, no text, or its quotes or rows do not fit together.
    """
    return parse(path.read_bytes(), path.name)


def parse(content: bytes, file: str) -> Grid:
    """Read a text table from bytes; `file` is the name to say."""
    text, encoding, findings = text_of(content, file)
    if not text.strip():
        raise _empty(file)
    text, directed = _directive(text)
    separator = directed or _separator(text)
    rows = tuple(_rows(text, separator, file, 1 if directed else 0))
    if not rows:
        raise _empty(file)
    chosen = _chosen(file, encoding, separator, len(rows))
    return Grid(file, rows, separator=separator, findings=(*findings, chosen))


def _directive(text: str) -> tuple[str, str]:
    """Take off Excel's own first line `sep=;`."""
    match = _DIRECTIVE.match(text)
    if match is None or match[1] not in SEPARATORS:
        return text, ""
    return text[match.end() :], match[1]


def _separator(text: str) -> str:
    """Sign that gives the most known headers, else the most even rows."""
    return max(SEPARATORS, key=lambda sign: _fit(text, sign))


def _fit(text: str, separator: str) -> tuple[int, bool, int]:
    lines = csv.reader(StringIO(text, newline=""), delimiter=separator)
    try:
        sample = [row for row in itertools.islice(lines, _SAMPLE) if any(row)]
    except csv.Error:
        return (0, False, 0)
    widths = {len(row) for row in sample}
    width = min(widths, default=0)
    known = max((headers.recognised(row) for row in sample[: headers.DEEPEST]), default=0)
    return (known if width > 1 or len(widths) > 1 else 0, len(widths) == 1 and width > 1, width)


def _rows(text: str, separator: str, file: str, skipped: int) -> Iterator[Row]:
    records = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    line, cells = skipped, 0
    while True:
        try:
            record = next(records, None)
        except csv.Error as error:
            if "field limit" in str(error):
                raise too_many(Grid(file, ()).place([line + 1]), _LETTERS, LIMITS.text) from error
            raise _torn(file, line + 1) from error
        if record is None:
            return
        row, line = Row(line + 1, record), records.line_num + skipped
        if not any(cell.strip() for cell in record):
            continue
        cells += len(record)
        _within_limits(row, cells, file)
        yield row


def _within_limits(row: Row, cells: int, file: str) -> None:
    troubles = (
        (len(row.cells), LIMITS.columns, COLUMNS),
        (row.number - 1, LIMITS.rows, ROWS),
        (cells, LIMITS.cells, CELLS),
        (max(map(len, row.cells)), LIMITS.text, _LETTERS),
    )
    for count, limit, things in troubles:
        if count > limit:
            raise too_many(Grid(file, ()).place([row.number]), things, limit)


def too_many(place: Words, things: Words, limit: int) -> ReadingError:
    """Refuse a table that goes beyond a limit."""
    return refusal(
        "file.too_large",
        place,
        Words(
            en="The table goes on beyond {limit} {things}.",
            id="Tabelnya melebihi {limit} {things}.",
        ).fill(limit=limit, things=things),
        Words(
            en="Split it, or remove what is not needed.",
            id="Pecah tabelnya, atau hapus yang tidak diperlukan.",
        ),
    )


def _empty(file: str) -> ReadingError:
    return refusal(
        "file.empty",
        same(file),
        Words(en="The file is empty.", id="Berkasnya kosong."),
        Words(
            en="Choose another file, or fill in the template.",
            id="Pilih berkas lain, atau isi templat.",
        ),
    )


def _torn(file: str, line: int) -> ReadingError:
    return refusal(
        "rows.quotes",
        Words(en="{file}, line {line}", id="{file}, baris {line}").fill(file=file, line=line),
        Words(
            en="A quotation mark opens here and is not closed rightly.",
            id="Tanda kutip dibuka di sini dan tidak ditutup dengan benar.",
        ),
        Words(
            en='Close it, or double it inside a quoted text ("").',
            id='Tutup tanda kutipnya, atau gandakan di dalam teks berkutip ("").',
        ),
    )


def _chosen(file: str, encoding: str, separator: str, rows: int) -> Finding:
    return told(
        "dialect.text",
        same(file),
        Words(
            en="Read as {encoding}, columns separated by {sign}; {rows} rows with the header.",
            id="Dibaca sebagai {encoding}, pemisah kolom {sign}; {rows} baris dengan judul.",
        ).fill(encoding=encoding, sign=SEPARATORS[separator], rows=rows),
        Words(en="Nothing to do.", id="Tidak perlu tindakan."),
    )
