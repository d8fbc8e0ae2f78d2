"""Slow work: one worker, a queue, and who waits for what.

Whoever asks for the same thing shares one job. What nobody waits for any more is not begun. What
runs for nobody runs on as long as nobody else needs the worker, since its reader may be back in a
moment, and its result is kept for them.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from threading import Condition, Event, Thread
from typing import Any

from supplychain.core.progress import Stopped, Watch, watched

Work = Callable[[], Any]
GRACE = 1.0
"""Seconds that running work waits for its reader to come back before it gives way to other work."""
KEPT = 8
"""Results that are kept for readers who left before they came."""


class Job:
    """Work that somebody asked for: read it freely, only its `Queue` changes it.

    Attributes
    ----------
    waiting
        How many wait for it.
    running
        Whether the worker is at it.
    finished
        Set once `result` may be asked for.
    """

    def __init__(self, key: Hashable, work: Work) -> None:
        self.key, self.work = key, work
        self.waiting, self.left = 0, 0.0
        self.running = self.unwanted = self.taken = False
        self.failed = False
        self.finished = Event()
        self.watch = Watch()
        self._outcome: Any = None

    @property
    def share(self) -> float | None:
        """How much is done, 0 to 1; None if it has not begun or does not say."""
        return self.watch.share if self.running else None

    @property
    def in_line(self) -> bool:
        """Whether somebody waits for it to begin."""
        return self.waiting > 0 and not self.running and not self.finished.is_set()

    def result(self) -> Any:
        """Return what was computed, or raise what went wrong."""
        assert self.finished.is_set(), "not finished yet"
        self.taken = True
        if self.failed:
            raise self._outcome
        return self._outcome

    def run(self) -> bool:
        """Compute, and keep what comes out; tell whether it came to an end."""
        self.watch.share = None
        try:
            with watched(self.watch):
                self._outcome = self.work()
        except Stopped:
            return False
        except Exception as error:  # whoever waits is told
            self._outcome, self.failed = error, True
        return True


class Queue:
    """One worker that takes jobs in the order they were asked for.

    Parameters
    ----------
    clock
        Tells seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._changed = Condition()
        self._jobs: dict[Hashable, Job] = {}
        self._worker: Thread | None = None

    @contextmanager
    def waiting(self, key: Hashable, work: Work) -> Iterator[Job]:
        """Wait for a job in the block, joining it if it is there already.

        Whoever leaves the block, in whatever way, waits no more.
        """
        job = self._joined(key, work)
        try:
            yield job
        finally:
            self._leave(job)

    def ahead(self, job: Job) -> int:
        """Count the jobs that come first."""
        with self._changed:
            others = [each for each in self._jobs.values() if each.in_line or each.running]
            return others.index(job) if job in others else 0

    def cancel(self, key: Hashable) -> None:
        """Give up a job, unless somebody waits for it; running, it stops at its next step."""
        with self._changed:
            job = self._jobs.get(key)
            if job is not None and not job.waiting:
                job.unwanted = True

    def _joined(self, key: Hashable, work: Work) -> Job:
        with self._changed:
            job = self._jobs.get(key)
            if job is None:
                job = self._jobs[key] = Job(key, work)
                job.watch.wanted = lambda: self._wanted(job)
            job.waiting += 1
            job.unwanted = False
            if self._worker is None:
                self._worker = Thread(target=self._serve, name="results", daemon=True)
                self._worker.start()
            self._changed.notify_all()
            return job

    def _leave(self, job: Job) -> None:
        with self._changed:
            job.waiting -= 1
            job.left = self._clock()
            self._tidy()

    def _wanted(self, job: Job) -> bool:
        """Tell the running job whether to go on; asked at each of its steps."""
        with self._changed:
            if job.waiting:
                return True
            gone = self._clock() - job.left > GRACE
            return not (job.unwanted or (gone and self._next() is not None))

    def _serve(self) -> None:
        while True:
            with self._changed:
                while (job := self._next()) is None:
                    self._changed.wait()
                job.running = True
            ended = job.run()
            with self._changed:
                job.running = False
                if ended:
                    job.finished.set()
                else:  # to the end of the line, if somebody came back meanwhile
                    self._jobs[job.key] = self._jobs.pop(job.key)
                del job
                self._tidy()

    def _next(self) -> Job | None:
        return next((job for job in self._jobs.values() if job.in_line), None)

    def _tidy(self) -> None:
        """Drop what is taken, what failed unseen, and what nobody waits for and has not begun."""
        alone = [job for job in self._jobs.values() if not job.waiting and not job.running]
        spare = [job for job in alone if job.finished.is_set() and not (job.taken or job.failed)]
        for job in alone:
            if job not in spare[-KEPT:]:
                del self._jobs[job.key]
