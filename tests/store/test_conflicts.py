"""Two people change one scenario: nothing is lost, and the second one is told."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from supplychain.core.errors import ConflictError
from supplychain.core.scenario import CloseBusiness, Scenario
from supplychain.store import Store, merge
from tests.store.plans import ADD, CAP, CLOSE, ORIGIN, PLAN
from tests.store.races import PROCESSES, THREADS, in_processes

TURNS = 5


def test_the_second_is_told_who_when_and_what_and_nothing_is_written(store, monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Makassar")
    opened = store.save(PLAN, origin=ORIGIN, who="Ani")
    store.save_over(opened.id, PLAN.plus(ADD), expected=1, who="Budi")
    mine = PLAN.plus(CAP, CLOSE).model_copy(update={"name": "Milik saya"})
    with pytest.raises(ConflictError) as caught:
        store.save_over(opened.id, mine, expected=1, who="Ani")
    conflict = caught.value
    assert (conflict.who, conflict.revision) == ("Budi", 2)
    assert conflict.when == datetime(2026, 11, 24, 1, 2, tzinfo=UTC)
    assert (conflict.base, conflict.theirs) == (PLAN, PLAN.plus(ADD))
    assert "Budi changed “Tapioka Aik Darek” on 24 Nov 2026" in str(conflict)
    assert "Apart: 2 edits only in yours, 1 only in theirs, the name." in str(conflict)
    assert "Budi mengubah “Tapioka Aik Darek” pada 24 Nov 2026" in conflict.words.id
    assert "2 perubahan hanya di milik Anda, 1 hanya di milik mereka" in conflict.words.id
    assert store.get(opened.id).scenario == PLAN.plus(ADD)


def test_the_second_can_merge_or_copy(store):
    opened = store.save(PLAN, origin=ORIGIN)
    store.save_over(opened.id, PLAN.plus(ADD), expected=1, who="Budi")
    mine = PLAN.plus(CAP)
    with pytest.raises(ConflictError) as caught:
        store.save_over(opened.id, mine, expected=1, who="Ani")
    conflict = caught.value
    merged = merge(conflict.base, mine, conflict.theirs)
    assert merged.clashes == ()
    both = store.save_over(opened.id, merged.scenario, expected=conflict.revision, who="Ani")
    assert both.scenario.edits == (ADD, CAP)
    copy = store.save(mine, origin=ORIGIN, who="Ani")
    assert copy.scenario.edits == (CAP,)


@pytest.mark.parametrize(
    "act",
    [
        lambda store, id, stale: store.rename(id, "Lain", expected=stale),
        lambda store, id, stale: store.describe(id, "Lain", expected=stale),
        lambda store, id, stale: store.undo(id, expected=stale),
        lambda store, id, stale: store.redo(id, expected=stale),
        lambda store, id, stale: store.archive(id, expected=stale),
        lambda store, id, stale: store.restore(id, expected=stale),
    ],
)
def test_every_other_change_is_checked_too(store, act):
    opened = store.save(PLAN, origin=ORIGIN)
    store.save_over(opened.id, PLAN.plus(ADD), expected=1)
    for stale in (1, 0, -5, 3, 2**40):
        with pytest.raises(ConflictError, match="Someone changed") as caught:
            act(store, opened.id, stale)
        assert caught.value.base == (PLAN if stale == 1 else None)
    assert len(store.changes()) == 2


def test_a_revision_that_was_undone_is_stale(store):
    opened = store.save(PLAN, origin=ORIGIN)
    store.save_over(opened.id, PLAN.plus(ADD), expected=1)
    store.undo(opened.id, expected=2, who="Budi")
    with pytest.raises(ConflictError, match="Budi changed") as caught:
        store.save_over(opened.id, PLAN.plus(ADD, CAP), expected=2)
    assert (caught.value.base, caught.value.theirs) == (PLAN.plus(ADD), PLAN)


def test_no_race_loses_an_update(place):
    """20 writers in 4 processes on one scenario, each until all its edits are in."""
    store = Store(place)
    shared = store.save(Scenario(name="Rebutan"), origin=ORIGIN)
    store.close()
    told = in_processes(_race, place, shared.id)
    store = Store(place)
    ended = store.get(shared.id)
    edits = Counter(edit.business for edit in ended.scenario.edits)
    wanted = Counter(
        f"{process}-{thread}-{turn}"
        for process in range(PROCESSES)
        for thread in range(THREADS)
        for turn in range(TURNS)
    )
    assert edits == wanted
    assert ended.revision == 1 + wanted.total()
    assert sum(told) >= 150, "hardly anyone raced"
    assert store.verify_audit() == ()
    store.close()


def test_twenty_writers_never_hear_that_the_database_is_locked(place):
    Store(place).close()
    assert sum(in_processes(_save_own, place)) == PROCESSES * THREADS * 5
    store = Store(place)
    assert len(store.search()) == PROCESSES * THREADS * 5
    assert store.verify_audit() == ()
    store.close()


def _race(store, name, shared):
    attempts = 0
    for turn in range(TURNS):
        edit = CloseBusiness(business=f"{name}-{turn}")
        now = store.get(shared)
        scenario, revision = now.scenario, now.revision
        while True:
            attempts += 1
            try:
                store.save_over(shared, scenario.plus(edit), expected=revision, who=name)
                break
            except ConflictError as conflict:
                scenario, revision = conflict.theirs, conflict.revision
    return attempts


def _save_own(store, name):
    for turn in range(5):
        store.save(PLAN.model_copy(update={"name": f"{name}-{turn}"}), origin=ORIGIN, who=name)
    return 5
