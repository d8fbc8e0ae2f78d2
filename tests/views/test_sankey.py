"""Flows from stage to stage: nothing is lost, nothing turns back, nothing is run as code."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supplychain import SupplyNetwork
from supplychain.views.sankey import sankey
from supplychain.views.stages import STAGES, flows, forward
from supplychain.views.trade import with_ends
from tests.views.tiny import tiny


def test_the_stages_of_the_tiny_network():
    found = flows(tiny(), language="en").set_index(["source", "target"])["value"]
    assert found["Cassava", "Sentra Aik Darek"] == 60e6
    assert found["Sentra Aik Darek", "Processing and preserving of meat products"] == 75e6
    assert found["Sentra Aik Darek", "Pasar Renteng"] == 20e6


def test_a_market_that_sells_on_stands_before_the_industries():
    ends = forward(with_ends(tiny()))
    assert ends.loc[ends["supplier"] == "ID-8", "supplier_stage"].eq("trader").all()
    assert ends.loc[ends["buyer"] == "ID-9", "buyer_stage"].eq("market").all()


def test_a_business_without_an_industry_is_named():
    found = flows(tiny(), language="id")
    assert "Tidak disebut" not in {*found["source"], *found["target"]}


def test_what_is_not_drawn_is_said():
    drawn = sankey(tiny(), {}, language="en")
    total = tiny().trade["value"].sum()
    left = total - forward(with_ends(tiny()))["value"].sum()
    assert left == 61.5e6
    assert any("Rp 61.5 million" in note for note in drawn.notes)


def _random(seed):
    chance = np.random.default_rng(seed)
    size = 14
    flow = chance.random((size, size)) * (chance.random((size, size)) < 0.3)
    network = SupplyNetwork.from_flows(flow, flow.sum(axis=0) * 3 + flow.sum(axis=1) + 1)
    kinds = chance.choice(["supplier", "sentra", "ikm", "market"], size)
    return network.replace(businesses=network.businesses.assign(kind=kinds))


@settings(max_examples=12)
@given(
    seed=st.integers(0, 10_000), top=st.integers(1, 6), by=st.sampled_from(["activity", "district"])
)
def test_no_network_gives_a_cycle(seed, top, by):
    network = _random(seed)
    found = flows(network, language="id", by=by, top=top)
    pairs = [
        ((row.source_stage, row.source), (row.target_stage, row.target))
        for row in found.itertuples()
    ]
    assert nx.is_directed_acyclic_graph(nx.DiGraph(pairs))
    drawn = forward(with_ends(network))["value"].sum()
    assert found["value"].sum() == pytest.approx(drawn)
    for stage in STAGES:
        shown = set(found.loc[found["source_stage"] == stage, "source"])
        shown |= set(found.loc[found["target_stage"] == stage, "target"])
        assert len(shown) <= top + 1


@pytest.mark.parametrize("by", ["activity", "district", "commodity"])
def test_echarts_finds_both_ends_of_every_link(by):
    (series,) = sankey(tiny(), {}, language="id", by=by).spec["series"]
    names = [node["name"] for node in series["data"]]
    assert len(names) == len(set(names))
    depth = {node["name"]: node["depth"] for node in series["data"]}
    for link in series["links"]:
        assert depth[link["source"]] < depth[link["target"]]
        assert link["value"] > 0


def test_names_from_an_upload_are_text_and_no_template():
    network = tiny()
    hostile = "<img src=x onerror=alert(1)> {b} & Co"
    names = network.businesses["name"].where(network.businesses.index != "ID-3", hostile)
    drawn = sankey(
        network.replace(businesses=network.businesses.assign(name=names)), {}, language="en"
    )
    (series,) = drawn.spec["series"]
    tips = [item["tooltip"]["formatter"] for item in [*series["data"], *series["links"]]]
    assert not any("<img" in tip or "{" in tip for tip in tips)
    assert any("&lt;img" in tip for tip in tips)
    assert not any("{" in node["label"]["formatter"] for node in series["data"])


def test_no_forward_trade_is_an_empty_figure():
    alone = SupplyNetwork.from_tables(
        pd.DataFrame({"id": ["a", "b"], "kind": ["ikm", "ikm"], "output": [5.0, 5.0]}),
        pd.DataFrame({"supplier": ["a"], "buyer": ["b"], "value": [1.0]}),
    )
    assert "series" not in sankey(alone, {}, language="en").spec
