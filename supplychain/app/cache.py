"""Results that are computed once per server.

Keys are the network's fingerprint (a SHA-256 of its whole contents; Streamlit itself would hash a
sample of a large table), the name of what is computed, and its parameters: who sees a result has
the very data it came from. Values are pickled, so that every session gets a copy of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import streamlit as st

from supplychain.core.network import SupplyNetwork
from supplychain.core.places import DATA
from supplychain.metrics.catalogue import Metric

T = TypeVar("T")
Key = tuple[tuple[str, Any], ...]


@st.cache_data(show_spinner=False)
def shipped() -> SupplyNetwork:
    """Read the data of Nusa Tenggara Barat that come with the app."""
    network = SupplyNetwork.read(DATA / "ntb")
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
    kept: T = _result(
        network.fingerprint,
        f"{fn.__module__}.{fn.__qualname__}",
        tuple(sorted(parameters.items())),
        network,
        fn,
    )
    return kept


@st.cache_data(show_spinner=False, max_entries=2000, max_size="256MB")
def _result(
    fingerprint: str,
    name: str,
    key: Key,
    _network: SupplyNetwork,
    _fn: Callable[..., Any],
) -> Any:
    return _fn(_network, **dict(key))
