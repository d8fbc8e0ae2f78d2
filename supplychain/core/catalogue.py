"""Lists of what each family offers: readers, metrics, views, exports, pages."""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Generic, Protocol, TypeVar

from supplychain.core.errors import UnknownNameError
from supplychain.core.words import Words, same

FAMILIES: Mapping[str, Words] = {
    "business": Words(en="business", id="usaha"),
    "claim": Words(en="claim", id="klaim"),
    "reader": Words(en="reader", id="pembaca berkas"),
    "metric": Words(en="metric", id="metrik"),
    "view": Words(en="view", id="tampilan"),
    "export": Words(en="export", id="ekspor"),
    "page": Words(en="page", id="halaman"),
    "parameter": Words(en="parameter", id="parameter"),
    "scenario": Words(en="saved scenario", id="skenario tersimpan"),
}


class Entry(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """Name of the entry, unique in its catalogue."""


T = TypeVar("T", bound=Entry)


class Catalogue(Generic[T]):
    """Entries of one family, in the order they were listed.

    Examples
    --------
    >>> from supplychain.core.params import Parameter
    >>> families = Catalogue[Parameter]("parameter")
    >>> len(families)
    0
    """

    def __init__(self, family: str) -> None:
        self.family = family
        self._entries: dict[str, T] = {}

    def add(self, entry: T) -> None:
        """List an entry; its id must be new, unless the same module is loaded again."""
        self._entries[entry.id] = entry

    def get(self, name: str) -> T:
        """Find an entry by id.

        Raises
        ------
        UnknownNameError
            If there is none; the nearest id is offered.
        """
        if name in self._entries:
            return self._entries[name]
        raise UnknownNameError(unknown(self.family, name, list(self._entries)))

    def find(self, **attributes: object) -> list[T]:
        """Entries whose attributes all equal the given ones."""
        return [
            entry
            for entry in self
            if all(getattr(entry, key) == value for key, value in attributes.items())
        ]

    def ids(self) -> list[str]:
        """Ids of all entries, in order."""
        return list(self._entries)

    def __iter__(self) -> Iterator[T]:
        """Go through the entries in order."""
        return iter(tuple(self._entries.values()))

    def __len__(self) -> int:
        """Count the entries."""
        return len(self._entries)

    def __contains__(self, name: object) -> bool:
        """Tell whether an entry has this id."""
        return name in self._entries


def unknown(family: str, name: str, known: list[str]) -> Words:
    """Say that a name is not known, and offer the nearest."""
    near = difflib.get_close_matches(name, known, n=1)
    said = FAMILIES.get(family, same(family))
    words = Words(en=f"There is no {said.en} '{name}'.", id=f"Tidak ada {said.id} '{name}'.")
    if not near:
        return words
    return words + Words(en=f"Did you mean '{near[0]}'?", id=f"Maksud Anda '{near[0]}'?")


def discover(package: ModuleType) -> None:
    """Import every module of a package, so that a new file is enough to join its catalogue."""
    for module in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        importlib.import_module(module.name)
