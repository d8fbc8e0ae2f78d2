"""Everything a user does with saved scenarios, on SQLite and on PostgreSQL."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from supplychain.core.errors import ConflictError, ReadingError, ScenarioError, UnknownNameError
from supplychain.core.scenario import Scenario
from supplychain.store import OPERATIONS, Store, write_scenario
from tests.store.plans import ADD, CAP, CLOSE, ORIGIN, OTHER, PLAN, state


def test_what_is_saved_comes_back_the_same(store):
    saved = store.save(PLAN.plus(ADD, CLOSE), origin=ORIGIN, who="Ani")
    assert saved.scenario == PLAN.plus(ADD, CLOSE)
    assert saved.origin == ORIGIN
    assert (saved.revision, saved.who, saved.archived) == (1, "Ani", False)
    assert saved.when == datetime(2026, 11, 24, 1, 1, tzinfo=UTC)
    assert store.get(saved.id) == saved


def test_it_is_there_after_a_restart(store, place):
    saved = store.save(PLAN, origin=ORIGIN)
    store.close()
    again = Store(place)
    assert again.get(saved.id) == saved
    again.close()


def test_an_address_is_short_random_and_easy_to_read(store):
    addresses = {store.save(PLAN, origin=ORIGIN).id for _ in range(20)}
    assert len(addresses) == 20
    assert all(re.fullmatch(r"[2-9a-km-np-z]{20}", address) for address in addresses)


@pytest.mark.parametrize("address", ["", "x", "'; --", "\x00", "a" * 20, "\ud800", "é" * 5000])
def test_an_unknown_address_is_told(store, address):
    with pytest.raises(UnknownNameError, match="There is no saved scenario") as caught:
        store.get(address)
    assert "Tidak ada skenario tersimpan" in caught.value.words.id


def test_a_mistyped_address_and_a_name_lead_to_the_address(store):
    saved = store.save(PLAN, origin=ORIGIN)
    store.save_over(saved.id, PLAN.plus(ADD), expected=1)
    for typed in (saved.id[:-1], "Tapioka Aik Derek"):
        with pytest.raises(UnknownNameError, match=rf"Did you mean “{PLAN.name}” \({saved.id}\)"):
            store.get(typed)


def test_saving_over_adds_a_revision(store):
    first = store.save(PLAN, origin=ORIGIN, who="Ani")
    second = store.save_over(first.id, PLAN.plus(ADD), expected=1, origin=OTHER, who="Budi")
    assert (second.id, second.revision, second.who) == (first.id, 2, "Budi")
    assert second.scenario.edits == (ADD,)
    assert second.origin == OTHER
    third = store.save_over(first.id, PLAN.plus(ADD, CAP), expected=2)
    assert third.origin == OTHER
    assert [kept.scenario.edits for kept in store.history(first.id)] == [(), (ADD,), (ADD, CAP)]


def test_saving_what_is_there_writes_nothing(store):
    saved = store.save(PLAN, origin=ORIGIN, who="Ani")
    assert store.save_over(saved.id, PLAN, expected=1, origin=ORIGIN, who="Budi") == saved
    assert store.rename(saved.id, PLAN.name, expected=1, who="Budi") == saved
    assert len(store.changes()) == 1


def test_a_new_name_and_description_are_revisions_too(store):
    saved = store.save(PLAN.plus(ADD), origin=ORIGIN)
    named = store.rename(saved.id, "  Singkong  ", expected=1)
    told = store.describe(saved.id, "Bahan baku", expected=2)
    assert (named.scenario.name, told.scenario.description) == ("Singkong", "Bahan baku")
    assert told.scenario.edits == (ADD,)
    assert store.undo(saved.id, expected=3).scenario == named.scenario
    assert store.undo(saved.id, expected=2).scenario.name == PLAN.name


@pytest.mark.parametrize("name", ["", "  ", "x" * 121, "two\nlines", "\x1b[31m", "\ud800", "a\x00"])
def test_an_unfit_name_is_refused(store, name):
    saved = store.save(PLAN, origin=ORIGIN)
    with pytest.raises(ScenarioError):
        store.rename(saved.id, name, expected=1)
    with pytest.raises(ScenarioError):
        store.duplicate(saved.id, name=name or " ")
    assert store.search() == [saved]


@pytest.mark.parametrize(
    "text", ["Nul \x00 inside", "🧵 tenun", "a'b\"c\\d%s:x", "\n\t", "é" * 5000]
)
def test_any_text_is_kept_to_the_letter(store, text):
    saved = store.save(PLAN.model_copy(update={"description": text}), origin=ORIGIN, who=text)
    assert store.get(saved.id).scenario.description == text
    assert store.verify_audit() == ()


def test_undo_and_redo_reach_the_first_and_the_last(store):
    saved = store.save(PLAN, origin=ORIGIN)
    store.save_over(saved.id, PLAN.plus(ADD), expected=1)
    last = store.save_over(saved.id, PLAN.plus(ADD, CAP), expected=2)
    assert (last.can_undo, last.can_redo) == (True, False)
    second = store.undo(saved.id, expected=3)
    first = store.undo(saved.id, expected=2, who="Budi")
    assert (first.scenario, first.revision, first.who) == (PLAN, 1, "Budi")
    assert (first.can_undo, first.can_redo) == (False, True)
    with pytest.raises(ScenarioError, match="nothing before it"):
        store.undo(saved.id, expected=1)
    assert store.redo(saved.id, expected=1).scenario == second.scenario
    assert store.redo(saved.id, expected=2).scenario == last.scenario
    with pytest.raises(ScenarioError, match="nothing to redo"):
        store.redo(saved.id, expected=3)


def test_an_edit_after_undo_is_what_redo_leads_to_and_the_old_one_is_kept(store):
    saved = store.save(PLAN, origin=ORIGIN)
    store.save_over(saved.id, PLAN.plus(ADD), expected=1)
    store.undo(saved.id, expected=2)
    store.save_over(saved.id, PLAN.plus(CAP), expected=1)
    store.undo(saved.id, expected=3)
    assert store.redo(saved.id, expected=1).scenario.edits == (CAP,)
    assert [(kept.number, kept.parent) for kept in store.history(saved.id)] == [
        (1, None),
        (2, 1),
        (3, 1),
    ]
    assert store.history(saved.id)[1].scenario.edits == (ADD,)


def test_a_duplicate_goes_its_own_way(store):
    saved = store.save(PLAN.plus(ADD), origin=OTHER)
    copy = store.duplicate(saved.id, who="Budi")
    assert copy.scenario == saved.scenario.model_copy(update={"name": f"{PLAN.name} (2)"})
    assert (copy.revision, copy.origin, copy.who) == (1, OTHER, "Budi")
    assert store.duplicate(saved.id).scenario.name == f"{PLAN.name} (3)"
    assert store.duplicate(saved.id, name="Lain").scenario.name == "Lain"
    store.save_over(copy.id, PLAN, expected=1)
    assert store.get(saved.id) == saved


def test_a_long_name_leaves_room_for_the_number(store):
    saved = store.save(PLAN.model_copy(update={"name": "x" * 120}), origin=ORIGIN)
    assert store.duplicate(saved.id).scenario.name == "x" * 116 + " (2)"


def test_the_archive_hides_and_holds(store):
    kept, put = store.save(PLAN, origin=ORIGIN), store.save(PLAN.plus(ADD), origin=ORIGIN)
    archived = store.archive(put.id, expected=1, who="Ani")
    assert archived.archived
    assert not archived.can_undo
    assert store.search() == [kept]
    assert store.search(archived=True) == [archived]
    assert store.search(archived=None) == [archived, kept]
    assert store.archive(put.id, expected=1) == archived
    with pytest.raises(ConflictError, match=r"Ani archived “Tapioka Aik Darek” on .* Restore it"):
        store.save_over(put.id, PLAN, expected=1)
    assert store.duplicate(put.id).archived is False
    assert store.restore(put.id, expected=1).scenario == put.scenario
    assert store.save_over(put.id, PLAN, expected=1).revision == 2


def test_the_last_changed_comes_first_even_if_the_clock_goes_back(store, clock):
    first, second = (store.save(PLAN, origin=ORIGIN) for _ in range(2))
    clock.now -= timedelta(days=400)
    changed = store.rename(first.id, "Paling baru", expected=1)
    assert changed.when < first.when
    assert [saved.id for saved in store.search()] == [first.id, second.id]
    assert store.verify_audit() == ()


def test_search_finds_words_of_name_and_description_in_any_case(store):
    for name, description in (("TENUN Sukarara", "Benang"), ("Ğaram", "tenun"), ("Ketak", "")):
        store.save(Scenario(name=name, description=description), origin=ORIGIN)
    found = {text: [s.scenario.name for s in store.search(text)] for text in ("tenun", "benang T")}
    assert found == {"tenun": ["Ğaram", "TENUN Sukarara"], "benang T": ["TENUN Sukarara"]}
    assert [s.scenario.name for s in store.search("ğARAM")] == ["Ğaram"]
    assert store.search("%") == []
    assert len(store.search("  ")) == 3


def test_a_file_goes_out_and_comes_in_unchanged(store):
    saved = store.save(PLAN.plus(ADD, CLOSE), origin=ORIGIN)
    text = store.export(saved.id)
    assert text == write_scenario(saved.scenario)
    back = store.import_file(text.encode(), file="plan.json", origin=OTHER, who="Budi")
    assert (back.scenario, back.origin) == (saved.scenario, OTHER)
    assert back.id != saved.id
    with pytest.raises(ReadingError, match=r"plan\.json, line 1, column 1: This is not JSON"):
        store.import_file("nonsense", file="plan.json", origin=ORIGIN)


def test_every_write_leaves_one_entry_and_nothing_else_does(store):
    saved = store.save(PLAN, origin=ORIGIN, who="Ani")
    address = saved.id
    store.save_over(address, PLAN.plus(ADD), expected=1)
    store.rename(address, "A", expected=2)
    store.describe(address, "B", expected=3)
    store.undo(address, expected=4)
    store.redo(address, expected=3)
    store.archive(address, expected=4)
    store.restore(address, expected=4)
    copy = store.duplicate(address)
    brought = store.import_file(store.export(address), file="x", origin=ORIGIN)
    store.get(address), store.search(), store.history(address), store.verify_audit()
    with pytest.raises(ConflictError):
        store.rename(address, "late", expected=1)
    changes = store.changes()
    written = ["create", "save", "rename", "describe", "undo", "redo", "archive", "restore"]
    assert [change.operation for change in changes] == [*written, "duplicate", "import"]
    assert set(OPERATIONS) == {change.operation for change in changes}
    assert [change.number for change in changes] == list(range(1, 11))
    assert [change.revision for change in changes] == [1, 2, 3, 4, 3, 4, 4, 4, 1, 1]
    assert [change.scenario for change in changes[7:]] == [address, copy.id, brought.id]
    assert store.changes(copy.id) == changes[8:9]
    assert changes[0].who == "Ani"


def test_who_is_written_on_one_line(store):
    saved = store.save(PLAN, origin=ORIGIN, who="  Ani\nBudi\x00\x1b[1m ")
    assert saved.who == "Ani Budi [1m"


def test_a_failed_write_leaves_nothing(store):
    saved = store.save(PLAN, origin=ORIGIN)
    before = state(store)
    for attempt in (
        lambda: store.save_over(saved.id, PLAN.plus(ADD), expected=7),
        lambda: store.undo(saved.id, expected=1),
        lambda: store.save_over("a" * 20, PLAN, expected=1),
        lambda: store.save(PLAN.model_copy(update={"name": " "}), origin=ORIGIN),
    ):
        with pytest.raises((ConflictError, ScenarioError, UnknownNameError)):
            attempt()
    assert state(store) == before
    assert len(store.changes()) == 1
