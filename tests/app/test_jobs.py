"""One worker serves many readers: who left, who stopped and who shares, in every order.

No result depends on how long anything takes: work goes on when the test lets it, and the clock is
the test's.
"""

import threading
from contextlib import ExitStack

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from supplychain.app.jobs import GRACE, KEPT, Queue
from supplychain.core.progress import steps

LONG = 10.0  # seconds; only a failure lasts so long


class Work:
    """Work of many steps, each done when the test says so."""

    def __init__(self, name="result"):
        self.name = name
        self.begun, self.ended = threading.Event(), threading.Event()
        self.runs = 0
        self._go = threading.Semaphore(0)

    def __call__(self):
        self.runs += 1
        self.begun.set()
        try:
            for _ in steps(range(4)):
                assert self._go.acquire(timeout=LONG)
        finally:
            self.ended.set()
        return self.name

    def step(self, count=1):
        self._go.release(count)

    def finish(self):
        self.step(100)


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def queue(clock):
    return Queue(clock)


def begun(work):
    assert work.begun.wait(LONG)


def got(job):
    assert job.finished.wait(LONG)
    return job.result()


def idle(queue):
    """Wait until the worker has done what was asked for before."""
    with queue.waiting("idle", lambda: "idle") as job:
        return got(job)


def test_result_comes_and_the_share_is_told(queue):
    work = Work()
    with queue.waiting("a", work) as job:
        begun(work)
        assert job.share in (None, 0.0)
        work.finish()
        assert got(job) == "result"
        assert job.share is None


def test_two_readers_share_one_job(queue):
    work = Work()
    with queue.waiting("a", work) as mine, queue.waiting("a", Work("never")) as yours:
        assert mine is yours
        work.finish()
        assert got(mine) == got(yours) == "result"
    assert work.runs == 1


def test_stopping_by_one_does_not_take_it_from_the_other(queue):
    work = Work()
    with queue.waiting("a", work) as yours:
        with queue.waiting("a", work):
            begun(work)
        queue.cancel("a")
        work.finish()
        assert got(yours) == "result"
    assert work.runs == 1


def test_running_work_that_is_stopped_ends_at_its_next_step(queue):
    work = Work()
    with queue.waiting("a", work):
        begun(work)
    queue.cancel("a")
    work.step()
    assert work.ended.wait(LONG)
    assert idle(queue) == "idle"
    again = Work("afresh")
    with queue.waiting("a", again) as job:
        again.finish()
        assert got(job) == "afresh"


def test_what_nobody_waits_for_is_never_begun(queue):
    first, stale, last = Work(), Work(), Work("last")
    with queue.waiting("first", first), queue.waiting("last", last) as job:
        begun(first)
        with queue.waiting("stale", stale) as dropped:
            assert queue.ahead(dropped) == 2
        assert queue.ahead(job) == 1
        first.finish()
        last.finish()
        assert got(job) == "last"
    assert idle(queue) == "idle"
    assert stale.runs == 0


def test_running_work_gives_way_only_to_others_and_only_after_a_while(queue, clock):
    left, other = Work(), Work("other")
    with queue.waiting("left", left):
        begun(left)
    clock.now += GRACE * 2
    left.step()  # nobody else needs the worker, so it goes on
    with queue.waiting("left", left) as back:
        assert back.running
    with queue.waiting("other", other) as job:
        left.step()  # its reader left just now
        assert not left.ended.wait(0.05)
        clock.now += GRACE * 2
        left.step()
        assert left.ended.wait(LONG)
        other.finish()
        assert got(job) == "other"


def test_a_reader_who_comes_back_finds_the_result(queue):
    work = Work()
    with queue.waiting("a", work):
        begun(work)
    work.finish()
    assert idle(queue) == "idle"
    with queue.waiting("a", Work("never")) as job:
        assert got(job) == "result"
    with queue.waiting("a", lambda: "taken, so computed anew") as job:
        assert got(job) == "taken, so computed anew"


def test_a_reader_who_comes_back_while_it_is_being_stopped_gets_it(queue):
    work = Work()
    with queue.waiting("a", work):
        begun(work)
    queue.cancel("a")
    with queue.waiting("a", work) as job:
        work.finish()
        assert got(job) == "result"


def test_only_so_many_results_wait_to_be_fetched(queue):
    for place in range(KEPT + 3):
        work = Work(place)
        with queue.waiting(place, work):
            begun(work)
        work.finish()
        idle(queue)
    with queue.waiting(0, lambda: "anew") as first, queue.waiting(KEPT + 2, Work()) as last:
        assert got(first) == "anew"
        assert got(last) == KEPT + 2


def test_what_goes_wrong_is_told_to_all_who_wait_and_tried_again(queue):
    wait = threading.Event()

    def fails():
        assert wait.wait(LONG)
        return 1 / 0

    with queue.waiting("a", fails) as mine, queue.waiting("a", fails) as yours:
        wait.set()
        for job in (mine, yours):
            with pytest.raises(ZeroDivisionError):
                got(job)
    with queue.waiting("a", lambda: "now it works") as job:
        assert got(job) == "now it works"


def test_many_readers_at_once_each_get_their_own(queue):
    found, gate = {}, threading.Barrier(12)

    def read(reader):
        gate.wait(LONG)
        for turn in range(10):
            name = (reader + turn) % 5
            with queue.waiting(name, lambda name=name: name * 10) as job:
                if turn % 3:
                    found.setdefault(reader, []).append((name, got(job)))
            queue.cancel(name)

    readers = [threading.Thread(target=read, args=(reader,)) for reader in range(12)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join(LONG)
    assert len(found) == 12
    assert all(result == name * 10 for pairs in found.values() for name, result in pairs)


class Readers(RuleBasedStateMachine):
    """Readers come, leave and stop in any order; whoever stays to the end gets the result."""

    def __init__(self):
        super().__init__()
        self.clock = Clock()
        self.queue = Queue(self.clock)
        self.gate = threading.Semaphore(0)
        self.waiting = []

    def work(self, name):
        for _ in steps(range(3)):
            assert self.gate.acquire(timeout=LONG)
        return name

    @rule(name=st.integers(0, 3))
    def come(self, name):
        stack = ExitStack()
        job = stack.enter_context(self.queue.waiting(name, lambda: self.work(name)))
        self.waiting.append((name, job, stack))

    @precondition(lambda self: self.waiting)
    @rule(data=st.data(), stop=st.booleans())
    def leave(self, data, stop):
        place = data.draw(st.integers(0, len(self.waiting) - 1))
        name, _, stack = self.waiting.pop(place)
        stack.close()
        if stop:
            self.queue.cancel(name)

    @rule(count=st.integers(1, 4), later=st.sampled_from([0.0, GRACE * 2]))
    def time_passes(self, count, later):
        self.clock.now += later
        self.gate.release(count)

    @invariant()
    def finished_is_right(self):
        for name, job, _ in self.waiting:
            if job.finished.is_set():
                assert job.result() == name

    def teardown(self):
        self.gate.release(100_000)
        for name, job, stack in self.waiting:
            assert got(job) == name
            stack.close()


TestReaders = Readers.TestCase
TestReaders.settings = settings(max_examples=60, stateful_step_count=25)
