"""Shocks step by step."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from supplychain.core.network import SupplyNetwork
from supplychain.metrics import systemic_risk
from supplychain.simulate.cascade import cascade, hit


@pytest.fixture(scope="module")
def hand() -> SupplyNetwork:
    """S1 and S2 sell 3 and 1 of one kind to B, which sells 5 to C."""
    businesses = pd.DataFrame(
        {
            "id": ["S1", "S2", "B", "C"],
            "sector": ["1", "1", "2", "3"],
            "district": ["52.01", "52.02", "52.02", "52.03"],
            "output": [9.0, 9.0, 9.0, 9.0],
        }
    )
    partnerships = pd.DataFrame(
        {
            "supplier": ["S1", "S2", "B"],
            "buyer": ["B", "B", "C"],
            "product": ["p", "p", "q"],
            "value": [3.0, 1.0, 5.0],
            "input_class": "essential",
        }
    )
    return SupplyNetwork.from_tables(businesses, partnerships)


def test_ends_where_the_index_says(hand):
    """Worked by hand: ESRI of S1 .75, S2 17/108, B 1, C 1."""
    for business, expected in {"S1": 0.75, "S2": 17 / 108, "B": 1, "C": 1}.items():
        found = cascade(hand, {business: 0.0})
        assert found.loss == pytest.approx(expected)
        assert found.loss == pytest.approx(systemic_risk(hand)[business])


def test_begins_untouched_and_only_worsens(hand):
    steps = cascade(hand, {"S2": 0.0}).steps
    assert (steps[0] == 1).all()
    assert (steps.diff(axis=1).iloc[:, 1:] <= 1e-12).all(axis=None)


def test_a_partial_loss_is_milder(hand):
    assert cascade(hand, {"S1": 0.5}).loss < cascade(hand, {"S1": 0.0}).loss


def test_a_district_or_a_product_can_fail(hand):
    assert set(hit(hand, district="52.02")) == {"S2", "B"}
    assert set(hit(hand, product="p", share=0.3)) == {"S1", "S2"}
    assert cascade(hand, hit(hand, product="p")).loss == pytest.approx(1)


def test_each_step_tells_want_of_inputs_from_want_of_buyers(hand):
    """B closed: C lacks its only input, S1 and S2 their only buyer; the worse side counts."""
    found = cascade(hand, {"B": 0.0})
    assert found.supplied.iloc[:, -1].to_dict() == {"S1": 1, "S2": 1, "B": 0, "C": 0}
    assert found.bought.iloc[:, -1].to_dict() == {"S1": 0, "S2": 0, "B": 0, "C": 1}
    assert found.steps.equals(found.supplied.combine(found.bought, np.minimum))
    assert found.downstream.to_dict() == {"S1": 0, "S2": 0, "B": 1, "C": 1}
    assert found.upstream.to_dict() == {"S1": 1, "S2": 1, "B": 1, "C": 0}


@pytest.mark.parametrize("production", ["mixed", "linear", "essential"])
def test_three_production_functions(hand, production):
    """Replaceable inputs never cost more than essential ones."""
    worst = cascade(hand, {"S1": 0.0}, production="essential").loss
    assert 0 < cascade(hand, {"S1": 0.0}, production=production).loss <= worst + 1e-12


def test_an_empty_shock_changes_nothing(hand):
    assert cascade(hand, {}).loss == 0
