"""Rankings against brute force: each row simulated by itself."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supplychain.core.network import SupplyNetwork
from supplychain.core.scenario import AddPartnership, Scenario
from supplychain.metrics import supplier_concentration
from supplychain.metrics.systemic_risk import systemic_risk
from supplychain.recommend import candidates, portfolio, ranking, risk_changes
from supplychain.recommend.ranking import reason
from supplychain.simulate import effects


def random_network(seed: int, size: int = 24) -> SupplyNetwork:
    """Three industries that sell three products to one another, cycles included."""
    chance = np.random.default_rng(seed)
    ids = [f"usaha-{i:02}" for i in range(size)]
    sector = chance.integers(0, 3, size)
    businesses = pd.DataFrame(
        {
            "id": ids,
            "sector": sector.astype(str),
            "output": chance.uniform(500, 1500, size),
            "value_added": chance.uniform(100, 300, size),
            "workers": chance.integers(1, 9, size).astype(float),
            "lat": chance.uniform(-9, -8, size),
            "lon": chance.uniform(116, 117, size),
        }
    )
    pairs = chance.integers(0, size, (3 * size, 2))
    partnerships = pd.DataFrame(
        {
            "supplier": [ids[i] for i in pairs[:, 0]],
            "buyer": [ids[j] for j in pairs[:, 1]],
            "product": [f"barang-{sector[i]}" for i in pairs[:, 0]],
            "value": chance.uniform(5, 60, len(pairs)),
        }
    )
    return SupplyNetwork.from_tables(businesses, partnerships)


@given(seed=st.integers(0, 500))
@settings(max_examples=25)
def test_gains_equal_brute_force(seed):
    network = random_network(seed)
    for row in ranking(network, within=500).head(8).itertuples():
        edit = AddPartnership(
            supplier=row.supplier, buyer=row.buyer, product=row.product, value=row.value
        )
        found = effects(network, Scenario(name="row", edits=(edit,)))
        assert found.total["change"] == pytest.approx(row.output, rel=1e-9)
        assert found.total["value_added"] == pytest.approx(row.value_added, rel=1e-9)
        assert found.total["workers"] == pytest.approx(row.workers, rel=1e-9)


def test_concentration_changes_as_the_metric_says():
    network = random_network(7)
    row = ranking(network).dropna(subset="concentration").iloc[0]
    edit = AddPartnership(supplier=row["supplier"], buyer=row["buyer"], value=row["value"])
    more = pd.DataFrame([{"supplier": edit.supplier, "buyer": edit.buyer, "value": edit.value}])
    after = network.replace(partnerships=pd.concat([network.partnerships, more]))
    change = supplier_concentration(after) - supplier_concentration(network)
    assert change[row["buyer"]] == pytest.approx(row["concentration"])


def test_offers_only_what_is_new_near_and_possible():
    network = random_network(3)
    rows = candidates(network, within=60)
    traded = set(
        zip(
            network.trade["supplier"], network.trade["buyer"], network.trade["product"], strict=True
        )
    )
    assert not traded & set(zip(rows["supplier"], rows["buyer"], rows["product"], strict=True))
    assert (rows["distance"] <= 60).all()
    assert (rows["value"] > 0).all()
    assert (rows["supplier"] != rows["buyer"]).all()


def test_a_full_supplier_offers_nothing():
    network = random_network(3)
    seller = ranking(network).iloc[0]["supplier"]
    full = network.businesses["output"].where(network.businesses.index == seller)
    products = pd.DataFrame({"id": ["satuan"], "price": [1.0]})
    capped = network.replace(
        businesses=network.businesses.assign(
            capacity=full, capacity_product=np.where(full.notna(), "satuan", None)
        ),
        products=products,
    )
    assert seller not in set(candidates(capped)["supplier"])


def test_reason_is_one_sentence_in_both_languages():
    network = random_network(1)
    row = ranking(network).iloc[0]
    assert "diperkirakan membeli" in reason(network, row, "id")
    assert "presumably buys" in reason(network, row, "en")


def test_the_best_set_is_not_the_best_rows():
    """Two rows share one supplier's spare capacity, so the second best of another is worth more."""
    ranked = pd.DataFrame(
        {
            "supplier": ["a", "a", "b"],
            "buyer": ["x", "y", "z"],
            "product": ["p", "p", "p"],
            "need": [100.0, 100.0, 100.0],
            "spare": [100.0, 100.0, np.inf],
            "value": [100.0, 100.0, 100.0],
            "output": [150.0, 140.0, 120.0],
            "value_added": [1.0, 1.0, 1.0],
            "workers": [1.0, 1.0, 1.0],
            "concentration": [0.0, -500.0, np.nan],
            "district": ["52.01", "52.01", "52.01"],
        }
    )
    best = portfolio(ranked, slots=2)
    assert best.chosen["buyer"].tolist() == ["x", "z"]
    assert best.chosen["output"].sum() == pytest.approx(270)
    assert best.gap == pytest.approx(0, abs=1e-6)


def test_goals_can_be_weighed():
    """A resilient row, and a kabupaten not reached yet, can outweigh output."""
    ranked = pd.DataFrame(
        {
            "supplier": ["a", "b", "c"],
            "buyer": ["x", "y", "z"],
            "product": ["p", "p", "p"],
            "need": [100.0] * 3,
            "spare": [np.inf] * 3,
            "value": [100.0] * 3,
            "output": [150.0, 140.0, 90.0],
            "value_added": [1.0] * 3,
            "workers": [1.0] * 3,
            "concentration": [0.0, 0.0, -800.0],
            "district": ["52.01", "52.01", "52.02"],
        }
    )
    assert portfolio(ranked, slots=2).chosen["buyer"].tolist() == ["x", "y"]
    spread = portfolio(ranked, slots=2, weights={"output": 1.0, "spread": 1.0})
    assert spread.chosen["buyer"].tolist() == ["x", "z"]
    resilient = portfolio(ranked, slots=1, weights={"resilience": 1.0})
    assert resilient.chosen["buyer"].tolist() == ["z"]


def test_risk_of_both_partners_is_as_the_metric_says():
    network = random_network(5)
    rows = ranking(network).head(3)
    found = risk_changes(network, rows)
    row = rows.iloc[0]
    more = pd.DataFrame([row[["supplier", "buyer", "product", "value"]]])
    after = network.replace(partnerships=pd.concat([network.partnerships, more]))
    change = systemic_risk(after) - systemic_risk(network)
    assert found.loc[0, "supplier_risk"] == pytest.approx(change[row["supplier"]])
    assert found.loc[0, "buyer_risk"] == pytest.approx(change[row["buyer"]])


@given(seed=st.integers(0, 200))
@settings(max_examples=10)
def test_a_set_respects_what_is_shared(seed):
    ranked = ranking(random_network(seed)).head(40)
    best = portfolio(ranked, slots=6)
    assert len(best.chosen) <= 6
    used = best.chosen.groupby(["buyer", "product"])["value"].sum()
    need = ranked.groupby(["buyer", "product"])["need"].first()
    assert (used <= need.reindex(used.index) * (1 + 1e-6)).all()
    assert best.chosen["output"].sum() >= ranked["output"].head(1).max() * (1 - 1e-6)
