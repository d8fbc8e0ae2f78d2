"""The store: every write is one transaction that also writes one entry of the audit."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from supplychain.core.errors import ScenarioError
from supplychain.core.findings import Finding
from supplychain.core.scenario import Scenario
from supplychain.core.words import Words
from supplychain.store import audit, document, revisions
from supplychain.store.conflicts import refuse_archived, refuse_stale
from supplychain.store.database import Database
from supplychain.store.place import locate
from supplychain.store.records import Change, Origin, Revision, Saved, Step
from supplychain.store.tables import AuditRow, RevisionRow, ScenarioRow
from supplychain.store.upgrade import prepare

_NAME = 120


def _now() -> datetime:
    return datetime.now(UTC)


class Store:
    """Saved scenarios in a file or a database; safe to share among threads and processes.

    Parameters
    ----------
    place
        A file, or ``postgresql://user@host/database``. None: what `SUPPLYCHAIN_STORE` says, else a
        file in the user's data folder.
    clock
        Tells the time; entries of the audit keep their order even if it is set back.

    Raises
    ------
    StoreError
        If the store cannot be made, reached or read. Every method may raise it too.

    Notes
    -----
    A change names the revision it was made from as `expected`. If another one is current by then,
    nothing is written and `ConflictError` says who changed what; see `merge`. `who` is written
    into the audit as given.
    """

    def __init__(
        self, place: str | Path | None = None, *, clock: Callable[[], datetime] = _now
    ) -> None:
        self._database = Database(locate(place))
        self._clock = clock
        try:
            prepare(self._database)
        except BaseException:
            self.close()
            raise

    @property
    def place(self) -> str:
        """Where the scenarios are kept, without user and password."""
        return self._database.place

    def close(self) -> None:
        """Let go of the file or the server."""
        self._database.close()

    def get(self, id: str) -> Saved:
        """Open a scenario by its address.

        Raises
        ------
        UnknownNameError
            If there is none; the nearest one is offered.
        """
        with self._reading() as session:
            return revisions.one(session, revisions.found(session, id))

    def search(self, text: str = "", *, archived: bool | None = False) -> list[Saved]:
        """List scenarios, the last changed first.

        Parameters
        ----------
        text
            Words that name or description must all contain, in any case.
        archived
            Those in the archive, those outside (the default), or both (None).
        """
        which = () if archived is None else (ScenarioRow.archived == archived,)
        words = _folded(text).split()
        with self._reading() as session:
            listed = revisions.loaded(session, *which)
        return [saved for saved in listed if _mentions(saved.scenario, words)]

    def save(self, scenario: Scenario, *, origin: Origin, who: str = "") -> Saved:
        """Save as a new scenario, with an address of its own."""
        return self._create("create", scenario, origin, who)

    def save_over(
        self,
        id: str,
        scenario: Scenario,
        *,
        expected: int,
        origin: Origin | None = None,
        who: str = "",
    ) -> Saved:
        """Save as the next revision; `origin` stays as it was unless given.

        Raises
        ------
        UnknownNameError
            If there is no such scenario.
        ConflictError
            If it is not at the expected revision any more, or in the archive.
        """
        with self._changing(id, expected, scenario) as (session, row):
            revisions.revise(session, row, _valid(scenario), origin, self._step("save", who))
            return revisions.one(session, row)

    def rename(self, id: str, name: str, *, expected: int, who: str = "") -> Saved:
        """Give a scenario another name; errors as for `save_over`, ScenarioError if it is unfit."""
        return self._reword("rename", id, {"name": name}, expected, who)

    def describe(self, id: str, description: str, *, expected: int, who: str = "") -> Saved:
        """Give a scenario another description; errors as for `save_over`."""
        return self._reword("describe", id, {"description": description}, expected, who)

    def duplicate(self, id: str, *, name: str | None = None, who: str = "") -> Saved:
        """Copy what a scenario holds now into a new one; unnamed, it gets a number."""
        original = self.get(id)
        taken = {saved.scenario.name for saved in self.search(archived=None)}
        copy = original.scenario.model_copy(
            update={"name": name or _numbered(original.scenario.name, taken)}
        )
        return self._create("duplicate", copy, original.origin, who)

    def archive(self, id: str, *, expected: int, who: str = "") -> Saved:
        """Put a scenario away: kept, but not listed and not changed; errors as for `save_over`."""
        return self._put("archive", id, expected, who)

    def restore(self, id: str, *, expected: int, who: str = "") -> Saved:
        """Take a scenario out of the archive; errors as for `save_over`."""
        return self._put("restore", id, expected, who)

    def undo(self, id: str, *, expected: int, who: str = "") -> Saved:
        """Go back to the revision that the current one was made from.

        Raises
        ------
        ScenarioError
            If the current one is the first.
        UnknownNameError, ConflictError
            As for `save_over`.
        """
        with self._changing(id, expected) as (session, row):
            parent = revisions.revision(session, row).parent
            if parent is None:
                raise ScenarioError(_FIRST)
            to = session.get_one(RevisionRow, (row.id, parent))
            revisions.move(session, row, to, self._step("undo", who))
            return revisions.one(session, row)

    def redo(self, id: str, *, expected: int, who: str = "") -> Saved:
        """Go forward again: to the latest revision made from the current one.

        Raises
        ------
        ScenarioError
            If none was made from it.
        UnknownNameError, ConflictError
            As for `save_over`.
        """
        with self._changing(id, expected) as (session, row):
            to = revisions.next_after(session, row)
            if to is None:
                raise ScenarioError(_LAST)
            revisions.move(session, row, to, self._step("redo", who))
            return revisions.one(session, row)

    def history(self, id: str) -> tuple[Revision, ...]:
        """Every revision of a scenario, first to last, also those that were undone.

        Raises
        ------
        UnknownNameError
            If there is no such scenario.
        """
        with self._reading() as session:
            return revisions.history(session, revisions.found(session, id))

    def export(self, id: str) -> str:
        """Write a scenario as a JSON file; see `write_scenario`.

        Raises
        ------
        UnknownNameError
            If there is no such scenario.
        """
        return document.write_scenario(self.get(id).scenario)

    def import_file(
        self, content: bytes | str, *, file: str, origin: Origin, who: str = ""
    ) -> Saved:
        """Save what a JSON file holds as a new scenario; see `read_scenario` for its errors."""
        scenario = document.read_scenario(content, file=file)
        return self._create("import", scenario, origin, who)

    def changes(self, id: str | None = None) -> tuple[Change, ...]:
        """Return the audit, of one scenario or of all, first entry to last."""
        query = select(AuditRow).order_by(AuditRow.number)
        if id is not None:
            query = query.where(AuditRow.scenario == id)
        with self._reading() as session:
            return tuple(audit.change(row) for row in session.scalars(query))

    def verify_audit(self) -> tuple[Finding, ...]:
        """Hold the audit against itself and every revision against the audit; empty is intact."""
        with self._reading() as session:
            return tuple(audit.findings(session))

    def _create(self, operation: str, scenario: Scenario, origin: Origin, who: str) -> Saved:
        with self._writing() as session:
            step = self._step(operation, who)
            return revisions.one(session, revisions.create(session, _valid(scenario), origin, step))

    def _reword(
        self, operation: str, id: str, new: dict[str, str], expected: int, who: str
    ) -> Saved:
        with self._changing(id, expected) as (session, row):
            now = revisions.scenario_of(revisions.revision(session, row))
            reworded = _valid(now.model_copy(update=new))
            revisions.revise(session, row, reworded, None, self._step(operation, who))
            return revisions.one(session, row)

    def _put(self, operation: str, id: str, expected: int, who: str) -> Saved:
        with self._writing() as session:
            row = revisions.found(session, id)
            refuse_stale(session, row, expected)
            if row.archived != (operation == "archive"):
                row.archived = not row.archived
                now = revisions.revision(session, row)
                revisions.move(session, row, now, self._step(operation, who))
            return revisions.one(session, row)

    def _step(self, operation: str, who: str) -> Step:
        return Step(operation, _plain(who), self._clock().astimezone(UTC))

    @contextmanager
    def _changing(
        self, id: str, expected: int, mine: Scenario | None = None
    ) -> Iterator[tuple[Session, ScenarioRow]]:
        with self._writing() as session:
            row = revisions.found(session, id)
            refuse_stale(session, row, expected, mine)
            refuse_archived(session, row, mine)
            yield session, row

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        self._find_again()
        with self._database.writing() as session:
            audit.head(session)  # whoever holds it writes alone
            yield session

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        self._find_again()
        with self._database.reading() as session:
            yield session

    def _find_again(self) -> None:
        """Begin anew when the file was taken away: the open one would swallow what is saved."""
        if self._database.file and not self._database.file.exists():
            self._database.close()
            prepare(self._database)


def _valid(scenario: Scenario) -> Scenario:
    """Trim the name, and check it: a changed copy of a scenario was not checked by itself."""
    name = scenario.name.strip()
    if not name:
        raise ScenarioError(_NAMELESS)
    if len(name) > _NAME:
        raise ScenarioError(_LONG.fill(most=_NAME))
    try:
        (name + scenario.description).encode()
    except UnicodeEncodeError:
        raise ScenarioError(_UNWRITABLE) from None
    if not name.isprintable():
        raise ScenarioError(_UNWRITABLE)
    return scenario.model_copy(update={"name": name})


def _plain(who: str) -> str:
    """Take out of a person's name what no name has: line breaks and control signs."""
    kept = "".join(sign if sign.isprintable() else " " for sign in who)
    return " ".join(kept.split())[:_NAME]


def _mentions(scenario: Scenario, words: list[str]) -> bool:
    text = _folded(f"{scenario.name} {scenario.description}")
    return all(word in text for word in words)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _numbered(name: str, taken: set[str]) -> str:
    """Put the first free number behind a name."""
    number = 2
    while (numbered := f"{name[: _NAME - len(f' ({number})')]} ({number})") in taken:
        number += 1
    return numbered


_FIRST = Words(
    en="This is the first revision; there is nothing before it.",
    id="Ini revisi pertama; tidak ada yang mendahuluinya.",
)
_LAST = Words(
    en="Nothing was undone; there is nothing to redo.",
    id="Tidak ada yang dibatalkan; tidak ada yang dapat diulangi.",
)
_NAMELESS = Words(en="Give the scenario a name.", id="Beri nama skenario ini.")
_LONG = Words(
    en="The name is longer than {most} characters. Shorten it.",
    id="Namanya lebih dari {most} huruf. Persingkat.",
)
_UNWRITABLE = Words(
    en="The name or the description holds signs that cannot be written, such as a line break in "
    "the name. Type it anew.",
    id="Nama atau keterangannya memuat tanda yang tidak dapat ditulis, misalnya ganti baris pada "
    "nama. Ketik ulang.",
)
