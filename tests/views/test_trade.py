"""Which trade is shown, and how its ends are named and grouped."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain.views import trade
from tests.views.tiny import tiny


def test_no_choice_takes_all_trade():
    pd.testing.assert_frame_equal(trade.chosen(tiny()), tiny().trade)


@pytest.mark.parametrize(
    ("choice", "count"),
    [
        ({"districts": ["52.72"]}, 2),
        ({"commodities": ["craft"]}, 2),
        ({"products": ["PRD-1"]}, 2),
        ({"kinds": ["sentra", "ikm"]}, 4),
        ({"bases": ["reported"]}, 2),
        ({"districts": ["52.72"], "commodities": ["food"]}, 1),
        ({"products": ["nothing"]}, 0),
    ],
)
def test_each_choice_narrows_the_trade(choice, count):
    assert len(trade.chosen(tiny(), **choice)) == count


def test_alike_names_are_told_apart_by_district():
    names = trade.names(tiny())
    assert names["ID-5"] == "Bakso Barokah, Kab. Lombok Tengah"
    assert names["ID-6"] == "Bakso Barokah, Kota Mataram"
    assert names["ID-3"] == "Sentra Aik Darek"
    assert names.is_unique


def test_names_alike_within_a_district_get_their_ids():
    network = tiny()
    alike = network.replace(businesses=network.businesses.assign(name="Sama", district="52.02"))
    assert trade.names(alike).is_unique


def test_missing_codes_are_said_to_be_missing():
    ends = trade.with_ends(tiny())
    by_industry = trade.groups(tiny(), ends, "buyer", "industry", "id")
    assert by_industry[ends["buyer"] == "ID-8"].eq("Tidak disebut").all()


@given(
    st.lists(st.tuples(st.sampled_from("abcdefgh"), st.floats(0, 1e9)), min_size=1, max_size=40),
    st.integers(1, 9),
)
def test_folding_keeps_the_sum_and_puts_the_rest_last(rows, top):
    labels = pd.Series([name for name, _ in rows], dtype="str")
    values = pd.Series([value for _, value in rows])
    folded = trade.folded(labels, values, top, "en")
    sums = values.groupby(folded, observed=False).sum()
    assert sums.sum() == pytest.approx(values.sum())
    assert len(sums) <= top + 1
    kept = [name for name in folded.cat.categories if not name.startswith("Others")]
    assert sums[kept].is_monotonic_decreasing
    assert list(folded.cat.categories)[: len(kept)] == kept
