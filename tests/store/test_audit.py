"""Whatever is changed past the program, the audit notices."""

import pytest
from sqlalchemy import create_engine

from supplychain.core.errors import StoreDamagedError
from supplychain.store import Store
from supplychain.store.place import locate
from tests.store.plans import ADD, CAP, ORIGIN, PLAN

COLUMNS = ("at", "who", "operation", "scenario", "revision", "digest", "previous", "hash")


@pytest.fixture
def written(store):
    """A store with a short history of two scenarios."""
    saved = store.save(PLAN, origin=ORIGIN, who="Ani")
    store.save_over(saved.id, PLAN.plus(ADD), expected=1, who="Budi")
    store.undo(saved.id, expected=2, who="Ani")
    other = store.save(PLAN.plus(CAP), origin=ORIGIN, who="Citra")
    store.archive(other.id, expected=1, who="Ani")
    store.save_over(saved.id, PLAN.plus(CAP), expected=1, who="Ani")
    assert store.verify_audit() == ()
    return store


@pytest.fixture
def tamper(place):
    """A function that writes to the database past the store, as one does who may do anything."""
    engine = create_engine(locate(place))

    def write(*statements):
        with engine.begin() as connection:
            if engine.dialect.name == "postgresql":
                connection.exec_driver_sql("SET session_replication_role = replica")
            changed = sum(connection.exec_driver_sql(each).rowcount for each in statements)
        assert changed, "nothing was tampered with"

    yield write
    engine.dispose()


@pytest.mark.parametrize("number", [1, 3, 6])
@pytest.mark.parametrize("column", COLUMNS)
def test_a_changed_entry_is_noticed(written, tamper, column, number):
    value = "9" if column == "revision" else "'2026-01-01T00:00:00.000000+00:00'"
    tamper(f"UPDATE audit SET {column} = {value} WHERE number = {number}")
    codes = {finding.code for finding in written.verify_audit()}
    assert "audit.changed" in codes


@pytest.mark.parametrize("number", range(1, 7))
def test_a_deleted_entry_is_noticed(written, tamper, number):
    tamper(f"DELETE FROM audit WHERE number = {number}")
    found = written.verify_audit()
    assert any(finding.code in {"audit.missing", "audit.end"} for finding in found)
    assert any(f"entry {number}: It is missing." in finding.text("en") for finding in found)
    assert any(f"nomor {number}: Catatannya hilang." in finding.text("id") for finding in found)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM audit",
        "UPDATE audit SET number = 60 WHERE number = 6",
        "UPDATE audit SET number = number + 10",
        "UPDATE audit_head SET number = 5",
        "UPDATE audit_head SET hash = 'x'",
        "DELETE FROM audit_head",
        "INSERT INTO audit SELECT 7, at, who, operation, scenario, revision, digest, hash, 'x'"
        " FROM audit WHERE number = 6",
    ],
)
def test_other_changes_of_the_log_are_noticed(written, tamper, statement):
    tamper(statement)
    assert written.verify_audit()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE revisions SET content = replace(content, 'Aik', 'Air') WHERE number = 1",
        'UPDATE revisions SET origin = \'["0", "x", "y"]\' WHERE number = 2',
        "UPDATE revisions SET parent = 2 WHERE number = 3",
        "UPDATE revisions SET made = 1 WHERE number = 2",
        "DELETE FROM revisions WHERE number = 2",
        "INSERT INTO revisions SELECT scenario, 9, parent, content, origin, made"
        " FROM revisions WHERE number = 2",
        "UPDATE scenarios SET revision = 2 WHERE archived = false",
        "UPDATE scenarios SET archived = true",
        "UPDATE scenarios SET archived = false",
        "UPDATE scenarios SET changed = 1",
        "DELETE FROM scenarios WHERE archived = true",
    ],
)
def test_a_scenario_changed_past_the_program_is_noticed(written, tamper, statement):
    tamper(statement)
    found = written.verify_audit()
    assert {finding.code for finding in found} == {"audit.state"}
    assert all("Saved scenario" in finding.place.en for finding in found)


def test_the_end_cut_off_and_its_mark_set_back_is_noticed(written, tamper):
    hashes = "SELECT hash FROM audit WHERE number = 5"
    tamper(
        f"UPDATE audit_head SET number = 5, hash = ({hashes})", "DELETE FROM audit WHERE number = 6"
    )
    assert {finding.code for finding in written.verify_audit()} == {"audit.state"}


def test_an_unreadable_revision_is_a_message(written, tamper, place):
    id = written.search()[0].id
    tamper("UPDATE revisions SET content = replace(content, '\"version\":1', '\"version\":2')")
    with pytest.raises(StoreDamagedError, match=f"Revision 3 of the saved scenario {id} cannot"):
        written.get(id)
    again = Store(place)
    assert {finding.code for finding in again.verify_audit()} == {"audit.state"}
    again.close()
