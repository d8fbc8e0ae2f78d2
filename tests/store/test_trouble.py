"""Trouble with the disk or the database is a message in time, and no acknowledged save is lost."""

import os
import resource
import socket
import sqlite3
import sys
import threading
import time
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from supplychain.core.errors import (
    StoreBusyError,
    StoreDamagedError,
    StoreError,
    StoreFullError,
    StoreReadOnlyError,
    StoreUnreachableError,
)
from supplychain.store import Store, database, write_scenario
from tests.store.plans import ADD, ORIGIN, PLAN

IN_TIME = 5.0  # seconds
FOREIGN = ("sqlalchemy", "psycopg.", "sqlite3", "operationalerror", "traceback", "rahasia")


@contextmanager
def told(kind, *, says=None):
    """Expect one error of ours, in both languages, without a library's words, in time."""
    began = time.monotonic()
    with pytest.raises(kind, match=says) as caught:
        yield
    assert time.monotonic() - began <= IN_TIME
    words = caught.value.words
    assert words.en != words.id
    assert not [word for word in FOREIGN if word in (words.en + words.id).lower()]


@contextmanager
def no_rights():
    """Take away what root may do: files look at the effective user, the tests at the real one."""
    if os.getuid() == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(os.getuid())


@pytest.fixture
def file(tmp_path):
    """Where an SQLite store may be made."""
    return tmp_path / "scenarios.db"


def test_sqlite_syncs_before_it_acknowledges(file):
    store = Store(file)
    with store._database.reading() as session:
        ask = session.connection().exec_driver_sql
        asked = ("journal_mode", "synchronous", "foreign_keys", "fullfsync", "busy_timeout")
        settings = {name: ask(f"PRAGMA {name}").scalar() for name in asked}
    store.close()
    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "fullfsync": 1,
        "busy_timeout": 15_000,
    }


def test_a_folder_without_rights_is_told():
    with no_rights():
        with told(StoreReadOnlyError, says="cannot be made. Choose another place"):
            Store("/proc/1/none/scenarios.db")
        with told(StoreReadOnlyError, says="There is no right to write to /scenarios.db"):
            Store("/scenarios.db")
    assert write_scenario(PLAN)


def test_a_store_that_may_only_be_read_is_told():
    with TemporaryDirectory() as folder:
        file = Path(folder, "scenarios.db")
        store = Store(file)
        saved = store.save(PLAN, origin=ORIGIN)
        store.close()
        file.chmod(0o444)
        file.parent.chmod(0o555)
        with no_rights(), told(StoreReadOnlyError, says=f"There is no right to write to {file}"):
            Store(file).save_over(saved.id, PLAN.plus(ADD), expected=1)
        file.parent.chmod(0o755)


def test_a_full_disk_is_told_and_nothing_breaks(file):
    store = Store(file)
    saved = store.save(PLAN, origin=ORIGIN)
    large = PLAN.model_copy(update={"description": "x" * 4_000_000})
    with no_more_than(1_000_000), told(StoreFullError, says="full or faulty"):
        store.save_over(saved.id, large, expected=1)
    assert store.export(saved.id) == write_scenario(PLAN)
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert store.save_over(saved.id, large, expected=1).revision == 2
    assert store.verify_audit() == ()
    store.close()


def test_a_disk_that_is_full_when_the_store_is_made_is_told(file):
    with no_more_than(10_000), told(StoreError):
        Store(file)
    Store(file).close()


@pytest.mark.parametrize("content", [b"no database" * 999, b"SQLite format 3\x00" + b"\xff" * 9999])
def test_something_else_in_its_place_is_told(file, content):
    file.write_bytes(content)
    with told(StoreDamagedError, says="it is damaged or something else"):
        Store(file)
    assert file.read_bytes() == content


def test_a_database_of_another_program_is_left_alone(file):
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE invoices (number)")
        connection.commit()
    content = file.read_bytes()
    with told(StoreDamagedError, says="it is damaged or something else"):
        Store(file)
    assert file.read_bytes() == content


def test_a_store_with_a_hole_is_told(file):
    store = Store(file)
    for _ in range(60):
        store.save(PLAN.model_copy(update={"description": "x" * 2000}), origin=ORIGIN)
    store.close()
    content = bytearray(file.read_bytes())
    content[8192:-4096] = b"\xff" * (len(content) - 12288)
    file.write_bytes(content)
    with told(StoreDamagedError), closing(Store(file)) as store:
        store.search()


def test_a_folder_in_its_place_is_told(file):
    file.mkdir()
    with told(StoreError):
        Store(file)


def test_a_lock_that_someone_holds_too_long_is_told_and_readers_do_not_wait(file, monkeypatch):
    monkeypatch.setattr(database, "QUEUE", 0.5)
    store = Store(file)
    saved = store.save(PLAN, origin=ORIGIN)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with told(StoreBusyError, says="Others are writing"):
            store.save(PLAN, origin=ORIGIN)
        began = time.monotonic()
        assert store.get(saved.id) == saved
        assert time.monotonic() - began < 0.5
        other.execute("COMMIT")
    assert store.save(PLAN, origin=ORIGIN).revision == 1
    store.close()


def test_a_thread_that_waits_too_long_for_another_is_told(file, monkeypatch):
    monkeypatch.setattr(database, "QUEUE", 0.3)
    store = Store(file)
    inside, done = threading.Event(), threading.Event()

    def hold():
        with store._database.writing():
            inside.set()
            done.wait(10)

    holder = threading.Thread(target=hold)
    holder.start()
    inside.wait(10)
    with told(StoreBusyError):
        store.save(PLAN, origin=ORIGIN)
    done.set()
    holder.join()
    store.close()


def test_a_file_taken_away_is_made_anew_instead_of_swallowing_saves(file):
    store = Store(file)
    store.save(PLAN, origin=ORIGIN)
    for part in file.parent.iterdir():
        part.unlink()
    assert store.search() == []
    saved = store.save(PLAN, origin=ORIGIN)
    store.close()
    again = Store(file)
    assert again.search() == [saved]
    again.close()


@contextmanager
def no_more_than(size):
    """Let no file of this process grow beyond a size, as a full disk does."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def shared(server):
    """A store on PostgreSQL with one scenario."""
    store = Store(server.new_place())
    store.save(PLAN, origin=ORIGIN)
    yield store
    store.close()


def test_a_server_that_stopped_is_told_and_found_again(server, shared):
    server.stop()
    try:
        with told(StoreUnreachableError, says="does not answer"):
            shared.search()
        with told(StoreUnreachableError):
            shared.save(PLAN, origin=ORIGIN)
        with told(StoreUnreachableError):
            Store(server.url)
    finally:
        server.start()
    assert len(shared.search()) == 1
    shared.save(PLAN, origin=ORIGIN)
    assert len(shared.search()) == 2


def test_a_restart_between_two_acts_goes_unnoticed(server, shared):
    server.stop("fast")
    server.start()
    assert len(shared.search()) == 1
    assert shared.save(PLAN, origin=ORIGIN).revision == 1


def test_connections_that_the_server_ended_go_unnoticed(server, shared):
    with server.connect() as other:
        other.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
            " WHERE application_name = 'supplychain'"
        )
    assert shared.save(PLAN, origin=ORIGIN).revision == 1


def test_a_frozen_server_is_given_up_in_time(server, shared):
    with server.frozen():
        with told(StoreUnreachableError):
            shared.save(PLAN, origin=ORIGIN)
        with told(StoreUnreachableError):
            shared.search()
    assert len(shared.search()) in {1, 2}  # what was not confirmed may have arrived
    assert shared.verify_audit() == ()


def test_those_who_queue_for_a_frozen_server_are_told_with_the_first(server, shared):
    said = []

    def save():
        began = time.monotonic()
        with suppress(StoreUnreachableError):
            shared.save(PLAN, origin=ORIGIN)
        said.append(time.monotonic() - began)

    writers = [threading.Thread(target=save) for _ in range(5)]
    with server.frozen():
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
    assert max(said) <= IN_TIME
    assert shared.save(PLAN, origin=ORIGIN).revision == 1


def test_a_lock_on_the_server_is_told_in_time_and_readers_do_not_wait(server, shared):
    with server.connect() as other, other.transaction():
        other.execute("SELECT set_config('search_path', %s, true)", [schema_of(shared)])
        other.execute("SELECT * FROM audit_head FOR UPDATE")
        with told(StoreBusyError):
            shared.save(PLAN, origin=ORIGIN)
        assert len(shared.search()) == 1
    assert shared.save(PLAN, origin=ORIGIN).revision == 1


def test_a_machine_that_swallows_is_given_up_in_time():
    with socket.create_server(("127.0.0.1", 0)) as silent, told(StoreUnreachableError):
        Store(f"postgresql://ani:rahasia@127.0.0.1:{silent.getsockname()[1]}/x")


def test_nobody_there_is_told(server):
    with told(StoreUnreachableError, says=r"\(127.0.0.1/x\)"):
        Store("postgresql://ani:rahasia@127.0.0.1:1/x")
    with told(StoreUnreachableError):
        Store(server.url.replace("/postgres", "/no-such-database"))


def test_a_refused_login_is_told(server):
    with server.connect() as other:
        other.execute("CREATE ROLE ani NOLOGIN")
    with told(StoreUnreachableError, says="refuses to let us in"):
        Store(server.url.replace(f"{server.user}@", "ani:rahasia@"))


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        ("53100", StoreFullError),
        ("58030", StoreFullError),
        ("53300", StoreBusyError),
        ("40P01", StoreBusyError),
        ("57014", StoreBusyError),
        ("55P03", StoreBusyError),
        ("25006", StoreReadOnlyError),
        ("42501", StoreReadOnlyError),
        ("XX001", StoreDamagedError),
        ("57P01", StoreUnreachableError),
        ("08006", StoreUnreachableError),
    ],
)
def test_what_the_server_complains_about_is_told(server, shared, state, kind):
    with server.connect() as other:
        other.execute(
            f"""
            SET search_path TO {schema_of(shared)};
            CREATE FUNCTION complain() RETURNS trigger LANGUAGE plpgsql AS
              $$ BEGIN RAISE 'no' USING ERRCODE = '{state}'; END $$;
            CREATE TRIGGER complain BEFORE INSERT ON revisions EXECUTE FUNCTION complain();
            """
        )
    before = shared.search()
    with told(kind):
        shared.save(PLAN, origin=ORIGIN)
    assert shared.search() == before
    assert len(shared.changes()) == 1


def test_tables_that_are_gone_are_told(server, shared):
    with server.connect() as other:
        other.execute(f"DROP SCHEMA {schema_of(shared)} CASCADE")
    with told(StoreDamagedError):
        shared.search()


def test_a_missing_driver_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with told(StoreUnreachableError, says="Install it: pip install"):
        Store("postgresql://127.0.0.1/x")


def test_a_mistake_of_ours_is_not_hidden(file):
    store = Store(file)
    with pytest.raises(ZeroDivisionError), store._database.writing():
        raise ZeroDivisionError
    assert store.search() == []
    store.close()


def schema_of(store):
    """Name of the schema that a store of these tests is in."""
    return store._database._engine.url.query["options"].rpartition("=")[2]
