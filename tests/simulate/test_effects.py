"""Effects of a scenario: the worked numbers, and what must hold on any network."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain.core.errors import ScenarioError, UnknownNameError
from supplychain.core.network import SupplyNetwork
from supplychain.core.scenario import (
    AddBusiness,
    AddPartnership,
    BelieveClaim,
    CapBusiness,
    ChangeDemand,
    CloseBusiness,
    EndPartnership,
    ExpandBusiness,
    ResizePartnership,
    RestatePartnership,
    Scenario,
)
from supplychain.simulate import effects, limits


@pytest.fixture(scope="module")
def two_sectors() -> SupplyNetwork:
    """Miller and Blair (2009), Table 2.3."""
    return SupplyNetwork.from_flows(
        [[150, 500], [200, 100]], [1000, 2000], workers=[300, 500], value_added=[650, 1400]
    )


@pytest.fixture(scope="module")
def chain() -> SupplyNetwork:
    """Cassava to tapioca to bakso, kue and kerupuk; a hectare grows 50 of cassava."""
    businesses = pd.DataFrame(
        {
            "id": ["cassava", "tapioca", "bakso", "kue", "kerupuk"],
            "output": [130.0, 260.0, 1000.0, 500.0, 200.0],
            "capacity_product": ["singkong", "tepung", None, None, None],
            "capacity": [200.0, None, None, None, None],
        }
    )
    partnerships = pd.DataFrame(
        {
            "supplier": ["cassava", "tapioca", "tapioca", "tapioca"],
            "buyer": ["tapioca", "bakso", "kue", "kerupuk"],
            "product": ["singkong", "tepung", "tepung", "tepung"],
            "value": [130.0, 100.0, 100.0, 60.0],
        }
    )
    products = pd.DataFrame(
        {
            "id": ["lahan", "singkong", "tepung"],
            "unit": ["ha", "kg", "kg"],
            "price": [None, 1.0, 4.0],
            "made_from": [None, "lahan", "singkong"],
            "yield": [None, 50.0, 0.5],
        }
    )
    return SupplyNetwork.from_tables(businesses, partnerships, products)


def scenario(*edits) -> Scenario:
    return Scenario(name="test", edits=edits)


def test_a_partnership_that_replaces_outside_purchases(two_sectors):
    """δ = .05 on 1→2: Δx = [127.090, 26.756], in total 153.846."""
    found = effects(two_sectors, scenario(AddPartnership(supplier="1", buyer="2", value=100)))
    assert found.by_business["change"].tolist() == pytest.approx([127.090, 26.756], abs=5e-4)
    assert found.total["change"] == pytest.approx(153.846, abs=5e-4)
    assert found.total["workers"] == pytest.approx(127.090 * 0.3 + 26.756 * 0.25, abs=1e-3)


def test_a_partnership_that_replaces_a_local_supplier(two_sectors):
    """δ = .05 from 2→2 to 1→2: Δx = [88.608, -82.278], in total 6.329; the loser is shown."""
    edit = AddPartnership(supplier="1", buyer="2", value=100, closure="local", displaces="2")
    found = effects(two_sectors, scenario(edit))
    assert found.by_business["change"].tolist() == pytest.approx([88.608, -82.278], abs=5e-4)
    assert found.total["change"] == pytest.approx(6.329, abs=5e-4)


def test_additional_demand_expands_the_buyer(chain):
    """21 of tapioca on top let bakso sell 21/.42 = 50 more, and need 10.5 of cassava."""
    edit = AddPartnership(supplier="tapioca", buyer="bakso", value=21, closure="additional")
    found = effects(chain, scenario(edit)).by_business
    assert found["change"].tolist() == pytest.approx([10.5, 21, 50, 0, 0])
    assert found["direct"].tolist() == pytest.approx([0, 21, 50, 0, 0])


def test_a_limit_names_the_product_and_what_frees_it(chain):
    """Tapioca for 140 more of cassava than it bought; 70 can be grown, 70 (1.4 ha) are short."""
    more = effects(chain, scenario(ChangeDemand(business="tapioca", change=280)))
    assert more.by_business.loc["cassava", "after"] == pytest.approx(200)
    (limit,) = limits(more)
    assert (limit.product, limit.businesses) == ("singkong", ("cassava",))
    assert (limit.volume, limit.land) == (pytest.approx(70), pytest.approx(1.4))
    assert "singkong kurang 70 kg per tahun" in limit.text(chain).id
    assert "1,4 ha" in limit.text(chain).id


def test_a_capped_sentra_rations_or_buys(chain):
    """Tapioca capped at 180: 80 bought elsewhere, or buyers at 180/260."""
    capped = scenario(CapBusiness(business="tapioca", output=180))
    bought = effects(chain, capped).by_business
    assert bought["shortage"].tolist() == pytest.approx([0, 80, 0, 0, 0])
    assert bought["after"].tolist() == pytest.approx([90, 180, 1000, 500, 200])
    shared = effects(chain, capped, shortage="share").by_business
    assert shared.loc["bakso", "after"] == pytest.approx(1000 * 180 / 260)


def test_closing_a_business_costs_what_extraction_says(chain):
    """Methods: extraction of tapioca loses 390 in total when buyers go on with outside goods."""
    found = effects(chain, scenario(CloseBusiness(business="tapioca")))
    assert found.total["change"] == pytest.approx(-390)
    assert "tapioca" not in set(found.after.trade["supplier"])


def test_nothing_changes_nothing(chain):
    found = effects(chain, scenario())
    assert found.by_business["change"].abs().max() < 1e-9
    assert found.after.fingerprint == chain.fingerprint


def test_ending_what_was_added_restores_the_network(chain):
    edits = (
        AddPartnership(supplier="cassava", buyer="kue", product="singkong", value=5),
        EndPartnership(supplier="cassava", buyer="kue"),
    )
    found = effects(chain, scenario(*edits))
    assert found.by_business["change"].abs().max() < 1e-9
    assert found.after.flows.toarray() == pytest.approx(chain.flows.toarray())


def test_the_network_after_balances(two_sectors):
    found = effects(
        two_sectors,
        scenario(
            AddPartnership(supplier="1", buyer="2", value=100),
            ResizePartnership(supplier="2", buyer="1", factor=0.5),
        ),
    )
    after = found.after
    assert after.businesses["output"].tolist() == pytest.approx(found.by_business["after"].tolist())
    assert after.final_demand.tolist() == pytest.approx(two_sectors.final_demand.tolist())


@given(seed=st.integers(0, 2000), value=st.floats(1, 50))
def test_effects_add_up_and_scale(two_sectors, seed, value):
    chance = np.random.default_rng(seed)
    supplier, buyer = (str(i + 1) for i in chance.integers(0, 2, 2))
    found = effects(
        two_sectors, scenario(AddPartnership(supplier=supplier, buyer=buyer, value=value))
    ).by_business
    parts = found["direct"] + found["indirect"] + found["withheld"]
    assert parts.to_numpy() == pytest.approx(found["change"].to_numpy(), abs=1e-9)
    assert (found["change"] >= -1e-9).all()
    assert (found["induced"] >= 0).all()


def test_rationing_serves_todays_buyers_first(chain):
    """Cassava at its limit of 200: today's 130 are served, the new demand gets half of its 140."""
    more = scenario(ChangeDemand(business="tapioca", change=280))
    kept = effects(chain, more, shortage="existing").by_business["after"]
    assert kept.tolist() == pytest.approx([200, 400, 1000, 500, 200])
    favoured = effects(chain, more, shortage="share", first=["bakso", "kue"]).by_business["after"]
    assert favoured[["bakso", "kue"]].tolist() == pytest.approx([1000, 500])
    assert favoured["kerupuk"] < 200


@pytest.mark.parametrize("shortage", ["outside", "existing", "share"])
def test_nobody_sells_more_than_it_makes_after_a_limit_binds(chain, shortage):
    """Cassava makes 200 whatever tapioca wants: what it sells here stays within that."""
    more = scenario(ChangeDemand(business="tapioca", change=280))
    after = effects(chain, more, shortage=shortage).after
    assert after.sales["cassava"] <= 200 * (1 + 1e-9)
    assert (after.sales <= after.businesses["output"] * (1 + 1e-9)).all()


def test_refuses_who_would_buy_more_than_it_makes(chain):
    edit = AddPartnership(supplier="cassava", buyer="kerupuk", product="singkong", value=150)
    with pytest.raises(ScenarioError, match="kerupuk would buy 105% of its own output"):
        effects(chain, scenario(edit))


def test_a_limit_can_be_lifted(chain):
    edits = (
        ChangeDemand(business="tapioca", change=280),
        ExpandBusiness(business="cassava", output=300),
    )
    assert not limits(effects(chain, scenario(*edits)))


def test_demand_for_a_product_reaches_its_makers(chain):
    found = effects(chain, scenario(ChangeDemand(product="tepung", change=26)))
    assert found.by_business.loc["tapioca", "change"] == pytest.approx(26)
    with pytest.raises(ScenarioError, match="Nobody in the data makes roti"):
        effects(chain, scenario(ChangeDemand(product="roti", change=26)))


def test_a_new_business_counts_with_what_it_sells_and_buys(chain):
    """A noodle maker of 400 that buys 84 of tapioca: 400 + 84 + 42."""
    founded = AddBusiness(
        business="mi", name="Mi", kind="ikm", final_sales=400, value_added=200, workers=4
    )
    bought = AddPartnership(supplier="tapioca", buyer="mi", product="tepung", value=84)
    found = effects(chain, scenario(founded, bought))
    assert found.total["change"] == pytest.approx(400 + 84 + 42)
    assert found.by_business.loc["mi", ["before", "workers"]].tolist() == pytest.approx([0, 4])
    assert found.after.businesses.loc["mi", "output"] == pytest.approx(400)


def test_another_claim_can_be_believed(chain):
    claims = pd.DataFrame(
        {
            "business": ["kerupuk", "kerupuk"],
            "field": ["output", "output"],
            "value": [200.0, 240.0],
            "source": ["a", "b"],
            "default": ["yes", "no"],
        }
    )
    network = chain.replace(claims=claims)
    found = effects(network, scenario(BelieveClaim(business="kerupuk", field="output", source="b")))
    assert found.by_business["change"].tolist() == pytest.approx([0, 0, 0, 0, 40])
    with pytest.raises(ScenarioError, match="No claim of source 'c'"):
        effects(network, scenario(BelieveClaim(business="kerupuk", field="output", source="c")))


def test_another_figure_of_a_partnership_can_be_believed(chain):
    """Kue is said to buy 120 of tapioca: then 20 less goes to final buyers, and nobody moves.

    A new demand of 100 for kue counts with the new figure: 24 of tapioca, 10.4 of cassava.
    """
    restated = RestatePartnership(supplier="tapioca", buyer="kue", value=120, source="BPS")
    found = effects(chain.replace(businesses=more_tapioca(chain)), scenario(restated))
    assert found.by_business["change"].abs().max() < 1e-9
    assert found.setting.final_demand["tapioca"] == pytest.approx(20)
    assert found.after.trade.set_index("buyer").loc["kue", "value"] == 120
    more = ChangeDemand(business="kue", change=100)
    grown = effects(chain.replace(businesses=more_tapioca(chain)), scenario(restated, more))
    assert grown.by_business["change"].tolist() == pytest.approx([10.4, 24, 0, 100, 0])
    with pytest.raises(ScenarioError, match="kue does not supply bakso"):
        effects(chain, scenario(RestatePartnership(supplier="kue", buyer="bakso", value=1)))


def more_tapioca(network):
    """Tapioca makes 300, of which 40 goes to final buyers."""
    table = network.businesses
    return table.assign(output=table["output"].mask(table.index == "tapioca", 300.0))


def test_says_what_cannot_be(chain):
    with pytest.raises(ScenarioError, match="kue does not supply bakso"):
        effects(chain, scenario(EndPartnership(supplier="kue", buyer="bakso")))
    with pytest.raises(ScenarioError, match="cannot be taken away"):
        effects(
            chain,
            scenario(
                AddPartnership(
                    supplier="cassava",
                    buyer="bakso",
                    value=500,
                    closure="local",
                    displaces="tapioca",
                )
            ),
        )
    with pytest.raises(UnknownNameError, match="Did you mean 'tapioca'"):
        effects(chain, scenario(CloseBusiness(business="tapoca")))


def test_refuses_what_no_economy_can_do(two_sectors):
    with pytest.raises(ScenarioError, match="Make the new partnerships smaller"):
        effects(two_sectors, scenario(AddPartnership(supplier="1", buyer="1", value=1000)))
