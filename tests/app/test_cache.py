"""Results are computed once, never shared by reference, and the slow ones in the background."""

import time

import numpy as np
import pandas as pd
import pytest

from supplychain import SupplyNetwork
from supplychain.app import cache
from supplychain.metrics import CATALOGUE

CALLS: list[float] = []
pytestmark = pytest.mark.filterwarnings("ignore:.*No runtime found")


def counted(network: SupplyNetwork, *, factor: float = 1.0) -> pd.Series:
    CALLS.append(factor)
    return network.sales * factor


def failing(_network: SupplyNetwork) -> float:
    CALLS.append(0.0)
    return 1 / 0


@pytest.fixture
def network() -> SupplyNetwork:
    """A network of its own, so that no earlier test has computed anything of it."""
    CALLS.clear()
    size = float(np.random.default_rng(time.time_ns()).uniform(1, 9))
    return SupplyNetwork.from_flows([[0, size], [0, 0]], [20, 30])


def waited(*asked):
    slow = cache.Slow(*asked)
    found = slow.known()
    if found is not None:
        return found
    with slow.waiting() as job:
        assert job.finished.wait(10)
        return slow.taken(job)


def test_a_result_is_computed_once_for_each_set_of_parameters(network):
    for _ in range(3):
        cache.result(network, counted, {"factor": 2.0})
    cache.result(network, counted, {"factor": 3.0})
    assert CALLS == [2.0, 3.0]


def test_a_changed_network_has_results_of_its_own(network):
    first = cache.result(network, counted, {})
    other = network.replace(partnerships=network.partnerships.assign(value=1.0))
    assert not cache.result(other, counted, {}).equals(first)
    assert len(CALLS) == 2


def test_one_changed_cell_of_a_large_table_is_noticed():
    values = np.ones(300)
    chain = np.diag(values, 1)
    large = SupplyNetwork.from_flows(chain, np.full(301, 10.0))
    cells = large.partnerships["value"].copy()
    cells.iloc[150] = 2.0
    other = large.replace(partnerships=large.partnerships.assign(value=cells))
    assert cache.result(large, counted, {}).sum() + 1 == cache.result(other, counted, {}).sum()


def test_nobody_can_spoil_the_result_of_another(network):
    mine = cache.result(network, counted, {})
    mine.iloc[0] = -1.0
    assert cache.result(network, counted, {}).iloc[0] > 0


def test_nobody_can_spoil_the_data_of_another():
    mine = cache.given()
    before = mine.businesses["output"].copy()
    mine.businesses.loc[:, "output"] = 0.0
    pd.testing.assert_series_equal(cache.given().businesses["output"], before)


def test_a_slow_result_comes_later_and_stays(network):
    asked = (network, counted, {"factor": 4.0})
    found = waited(*asked)
    pd.testing.assert_series_equal(found, network.sales * 4)
    waited(*asked)
    cache.result(*asked)
    assert CALLS == [4.0]


def test_a_failure_in_the_background_is_raised_and_tried_again(network):
    for attempt in (1, 2):
        with pytest.raises(ZeroDivisionError):
            waited(network, failing, {})
        assert len(CALLS) == attempt


def test_a_function_without_a_name_of_its_own_is_refused(network):
    with pytest.raises(AssertionError):
        cache.result(network, lambda _: 1, {})


def test_metrics_go_by_their_parameters(network):
    degree = CATALOGUE.get("degree")
    both = cache.values(network, degree, {"side": "both"})
    assert both.tolist() == [1, 1]
    assert cache.values(network, degree, {"side": "buyers"}).tolist() == [1, 0]
