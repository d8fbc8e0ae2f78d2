"""From bytes to text, without a guess that nobody hears of."""

from __future__ import annotations

import codecs
import re

from supplychain.core.errors import ReadingError
from supplychain.core.findings import Finding, listed
from supplychain.core.words import Words, same
from supplychain.io.grid import refusal, told

_MARKS: tuple[tuple[bytes, str, str], ...] = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_OTHER_FORMATS: tuple[tuple[bytes, Words], ...] = (
    (b"PK\x03\x04", Words(en="a workbook or zip archive", id="buku kerja atau arsip zip")),
    (b"\xd0\xcf\x11\xe0", Words(en="an old Excel workbook", id="buku kerja Excel lama")),
    (b"%PDF", Words(en="a PDF document", id="dokumen PDF")),
    (b"\x89PNG", Words(en="a picture", id="gambar")),
    (b"\xff\xd8\xff", Words(en="a picture", id="gambar")),
    (b"MZ", Words(en="a program", id="program")),
    (b"\x7fELF", Words(en="a program", id="program")),
    (b"\x1f\x8b", Words(en="a compressed file", id="berkas terkompresi")),
    (b"PAR1", Words(en="a Parquet file", id="berkas Parquet")),
)
_LETTERS_OF_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_SAVE_AS = Words(en="Save it anew as 'CSV UTF-8'.", id="Simpan ulang sebagai 'CSV UTF-8'.")


def text_of(content: bytes, file: str) -> tuple[str, str, tuple[Finding, ...]]:
    """Decode a text file.

    Returns
    -------
    tuple
        The text, the name of its encoding, and what is to be told.

    Raises
    ------
    ReadingError
        If the file is no text, or its encoding cannot be known.
    """
    _refuse_other_formats(content, file)
    for mark, codec, name in _MARKS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], codec, name, file), name, ()
    if b"\x00" in content:
        raise _no_text(file)
    try:
        return content.decode("utf-8"), "UTF-8", ()
    except UnicodeDecodeError as error:
        return _western(content, error.start, file)


def _refuse_other_formats(content: bytes, file: str) -> None:
    for mark, words in _OTHER_FORMATS:
        if content.startswith(mark):
            error = refusal(
                "file.content",
                same(file),
                Words(
                    en="The name says text, but it holds {what}.",
                    id="Namanya menyebut teks, tetapi isinya {what}.",
                ).fill(what=words),
                Words(
                    en="Give it the name of its own format, or save the table as CSV.",
                    id="Beri nama sesuai formatnya, atau simpan tabelnya sebagai CSV.",
                ),
            )
            raise error


def _decoded(content: bytes, codec: str, name: str, file: str) -> str:
    try:
        return content.decode(codec)
    except UnicodeDecodeError as error:
        line = content[: error.start].decode(codec, "replace").count("\n") + 1
        raise _breaks_off(file, line, name) from error


def _breaks_off(file: str, line: int, name: str) -> ReadingError:
    return refusal(
        "encoding.damaged",
        _line(file, [line]),
        Words(
            en="The file says it is {name}, but this line is not.",
            id="Berkas menyatakan {name}, tetapi baris ini bukan.",
        ).fill(name=name),
        _SAVE_AS,
    )


def _western(content: bytes, first: int, file: str) -> tuple[str, str, tuple[Finding, ...]]:
    """Read a file of Windows-1252, unless it is UTF-8 with damage."""
    damaged = _lines_outside(content, "utf-8")
    if _LETTERS_OF_UTF8.search(content):
        raise _damaged(file, damaged)
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError as error:
        raise _damaged(file, damaged) from error
    finding = told(
        "encoding.windows",
        _line(file, damaged),
        Words(
            en="Not UTF-8; read as Windows-1252 (Western European).",
            id="Bukan UTF-8; dibaca sebagai Windows-1252 (Eropa Barat).",
        ),
        Words(
            en="Check the letters with marks on these lines; to be sure, save it as 'CSV UTF-8'.",
            id="Periksa huruf bertanda pada baris ini; agar pasti, simpan sebagai 'CSV UTF-8'.",
        ),
        severity="warning",
    )
    return text, "Windows-1252", (finding,)


def _lines_outside(content: bytes, codec: str) -> list[int]:
    text = content.decode(codec, "surrogateescape")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [
        number
        for number, line in enumerate(lines, start=1)
        if any("\udc80" <= letter <= "\udcff" for letter in line)
    ]


def _damaged(file: str, lines: list[int]) -> ReadingError:
    return refusal(
        "encoding.damaged",
        _line(file, lines),
        Words(
            en="Some letters are neither UTF-8 nor Windows-1252.",
            id="Ada huruf yang bukan UTF-8 maupun Windows-1252.",
        ),
        _SAVE_AS,
    )


def _no_text(file: str) -> ReadingError:
    return refusal(
        "encoding.unknown",
        same(file),
        Words(
            en="This is no text, or UTF-16 without the mark at its start that says so.",
            id="Ini bukan teks, atau UTF-16 tanpa penanda di awalnya.",
        ),
        _SAVE_AS,
    )


def _line(file: str, lines: list[int]) -> Words:
    return Words(en="{file}, line {lines}", id="{file}, baris {lines}").fill(
        file=file, lines=listed(lines)
    )
