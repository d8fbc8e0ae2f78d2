"""What holds for every metric of position: names and the order of rows do not matter."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supplychain.metrics import CATALOGUE
from tests.metrics.trades import network_of, renamed, tables

POSITION = [
    "degree",
    "strength",
    "pagerank",
    "katz",
    "hits_hub",
    "hits_authority",
    "betweenness",
    "closeness",
    "reach_downstream",
    "reach_upstream",
    "supplier_concentration",
    "buyer_concentration",
    "systemic_risk",
]


@settings(max_examples=30)
@given(tables(), st.permutations(range(9)))
@pytest.mark.parametrize("name", POSITION)
def test_names_and_order_do_not_matter(name, given_tables, order):
    businesses, partnerships = given_tables
    network = network_of(businesses, partnerships)
    other, names = renamed(businesses, partnerships, order[: len(businesses)])
    metric = CATALOGUE.get(name)
    before, after = metric(network), metric(other)
    assert after.index.equals(other.businesses.index)
    assert after.loc[before.index.map(names)].tolist() == pytest.approx(
        before.tolist(), abs=1e-9, nan_ok=True
    )


@given(tables())
def test_partnerships_keep_theirs_too(given_tables):
    businesses, partnerships = given_tables
    metric = CATALOGUE.get("edge_betweenness")
    before = metric(network_of(businesses, partnerships))
    other, _ = renamed(businesses, partnerships, list(range(len(businesses))))
    after = metric(other)
    assert after.iloc[::-1].tolist() == pytest.approx(before.tolist(), abs=1e-9, nan_ok=True)
    assert np.isnan(after).sum() == np.isnan(before).sum()
