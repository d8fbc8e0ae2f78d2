"""Nobody overwrites a colleague unknowingly: the second is told who came first, and with what."""

from __future__ import annotations

from datetime import datetime

from babel.dates import format_datetime
from sqlalchemy.orm import Session

from supplychain.core.errors import ConflictError
from supplychain.core.scenario import Scenario
from supplychain.core.words import Words
from supplychain.store.merging import difference
from supplychain.store.revisions import revision, scenario_of
from supplychain.store.tables import AuditRow, RevisionRow, ScenarioRow

_LARGEST = 2**31  # of an integer column


def refuse_stale(
    session: Session, row: ScenarioRow, expected: int, mine: Scenario | None = None
) -> None:
    """Let only pass who knows the current revision.

    Raises
    ------
    ConflictError
        If another one is current.
    """
    if row.revision != expected:
        raise _conflict(session, row, expected, mine, _STALE)


def refuse_archived(session: Session, row: ScenarioRow, mine: Scenario | None = None) -> None:
    """Let nothing in the archive be changed.

    Raises
    ------
    ConflictError
        If it is there.
    """
    if row.archived:
        raise _conflict(session, row, row.revision, mine, _ARCHIVED)


def _conflict(
    session: Session, row: ScenarioRow, expected: int, mine: Scenario | None, words: Words
) -> ConflictError:
    theirs = scenario_of(revision(session, row))
    known = 0 < expected < _LARGEST
    old = session.get(RevisionRow, (row.id, expected)) if known else None
    base = scenario_of(old) if old else None
    last = session.get_one(AuditRow, row.changed)
    when = datetime.fromisoformat(last.at)
    told = words.fill(
        who=last.who or _SOMEONE,
        name=theirs.name,
        when=_moment(when),
        what=difference(mine or base or theirs, theirs).words,
    )
    return ConflictError(
        told, base=base, theirs=theirs, revision=row.revision, who=last.who, when=when
    )


def _moment(when: datetime) -> Words:
    """Write a moment in the time of the machine we run on."""
    here = when.astimezone()
    return Words(
        en=format_datetime(here, "d MMM yyyy HH:mm", locale="en_GB"),
        id=format_datetime(here, "d MMM yyyy HH.mm", locale="id_ID"),
    )


_SOMEONE = Words(en="Someone", id="Seseorang")
_STALE = Words(
    en="{who} changed “{name}” on {when}, after you opened it, so yours was not saved over it. "
    "{what} Merge both, or save yours as a copy.",
    id="{who} mengubah “{name}” pada {when}, setelah Anda membukanya, sehingga versi Anda tidak "
    "disimpan menimpanya. {what} Gabungkan keduanya, atau simpan versi Anda sebagai salinan.",
)
_ARCHIVED = Words(
    en="{who} archived “{name}” on {when}. Restore it first, or save yours as a copy.",
    id="{who} mengarsipkan “{name}” pada {when}. Keluarkan dulu dari arsip, atau simpan versi "
    "Anda sebagai salinan.",
)
