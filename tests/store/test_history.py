"""Undo, redo, duplicate and archive against a model that is a few dictionaries."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from supplychain.core.errors import ConflictError, ScenarioError
from supplychain.store import Store
from tests.store.plans import ORIGIN, edits, scenarios, state


class Model:
    """What one scenario should be: its revisions with their parents, and where it stands."""

    def __init__(self, scenario):
        self.revisions = [(None, scenario)]
        self.at = 1
        self.archived = False

    @property
    def now(self):
        """The scenario as it stands."""
        return self.revisions[self.at - 1][1]

    def put(self, scenario):
        """Save over."""
        self.revisions.append((self.at, scenario))
        self.at = len(self.revisions)

    def back(self):
        """Where undo leads."""
        return self.revisions[self.at - 1][0]

    def forth(self):
        """Where redo leads."""
        made = [n for n, (parent, _) in enumerate(self.revisions, 1) if parent == self.at]
        return made[-1] if made else None


class Histories(RuleBasedStateMachine):
    """Any sequence of writes on several scenarios; a store that is closed in between."""

    addresses = Bundle("addresses")

    def __init__(self, place):
        super().__init__()
        self.place = place()
        self.store = Store(self.place)
        self.models = {}
        self.touched = None
        self.written = 0

    def teardown(self):
        for address in self.models:
            self._check(address)
        assert self.store.verify_audit() == ()
        self.store.close()

    @rule(target=addresses, scenario=scenarios)
    def save(self, scenario):
        return self._new(self.store.save(scenario, origin=ORIGIN))

    @rule(target=addresses, address=addresses)
    def duplicate(self, address):
        copy = self.store.duplicate(address)
        assert copy.scenario.edits == self.models[address].now.edits
        return self._new(copy)

    @rule(address=addresses, edit=edits)
    def add_an_edit(self, address, edit):
        model = self._touch(address)
        longer = model.now.plus(edit)
        self._write(address, lambda: model.put(longer), "save_over", longer)

    @rule(address=addresses)
    def save_again(self, address):
        model = self._touch(address)
        if not model.archived:
            self.store.save_over(address, model.now, expected=model.at)

    @rule(address=addresses)
    def undo(self, address):
        self._move(address, "undo", self.models[address].back())

    @rule(address=addresses)
    def redo(self, address):
        self._move(address, "redo", self.models[address].forth())

    @rule(address=addresses)
    def archive(self, address):
        self._put(address, "archive", True)

    @rule(address=addresses)
    def restore(self, address):
        self._put(address, "restore", False)

    @rule()
    def restart(self):
        self.store.close()
        self.store = Store(self.place)

    @invariant()
    def the_store_is_as_the_model(self):
        if self.touched:
            self._check(self.touched)

    @invariant()
    def every_write_has_one_entry(self):
        assert len(self.store.changes()) == self.written

    def _check(self, address):
        model, saved = self.models[address], self.store.get(address)
        assert (saved.revision, saved.archived) == (model.at, model.archived)
        assert saved.scenario == model.now
        history = [(kept.parent, kept.scenario) for kept in self.store.history(address)]
        assert history == model.revisions
        assert saved.can_undo == (model.back() is not None and not model.archived)
        assert saved.can_redo == (model.forth() is not None and not model.archived)

    def _new(self, saved):
        self.models[saved.id] = Model(saved.scenario)
        self.touched = saved.id
        self.written += 1
        return saved.id

    def _touch(self, address):
        self.touched = address
        return self.models[address]

    def _write(self, address, change, operation, *given):
        model = self._touch(address)
        write = getattr(self.store, operation)
        if model.archived:
            with pytest.raises(ConflictError, match="archived"):
                write(address, *given, expected=model.at)
            return
        write(address, *given, expected=model.at)
        change()
        self.written += 1

    def _move(self, address, operation, to):
        model = self._touch(address)
        if to is None and not model.archived:
            with pytest.raises(ScenarioError):
                getattr(self.store, operation)(address, expected=model.at)
            return
        self._write(address, lambda: setattr(model, "at", to), operation)

    def _put(self, address, operation, archived):
        model = self._touch(address)
        getattr(self.store, operation)(address, expected=model.at)
        self.written += model.archived != archived
        model.archived = archived


def new_file():
    """Name a file in a folder of its own."""
    return str(Path(tempfile.mkdtemp(prefix="store-")) / "scenarios.db")


def test_any_sequence_on_sqlite(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    run_state_machine_as_test(
        lambda: Histories(new_file),
        settings=settings(max_examples=10, stateful_step_count=50),
    )


def test_any_sequence_on_postgresql(server):
    run_state_machine_as_test(
        lambda: Histories(server.new_place),
        settings=settings(max_examples=3, stateful_step_count=50),
    )


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(scenarios, st.lists(edits, min_size=1, max_size=50))
def test_undo_all_then_redo_all_is_where_it_was(store, first, added):
    """Up to 50 edits, each of them undone, each of them redone."""
    saved = store.save(first, origin=ORIGIN)
    for edit in added:
        saved = store.save_over(saved.id, saved.scenario.plus(edit), expected=saved.revision)
    last, hashed = saved, state(store)
    while saved.can_undo:
        saved = store.undo(saved.id, expected=saved.revision)
    assert saved.scenario.edits == first.edits
    while saved.can_redo:
        saved = store.redo(saved.id, expected=saved.revision)
    assert saved.scenario == last.scenario
    assert state(store) == hashed
