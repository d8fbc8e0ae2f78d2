"""Bring a store to the form of tables that this program knows, with a copy of the old one first."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text
from sqlalchemy.orm import Session

from supplychain.core.errors import StoreDamagedError, StoreReadOnlyError
from supplychain.core.words import Words
from supplychain.store.database import QUEUE, Database
from supplychain.store.trouble import told, trouble

MIGRATIONS = Path(__file__).with_name("migrations")
_MINUTES = 600.0
_LOCK = 0x53434E52  # any number, as long as every version of the program uses the same


def prepare(database: Database, migrations: Path = MIGRATIONS) -> None:
    """Make the store, or upgrade it; what is up to date is only looked at.

    One transaction carries an upgrade from the first step to the last: a killed one leaves the
    old tables as they were. Before it, a file is copied beside itself.

    Raises
    ------
    StoreError
        If it cannot be made or read, or was written by a newer program.
    """
    if database.file:
        _make_folder(database.file, database.place)
    script = ScriptDirectory(migrations, version_locations=[migrations])
    with database.reading() as session:
        found = _form(session)
        if database.file and not found and inspect(session.connection()).get_table_names():
            raise trouble(StoreDamagedError, database.place)  # of another program
    if database.file:
        with told(database.place):
            _log_ahead(database.file)
    if found == script.get_current_head():
        return
    with database.writing(_MINUTES) as session:
        _upgrade(session, database, script)


def _form(session: Session) -> str | None:
    return MigrationContext.configure(session.connection()).get_current_revision()


def _upgrade(session: Session, database: Database, script: ScriptDirectory) -> None:
    if database.file is None:
        session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        session.execute(text("SET LOCAL statement_timeout = 0"))
    found, wanted = _form(session), script.get_current_head()
    if found == wanted:
        return  # another process was faster
    if found and found not in {step.revision for step in script.walk_revisions()}:
        raise StoreDamagedError(_NEWER.fill(place=database.place))
    steps = [*script.iterate_revisions(wanted, found)]
    if database.file and found:
        back_up(database.file, _beside(database.file, found))
    context = MigrationContext.configure(session.connection())
    with Operations.context(context):
        for step in reversed(steps):
            step.module.upgrade()
            context.stamp(script, step.revision)


def back_up(file: Path, copy: Path) -> None:
    """Copy an SQLite store as it stands between two writes; `copy` appears whole or not at all."""
    part = copy.with_name(copy.name + ".part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(part)) as target:
        source.backup(target)
    part.replace(copy)


def _beside(file: Path, form: str) -> Path:
    now = datetime.now(UTC)
    return file.with_name(f"{file.stem}.{form}.{now:%Y%m%dT%H%M%S%f}.bak")


def _make_folder(file: Path, place: str) -> None:
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreReadOnlyError(_NO_FOLDER.fill(place=place)) from error


def _log_ahead(file: Path) -> None:
    """Switch to the write-ahead log, once for the file; SQLite itself does not queue for that."""
    end = time.monotonic() + QUEUE
    with closing(sqlite3.connect(file, timeout=QUEUE)) as connection:
        while connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                    raise
                time.sleep(0.01)


_NEWER = Words(
    en="{place} was written by a newer version of this program. Update the program.",
    id="{place} ditulis oleh versi program yang lebih baru. Perbarui program ini.",
)
_NO_FOLDER = Words(
    en="The folder for {place} cannot be made. Choose another place with SUPPLYCHAIN_STORE.",
    id="Folder untuk {place} tidak dapat dibuat. Pilih tempat lain dengan SUPPLYCHAIN_STORE.",
)
