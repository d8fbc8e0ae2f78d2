from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from supplychain import SupplyNetwork
from supplychain.core.errors import NotProductiveError, UnknownNameError
from supplychain.metrics.length import propagation_length
from tests.metrics.trades import networks


@pytest.fixture
def book():
    """Miller and Blair (2009), tables 2.3 and 2.4."""
    return SupplyNetwork.from_flows([[150, 500], [200, 100]], [1000, 2000], names=["a", "m"])


def test_the_worked_example(book):
    found = {
        (supplier, buyer): propagation_length(book, supplier=supplier, buyer=buyer)
        for supplier in "am"
        for buyer in "am"
    }
    expected = {
        ("a", "a"): 1.597017,
        ("a", "m"): 1.376238,
        ("m", "a"): 1.376238,
        ("m", "m"): 1.835697,
    }
    assert found == pytest.approx(expected, abs=1e-6)


def test_a_chain_counts_its_transactions():
    names = ["cassava", "tapioca", "bakso", "kue", "kerupuk"]
    flows = np.zeros((5, 5))
    flows[0, 1], flows[1, 2], flows[1, 3], flows[1, 4] = 130, 100, 100, 60
    network = SupplyNetwork.from_flows(flows, [130, 260, 1000, 500, 200], names=names)
    assert propagation_length(network, supplier="cassava", buyer="bakso") == pytest.approx(2)
    assert propagation_length(network, supplier="tapioca", buyer="bakso") == pytest.approx(1)
    assert np.isnan(propagation_length(network, supplier="bakso", buyer="cassava"))


@given(networks())
def test_equals_the_dense_formula(network):
    inverse = np.linalg.inv(np.eye(len(network)) - network.coefficients.toarray())
    above = network.coefficients.toarray() @ inverse
    ids = network.businesses.index
    for i, supplier in enumerate(ids):
        for j, buyer in enumerate(ids):
            found = propagation_length(network, supplier=supplier, buyer=buyer)
            if above[i, j] > 0:
                assert found == pytest.approx((inverse @ above)[i, j] / above[i, j], abs=1e-9)
            else:
                assert np.isnan(found)


def test_unknown_names_and_impossible_economies_are_refused(book):
    with pytest.raises(UnknownNameError, match="mm"):
        propagation_length(book, supplier="a", buyer="mm")
    greedy = SupplyNetwork.from_flows([[0, 9], [9, 0]], [9, 9], check=False)
    with pytest.raises(NotProductiveError):
        propagation_length(greedy, supplier="1", buyer="2")
