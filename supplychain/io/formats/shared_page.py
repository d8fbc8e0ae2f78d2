"""The HTML file that this program shares: its data, its view and its story are read out of it.

Nothing of the page is run. The data are an archive of CSV files in letters; it is unpacked within
the same limits as any archive.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import tempfile
from pathlib import Path

from supplychain.core.errors import ReadingError
from supplychain.core.readers import READERS, Reader, Reading
from supplychain.core.words import Words, same
from supplychain.io import package
from supplychain.io.formats import archive
from supplychain.io.grid import refusal

NOTES = ("view.json", "story.json")
LONGEST = 2_000_000
"""Bytes of a note."""
_DATA = re.compile(rb'<script type="text/plain" id="sg-network">([A-Za-z0-9+/=]*)</script>')


def recognises(path: Path) -> bool:
    """Tell whether a file's name says HTML."""
    return path.is_file() and path.suffix.lower() in (".html", ".htm")


def read(path: Path) -> Reading:
    """Read the tables out of a shared page, and the texts beside them as they stand.

    Raises
    ------
    ReadingError
        If the page is not one of ours, or what it holds is damaged or too large.
    DataError
        If a cell is refused.
    """
    content = _content(path)
    with tempfile.TemporaryDirectory(prefix="supplychain-") as room:
        packed = Path(room, f"{path.name}.zip")
        packed.write_bytes(content)
        notes = _notes(content, path.name)
        found = archive.read(packed)
    return Reading(found.tables, found.findings, notes)


def _content(path: Path) -> bytes:
    held = _DATA.findall(path.read_bytes())
    if len(held) != 1:
        raise _refused(path.name, _NOT_OURS)
    try:
        return base64.b64decode(held[0], validate=True)
    except binascii.Error as error:
        raise _refused(path.name, _TORN) from error


def _notes(content: bytes, file: str) -> dict[str, str]:
    notes = {}
    with package.opened(content, file) as parts:
        for name in set(NOTES) & set(parts.namelist()):
            if parts.getinfo(name).file_size > LONGEST:
                raise _refused(file, _TORN)
            with package.part(parts, name, file) as stream:
                notes[name] = _json(stream.read(), file)
    return notes


def _json(content: bytes, file: str) -> str:
    try:
        text = content.decode()
        json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _refused(file, _TORN) from error
    return text


def _refused(file: str, cause: Words) -> ReadingError:
    return refusal("page.unfit", same(file), cause, _REMEDY)


_NOT_OURS = Words(
    en="This page holds no data of this program.",
    id="Halaman ini tidak memuat data dari program ini.",
)
_TORN = Words(
    en="The data in this page are damaged or were altered.",
    id="Data di dalam halaman ini rusak atau sudah diubah.",
)
_REMEDY = Words(
    en="Use the HTML file as it was exported.", id="Gunakan berkas HTML seperti saat diekspor."
)

READERS.add(
    Reader(
        "shared-page",
        Words(
            en="interactive graph (HTML) that this program exported",
            id="graf interaktif (HTML) hasil ekspor program ini",
        ),
        recognises,
        read,
    )
)
