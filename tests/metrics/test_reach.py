from __future__ import annotations

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain import SupplyNetwork
from supplychain.metrics import CATALOGUE
from supplychain.metrics.reach import reach_downstream, reach_upstream
from tests.metrics.trades import directed, network_of, networks, tables


@given(networks())
def test_equals_networkx_in_businesses_and_jobs(network):
    graph = directed(network)
    jobs = network.businesses["workers"].fillna(0)
    for business in network.businesses.index:
        after, before = nx.descendants(graph, business), nx.ancestors(graph, business)
        assert reach_downstream(network)[business] == len(after)
        assert reach_upstream(network)[business] == len(before)
        assert reach_downstream(network, measure="jobs")[business] == jobs[list(after)].sum()
        assert reach_upstream(network, measure="jobs")[business] == jobs[list(before)].sum()


@given(tables(), st.integers(0, 8), st.integers(0, 8))
def test_a_new_partnership_never_lowers_it(given_tables, supplier, buyer):
    businesses, partnerships = given_tables
    ids = businesses["id"]
    new = {
        "supplier": ids[supplier % len(ids)],
        "buyer": ids[buyer % len(ids)],
        "value": 1.0,
        "relation": "supplies",
        "status": "active",
        "input_class": None,
    }
    more = partnerships.astype(object)
    more.loc[len(more)] = new
    before = network_of(businesses, partnerships)
    after = network_of(businesses, more)
    for reach in (reach_downstream, reach_upstream):
        for measure in ("businesses", "jobs"):
            assert (reach(after, measure=measure) >= reach(before, measure=measure)).all()


def test_unknown_workers_are_told():
    network = SupplyNetwork.from_tables(
        pd.DataFrame({"id": ["farm", "mill"], "output": 9.0, "workers": [np.nan, 3.0]}),
        pd.DataFrame({"supplier": ["farm"], "buyer": ["mill"], "value": [3.0]}),
    )
    entry = CATALOGUE.get("reach_upstream")
    assert entry.notice(network).en.startswith("Jobs: the workers of 1 of 2 businesses")
    assert entry.unit_of(measure="jobs").en == "persons"
    assert entry.unit_of().en == "businesses"
    known = network.replace(businesses=network.businesses.assign(workers=1.0))
    assert entry.notice(known) is None


def test_a_business_in_a_circle_does_not_reach_itself():
    circle = SupplyNetwork.from_flows([[1, 3, 0], [0, 0, 3], [3, 0, 0]], [9, 9, 9])
    assert reach_downstream(circle).tolist() == pytest.approx([2, 2, 2])
