"""Workbooks (.xlsx): which sheets there are, and where their parts stand in the package.

The cells are read from the stored text, not through a library that turns them into floats first: an
id keeps its digits, a formula without a stored result is noticed, each cell has its address, and an
address far out costs nothing.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from supplychain.core.errors import ReadingError
from supplychain.core.findings import Finding
from supplychain.core.words import Words, same
from supplychain.io import package
from supplychain.io.grid import Grid, refusal, told
from supplychain.io.markup import elements, name
from supplychain.io.sheet import Styles, read_sheet, styles, texts

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
"""Endings of workbooks; those that are not .xlsx inside are refused with advice."""

_OLD = b"\xd0\xcf\x11\xe0"
_MACROS = "vbaProject.bin"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


@dataclass(frozen=True)
class Workbook:
    """An open workbook.

    Attributes
    ----------
    file
        Name to say.
    sheets
        Part of the package by name of the sheet, in order.
    findings
        What is told about the whole file.
    """

    file: str
    sheets: Mapping[str, str]
    findings: tuple[Finding, ...]
    _package: zipfile.ZipFile
    _texts: tuple[str, ...]
    _styles: Styles

    def grid(self, sheet: str, most: int | None = None) -> Grid:
        """Read the cells of one sheet, at most `most` rows of it.

        Raises
        ------
        ReadingError
            If the sheet is damaged or too large.
        """
        with package.part(self._package, self.sheets[sheet], self.file) as stream:
            return read_sheet(stream, self.file, sheet, self._texts, self._styles, most)


@contextmanager
def opened(path: Path) -> Iterator[Workbook]:
    """Open a workbook.

    Raises
    ------
    ReadingError
        If it is no .xlsx inside, or damaged, locked, or too large.
    """
    content = path.read_bytes()
    _refuse_others(content, path.name)
    with package.opened(content, path.name) as parts:
        _refuse_other_packages(parts, path.name)
        yield _workbook(parts, path.name)


def _workbook(parts: zipfile.ZipFile, file: str) -> Workbook:
    main = _main(parts, file)
    related = _related(parts, main, file)
    sheets: dict[str, str] = {}
    from_1904 = False
    for element in _elements(parts, main, file):
        if name(element) == "sheet":
            relation = element.get(_ID) or element.get(_STRICT_ID) or ""
            kind, target = related.get(relation, ("", ""))
            if kind == "worksheet":
                sheets[element.get("name", "")] = target
        elif name(element) == "workbookPr":
            from_1904 = element.get("date1904", "0") in {"1", "true"}
    named = dict(related.values())
    shared = tuple(texts(_elements(parts, named.get("sharedStrings"), file)))
    dated = styles(_elements(parts, named.get("styles"), file), from_1904)
    return Workbook(file, sheets, tuple(_macros(parts, file)), parts, shared, dated)


def _main(parts: zipfile.ZipFile, file: str) -> str:
    related = _related(parts, "", file)
    mains = [target for kind, target in related.values() if kind == "officeDocument"]
    if not mains:
        raise package.damaged(file)
    return mains[0]


def _related(parts: zipfile.ZipFile, part: str, file: str) -> dict[str, tuple[str, str]]:
    """Parts that a part names, by id: last word of their kind, and path."""
    folder, own = posixpath.split(part)
    found = {}
    for element in _elements(parts, posixpath.join(folder, "_rels", f"{own}.rels"), file):
        if name(element) == "Relationship":
            target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", "")))
            kind = element.get("Type", "").rpartition("/")[2]
            found[element.get("Id", "")] = (kind, target.lstrip("/"))
    return found


def _elements(parts: zipfile.ZipFile, part: str | None, file: str) -> Iterator[Element]:
    """Elements of a part; none where the workbook has no such part."""
    if part is None:
        return
    with package.part(parts, part, file) as stream:
        for _, element in elements(stream, file):
            yield element


def _refuse_others(content: bytes, file: str) -> None:
    if content.startswith(_OLD):
        raise _other(
            file,
            Words(
                en="This is an old Excel workbook (.xls), or one locked with a password.",
                id="Ini buku kerja Excel lama (.xls), atau yang dikunci kata sandi.",
            ),
        )
    if not content.startswith(b"PK"):
        raise _other(
            file,
            Words(
                en="The name says workbook, but it holds something else.",
                id="Namanya menyebut buku kerja, tetapi isinya lain.",
            )
            if content
            else Words(en="The file is empty.", id="Berkasnya kosong."),
        )


def _refuse_other_packages(parts: zipfile.ZipFile, file: str) -> None:
    names = set(parts.namelist())
    if "mimetype" in names:
        raise _other(
            file,
            Words(en="This is an OpenDocument file (.ods).", id="Ini berkas OpenDocument (.ods)."),
        )
    if "xl/workbook.bin" in names:
        raise _other(
            file,
            Words(en="This is a binary workbook (.xlsb).", id="Ini buku kerja biner (.xlsb)."),
        )


def _other(file: str, cause: Words) -> ReadingError:
    return refusal(
        "workbook.format",
        same(file),
        cause,
        Words(
            en="Open it and save it as an Excel workbook (.xlsx) without a password.",
            id="Buka lalu simpan sebagai buku kerja Excel (.xlsx) tanpa kata sandi.",
        ),
    )


def _macros(parts: zipfile.ZipFile, file: str) -> Iterator[Finding]:
    if any(part.endswith(_MACROS) for part in parts.namelist()):
        yield told(
            "workbook.macros",
            same(file),
            Words(
                en="The workbook holds macros; only its values were read.",
                id="Buku kerja memuat makro; hanya nilainya yang dibaca.",
            ),
            Words(en="Nothing to do.", id="Tidak perlu tindakan."),
        )
