"""Distributions of gains, and the numbers that move them."""

from __future__ import annotations

import pandas as pd
import pytest

from supplychain.core.network import SupplyNetwork
from supplychain.core.places import DATA
from supplychain.core.scenario import AddBusiness, AddPartnership, BelieveClaim, Scenario
from supplychain.simulate import effects
from supplychain.simulate.uncertainty import spread, tornado


@pytest.fixture(scope="module")
def chain() -> SupplyNetwork:
    """Cassava, tapioca, bakso and, apart from them, salt and fish."""
    businesses = pd.DataFrame(
        {
            "id": ["cassava", "tapioca", "bakso", "salt", "fish"],
            "output": [130.0, 260.0, 1000.0, 50.0, 300.0],
            "workers": [3.0, 5.0, 9.0, 1.0, 4.0],
            "basis": ["assumed", "reported", "assumed", "assumed", "assumed"],
        }
    )
    partnerships = pd.DataFrame(
        {
            "supplier": ["cassava", "tapioca", "salt"],
            "buyer": ["tapioca", "bakso", "fish"],
            "value": [130.0, 100.0, 20.0],
        }
    )
    return SupplyNetwork.from_tables(businesses, partnerships)


MORE = Scenario(name="more", edits=(AddPartnership(supplier="tapioca", buyer="bakso", value=50),))


def test_draws_are_repeatable_and_hold_the_stated_gain(chain):
    found = spread(chain, MORE)
    assert found.equals(spread(chain, MORE))
    stated = effects(chain, MORE).total["change"]
    assert found["change"].quantile(0.05) < stated < found["change"].quantile(0.95)


def test_the_tornado_names_what_matters_and_not_what_does_not(chain):
    found = tornado(chain, MORE, most=3)
    assert found.iloc[0][["table", "row", "column"]].tolist() == ["partnerships", 0, "value"]
    assert not set(found["row"]) & {"salt", "fish"} or (found["low"] == found["high"]).any()
    assert (found["low"] <= found["high"]).all()


def test_a_scenario_of_nothing_is_sure(chain):
    nothing = Scenario(name="nothing")
    assert spread(chain, nothing)["change"].abs().max() < 1e-9


def test_a_new_business_adds_what_it_sells_in_every_draw():
    """Founding one leaves the drawn numbers of all others alone."""
    network = SupplyNetwork.read(DATA / "ntb")
    new = AddBusiness(
        business="x", name="X", kind="ikm", final_sales=1e8, value_added=5e7, workers=3
    )
    found = spread(network, Scenario(name="-", edits=(new,)), draws=20)
    assert found["change"].to_numpy() == pytest.approx(1e8)
    assert found["workers"].to_numpy() == pytest.approx(3)


def test_a_believed_report_moves_its_own_number_only():
    network = SupplyNetwork.read(DATA / "ntb")
    claims = network.claims
    row = claims[(claims["field"] == "workers") & (claims["default"] != "yes")].iloc[0]
    other = BelieveClaim(business=row["business"], field="workers", source=row["source"])
    found = spread(network, Scenario(name="-", edits=(other,)), draws=20)
    assert found["change"].to_numpy() == pytest.approx(0, abs=1e-3)
    assert found["workers"].max() > found["workers"].min()
