import pytest

from supplychain import SupplyNetwork
from supplychain.metrics.funds import (
    jobs_per_fund,
    output_per_fund,
    value_added_per_fund,
    without_funds,
)


@pytest.fixture
def funded():
    """A sentra with Rp 200 of funds that feeds one maker; the maker has none."""
    network = SupplyNetwork.from_flows(
        [[0, 50], [0, 0]], [50, 100], value_added=[20, 40], workers=[4, 6]
    )
    return network.replace(businesses=network.businesses.assign(funds=[200.0, None]))


def test_counts_all_that_depends_on_the_sentra(funded):
    assert output_per_fund(funded).iloc[0] == pytest.approx(50 / 200)
    assert value_added_per_fund(funded).iloc[0] == pytest.approx(20 / 200)
    assert jobs_per_fund(funded).iloc[0] == pytest.approx(1e9 * 4 / 200)


def test_counts_the_maker_s_suppliers_too(funded):
    maker = funded.replace(businesses=funded.businesses.assign(funds=[None, 300.0]))
    assert output_per_fund(maker).iloc[1] == pytest.approx(150 / 300)
    assert output_per_fund(maker, scope="own").iloc[1] == pytest.approx(100 / 300)
    assert jobs_per_fund(maker).iloc[1] == pytest.approx(1e9 * 10 / 300)


def test_a_business_without_funds_has_no_ratio(funded):
    for metric in (output_per_fund, value_added_per_fund, jobs_per_fund):
        assert metric(funded).isna().tolist() == [False, True]


def test_says_when_nobody_has_funds(funded):
    assert "Means nothing" in without_funds(SupplyNetwork.from_flows([[0.0]], [1.0])).en
    assert "1 business" in without_funds(funded).en
