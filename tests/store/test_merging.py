"""Differences and merges of any scenarios."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from supplychain.core.scenario import Scenario
from supplychain.store import Clash, difference, merge
from supplychain.store.merging import subject
from tests.store.plans import ADD, CAP, CLOSE, PLAN, scenarios

MORE = ADD.model_copy(update={"value": 20e6})
LESS = ADD.model_copy(update={"value": 1e6})


@given(scenarios)
def test_a_scenario_does_not_differ_from_itself(plan):
    apart = difference(plan, plan)
    assert not apart
    assert apart.words.en == "There is no difference."


@given(scenarios, scenarios)
def test_a_difference_is_what_turns_one_into_the_other(mine, theirs):
    apart = difference(mine, theirs)
    left = Counter(mine.edits)
    left.subtract(apart.mine)
    left.update(apart.theirs)
    assert +left == Counter(theirs.edits)
    assert not Counter(apart.mine) & Counter(apart.theirs)
    assert bool(apart) == (mine != theirs)
    assert apart.name == ((mine.name, theirs.name) if mine.name != theirs.name else None)


def test_the_order_of_edits_is_a_difference():
    apart = difference(PLAN.plus(ADD, CAP), PLAN.plus(CAP, ADD))
    assert (apart.mine, apart.theirs, apart.reordered) == ((), (), True)
    assert apart.words.id == "Perbedaannya: urutan perubahan."


def test_an_edit_made_twice_counts_twice():
    assert difference(PLAN.plus(ADD, ADD), PLAN.plus(ADD)).mine == (ADD,)


@given(scenarios, scenarios)
def test_what_only_one_changed_is_theirs_whole(base, changed):
    assert merge(base, changed, base).scenario == changed
    assert merge(base, base, changed).scenario == changed
    assert merge(base, changed, changed).scenario == changed
    assert merge(base, changed, base).clashes == ()
    assert merge(base, base, changed).clashes == ()


@given(scenarios, scenarios, scenarios, st.sampled_from(["mine", "theirs"]))
def test_without_a_clash_the_side_does_not_matter(base, mine, theirs, side):
    one = merge(base, mine, theirs)
    other = merge(base, mine, theirs, prefer="mine")
    assert one.clashes == other.clashes
    if not one.clashes:
        assert one.scenario == other.scenario
    chosen = merge(base, mine, theirs, prefer=side).scenario
    sides = {"mine": mine, "theirs": theirs}
    for clash in one.clashes:
        if clash.field != "edits":
            assert getattr(chosen, clash.field) == getattr(sides[side], clash.field)


@given(scenarios, scenarios, scenarios)
def test_each_subject_is_as_one_of_the_sides_has_it(base, mine, theirs):
    merged = merge(base, mine, theirs).scenario
    for about in {subject(edit) for plan in (base, mine, theirs) for edit in plan.edits}:
        was, ours, others, now = (_of(plan, about) for plan in (base, mine, theirs, merged))
        assert now == (ours if others == was else others)


def test_edits_of_both_stand_once_each_and_theirs_first():
    merged = merge(PLAN.plus(CLOSE), PLAN.plus(CLOSE, ADD), PLAN.plus(CAP, ADD)).scenario
    assert merged.edits == (CAP, ADD)
    assert merge(PLAN, PLAN.plus(ADD), PLAN.plus(CAP)).scenario.edits == (CAP, ADD)


def test_one_partnership_resized_by_both_is_a_clash():
    base = PLAN.plus(ADD, CLOSE)
    mine, theirs = PLAN.plus(MORE, CLOSE), PLAN.plus(LESS, CLOSE)
    merged = merge(base, mine, theirs)
    assert merged.scenario == theirs
    assert merged.clashes == (Clash("edits", (MORE,), (LESS,)),)
    assert merge(base, mine, theirs, prefer="mine").scenario == mine


def test_what_one_removed_and_the_other_changed_is_a_clash():
    merged = merge(PLAN.plus(ADD), PLAN, PLAN.plus(LESS))
    assert merged.clashes == (Clash("edits", (), (LESS,)),)
    assert merged.scenario == PLAN.plus(LESS)


def test_both_renamed_is_a_clash():
    sides = [Scenario(name=name) for name in ("A", "B", "C")]
    assert merge(*sides).clashes == (Clash("name", "B", "C"),)
    assert merge(*sides, prefer="mine").scenario.name == "B"


def _of(plan, about):
    return tuple(edit for edit in plan.edits if subject(edit) == about)
