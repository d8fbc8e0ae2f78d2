from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain import SupplyNetwork
from supplychain.core.errors import UnknownNameError
from supplychain.metrics.structural_paths import REST, structural_paths
from tests.metrics.trades import networks


@pytest.fixture
def book():
    """Miller and Blair (2009), tables 2.3 and 2.4."""
    return SupplyNetwork.from_flows([[150, 500], [200, 100]], [1000, 2000])


def test_the_worked_example_of_defourny_and_thorbecke(book):
    found = structural_paths(book, supplier="1", buyer="2")
    assert found["path"].tolist() == ["1 → 2", REST.en]
    only = found.iloc[0]
    assert only["direct"] == pytest.approx(0.25)
    assert only["multiplier"] == pytest.approx(1.320132, abs=1e-6)
    assert only["value"] == pytest.approx(0.330033, abs=1e-6)
    assert only["steps"] == 1


@given(networks(), st.integers(0, 8), st.integers(0, 8), st.sampled_from([1, 3, 100]))
def test_shares_sum_to_one_and_values_to_the_inverse(network, i, j, most):
    ids = network.businesses.index
    i, j = i % len(ids), j % len(ids)
    inverse = np.linalg.inv(np.eye(len(ids)) - network.coefficients.toarray())
    found = structural_paths(network, supplier=ids[i], buyer=ids[j], most=most)
    assert found["value"].sum() == pytest.approx(inverse[i, j], abs=1e-9)
    if inverse[i, j] > 1e-12:
        assert found["share"].sum() == pytest.approx(1, abs=1e-9)
        assert found["path"].iloc[-1] == REST.en
        assert found["direct"].iloc[:-1].is_monotonic_decreasing
        assert len(found) <= most + 1
    else:
        assert found.empty


def test_without_circles_the_paths_are_all_there_is():
    flows = np.zeros((4, 4))
    flows[0, 1], flows[0, 2], flows[1, 3], flows[2, 3], flows[0, 3] = 4, 3, 2, 2, 1
    network = SupplyNetwork.from_flows(flows, [20, 10, 10, 10], names=list("ABCD"))
    found = structural_paths(network, supplier="A", buyer="D")
    assert found["path"].tolist() == ["A → D", "A → B → D", "A → C → D", REST.en]
    assert found["direct"].iloc[:3].tolist() == pytest.approx([0.1, 0.08, 0.06])
    assert found["share"].iloc[-1] == pytest.approx(0, abs=1e-12)
    shorter = structural_paths(network, supplier="A", buyer="D", longest=1)
    assert shorter["path"].tolist() == ["A → D", REST.en]
    assert shorter["share"].iloc[-1] == pytest.approx(0.14 / 0.24)


def test_an_unknown_business_is_named(book):
    with pytest.raises(UnknownNameError, match="farm"):
        structural_paths(book, supplier="farm", buyer="2")
