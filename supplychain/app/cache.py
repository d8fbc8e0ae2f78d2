"""Results that are computed once per server, the slow ones without keeping anybody waiting.

Keys are the network's fingerprint (a SHA-256 of its whole contents; Streamlit itself would hash a
sample of a large table), the name of what is computed, and its parameters: who sees a result has
the very data it came from. Values are pickled, so that every session gets a copy of its own.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Generic, TypeVar

import streamlit as st

from supplychain.app.jobs import Job, Queue
from supplychain.core.network import SupplyNetwork
from supplychain.core.places import DATA
from supplychain.metrics.catalogue import Metric

T = TypeVar("T")
Key = tuple[str, str, tuple[tuple[str, Any], ...]]

QUEUE = Queue()
SHIPPED = DATA / "ntb"


def source() -> Path:
    """Say where the data are that the app opens: those it was started with, or those shipped."""
    return Path(os.environ.get("SUPPLYCHAIN_DATA", SHIPPED))


def given() -> SupplyNetwork:
    """Read the data the app was started with."""
    return _read(str(source()))


@st.cache_data(show_spinner=False)
def _read(path: str) -> SupplyNetwork:
    network = SupplyNetwork.read(path)
    _ = network.fingerprint, network.trade, network.flows, network.coefficients
    return network


def values(network: SupplyNetwork, metric: Metric, parameters: Mapping[str, Any]) -> Any:
    """Compute a metric, or take it from an earlier run."""
    return result(network, metric.fn, parameters)


def result(network: SupplyNetwork, fn: Callable[..., T], parameters: Mapping[str, Any]) -> T:
    """Call `fn(network, **parameters)`, or take what an equal call gave before.

    Parameters
    ----------
    network
        The first argument, known by its fingerprint.
    fn
        Pure, and known by its module and name.
    parameters
        Hashable values.
    """
    kept: T = _result(*_key(network, fn, parameters), network, fn)
    return kept


class Slow(Generic[T]):
    """A result that takes its time: `fn(network, **parameters)`, computed in the background.

    Parameters
    ----------
    network, fn, parameters
        As for `result`; an equal call has the same `key`, and the same result.
    """

    def __init__(
        self, network: SupplyNetwork, fn: Callable[..., T], parameters: Mapping[str, Any]
    ) -> None:
        self.key = _key(network, fn, parameters)
        self._network, self._work = network, partial(fn, network, **dict(parameters))

    def known(self) -> T | None:
        """Return the result if it is there."""
        try:
            kept: T = _result(*self.key, self._network, _not_yet)
        except _NotYet:
            return None
        return kept

    @contextmanager
    def waiting(self) -> Iterator[Job]:
        """Wait for it in the block; see `jobs.Queue.waiting`."""
        with QUEUE.waiting(self.key, self._work) as job:
            yield job

    def taken(self, job: Job) -> T:
        """Take the result of a finished job, and keep it for all who ask later."""
        found: T = job.result()
        kept: T = _result(*self.key, self._network, lambda *_, **__: found)
        return kept

    def cancel(self) -> None:
        """Give it up, unless somebody else waits for it."""
        QUEUE.cancel(self.key)


class _NotYet(Exception):  # noqa: N818
    """Nobody has computed it so far."""


def _not_yet(*_: Any, **__: Any) -> Any:
    raise _NotYet


def _key(network: SupplyNetwork, fn: Callable[..., Any], parameters: Mapping[str, Any]) -> Key:
    name = f"{fn.__module__}.{fn.__qualname__}"
    assert "<" not in name, "a function made by another has no name of its own"
    return network.fingerprint, name, tuple(sorted(parameters.items()))


@st.cache_data(show_spinner=False, max_entries=2000, max_size="256MB")
def _result(
    fingerprint: str,
    name: str,
    parameters: tuple[tuple[str, Any], ...],
    _network: SupplyNetwork,
    _fn: Callable[..., Any],
) -> Any:
    return _fn(_network, **dict(parameters))
