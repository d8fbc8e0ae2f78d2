"""What the store hands out: frozen records, apart from the database they came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from supplychain.core.scenario import Scenario
from supplychain.core.words import Words

OPERATIONS: dict[str, Words] = {
    "create": Words(en="Saved for the first time", id="Disimpan pertama kali"),
    "import": Words(en="Imported from a file", id="Diimpor dari berkas"),
    "duplicate": Words(en="Duplicated", id="Digandakan"),
    "save": Words(en="Saved", id="Disimpan"),
    "rename": Words(en="Renamed", id="Diganti namanya"),
    "describe": Words(en="Described", id="Diganti keterangannya"),
    "undo": Words(en="Undone", id="Dibatalkan"),
    "redo": Words(en="Redone", id="Diulangi"),
    "archive": Words(en="Archived", id="Diarsipkan"),
    "restore": Words(en="Restored from the archive", id="Dikeluarkan dari arsip"),
}
"""Every kind of write."""


@dataclass(frozen=True)
class Origin:
    """The data that a scenario was made on: `SupplyNetwork.fingerprint`, and what they are called.

    A fingerprint other than that of the open data means: the effects may differ now.
    """

    fingerprint: str
    title: Words


@dataclass(frozen=True)
class Saved:
    """A scenario as it is saved now.

    Attributes
    ----------
    id
        Its address: random, of letters and digits that are not taken for one another.
    revision
        Which of its revisions is current; what every later change has to name.
    who, when
        The last change; `who` may be empty, `when` is in UTC.
    can_undo, can_redo
        Whether there is a revision to go to.
    """

    id: str
    revision: int
    scenario: Scenario
    origin: Origin
    archived: bool
    who: str
    when: datetime
    can_undo: bool
    can_redo: bool


@dataclass(frozen=True)
class Revision:
    """One state of a scenario; `parent` is the number of the one it was made from."""

    number: int
    parent: int | None
    scenario: Scenario
    origin: Origin
    operation: str
    who: str
    when: datetime


@dataclass(frozen=True)
class Change:
    """One entry of the audit: a write that took place."""

    number: int
    when: datetime
    who: str
    operation: str
    scenario: str
    revision: int


@dataclass(frozen=True)
class Step:
    """A write that is about to take place: what, by whom, when."""

    operation: str
    who: str
    when: datetime
