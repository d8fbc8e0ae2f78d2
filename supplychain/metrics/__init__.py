"""Catalogue of metrics; every module of this package may list some.

`supplychain.metrics.CATALOGUE` goes through them; each is also here by its name, as in
`supplychain.metrics.output_multiplier(network)`.
"""

from __future__ import annotations

import sys
from typing import Any

from supplychain.core.catalogue import discover, unknown
from supplychain.metrics.catalogue import CATALOGUE, Metric, metric

__all__ = ["CATALOGUE", "Metric", "metric"]

discover(sys.modules[__name__])
# A metric may share its name with the module it stands in; the name means the metric.
globals().update({entry.id: entry.fn for entry in CATALOGUE})


def __getattr__(name: str) -> Any:
    """Find a metric's function by its name, or offer the nearest."""
    if name in CATALOGUE:
        return CATALOGUE.get(name).fn
    raise AttributeError(unknown("metric", name, CATALOGUE.ids()).en)


def __dir__() -> list[str]:
    """Names of the metrics beside the usual ones."""
    return [*globals(), *CATALOGUE.ids()]
