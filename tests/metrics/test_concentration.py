from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given

from supplychain import SupplyNetwork
from supplychain.metrics import CATALOGUE
from supplychain.metrics.concentration import buyer_concentration, supplier_concentration
from tests.metrics.trades import directed, networks


@given(networks())
def test_equals_the_definition(network):
    graph = directed(network)
    for business in network.businesses.index:
        bought = [
            data["weight"] for other, _, data in graph.in_edges(business, True) if other != business
        ]
        sold = [
            data["weight"]
            for _, other, data in graph.out_edges(business, True)
            if other != business
        ]
        for values, measure in ((bought, supplier_concentration), (sold, buyer_concentration)):
            index, number = measure(network)[business], measure(network, form="effective")[business]
            if sum(values) == 0:
                assert np.isnan(index)
                assert np.isnan(number)
            else:
                squares = sum((value / sum(values)) ** 2 for value in values)
                assert index == pytest.approx(10_000 * squares)
                assert number == pytest.approx(1 / squares)


def test_three_to_one_is_6250_and_1_6_suppliers():
    network = SupplyNetwork.from_flows([[0, 0, 3], [0, 0, 1], [0, 0, 5]], [9, 9, 19])
    assert supplier_concentration(network)["3"] == 6250
    assert supplier_concentration(network, form="effective")["3"] == pytest.approx(1.6)
    entry = CATALOGUE.get("supplier_concentration")
    assert entry.unit_of().en == "index, 0 to 10,000"
    assert entry.unit_of(form="effective").en == "effective partners"


def test_two_partnerships_with_one_supplier_are_one_supplier():
    network = SupplyNetwork.from_tables(
        pd.DataFrame({"id": ["farm", "mill"], "output": 100.0}),
        pd.DataFrame({"supplier": ["farm"] * 2, "buyer": ["mill"] * 2, "value": [3.0, 1.0]}),
    )
    assert supplier_concentration(network)["mill"] == 10_000
    assert np.isnan(supplier_concentration(network)["farm"])
