"""Calculations say how far they are, and end when nobody wants them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain.core.progress import Stopped, Watch, part, steps, wanted, watched


def test_without_a_watch_nothing_changes():
    assert list(steps([3, 1])) == [3, 1]
    assert wanted()
    with part(0.0, 0.5):
        assert list(steps([])) == []


def test_steps_within_a_step_are_parts_of_it():
    watch, seen = Watch(), []
    with watched(watch):
        for _ in steps(range(2)):
            seen += [watch.share for _ in steps(range(2))]
    assert seen == [0.0, 0.25, 0.5, 0.75]
    assert watch.share == 1.0


def test_parts_share_the_whole_as_they_say():
    watch, seen = Watch(), []
    with watched(watch):
        with part(0.0, 0.2):
            seen += [watch.share for _ in steps(range(2))]
        with part(0.2, 1.0):
            seen += [watch.share for _ in steps(range(2))]
    assert seen == pytest.approx([0.0, 0.1, 0.2, 0.6])


@given(st.recursive(st.none(), lambda inner: st.lists(inner, max_size=4), max_leaves=20))
def test_what_is_done_never_shrinks_and_ends_at_all(tree):
    watch, seen = Watch(), [0.0]

    def walk(node):
        for child in steps(node or []):
            seen.append(watch.share)
            walk(child)
            seen.append(watch.share)

    with watched(watch):
        walk(tree)
    assert all(later >= earlier - 1e-12 for earlier, later in pairwise(seen))
    assert watch.share == pytest.approx(1.0)


def test_ends_at_the_next_step_once_nobody_wants_it():
    watch, done = Watch(), set()
    watch.wanted = lambda: len(done) < 2

    def work():
        for item in steps(range(5)):
            done.add(item)

    with watched(watch), pytest.raises(Stopped):
        work()
    assert done == {0, 1}
    assert wanted()  # the watch is over
