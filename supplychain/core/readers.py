"""Where the readers of `supplychain.io` are listed, so that a network can read their formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from supplychain.core.catalogue import Catalogue
from supplychain.core.errors import ReadingError
from supplychain.core.findings import Finding
from supplychain.core.words import Words, same


@dataclass(frozen=True)
class Reading:
    """What a reader found: tables by name, and what it had to decide on the way.

    `notes` are texts that stood beside the tables, by name, as a shared page holds its view.
    """

    tables: Mapping[str, pd.DataFrame]
    findings: tuple[Finding, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Reader:
    """One format: how to recognise it, and how to turn it into tables."""

    id: str
    title: Words
    recognises: Callable[[Path], bool]
    read: Callable[[Path], Reading]


READERS: Catalogue[Reader] = Catalogue("reader")


def reading(path: Path) -> Reading:
    """Read a file or folder with the first reader that recognises it.

    Raises
    ------
    ReadingError
        If the path does not exist or no reader recognises it.
    """
    if not path.exists():
        raise _refused(path, "file.missing", _MISSING, _CHECK)
    for reader in READERS:
        if reader.recognises(path):
            return reader.read(path)
    formats = Words(
        en="; ".join(reader.title.en for reader in READERS),
        id="; ".join(reader.title.id for reader in READERS),
    )
    raise _refused(path, "file.format", _STRANGE, _USE.fill(formats=formats))


def _refused(path: Path, code: str, cause: Words, remedy: Words) -> ReadingError:
    finding = Finding(code, "error", same(path.name), cause, remedy)
    return ReadingError(finding.words, [finding])


_MISSING = Words(en="There is no such file or folder.", id="Berkas atau folder tidak ada.")
_CHECK = Words(en="Check the name.", id="Periksa namanya.")
_STRANGE = Words(en="This format is not known.", id="Format ini tidak dikenal.")
_USE = Words(en="Use one of: {formats}.", id="Gunakan salah satu: {formats}.")
