"""How far a long calculation is, and whether anybody still wants what it computes.

A calculation says so where it counts its steps; who started it may watch. Without a watch the words
cost next to nothing, so functions stay what they are: `watched` is for whoever waits.

>>> watch = Watch()
>>> with watched(watch):
...     told = [watch.share for step in steps(["a", "b", "c", "d"])]
>>> told, watch.share
([0.0, 0.25, 0.5, 0.75], 1.0)
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


class Stopped(Exception):  # noqa: N818
    """Nobody wants the result any more; the calculation ends where it stands."""


def _always() -> bool:
    return True


@dataclass
class Watch:
    """What is seen of one calculation from outside.

    Attributes
    ----------
    wanted
        Asked at every step; once it says no, the calculation ends with `Stopped`.
    share
        How much is done, 0 to 1; None as long as that is not known.
    span
        Part of the whole that the steps under way make up, from and to.
    """

    wanted: Callable[[], bool] = _always
    share: float | None = None
    span: tuple[float, float] = (0.0, 1.0)


_WATCH: ContextVar[Watch | None] = ContextVar("watch", default=None)


@contextmanager
def watched(watch: Watch) -> Iterator[None]:
    """Let a watch see the calculation in the block."""
    token = _WATCH.set(watch)
    try:
        yield
    finally:
        _WATCH.reset(token)


def wanted() -> bool:
    """Tell whether anybody still wants the result; yes if nobody watches."""
    watch = _WATCH.get()
    return watch is None or watch.wanted()


def steps(items: Collection[T]) -> Iterator[T]:
    """Go through items, each the same share of the work; steps within a step count as its parts.

    Raises
    ------
    Stopped
        If nobody wants the result any more.
    """
    watch = _WATCH.get()
    if watch is None:
        yield from items
        return
    low, high = watch.span
    try:
        for place, item in enumerate(items):
            begin, end = (low + (high - low) * (place + more) / len(items) for more in (0, 1))
            _tell(watch, begin)
            watch.span = begin, end
            yield item
        _tell(watch, high)
    finally:
        watch.span = low, high


@contextmanager
def part(begin: float, end: float) -> Iterator[None]:
    """Let the steps in the block make up a part of the work, 0 to 1, and not all of it."""
    watch = _WATCH.get()
    if watch is None:
        yield
        return
    low, high = watch.span
    watch.span = low + (high - low) * begin, low + (high - low) * end
    try:
        yield
    finally:
        watch.span = low, high


def _tell(watch: Watch, share: float) -> None:
    if not watch.wanted():
        raise Stopped
    watch.share = share
