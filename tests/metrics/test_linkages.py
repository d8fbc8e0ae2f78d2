import pytest
from hypothesis import given

from supplychain import SupplyNetwork
from supplychain.metrics.linkages import (
    AVERAGE,
    backward_linkage,
    forward_linkage,
    key_business,
    supply_multiplier,
    upstreamness,
)
from supplychain.metrics.textbook import book, germany, tapioca
from tests.metrics.economies import networks


def test_agrees_with_the_textbook():
    """Miller and Blair (2009), section 12.2, on the tables of chapter 2."""
    assert supply_multiplier(book()).tolist() == pytest.approx([1.914191, 1.254125], abs=5e-7)
    assert upstreamness(book()).tolist() == pytest.approx([1.914191, 1.254125], abs=5e-7)
    assert backward_linkage(book()).tolist() == pytest.approx([1.022222, 0.977778], abs=5e-7)
    assert forward_linkage(book()).tolist() == pytest.approx([1.208333, 0.791667], abs=5e-7)
    assert key_business(book()).tolist() == ["key", "independent"]


def test_agrees_with_the_eurostat_manual():
    """Eurostat Manual (2008), table 15.20, with the misprint of manufacturing corrected."""
    assert supply_multiplier(germany()).tolist() == pytest.approx(
        [2.1126, 1.6910, 1.3558, 1.5848, 2.1037, 1.2106], abs=5e-5
    )


def test_growers_are_upstream_of_makers():
    found = upstreamness(tapioca())
    assert found.tolist() == pytest.approx([3, 2, 1, 1, 1])


def test_all_four_quadrants():
    """A mill buys from a farm and feeds a maker; a shop stands alone."""
    network = SupplyNetwork.from_flows(
        [[0, 5, 0, 0], [0, 0, 10, 0], [0, 0, 0, 0], [0, 0, 0, 0]], [5, 10, 20, 10]
    )
    assert key_business(network).tolist() == ["forward", "key", "backward", "independent"]


@given(networks())
def test_indices_have_mean_one(network):
    assert backward_linkage(network).mean() == pytest.approx(1)
    assert forward_linkage(network).mean() == pytest.approx(1)
    assert (supply_multiplier(network) >= 1 - 1e-9).all()


@given(networks())
def test_quadrants_follow_the_indices(network):
    pulls, feeds = (index(network) > AVERAGE for index in (backward_linkage, forward_linkage))
    codes = key_business(network)
    assert (codes.isin(["key", "backward"]) == pulls).all()
    assert (codes.isin(["key", "forward"]) == feeds).all()
