"""The whole network as tables: a workbook to work on, or CSV files for other programs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping

import pandas as pd

from supplychain.core.columns import Table
from supplychain.core.network import SupplyNetwork
from supplychain.core.schema import BUSINESSES, PARTNERSHIPS, TABLES
from supplychain.core.vocabulary import BASES
from supplychain.core.words import Language, Words
from supplychain.exports import imprint
from supplychain.exports.catalogue import File, export
from supplychain.exports.sheets import BOM, MEDIA, Note, Sheet, table_xlsx
from supplychain.io.tables import as_given, csv_text
from supplychain.io.templates import title
from supplychain.metrics import CATALOGUE
from supplychain.views.catalogue import Results

NAME = Words(en="supply-network", id="jaringan-pemasok")
METRICS = Words(en="Metrics", id="Metrik")
OF_PARTNERSHIPS = Words(en="Metrics of partnerships", id="Metrik kemitraan")
GUIDE = Words(en="Guide", id="Petunjuk")
_WHAT, _IS = Words(en="What", id="Hal"), Words(en="Explanation", id="Penjelasan")
_MEANT = {
    "reported": Words(
        en="Published; the source is named in the row.",
        id="Dipublikasikan; sumbernya disebut pada baris.",
    ),
    "estimated": Words(
        en="Worked out from published numbers by a documented rule.",
        id="Dihitung dari angka yang dipublikasikan menurut kaidah yang didokumentasikan.",
    ),
    "assumed": Words(
        en="Not published; set so that the whole adds up.",
        id="Tidak dipublikasikan; ditetapkan agar keseluruhannya seimbang.",
    ),
}
_GAPS = Words(en="Empty cells", id="Sel kosong")
_GAPS_ARE = Words(
    en="Filled in by rule when the file is read: {columns}.",
    id="Diisi menurut kaidah saat berkas dibaca: {columns}.",
)
_PRINT = Words(en="Fingerprint of the data", id="Sidik data")
_STANDING = Words(en="Values of the trade", id="Nilai perdagangan")
_SOURCE = Words(en="Publishers", id="Penerbit")
_SPREAD = Words(en="Intervals", id="Selang")
_SPREAD_IS = Words(
    en="90% intervals take reported numbers as known to 5%, estimated to 20%, assumed to 50%, and "
    "draw among the claims where sources differ.",
    id="Selang 90% menganggap angka yang dilaporkan diketahui dalam 5%, diperkirakan 20%, "
    "diasumsikan 50%, dan mengundi di antara klaim bila sumbernya berbeda.",
)
CONTENTS = Words(en="Contents", id="Isi")
_NAME_OF_SHEET = Words(en="Sheet", id="Lembar")
_HOLDS_WHAT = Words(en="What it holds", id="Isinya")
_ROWS = Words(en="Rows", id="Baris")
_HOLDS = {
    "businesses": Words(
        en="Every business with output, jobs, capacity and funds; amounts in Rp a year.",
        id="Semua usaha dengan nilai produksi, tenaga kerja, kapasitas, dan dana; nilai dalam Rp "
        "per tahun.",
    ),
    "partnerships": Words(
        en="Who supplies whom with what: volume and value a year.",
        id="Siapa memasok siapa dengan apa: volume dan nilai per tahun.",
    ),
    "products": Words(
        en="Products with unit, price and recipe.", id="Produk dengan satuan, harga, dan resep."
    ),
    "claims": Words(
        en="What each source says about a number, also where sources differ.",
        id="Apa kata setiap sumber tentang suatu angka, juga bila sumbernya berbeda.",
    ),
    "sources": Words(
        en="Where the numbers come from, with licence.",
        id="Dari mana angkanya berasal, dengan lisensinya.",
    ),
    "metrics": Words(
        en="Results worked out from the tables, with their units in the notes.",
        id="Hasil hitungan dari tabel; satuannya ada pada catatan judul kolom.",
    ),
    "guide": Words(
        en="What reported, estimated and assumed mean; what rules filled in.",
        id="Arti dilaporkan, diperkirakan, dan diasumsikan; sel yang diisi menurut kaidah.",
    ),
}
_SAFE_DATE = (2020, 1, 1, 0, 0, 0)
"""Date of every file in an archive, so that the same network gives the same bytes."""


@export(
    title=Words(en="Workbook (XLSX)", id="Buku kerja (XLSX)"),
    meaning=Words(
        en="All tables, metrics and sources for Excel; can be edited and read back.",
        id="Semua tabel, metrik, dan sumber untuk Excel; dapat disunting dan dibaca kembali.",
    ),
    suffix=".xlsx",
)
def xlsx(network: SupplyNetwork, results: Results, *, language: Language = "id") -> File:
    """Write a workbook: what is in it, one sheet a table, the metrics, sources and assumptions.

    Parameters
    ----------
    results
        Values of metrics by id; each a column beside the businesses or partnerships.

    Returns
    -------
    File
        What rules filled in is left empty and named in the guide: reading fills it in again.
    """
    sheets = [_sheet(table, frame, language) for table, frame in _frames(network)]
    sheets += [*_metrics(network, results, language), _guide(network, language)]
    content = table_xlsx([_contents(sheets, network, language), *sheets], language)
    return File(f"{NAME(language)}.xlsx", MEDIA, content)


@export(
    title=Words(en="CSV files (ZIP)", id="Berkas CSV (ZIP)"),
    meaning=Words(
        en="One text file a table, for other programs.",
        id="Satu berkas teks untuk tiap tabel, untuk program lain.",
    ),
    suffix=".zip",
)
def csv(network: SupplyNetwork, results: Results, *, language: Language = "id") -> File:
    """Write an archive of CSV files, which can be read back once it is unpacked.

    Names and titles are those of the schema, with commas and decimal points, in either language:
    they are meant for programs. `table_csv` writes a single table for reading.

    Parameters
    ----------
    results
        Values of metrics by id; in `metrics/` beside the tables.

    Returns
    -------
    File
        UTF-8 with a byte order mark; what rules filled in is left empty.
    """
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for table, frame in _frames(network):
            _add(archive, f"{table.name}.csv", frame)
        for name, values in results.items():
            _add(archive, f"metrics/{name}.csv", values.rename(name).reset_index())
    return File(f"{NAME(language)}-csv.zip", "application/zip", content.getvalue())


def archive(network: SupplyNetwork, notes: Mapping[str, str]) -> bytes:
    """Pack all tables as CSV, and texts beside them, by name."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for table, frame in _frames(network):
            _add(packed, f"{table.name}.csv", frame)
        for name, text in notes.items():
            _put(packed, name, text)
    return content.getvalue()


def _add(archive: zipfile.ZipFile, name: str, frame: pd.DataFrame) -> None:
    _put(archive, name, BOM + csv_text(frame))


def _put(archive: zipfile.ZipFile, name: str, text: str) -> None:
    entry = zipfile.ZipInfo(name, _SAFE_DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, text.encode())


def _frames(network: SupplyNetwork) -> Iterator[tuple[Table, pd.DataFrame]]:
    for name, frame in as_given(network).items():
        yield TABLES[name], frame


def _sheet(table: Table, frame: pd.DataFrame, language: Language) -> Sheet:
    titles = {column.name: title(column, language) for column in table.columns}
    notes = {titles[c.name]: Note(c.meaning, c.unit) for c in table.columns}
    return Sheet(table.title, frame.rename(columns=titles), notes)


def _metrics(network: SupplyNetwork, results: Results, language: Language) -> Iterator[Sheet]:
    """One sheet of the metrics by business and one of those by partnership, if there are any."""
    names = network.businesses[["name"]].rename_axis("id")
    ends = network.partnerships[["supplier", "buyer", "product"]]
    for words, table in ((METRICS, names), (OF_PARTNERSHIPS, ends)):
        fitting = {
            name: values for name, values in results.items() if values.index.equals(table.index)
        }
        if not fitting:
            continue
        frame = table.assign(**fitting).reset_index()
        keys = (BUSINESSES if table is names else PARTNERSHIPS).columns
        titled = {column.name: title(column, language) for column in keys}
        titled |= {name: _titled(name, language) for name in fitting}
        notes = {titled[name]: _note(name) for name in fitting if name in CATALOGUE}
        yield Sheet(words, frame.rename(columns=titled), notes)


def _titled(name: str, language: Language) -> str:
    return CATALOGUE.get(name).title(language) if name in CATALOGUE else name


def _note(name: str) -> Note:
    metric = CATALOGUE.get(name)
    return Note(metric.meaning + metric.unit)


def _contents(sheets: list[Sheet], network: SupplyNetwork, language: Language) -> Sheet:
    """Say what each sheet holds, and when and from which data the workbook was made."""
    told = {table.title: _HOLDS[name] for name, table in TABLES.items()}
    told |= {METRICS: _HOLDS["metrics"], OF_PARTNERSHIPS: _HOLDS["metrics"], GUIDE: _HOLDS["guide"]}
    lines: list[tuple[str, str, float | None]] = [
        (sheet.title(language), told[sheet.title](language), float(len(sheet.frame)))
        for sheet in sheets
    ]
    origin = (*imprint.masked(network, language), imprint.made(network, language))
    lines += [("", text, None) for text in origin]
    columns = [words(language) for words in (_NAME_OF_SHEET, _HOLDS_WHAT, _ROWS)]
    return Sheet(CONTENTS, pd.DataFrame(lines, columns=columns))


def _guide(network: SupplyNetwork, language: Language) -> Sheet:
    """Say what the bases mean, what is left empty, and which data these are."""
    columns = ", ".join(name for name, marks in network.filled.items() if marks.any())
    lines = [(BASES[code](language), words(language)) for code, words in _MEANT.items()]
    lines.append((_GAPS(language), _GAPS_ARE.fill(columns=columns or "–")(language)))
    lines.append((_PRINT(language), network.fingerprint))
    basis, source = imprint.standing(network, language)
    lines += [(_STANDING(language), basis), (_SOURCE(language), source)]
    lines.append((_SPREAD(language), _SPREAD_IS(language)))
    return Sheet(GUIDE, pd.DataFrame(lines, columns=[_WHAT(language), _IS(language)]))
