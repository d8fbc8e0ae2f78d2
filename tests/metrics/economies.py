"""Random economies as networks: circles, self-supply, idle businesses, separate parts."""

from dataclasses import replace

import numpy as np
import pandas as pd
from hypothesis import strategies as st

from tests.engine.economies import economies
from tests.metrics.trades import network_of


@st.composite
def networks(draw, **options):
    """A viable network with value added, wages and workers, some of them missing."""
    matrix, _, output, _, _ = draw(economies(most=7, **options))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    flows = matrix.toarray() * output
    suppliers, buyers = flows.nonzero()
    added = output - flows.sum(axis=0)
    workers = rng.integers(0, 30, len(output)).astype(float)
    workers[rng.random(len(output)) < 0.2] = np.nan
    ids = np.array([f"b{number}" for number in range(len(output))])
    businesses = pd.DataFrame(
        {
            "id": ids,
            "output": output,
            "value_added": added,
            "wages": added * rng.uniform(0.2, 0.9, len(output)),
            "workers": workers,
            "basis": rng.choice(["reported", "estimated", "assumed"], len(output)),
        }
    )
    partnerships = pd.DataFrame(
        {
            "supplier": ids[suppliers],
            "buyer": ids[buyers],
            "value": flows[suppliers, buyers],
            "relation": "supplies",
            "status": "active",
            "basis": rng.choice(["reported", "estimated", "assumed"], len(suppliers)),
        }
    )
    return replace(network_of(businesses, partnerships), filled={}, filled_values={})
