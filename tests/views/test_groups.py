"""Groups: everybody is in one, nothing of the trade is lost, and each opens to its parts."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supplychain.views import groups, picked
from supplychain.views.drawing.facets import Filters
from supplychain.views.groups import grouped
from supplychain.views.layout import LAYOUTS, arrange
from tests.views.province import province
from tests.views.test_graph_layout import networks

CROWD = 1600


def _trade_of(network):
    carries = network.partnerships["status"] != "ended"
    return network.partnerships[carries]["value"].sum()


def _all_open(network):
    """Open groups until only businesses are left."""
    opened: set[str] = set()
    while True:
        shown = grouped(network, opened=opened)
        closed = {node for node in shown.network.businesses.index if groups.opens(node)}
        if not closed:
            return shown
        opened |= closed


@settings(max_examples=20)
@given(network=networks(), data=st.data())
def test_nobody_and_no_trade_is_lost(network, data):
    once = grouped(network)
    names = [node for node in once.network.businesses.index if groups.opens(node)]
    opened = data.draw(st.sets(st.sampled_from(names))) if names else set()
    shown = grouped(network, opened=opened)
    assert set(shown.node) == set(shown.network.businesses.index)
    assert len(shown.node) == len(network)
    assert shown.network.businesses["output"].sum() == pytest.approx(
        network.businesses["output"].sum()
    )
    between = _trade_of(shown.network)
    assert between + shown.inside.sum() == pytest.approx(_trade_of(network))


@settings(max_examples=10)
@given(network=networks())
def test_all_open_is_the_network_itself(network):
    assert set(_all_open(network).network.businesses.index) == set(network.businesses.index)


def test_a_group_holds_one_kind_and_the_weakest_basis():
    network = province()
    shown = grouped(network)
    for node, members in network.businesses.groupby(shown.node):
        row = shown.network.businesses.loc[node]
        assert members["kind"].nunique() == 1
        assert row["kind"] == members["kind"].iloc[0]
        if "assumed" in set(members["basis"]):
            assert row["basis"] == "assumed"


def test_kabupaten_then_commodity_then_product():
    network = province()
    shown = grouped(network)
    assert "group:ikm/52.02" in shown.network.businesses.index
    assert "Lombok Tengah" in shown.network.businesses.loc["group:ikm/52.02", "name"]
    inner = grouped(network, opened=["group:ikm/52.02"], language="en").network.businesses
    assert "group:ikm/52.02" not in inner.index
    names = inner.loc[inner.index.str.startswith("group:ikm/52.02/"), "name"]
    assert any(name.startswith("Food, ") for name in names)


def test_an_opened_group_shows_its_largest_and_keeps_the_rest_together():
    network = province(CROWD)
    shown = grouped(network, most=5)
    opened = {node for node in shown.network.businesses.index if groups.opens(node)}
    for _ in range(4):
        shown = grouped(network, opened=opened, most=5)
        opened |= {node for node in shown.network.businesses.index if groups.opens(node)}
    rest = [node for node in shown.network.businesses.index if node.endswith("/*")]
    assert rest
    assert not any(groups.opens(node) for node in rest)
    members = network.businesses.loc[shown.node[shown.node == rest[0]].index, "output"]
    alone = [
        node
        for node in shown.network.businesses.index[~shown.network.businesses.index.isin(rest)]
        if not groups.is_group(node)
    ]
    assert members.max() <= network.businesses.loc[alone, "output"].max()


def test_an_average_is_weighted_by_output():
    network = province()
    shown = grouped(network)
    values = network.businesses["workers"]
    node = next(iter(shown.node[shown.node != shown.node.index]))
    members = network.businesses[shown.node == node]
    known = members[members["workers"].notna()]
    expected = np.average(known["workers"], weights=known["output"])
    assert shown.mean(values)[node] == pytest.approx(expected)


@pytest.mark.parametrize("layout", [layout for layout in LAYOUTS if layout != "focus"])
def test_groups_are_drawn_like_businesses(layout):
    shown = grouped(province(CROWD))
    assert np.isfinite(arrange(shown.network, layout).positions.to_numpy()).all()


def test_a_crowd_is_drawn_as_groups_and_a_filter_brings_the_businesses_back():
    network = province(CROWD)
    drawn = picked.picture(network, language="id", colour="output_multiplier")
    assert len(drawn.nodes) <= groups.MOST
    assert drawn.totals[0] == len(drawn.nodes)
    assert "kelompok" in drawn.payload()["texts"]["shown"]["id"]
    few = picked.picture(network, language="id", filters=Filters(commodity=("salt",)))
    assert 0 < len(few.nodes) <= groups.MOST
    assert not any(groups.is_group(node["id"]) for node in few.nodes)


def test_a_group_opens_in_the_drawing():
    network = province(CROWD)
    closed = picked.picture(network, language="id")
    node = next(node["id"] for node in closed.nodes if groups.opens(node["id"]))
    opened = picked.picture(network, language="id", opened=[node])
    names = {node["id"] for node in opened.nodes}
    assert node not in names
    assert any(name.startswith(node) for name in names)


def test_open_groups_have_names_and_unknown_ones_none():
    network = province()
    opened = ["group:ikm/52.02", "group:ikm/52.02/food", "group:nobody"]
    named = groups.names(network, opened=opened, language="en")
    assert list(named) == opened[:2]
    assert named["group:ikm/52.02/food"].startswith("Food, ")


def test_a_business_is_found_by_part_of_its_name():
    network = province()
    found = groups.found(network, " BAKSO ", most=3)
    assert 0 < len(found) <= 3
    assert all("bakso" in name.lower() for name in found.values())
    assert groups.found(network, "no such (name") == {}
