"""Which table a file or sheet holds, by its name in English or Bahasa Indonesia."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from supplychain.core.errors import ReadingError
from supplychain.core.findings import Finding, listed
from supplychain.core.schema import TABLES
from supplychain.core.words import Words
from supplychain.io.characters import plain
from supplychain.io.grid import refusal, told
from supplychain.io.headers import key

GUIDES = frozenset({"petunjuk", "guide", "daftar kode", "codes"})
"""Sheets of the template that hold no data."""


def table_named(name: str) -> str | None:
    """Find the table that a file or sheet name means."""
    return _names().get(key(name))


def by_table(names: Iterable[str], place: Words) -> dict[str, str]:
    """Sort names by the table they mean, leaving out those that mean none.

    Raises
    ------
    ReadingError
        If two names mean the same table, or none means the partnerships.
    """
    given = list(names)
    found: dict[str, str] = {}
    for name in given:
        table = table_named(name)
        if table in found:
            raise _twice(place, [found[table], name])
        if table is not None:
            found[table] = name
    if "partnerships" not in found:
        raise _without_partnerships(place, given)
    return found


def unread(names: Sequence[str], place: Words) -> list[Finding]:
    """Tell of files or sheets that mean no table."""
    if not names:
        return []
    return [
        told(
            "tables.unknown",
            place,
            Words(
                en="Not read, since the name is no table's: {names}.",
                id="Tidak dibaca karena namanya bukan nama tabel: {names}.",
            ).fill(names=listed(plain(name) for name in names)),
            Words(en="Name a table {tables}.", id="Nama tabel: {tables}.").fill(tables=_said()),
        )
    ]


def _twice(place: Words, names: Sequence[str]) -> ReadingError:
    return refusal(
        "tables.twice",
        place,
        Words(en="The same table is there twice: {names}.", id="Tabel ini ganda: {names}.").fill(
            names=listed(plain(name) for name in names)
        ),
        Words(en="Keep one of them.", id="Sisakan salah satu."),
    )


def _without_partnerships(place: Words, names: Sequence[str]) -> ReadingError:
    return refusal(
        "tables.partnerships",
        place,
        Words(
            en="There is no table of partnerships. Found: {names}.",
            id="Tidak ada tabel kemitraan. Yang ada: {names}.",
        ).fill(names=listed((plain(name) for name in names), most=12)),
        Words(
            en="Name it partnerships; the other tables are {tables}.",
            id="Beri nama kemitraan; tabel lainnya {tables}.",
        ).fill(tables=_said()),
    )


def _said() -> Words:
    return Words(
        en=", ".join(TABLES), id=", ".join(table.title.id.lower() for table in TABLES.values())
    )


@cache
def _names() -> dict[str, str]:
    return {
        key(name): table.name
        for table in TABLES.values()
        for name in (table.name, table.title.en, table.title.id)
    }
