"""Scenarios and their revisions inside one transaction: find, load, add, move."""

from __future__ import annotations

import difflib
import json
import re
import secrets
from datetime import datetime

from pydantic import ValidationError
from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session, aliased

from supplychain.core.catalogue import unknown
from supplychain.core.errors import StoreDamagedError, UnknownNameError
from supplychain.core.scenario import Scenario
from supplychain.core.words import Words
from supplychain.store import audit
from supplychain.store.records import Origin, Revision, Saved, Step
from supplychain.store.tables import AuditRow, RevisionRow, ScenarioRow

_LETTERS = "23456789abcdefghijkmnpqrstuvwxyz"
_LENGTH = 20  # 32 letters: 100 bits
_CHILD = aliased(RevisionRow)
_CURRENT = (
    select(
        ScenarioRow,
        RevisionRow,
        AuditRow,
        exists().where(
            _CHILD.scenario == RevisionRow.scenario, _CHILD.parent == RevisionRow.number
        ),
    )
    .select_from(ScenarioRow)
    .join(
        RevisionRow,
        (RevisionRow.scenario == ScenarioRow.id) & (RevisionRow.number == ScenarioRow.revision),
    )
    .join(AuditRow, AuditRow.number == ScenarioRow.changed)
    .order_by(ScenarioRow.changed.desc())
)
ADDRESS = re.compile(f"[{_LETTERS}]{{{_LENGTH}}}")


def new_address() -> str:
    """Draw the id of a new scenario: 100 random bits that fit any address bar and telephone."""
    return "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))


def found(session: Session, id: str) -> ScenarioRow:
    """Find a scenario.

    Raises
    ------
    UnknownNameError
        If there is none; the nearest address is offered, also for a name in place of one.
    """
    row = session.get(ScenarioRow, id) if ADDRESS.fullmatch(id) else None
    if row is None:
        raise UnknownNameError(_nearest(session, id))
    return row


def loaded(session: Session, *which: ColumnElement[bool]) -> list[Saved]:
    """Load what the scenarios hold now that meet all conditions, the last changed first."""
    return [_saved(*row) for row in session.execute(_CURRENT.where(*which))]


def one(session: Session, row: ScenarioRow) -> Saved:
    """Load what a scenario holds now, as this transaction will leave it."""
    session.flush()
    (saved,) = loaded(session, ScenarioRow.id == row.id)
    return saved


def history(session: Session, row: ScenarioRow) -> tuple[Revision, ...]:
    """Load every revision of a scenario, first to last."""
    query = (
        select(RevisionRow, AuditRow)
        .join(AuditRow, AuditRow.number == RevisionRow.made)
        .where(RevisionRow.scenario == row.id)
        .order_by(RevisionRow.number)
    )
    return tuple(
        Revision(
            revision.number,
            revision.parent,
            scenario_of(revision),
            _origin_of(revision),
            made.operation,
            made.who,
            datetime.fromisoformat(made.at),
        )
        for revision, made in session.execute(query)
    )


def revision(session: Session, row: ScenarioRow) -> RevisionRow:
    """Return the revision that a scenario stands at."""
    return session.get_one(RevisionRow, (row.id, row.revision))


def create(session: Session, scenario: Scenario, origin: Origin, step: Step) -> ScenarioRow:
    """Write a new scenario with its first revision."""
    row = ScenarioRow(id=new_address(), revision=0, archived=False)
    _add(session, row, scenario.model_dump_json(), _text_of(origin), step)
    return row


def revise(
    session: Session, row: ScenarioRow, scenario: Scenario, origin: Origin | None, step: Step
) -> None:
    """Write a new revision on top of the current one; nothing if it is the same."""
    now = revision(session, row)
    content, text = scenario.model_dump_json(), _text_of(origin) if origin else now.origin
    if (now.content, now.origin) != (content, text):
        _add(session, row, content, text, step)


def move(session: Session, row: ScenarioRow, to: RevisionRow, step: Step) -> None:
    """Let a scenario stand at another of its revisions."""
    digest = audit.digest(to.content, to.origin)
    row.changed = audit.record(session, step, row.id, to.number, digest)
    row.revision = to.number


def next_after(session: Session, row: ScenarioRow) -> RevisionRow | None:
    """Return what redo goes to: the latest revision made from the current one."""
    query = (
        select(RevisionRow)
        .where(RevisionRow.scenario == row.id, RevisionRow.parent == row.revision)
        .order_by(RevisionRow.number.desc())
        .limit(1)
    )
    return session.scalars(query).one_or_none()


def scenario_of(row: RevisionRow) -> Scenario:
    """Read a stored scenario."""
    try:
        return Scenario.model_validate_json(row.content)
    except ValidationError as error:
        raise StoreDamagedError(_UNREADABLE.fill(id=row.scenario, number=row.number)) from error


def _add(session: Session, row: ScenarioRow, content: str, origin: str, step: Step) -> None:
    latest = select(func.max(RevisionRow.number)).where(RevisionRow.scenario == row.id)
    number = (session.scalar(latest) or 0) + 1
    made = audit.record(session, step, row.id, number, audit.digest(content, origin))
    parent = row.revision or None
    row.revision, row.changed = number, made
    session.add(row)
    session.flush()
    session.add(
        RevisionRow(
            scenario=row.id, number=number, parent=parent, content=content, origin=origin, made=made
        )
    )


def _saved(row: ScenarioRow, now: RevisionRow, last: AuditRow, redoable: bool) -> Saved:
    return Saved(
        row.id,
        row.revision,
        scenario_of(now),
        _origin_of(now),
        row.archived,
        last.who,
        datetime.fromisoformat(last.at),
        can_undo=now.parent is not None and not row.archived,
        can_redo=redoable and not row.archived,
    )


def _text_of(origin: Origin) -> str:
    return json.dumps([origin.fingerprint, origin.title.en, origin.title.id])


def _origin_of(row: RevisionRow) -> Origin:
    fingerprint, en, id = json.loads(row.origin)
    return Origin(fingerprint, Words(en=en, id=id))


def _nearest(session: Session, id: str) -> Words:
    known: dict[str, Words] = {}
    for row in session.scalars(_CURRENT.with_only_columns(RevisionRow)):
        name = json.loads(row.content)["name"]
        known[row.scenario] = known[name] = _MEANT.fill(name=name, address=row.scenario)
    words = unknown("scenario", id, [])
    for near in difflib.get_close_matches(id, known, n=1):
        words += known[near]
    return words


_MEANT = Words(en="Did you mean “{name}” ({address})?", id="Maksud Anda “{name}” ({address})?")
_UNREADABLE = Words(
    en="Revision {number} of the saved scenario {id} cannot be read. It was written by a newer "
    "version of this program, or changed past it. Update the program, or restore a backup.",
    id="Revisi {number} dari skenario tersimpan {id} tidak terbaca. Skenario itu ditulis versi "
    "program yang lebih baru, atau diubah di luar program. Perbarui program ini, atau pulihkan "
    "dari cadangan.",
)
