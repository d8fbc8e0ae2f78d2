"""Upgrades keep the data: from every released form, killed in the middle, raced for, refused."""

import os
import shutil
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from supplychain.core.errors import StoreDamagedError
from supplychain.store import Store
from supplychain.store.database import Database
from supplychain.store.place import locate
from supplychain.store.tables import Table
from supplychain.store.upgrade import MIGRATIONS, prepare
from tests.store.plans import ADD, ORIGIN, OTHER, PLAN, state
from tests.store.races import PROCESSES, THREADS, in_processes

RELEASED = sorted((Path(__file__).parent / "fixtures").glob("v*.sql"))
NEXT = """
import os, signal
import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{before}"

def upgrade():
    op.add_column("scenarios", sa.Column("{revision}", sa.String()))
    op.execute("UPDATE scenarios SET {revision} = 'x', revision = 1")
    if {dies}:
        os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def database(place):
    """The place, ready for statements past the store."""
    opened = Database(locate(place))
    if opened.file:
        opened.file.parent.mkdir(exist_ok=True)
    yield opened
    opened.close()


@pytest.fixture
def newer(tmp_path):
    """A function that makes the migrations of a program two steps newer, which may die midway."""

    def make(*, dies=False):
        folder = tmp_path / f"migrations-{dies}"
        folder.mkdir()
        shutil.copy(MIGRATIONS / "v0001_all_tables.py", folder)
        for revision, before, fatal in (("v0002", "v0001", False), ("v0003", "v0002", dies)):
            text = NEXT.format(revision=revision, before=before, dies=fatal)
            (folder / f"{revision}_next.py").write_text(text)
        return folder

    return make


def load(database, script):
    """Run a script of statements that end with a line."""
    with database.writing() as session:
        for statement in script.read_text(encoding="utf-8").split(";\n"):
            if statement.strip():
                session.connection().exec_driver_sql(statement)


def test_the_migrations_make_the_tables_that_the_program_uses(store, database):
    with database.reading() as session:
        context = MigrationContext.configure(session.connection())
        assert compare_metadata(context, Table.metadata) == []


def test_every_form_has_a_filled_example():
    forms = [path.stem.partition("_")[0] for path in sorted(MIGRATIONS.glob("v*.py"))]
    assert [path.stem for path in RELEASED] == forms


@pytest.mark.parametrize("script", RELEASED, ids=lambda path: path.stem)
def test_every_released_form_opens_with_all_it_holds(database, place, script):
    load(database, script)
    store = Store(place)
    first = store.get("di9ajywqdy3fw8f4ry4s")
    assert (first.scenario, first.revision, first.who) == (PLAN.plus(ADD), 2, "Budi")
    assert [kept.origin for kept in store.history(first.id)] == [ORIGIN, ORIGIN, OTHER]
    (second,) = store.search(archived=True)
    assert second.scenario.name == "Tenun “Sukarara” 🧵"
    assert (second.who, second.revision) == ("Ani", 2)
    assert [change.who for change in store.changes()] == [
        "Ani",
        "Budi",
        "Ani",
        "Budi",
        "Citra",
        "Citra",
        "Ani",
    ]
    assert store.verify_audit() == ()
    assert store.redo(first.id, expected=2).revision == 3
    store.close()


def test_an_upgrade_keeps_a_copy_of_the_file_that_the_old_program_opens(store, database, newer):
    saved = store.save(PLAN.plus(ADD), origin=ORIGIN)
    store.save_over(saved.id, PLAN, expected=1)
    before = state(store)
    store.close()
    prepare(database, newer())
    with database.reading() as session:
        held = session.connection().exec_driver_sql("SELECT v0002, v0003 FROM scenarios").all()
    assert held == [("x", "x")]
    if database.file:
        (copy,) = database.file.parent.glob("scenarios.v0001.*.bak")
        old = Store(copy)
        assert state(old) == before
        assert old.verify_audit() == ()
        old.close()


def test_an_upgrade_killed_in_the_middle_leaves_the_old_form(store, database, place, newer):
    store.save(PLAN.plus(ADD), origin=ORIGIN)
    before = state(store)
    store.close()
    deadly = newer(dies=True)
    child = os.fork()
    if child == 0:
        prepare(Database(locate(place)), deadly)
        os._exit(0)
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL
    old = Store(place)
    assert state(old) == before
    assert old.verify_audit() == ()
    old.save(PLAN, origin=ORIGIN)
    old.close()
    prepare(database, newer())


def test_a_store_of_a_newer_program_is_refused_and_left_alone(store, database, place, newer):
    store.close()
    prepare(database, newer())
    with pytest.raises(StoreDamagedError, match=r"newer version .* Update the program"):
        Store(place)
    if database.file:
        assert [path.suffix for path in database.file.parent.glob("*.bak")] == [".bak"]


def test_opening_what_is_up_to_date_writes_nothing(store, place):
    store.save(PLAN, origin=ORIGIN)
    if "://" in place:
        Store(place).close()
        return
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        again = Store(place)
        assert len(again.search()) == 1
        again.close()


def test_many_may_make_the_same_store_at_once(place):
    assert sum(in_processes(_save_one, place)) == PROCESSES * THREADS
    store = Store(place)
    assert len(store.search()) == PROCESSES * THREADS
    assert store.verify_audit() == ()
    store.close()


def _save_one(store, name):
    store.save(PLAN, origin=ORIGIN, who=name)
    return 1
