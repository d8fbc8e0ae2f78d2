"""Packed files (zip), looked over before anything in them is unpacked."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import IO

from supplychain.core.errors import ReadingError
from supplychain.core.words import Words, same
from supplychain.io.grid import refusal
from supplychain.io.limits import LIMITS

_END = b"PK\x05\x06"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_TORN = (zipfile.BadZipFile, zlib.error, EOFError, struct.error, NotImplementedError)
"""What a damaged package ends in."""
_SMALL = 1_000_000
"""Bytes below which a high ratio is harmless, as of a sheet of equal rows."""


@contextmanager
def opened(content: bytes, file: str) -> Iterator[zipfile.ZipFile]:
    """Open a packed file whose parts are few, small, and stay where they belong.

    Raises
    ------
    ReadingError
        If it is damaged, locked, too large, or has parts that point elsewhere.
    """
    if _count(content) > LIMITS.entries:
        raise _refused(file, _TOO_MANY.fill(limit=LIMITS.entries))
    package = _package(content, file)
    with package:
        _inspect(package, len(content), file)
        try:
            yield package
        except _TORN as error:
            raise damaged(file) from error


@contextmanager
def part(package: zipfile.ZipFile, name: str, file: str) -> Iterator[IO[bytes]]:
    """Open a part of an open package.

    Raises
    ------
    ReadingError
        If it is not there, or its own header does not fit the list of parts.
    """
    try:
        stream = package.open(name)
    except (KeyError, OSError, RuntimeError, ValueError) as error:
        raise damaged(file) from error
    with stream:
        yield stream


def damaged(file: str) -> ReadingError:
    """Refuse a packed file that cannot be unpacked, or lacks a part it needs."""
    return _refused(
        file,
        Words(
            en="The file is damaged: a part of it is missing or cannot be unpacked.",
            id="Berkasnya rusak: ada bagian yang hilang atau tidak dapat dibuka.",
        ),
        Words(
            en="Open it where it was made and save it anew.",
            id="Buka di program asalnya dan simpan ulang.",
        ),
    )


def _package(content: bytes, file: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(content))
    except (*_TORN, OSError, ValueError) as error:
        raise damaged(file) from error


def _count(content: bytes) -> int:
    """Parts that the end of the file promises, before the list of them is believed."""
    end = content.rfind(_END, max(0, len(content) - 65_557))
    if end < 0 or end + 12 > len(content):
        return 0
    return int.from_bytes(content[end + 10 : end + 12], "little")


def _inspect(package: zipfile.ZipFile, size: int, file: str) -> None:
    parts = package.infolist()
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    troubles = (
        (len(parts) > LIMITS.entries, _TOO_MANY.fill(limit=LIMITS.entries)),
        (any(part.flag_bits & 1 for part in parts), _LOCKED),
        (any(part.compress_type not in _METHODS for part in parts), _METHOD),
        (any(_strays(part.filename) for part in parts), _STRAYS),
        (len({part.filename for part in parts}) < len(parts) or packed > size, _OVERLAP),
        (unpacked > LIMITS.unpacked, _TOO_BIG.fill(limit=LIMITS.unpacked // 1_000_000)),
        (unpacked > max(_SMALL, LIMITS.ratio * size), _BOMB.fill(limit=LIMITS.ratio)),
        (any(part.filename.casefold().endswith(".zip") for part in parts), _NESTED),
    )
    for found, cause in troubles:
        if found:
            raise _refused(file, cause)


def _strays(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in name or "\x00" in name


def _refused(file: str, cause: Words, remedy: Words | None = None) -> ReadingError:
    return refusal("file.package", same(file), cause, remedy or _SAVE)


_SAVE = Words(
    en="Save the tables anew as an ordinary workbook (.xlsx) without a password.",
    id="Simpan ulang tabelnya sebagai buku kerja biasa (.xlsx) tanpa kata sandi.",
)
_TOO_MANY = Words(en="It holds more than {limit} parts.", id="Isinya lebih dari {limit} bagian.")
_LOCKED = Words(en="It is locked with a password.", id="Berkasnya dikunci kata sandi.")
_METHOD = Words(
    en="It is packed in an unusual way.", id="Berkasnya dikemas dengan cara yang tidak lazim."
)
_STRAYS = Words(
    en="A part of it points outside the file.", id="Ada bagian yang menunjuk ke luar berkas."
)
_OVERLAP = Words(
    en="Its parts overlap or have the same name.", id="Bagian-bagiannya bertumpuk atau senama."
)
_TOO_BIG = Words(
    en="Unpacked it is larger than {limit} MB.", id="Setelah dibuka ukurannya melebihi {limit} MB."
)
_BOMB = Words(
    en="Unpacked it is more than {limit} times as large.",
    id="Setelah dibuka ukurannya lebih dari {limit} kali lipat.",
)
_NESTED = Words(en="It holds another archive.", id="Di dalamnya ada arsip lain.")
