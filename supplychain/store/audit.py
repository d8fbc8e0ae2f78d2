"""One entry for every write, chained by hashes, so that a changed or missing entry is noticed.

An entry holds ids, never a name or a value of a scenario. Whoever can write to the database and
knows this program can forge a whole chain; the last hash, noted elsewhere, would tell.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from supplychain.core.findings import Finding
from supplychain.core.words import Words
from supplychain.store.records import Change, Step
from supplychain.store.tables import AuditRow, HeadRow, RevisionRow, ScenarioRow


@dataclass
class _Replayed:
    """A scenario as the audit alone tells it; each revision has parent, entry and digest."""

    revision: int = 0
    archived: bool = False
    changed: int = 0
    revisions: dict[int, tuple[int | None, int, str]] = field(default_factory=dict)


def head(session: Session) -> HeadRow:
    """Return where the audit ends; until the transaction ends, no one else writes."""
    return session.execute(select(HeadRow).with_for_update()).scalar_one()


def record(session: Session, step: Step, scenario: str, revision: int, digest: str) -> int:
    """Write the entry of a step and return its number."""
    end = head(session)
    row = AuditRow(
        number=end.number + 1,
        at=step.when.isoformat(timespec="microseconds"),
        who=step.who,
        operation=step.operation,
        scenario=scenario,
        revision=revision,
        digest=digest,
        previous=end.hash,
    )
    row.hash = _hash(row)
    session.add(row)
    session.flush()
    end.number, end.hash = row.number, row.hash
    return row.number


def digest(content: str, origin: str) -> str:
    """Hash of what a revision holds."""
    return hashlib.sha256(json.dumps([content, origin]).encode()).hexdigest()


def change(row: AuditRow) -> Change:
    """Read an entry."""
    when = datetime.fromisoformat(row.at)
    return Change(row.number, when, row.who, row.operation, row.scenario, row.revision)


def findings(session: Session) -> Iterator[Finding]:
    """Hold the audit against itself, and the scenarios against the audit."""
    entries = session.scalars(select(AuditRow).order_by(AuditRow.number)).all()
    yield from _chain(entries, head_of=session.execute(select(HeadRow)).scalar_one_or_none())
    told = _replay(entries)
    there = _stored(session)
    for scenario in sorted(told.keys() | there.keys()):
        if told.get(scenario) != there.get(scenario):
            yield _finding("state", _SCENARIO.fill(scenario=scenario), _DIFFERS, (scenario,))


def _chain(entries: Sequence[AuditRow], head_of: HeadRow | None) -> Iterator[Finding]:
    number, previous = 0, ""
    for entry in entries:
        place = _ENTRY.fill(number=entry.number)
        if entry.number != number + 1:
            yield _finding("missing", _ENTRY.fill(number=number + 1), _MISSING)
        if entry.hash != _hash(entry) or (
            entry.number == number + 1 and entry.previous != previous
        ):
            yield _finding("changed", place, _CHANGED)
        number, previous = entry.number, entry.hash
    if head_of is None or (head_of.number, head_of.hash) != (number, previous):
        yield _finding("end", _ENTRY.fill(number=number + 1), _MISSING)


def _hash(row: AuditRow) -> str:
    facts = [row.number, row.at, row.who, row.operation, row.scenario, row.revision]
    text = json.dumps([*facts, row.digest, row.previous])
    return hashlib.sha256(text.encode()).hexdigest()


def _replay(entries: Iterable[AuditRow]) -> dict[str, _Replayed]:
    told: dict[str, _Replayed] = {}
    for entry in entries:
        state = told.setdefault(entry.scenario, _Replayed())
        new = (state.revision or None, entry.number, "")
        parent, made, _ = state.revisions.get(entry.revision, new)
        state.revisions[entry.revision] = (parent, made, entry.digest)
        state.revision, state.changed = entry.revision, entry.number
        if entry.operation in {"archive", "restore"}:
            state.archived = entry.operation == "archive"
    return told


def _stored(session: Session) -> dict[str, _Replayed]:
    there = {
        row.id: _Replayed(row.revision, row.archived, row.changed)
        for row in session.scalars(select(ScenarioRow))
    }
    for revision in session.scalars(select(RevisionRow)):
        held = (revision.parent, revision.made, digest(revision.content, revision.origin))
        there.setdefault(revision.scenario, _Replayed()).revisions[revision.number] = held
    return there


def _finding(code: str, place: Words, cause: Words, subjects: tuple[str, ...] = ()) -> Finding:
    return Finding(f"audit.{code}", "error", place, cause, _RECOVER, subjects)


_ENTRY = Words(en="Log of changes, entry {number}", id="Catatan perubahan, nomor {number}")
_SCENARIO = Words(en="Saved scenario {scenario}", id="Skenario tersimpan {scenario}")
_MISSING = Words(en="It is missing.", id="Catatannya hilang.")
_CHANGED = Words(en="It was changed after it was written.", id="Catatannya diubah setelah ditulis.")
_DIFFERS = Words(
    en="It is not as the log of changes says.", id="Isinya tidak sesuai catatan perubahan."
)
_RECOVER = Words(
    en="Compare with a backup; someone wrote to the database past this program.",
    id="Bandingkan dengan cadangan; ada yang menulis ke basis data di luar program ini.",
)
