"""XML without a document type, so that nothing in it can grow or point elsewhere."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from typing import IO, Literal
from xml.parsers import expat

from supplychain.core.errors import ReadingError
from supplychain.core.words import Words, same
from supplychain.io.grid import refusal

Moment = Literal["start", "end"]
_CHUNK = 64 * 1024


class _RootReachedError(Exception):
    """The first element began; a document type can only stand before it."""


def elements(
    stream: IO[bytes], file: str, moments: Sequence[Moment] = ("end",)
) -> Iterator[tuple[str, ET.Element]]:
    """Go through all elements of a file without a document type.

    Parameters
    ----------
    stream
        At its beginning; must be able to go back to it.
    moments
        Whether to meet each element at its start, at its end, or both.

    Yields
    ------
    tuple
        `start` or `end`, and the element.

    Raises
    ------
    ReadingError
        If there is a document type, or the XML is not well formed.
    """
    try:
        _refuse_document_type(stream, file)
        stream.seek(0)
        yield from ET.iterparse(stream, events=moments)
    except ET.ParseError as error:
        raise _malformed(file, error.position[0]) from error
    except expat.ExpatError as error:
        raise _malformed(file, error.lineno) from error
    except ReadingError:
        raise
    except (LookupError, ValueError) as error:  # an encoding that nobody knows
        raise _malformed(file, 1) from error


def name(element: ET.Element) -> str:
    """Name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def _refuse_document_type(stream: IO[bytes], file: str) -> None:
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise _document_type(file)

    def stop(*_: object) -> None:
        raise _RootReachedError

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = stop
    try:
        while chunk := stream.read(_CHUNK):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except _RootReachedError:
        return


def _document_type(file: str) -> ReadingError:
    return refusal(
        "xml.document_type",
        same(file),
        Words(
            en="The file declares a document type (DOCTYPE), which may hide harmful contents.",
            id="Berkas memuat deklarasi DOCTYPE, yang dapat menyembunyikan isi berbahaya.",
        ),
        Words(en="Export it anew without it.", id="Ekspor ulang tanpa deklarasi itu."),
    )


def _malformed(file: str, line: int) -> ReadingError:
    return refusal(
        "xml.malformed",
        Words(en="{file}, line {line}", id="{file}, baris {line}").fill(file=file, line=line),
        Words(
            en="The file is damaged: its structure breaks off here.",
            id="Berkasnya rusak: strukturnya terputus di sini.",
        ),
        Words(en="Export it anew.", id="Ekspor ulang berkasnya."),
    )
