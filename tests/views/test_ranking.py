"""Ranking, quadrants, two metrics compared, and how values are written."""

import numpy as np
import pandas as pd
import pytest
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st

from supplychain.core.errors import UnknownNameError
from supplychain.core.words import Words
from supplychain.metrics.catalogue import RUPIAH_A_YEAR, SHARE
from supplychain.views import scatter
from supplychain.views.plane import plane, rank_correlation
from supplychain.views.quadrant import group_of, quadrant
from supplychain.views.ranking import ranked, ranking
from supplychain.views.scatter import Axis
from supplychain.views.scores import Scores, heavy_tailed, written
from tests.views.drawn import INTERVAL, results
from tests.views.tiny import tiny


def _scores(name, given=None):
    return Scores.of(results(), name, given)


def test_the_largest_comes_first_with_its_interval():
    rows = ranked(tiny(), _scores("extraction_loss"), language="id", interval=INTERVAL, top=3)
    assert list(rows["rank"]) == [1, 2, 3]
    assert rows["value"].is_monotonic_decreasing
    assert rows.iloc[0]["name"] == "Pasar Renteng"
    assert rows.iloc[0]["range"] == "Rp 250 juta – Rp 1 miliar"
    assert rows.iloc[0]["share"] == "40%"


def test_without_an_interval_none_is_shown():
    rows = ranked(tiny(), _scores("degree"), language="en")
    assert rows["range"].eq("–").all()
    assert not ranking(tiny(), results(), language="en", metric="degree").notes


def test_a_partnership_is_named_by_its_ends():
    rows = ranked(tiny(), _scores("link_extraction_loss"), language="en")
    assert "Sentra Aik Darek → Roti Sasak" in set(rows["name"])
    assert len(rows) == len(tiny().trade)


def test_a_metric_of_codes_is_counted():
    drawn = ranking(tiny(), results(), language="en", metric="key_business")
    counts = results()["key_business"].value_counts()
    assert str(counts.iloc[0]) in drawn.summary


def test_missing_values_are_left_out():
    few = {"degree": results()["degree"].where(lambda v: v > 3)}
    rows = ranked(tiny(), Scores.of(few, "degree"), language="en")
    assert len(rows) == few["degree"].notna().sum()


def test_a_wrong_name_is_answered_with_the_right_one():
    with pytest.raises(UnknownNameError, match="output_multiplier"):
        Scores.of({"output_multiplyer": results()["degree"]}, "output_multiplyer")


@pytest.mark.parametrize(
    ("value", "unit", "language", "text"),
    [
        (12.5e9, RUPIAH_A_YEAR, "id", "Rp 12,5 miliar"),
        (0.4567, SHARE, "id", "45,7%"),
        (1.23456, Words(en="Rp per Rp", id="Rp per Rp"), "en", "1.23"),
        (0.000123, Words(en="score", id="skor"), "id", "0,000123"),
        (0.0, Words(en="score", id="skor"), "id", "0"),
        (1195.4, Words(en="pairs", id="pasang"), "id", "1.195"),
        (float("nan"), RUPIAH_A_YEAR, "en", "–"),
    ],
)
def test_values_are_written_by_their_unit(value, unit, language, text):
    assert written(value, unit, language) == text


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=3, max_size=30))
def test_rank_correlation_is_that_of_scipy(pairs):
    x, y = (pd.Series(side, dtype=float) for side in zip(*pairs, strict=True))
    ours = rank_correlation(x, y)
    if x.nunique() < 2 or y.nunique() < 2:
        assert np.isnan(ours)
    else:
        assert ours == pytest.approx(scipy.stats.spearmanr(x, y).statistic)


def test_the_correlation_is_said_in_words():
    same = {"degree": results()["degree"], "extraction_loss": results()["degree"] * 2}
    drawn = plane(tiny(), same, language="id", x="degree", y="extraction_loss")
    assert "sangat sejalan: korelasi peringkat Spearman 1,00" in drawn.summary
    flat = {"degree": results()["degree"] * 0, "extraction_loss": results()["degree"]}
    drawn = plane(tiny(), flat, language="en", x="degree", y="extraction_loss")
    assert "no rank correlation exists" in drawn.summary


def test_businesses_without_trade_are_no_points():
    table = scatter.points(tiny(), _scores("degree"), _scores("extraction_loss"), "en")
    assert "ID-10" not in table.index
    assert list(table.index[:2]) == ["ID-3", "ID-4"]


def test_a_heavy_tail_bends_the_axis():
    long = pd.Series([1.0, 1.0, 2.0, 3.0, 1000.0])
    scores = _scores("degree")
    assert heavy_tailed(long)
    assert not heavy_tailed(pd.Series([1.0, 2.0, 3.0]))
    assert Axis.of(Scores(scores.metric, long)).kind == "log"
    assert Axis.of(Scores(scores.metric, long - 1)).kind == "symlog"
    assert Axis.of(Scores(scores.metric, pd.Series([1.0, 2.0]))).kind == "linear"


@given(st.lists(st.floats(0, 1e12), min_size=3, max_size=30))
def test_every_point_lies_within_its_axis(values):
    axis = Axis.of(Scores(_scores("degree").metric, pd.Series(values)))
    assert axis.share(pd.Series(values)).between(-1e-9, 1 + 1e-9).all()


def test_quadrants_are_those_of_the_metric():
    table = scatter.points(tiny(), _scores("backward_linkage"), _scores("forward_linkage"), "en")
    expected = results()["key_business"].reindex(table.index)
    assert group_of(table).tolist() == expected.tolist()
    drawn = quadrant(tiny(), results(), language="id")
    assert f"{(expected == 'key').sum()} kunci" in drawn.summary
