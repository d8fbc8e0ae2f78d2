"""Places of the graph: everyone has one, nobody stands on another, no filter moves anybody."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial import cKDTree

from supplychain import SupplyNetwork
from supplychain.core.errors import UnknownNameError
from supplychain.views.graph import Filters, drawing
from supplychain.views.layout import LAYOUTS, arrange
from supplychain.views.layout.lanes import lanes_of
from supplychain.views.layout.tiers import ROOM
from tests.views.province import province

WHOLE = [layout for layout in LAYOUTS if layout != "focus"]
KINDS = ["supplier", "sentra", "ikm", "market", "institution"]


@st.composite
def networks(draw: st.DrawFn) -> SupplyNetwork:
    """Small networks of any kinds, commodities and places; loops, doubles and hermits included."""
    count = draw(st.integers(1, 24))
    ids = [f"b{i}" for i in range(count)]
    codes = st.sampled_from([*KINDS, None])
    where = st.one_of(st.none(), st.floats(-9, -8))
    businesses = pd.DataFrame(
        {
            "id": ids,
            "kind": draw(st.lists(codes, min_size=count, max_size=count)),
            "commodity": draw(
                st.lists(st.sampled_from(["food", "metal", None]), min_size=count, max_size=count)
            ),
            "lat": draw(st.lists(where, min_size=count, max_size=count)),
            "lon": 116.5,
            "output": 1e9,
        }
    )
    ends = st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=40)
    links = pd.DataFrame(draw(ends), columns=["supplier", "buyer"]).assign(value=1e6)
    return SupplyNetwork.from_tables(businesses, links)


def _nearest(points: pd.DataFrame) -> float:
    return float(cKDTree(points).query(points, k=2)[0][:, 1].min()) if len(points) > 1 else np.inf


@settings(max_examples=25)
@given(network=networks(), layout=st.sampled_from(WHOLE))
def test_every_business_has_a_place(network, layout):
    positions = arrange(network, layout).positions
    assert positions.index.equals(network.businesses.index)
    assert np.isfinite(positions.to_numpy()).all()


@settings(max_examples=25)
@given(network=networks())
def test_nobody_stands_on_another_in_the_tiers(network):
    assert _nearest(arrange(network, "tiers").positions) >= ROOM - 0.2  # places are rounded


@pytest.mark.parametrize("businesses", [100, 350, 1000])
def test_nobody_stands_on_another_in_a_crowd(businesses):
    assert _nearest(arrange(province(businesses), "tiers").positions) >= ROOM - 0.2


@pytest.mark.parametrize("layout", ["map", "force"])
def test_a_crowd_is_pushed_apart(layout):
    arranged = arrange(province(), layout)
    assert _nearest(arranged.positions) > 0.9 * arranged.room


@settings(max_examples=25)
@given(network=networks(), layout=st.sampled_from(WHOLE), kind=st.sampled_from(KINDS))
def test_a_filter_moves_nobody(network, layout, kind):
    whole = {node["id"]: (node["x"], node["y"]) for node in drawing(network, layout=layout).nodes}
    some = drawing(network, layout=layout, filters=Filters(kind=(kind,))).nodes
    assert all(whole[node["id"]] == (node["x"], node["y"]) for node in some)


@pytest.mark.parametrize("layout", WHOLE)
def test_the_same_network_has_the_same_places(layout):
    first, second = (arrange(province(), layout).positions for _ in range(2))
    pd.testing.assert_frame_equal(first, second)


def test_a_metric_moves_nobody():
    network = province()
    plain, sized = (
        {node["id"]: (node["x"], node["y"]) for node in drawing(network, size=size).nodes}
        for size in (None, network.businesses["workers"])
    )
    assert plain == sized


def test_goods_run_from_left_to_right():
    network = province()
    x = arrange(network, "tiers").positions["x"]
    spans = x.groupby(network.businesses["kind"]).agg(["min", "max"])
    order = spans.loc[["supplier", "sentra", "ikm", "market"]]
    assert (order["max"].to_numpy()[:-1] < order["min"].to_numpy()[1:]).all()


def test_institutions_stand_above():
    network = province()
    y = arrange(network, "tiers").positions["y"]
    aside = network.businesses["kind"] == "institution"
    assert y[aside].max() < y[~aside].min()


def test_sweeps_shorten_the_links():
    network = province()
    y = arrange(network, "tiers").positions["y"]
    ends = network.trade[["supplier", "buyer"]]
    length = (ends["supplier"].map(y) - ends["buyer"].map(y)).abs().sum()
    chance = np.random.default_rng(5)
    lanes = lanes_of(network)
    shuffled = y.groupby([network.businesses["kind"], lanes]).transform(
        lambda column: chance.permutation(column.to_numpy())
    )
    unsorted = (ends["supplier"].map(shuffled) - ends["buyer"].map(shuffled)).abs().sum()
    assert length < 0.9 * unsorted


def test_growers_stand_with_whom_they_feed_not_with_whom_they_buy_tools_from():
    network = SupplyNetwork.from_tables(
        pd.DataFrame(
            {
                "id": ["farm", "mill", "smith"],
                "kind": ["supplier", "sentra", "sentra"],
                "commodity": ["farming", "food", "metal"],
                "output": 1e9,
            }
        ),
        pd.DataFrame(
            {"supplier": ["farm", "smith"], "buyer": ["mill", "farm"], "value": [1e6, 9e6]}
        ),
    )
    assert lanes_of(network)["farm"] == "food"


def test_around_one_business_suppliers_are_left_and_buyers_right():
    network = province()
    x = arrange(network, "focus", "sentra-tapioca-1").positions["x"]
    trade = network.trade
    assert x["sentra-tapioca-1"] == 0
    assert (x[trade.loc[trade["buyer"] == "sentra-tapioca-1", "supplier"]] < 0).all()
    assert (x[trade.loc[trade["supplier"] == "sentra-tapioca-1", "buyer"]] > 0).all()


def test_the_middle_must_exist():
    with pytest.raises(UnknownNameError, match="Did you mean 'sentra-tapioca-"):
        arrange(province(), "focus", "sentra-tapioca-9")


def test_the_map_shows_the_coast_and_keeps_north_up():
    network = province()
    arranged = arrange(network, "map")
    assert len(arranged.scenery["coast"]) > 1
    y, latitude = arranged.positions["y"], network.businesses["lat"]
    assert y.corr(latitude, method="spearman") < -0.8
