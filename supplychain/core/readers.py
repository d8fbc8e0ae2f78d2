"""Where the readers of `supplychain.io` are listed, so that a network can read their formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from supplychain.core.catalogue import Catalogue
from supplychain.core.errors import ReadingError
from supplychain.core.findings import Finding
from supplychain.core.words import Words, same


@dataclass(frozen=True)
class Reading:
    """What a reader found: tables by name, and what it had to decide on the way."""

    tables: Mapping[str, pd.DataFrame]
    findings: tuple[Finding, ...] = ()


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
        raise ReadingError(_MISSING.fill(path=path.name))
    for reader in READERS:
        if reader.recognises(path):
            return reader.read(path)
    formats = Words(
        en="; ".join(reader.title.en for reader in READERS),
        id="; ".join(reader.title.id for reader in READERS),
    )
    raise ReadingError(_STRANGE.fill(path=same(path.name), formats=formats))


_MISSING = Words(
    en="{path}: there is no such file or folder. Check the name.",
    id="{path}: berkas atau folder tidak ada. Periksa namanya.",
)
_STRANGE = Words(
    en="{path}: this format is not known. Use one of: {formats}.",
    id="{path}: format ini tidak dikenal. Gunakan salah satu: {formats}.",
)
