import gc
import weakref

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain import SupplyNetwork
from supplychain.core.errors import NotProductiveError
from supplychain.metrics import economy
from supplychain.metrics.multipliers import (
    employment_multiplier,
    income_multiplier,
    output_multiplier,
    value_added_multiplier,
)
from supplychain.metrics.textbook import book, germany
from tests.metrics.economies import networks

ALL = [output_multiplier, value_added_multiplier, employment_multiplier, income_multiplier]
FORMS = ["simple", "total", "type_i", "type_ii"]
PARTS = ["direct", "indirect", "induced"]


def test_agrees_with_the_textbook():
    """Miller and Blair (2009), section 6.2."""
    assert output_multiplier(book()).tolist() == pytest.approx([1.518152, 1.452145], abs=5e-7)
    assert income_multiplier(book()).tolist() == pytest.approx([0.442244, 0.379538], abs=5e-7)
    ratios = income_multiplier(book(), form="type_i")
    assert ratios.tolist() == pytest.approx([1.474147, 1.518152], abs=5e-7)


def test_agrees_with_the_eurostat_manual():
    """Eurostat Manual (2008), tables 15.15 and 15.16."""
    added = value_added_multiplier(germany())
    assert added.tolist() == pytest.approx(
        [0.845, 0.7647, 0.8615, 0.9019, 0.9393, 0.9199], abs=5e-5
    )
    jobs = employment_multiplier(germany()) / 1e9
    assert jobs.tolist() == pytest.approx(
        [0.0326, 0.0162, 0.0207, 0.0237, 0.0112, 0.0242], abs=5e-5
    )


def test_closed_model_by_hand():
    """Households spend half their wages as final demand (350, 1700 of 2050) is spent."""
    network = book()
    closed = np.zeros((3, 3))
    closed[:2, :2] = [[0.15, 0.25], [0.20, 0.05]]
    closed[2, :2] = [0.30, 0.25]
    closed[:2, 2] = 0.5 * np.array([350, 1700]) / 2050
    inverse = np.linalg.inv(np.eye(3) - closed)
    assert output_multiplier(network, form="total").tolist() == pytest.approx(
        inverse[:2, :2].sum(axis=0).tolist()
    )
    income = income_multiplier(network, form="type_ii")
    assert income.tolist() == pytest.approx((inverse[2, :2] / [0.30, 0.25]).tolist())


@pytest.mark.parametrize("metric", ALL)
@given(networks())
def test_parts_add_up_to_the_whole(metric, network):
    for form in FORMS:
        parts = sum(metric(network, form=form, part=part) for part in PARTS)
        np.testing.assert_allclose(parts, metric(network, form=form), rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("metric", ALL)
@given(networks())
def test_households_never_lower_a_multiplier(metric, network):
    opened, shut = metric(network, form="type_i"), metric(network, form="type_ii")
    known = opened.notna()
    assert (shut[known] >= opened[known] - 1e-9).all()
    assert (opened[known] >= 1 - 1e-9).all()
    assert (metric(network, form="total") >= metric(network, form="simple") - 1e-9).all()


@given(networks())
def test_income_type_two_is_a_constant_times_type_one(network):
    ratio = income_multiplier(network, form="type_ii") / income_multiplier(network, form="type_i")
    known = ratio.dropna()
    assert known.to_numpy() == pytest.approx(known.max() if len(known) else 1.0, rel=1e-9)


@given(networks())
def test_value_added_and_leaks_share_each_rupiah(network):
    """Where value added is all that purchases leave, none leaks: each business earns 1."""
    idle = network.businesses["output"] <= 0
    found = value_added_multiplier(network)
    np.testing.assert_allclose(found[~idle], 1.0, rtol=1e-9)
    assert (found[idle] == 0).all()


@given(networks(), st.floats(0.0, 1.0))
def test_more_spending_induces_more(network, spending):
    less = output_multiplier(network, form="total", spending=spending / 2)
    more = output_multiplier(network, form="total", spending=spending)
    assert (more >= less - 1e-9).all()


def test_names_the_circle_that_needs_too_much():
    greedy = SupplyNetwork.from_flows(
        [[0, 9, 0], [9, 0, 0], [1, 0, 0]], [8, 8, 10], names=["a", "b", "c"], check=False
    )
    with pytest.raises(NotProductiveError) as refusal:
        output_multiplier(greedy)
    named = set().union(*(finding.subjects for finding in refusal.value.findings))
    assert {"a", "b"} <= named
    assert refusal.value.words.id


def test_a_singular_economy_is_refused():
    circle = SupplyNetwork.from_flows([[0, 8], [8, 0]], [8, 8], check=False)
    with pytest.raises(NotProductiveError):
        output_multiplier(circle)


def test_households_that_spend_all_are_refused():
    """All that is made is bought, or paid as wages and spent: nothing ever leaves."""
    round_and_round = SupplyNetwork.from_flows(
        [[0, 4], [0, 0]], [4, 10], value_added=[4, 6], wages=[4, 6]
    )
    with pytest.raises(NotProductiveError, match="spending never ends"):
        output_multiplier(round_and_round, form="total", spending=1.0)


def test_every_solve_has_a_certificate():
    certificate = economy.certificate(germany())
    assert certificate.residual <= 1e-12
    assert 1 < certificate.condition < 10


def test_a_network_nobody_holds_is_forgotten():
    network = SupplyNetwork.from_flows([[0, 5], [0, 0]], [5, 10])
    for metric in ALL:
        metric(network)
    watched = weakref.ref(network)
    del network
    gc.collect()
    assert watched() is None


def test_a_missing_number_of_workers_counts_nothing_and_is_told():
    network = SupplyNetwork.from_flows([[0, 5], [0, 0]], [5, 10], workers=[np.nan, 2])
    assert employment_multiplier(network).tolist() == pytest.approx([0, 2e8])
    assert "1 of 2" in economy.without_workers(network).en
