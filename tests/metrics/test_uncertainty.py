import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supplychain import SupplyNetwork
from supplychain.metrics import CATALOGUE, draws
from supplychain.metrics.draws import drawn
from supplychain.metrics.grounds import grounds
from supplychain.metrics.uncertainty import interval, no_interval
from tests.metrics.economies import networks

OUTPUT = CATALOGUE.get("output_multiplier")
SHARES = ["reported_share", "estimated_share", "assumed_share"]


def chain(**columns):
    """A farm feeds a mill feeds two makers; extra columns of the businesses."""
    businesses = pd.DataFrame(
        {
            "id": ["farm", "mill", "bakso", "kue"],
            "output": [60.0, 100.0, 300.0, 200.0],
            "value_added": [50.0, 35.0, 120.0, 90.0],
            "workers": [3.0, 10.0, 5.0, 4.0],
            "basis": "reported",
            **columns,
        }
    )
    partnerships = pd.DataFrame(
        {
            "supplier": ["farm", "mill", "mill"],
            "buyer": ["mill", "bakso", "kue"],
            "value": [50.0, 60.0, 40.0],
            "basis": ["reported", "estimated", "assumed"],
        }
    )
    return businesses, partnerships


@pytest.fixture
def network():
    return SupplyNetwork.from_tables(*chain())


@pytest.mark.parametrize("basis", ["reported", "estimated", "assumed"])
def test_spread_by_basis_is_what_the_documentation_says(basis):
    factors = draws._factors(pd.Series([basis]), 200_000, np.random.default_rng(3))
    expected = {"reported": 0.05, "estimated": 0.2, "assumed": 0.5}[basis]
    assert factors.std() / factors.mean() == pytest.approx(expected, rel=0.03)
    assert np.median(factors) == pytest.approx(1, rel=0.01)


def test_same_seed_same_interval_and_another_seed_another(network):
    first = interval(network, OUTPUT)
    again = interval(SupplyNetwork.from_tables(*chain()), OUTPUT)
    pd.testing.assert_frame_equal(first, again)
    other = interval(network, OUTPUT, seed=2)
    assert not np.allclose(first["low"], other["low"])


def test_holds_the_value_and_widens_with_the_level(network):
    narrow, wide = interval(network, OUTPUT, level=0.5), interval(network, OUTPUT, level=0.99)
    for found in (narrow, wide):
        assert (found["low"] <= found["value"]).all()
        assert (found["value"] <= found["high"]).all()
    assert (wide["high"] - wide["low"] >= narrow["high"] - narrow["low"]).all()


def test_what_is_less_known_has_the_wider_interval():
    known, assumed = chain(), chain(basis="assumed")
    assumed[1]["basis"] = "assumed"
    known[1]["basis"] = "reported"
    sure = interval(SupplyNetwork.from_tables(*known), OUTPUT)
    unsure = interval(SupplyNetwork.from_tables(*assumed), OUTPUT)
    buyers = ["mill", "bakso", "kue"]
    wide = (unsure["high"] - unsure["low"])[buyers]
    assert (wide > 2 * (sure["high"] - sure["low"])[buyers]).all()
    assert (sure["reported_share"] == 1).all()
    assert (unsure["assumed_share"] == 1).all()


def claims(*rows):
    columns = ["business", "field", "value", "low", "high", "default", "basis"]
    return pd.DataFrame(rows, columns=columns)


def drawn_workers(stated):
    network = SupplyNetwork.from_tables(*chain(), claims=stated)
    return np.array([one.businesses.loc["mill", "workers"] for one in drawn(network, draws=2000)])


def test_rival_claims_are_drawn_as_often_as_the_default():
    found = drawn_workers(
        claims(
            ("mill", "workers", 10.0, None, None, "yes", "reported"),
            ("mill", "workers", 40.0, None, None, "no", "reported"),
            ("mill", "workers", 160.0, None, None, "no", "reported"),
        )
    )
    near = [np.abs(np.log(found / value)) < 0.3 for value in (10, 40, 160)]
    assert [group.mean() for group in near] == pytest.approx([0.5, 0.25, 0.25], abs=0.05)


def test_a_range_is_drawn_between_its_ends():
    found = drawn_workers(claims(("mill", "workers", 10.0, 8.0, 16.0, "yes", "reported")))
    assert 8 <= found.min() < 8.2
    assert 15.8 < found.max() <= 16


def test_a_claim_without_a_number_is_no_rival():
    found = drawn_workers(
        claims(
            ("mill", "workers", 10.0, None, None, "yes", "reported"),
            ("mill", "workers", None, None, None, "no", "reported"),
        )
    )
    assert np.isfinite(found).all()
    assert found.max() < 14


def test_filled_cells_move_with_what_fills_them():
    businesses, partnerships = chain()
    businesses.loc[0, "output"] = np.nan
    network = SupplyNetwork.from_tables(businesses, partnerships)
    pairs = [
        (one.businesses.loc["farm", "output"], one.sales["farm"])
        for one in drawn(network, draws=400)
    ]
    made, sold = np.array(pairs).T
    assert (made >= sold * (1 - 1e-9)).all()
    assert np.corrcoef(np.log(made), np.log(sold))[0, 1] > 0.2


@settings(max_examples=25)
@given(networks())
def test_every_draw_balances_and_works(network):
    for one in drawn(network, draws=20):
        output = one.businesses["output"]
        assert (one.sales <= output * (1 + 1e-9)).all()
        assert (one.purchases <= output * (1 + 1e-9)).all()
        assert (one.businesses["value_added"] <= output - one.purchases + 1e-9 * output).all()
        assert (OUTPUT(one) >= 1 - 1e-9).all()
        assert (one.businesses["workers"].isna() == network.businesses["workers"].isna()).all()


@settings(max_examples=25)
@given(networks())
def test_shares_of_every_metric_sum_to_one(network):
    for metric in CATALOGUE:
        if metric.level in ("business", "partnership"):
            found = grounds(network, metric)
            assert list(found.columns) == SHARES
            assert found.sum(axis=1).to_numpy() == pytest.approx(1)
            assert (found >= -1e-12).all().all()


def test_shares_by_hand(network):
    """The mill: 100 of output and 50 of purchases reported, 60 estimated, 40 assumed."""
    mill = np.array([150, 60, 40]) / 250
    capacity = grounds(network, CATALOGUE.get("capacity_use")).loc["mill"]
    assert capacity.tolist() == pytest.approx(((mill + np.array([1, 0, 0])) / 2).tolist())
    upstream = (mill + 0.5 * np.array([1, 0, 0])) / 1.5
    assert grounds(network, OUTPUT).loc["mill"].tolist() == pytest.approx(upstream.tolist())
    bakso, kue = np.array([300, 60, 0]) / 360, np.array([200, 0, 40]) / 240
    ahead = (mill + 0.6 * bakso + 0.4 * kue) / 2
    supply = grounds(network, CATALOGUE.get("supply_multiplier")).loc["mill"]
    assert supply.tolist() == pytest.approx(ahead.tolist())


def test_jobs_count_as_much_as_money(network):
    stated = claims(("bakso", "workers", 5.0, None, None, "yes", "assumed"))
    unsure = SupplyNetwork.from_tables(*chain(), claims=stated)
    money = grounds(unsure, OUTPUT).loc["bakso"]
    jobs = grounds(unsure, CATALOGUE.get("employment_multiplier")).loc["bakso"]
    assert jobs["assumed_share"] > money["assumed_share"]
    assert money["assumed_share"] == grounds(network, OUTPUT).loc["bakso", "assumed_share"]


def test_structure_alone_has_no_interval(network):
    degree = CATALOGUE.get("degree")
    found = interval(network, degree)
    assert found[["low", "high"]].isna().all().all()
    assert "who trades with whom" in no_interval(degree).en
    assert no_interval(OUTPUT) is None


def test_codes_have_an_agreement(network):
    found = interval(network, CATALOGUE.get("key_business"))
    assert found["agreement"].between(0, 1).all()
    assert found["low"].isna().all()
    assert "Agreement" in no_interval(CATALOGUE.get("key_business")).en


def test_pairs_and_tables_have_intervals(network):
    length = interval(network, CATALOGUE.get("propagation_length"), supplier="farm", buyer="bakso")
    assert length.index.tolist() == ["propagation_length"]
    assert length["value"].iloc[0] == pytest.approx(2)
    paths = interval(network, CATALOGUE.get("structural_paths"), supplier="farm", buyer="bakso")
    assert paths.index[0] == "farm → mill → bakso"
    assert (paths["low"].iloc[0] < paths["value"].iloc[0] < paths["high"].iloc[0]).all()
    assert paths[SHARES].iloc[0].sum() == pytest.approx(1)


def test_drawn_networks_are_kept_for_the_next_metric(network):
    first = drawn(network, draws=3)
    again = drawn(SupplyNetwork.from_tables(*chain()), draws=3)
    assert first is again
    for seed in range(10, 10 + draws.KEPT):
        drawn(network, draws=3, seed=seed)
    assert drawn(network, draws=3) is not first


@given(st.sampled_from(["value_added", "jobs"]))
def test_a_parameter_can_add_inputs(measure):
    loss = CATALOGUE.get("extraction_loss")
    assert loss.inputs() == {"values"}
    assert loss.inputs(measure=measure) == {"values", measure}
    assert loss.unit_of(measure="jobs").en == "persons"
    assert loss.unit_of().en == "Rp/year"
