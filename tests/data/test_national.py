"""Statistics of the country and its regions that stand beside the network."""

from __future__ import annotations

import pandas as pd
import pytest

from supplychain.core.places import DATA


@pytest.fixture(scope="module")
def statistics() -> pd.DataFrame:
    return pd.read_csv(DATA / "national" / "statistics.csv", dtype={"year": str})


def test_every_figure_says_what_where_when_and_by_whom(statistics):
    said = statistics[["subject", "place", "year", "unit", "basis", "source"]]
    assert said.notna().all(axis=None)
    assert set(statistics["basis"]) == {"reported", "estimated"}


def test_a_figure_not_found_says_so(statistics):
    unknown = statistics[statistics[["value", "low", "high"]].isna().all(axis=1)]
    assert unknown["note"].str.startswith("Amount not found").all()


def test_reports_that_disagree_are_kept_side_by_side(statistics):
    twice = statistics[statistics.duplicated(["subject", "place", "year"], keep=False)]
    assert len(twice) == 6
    assert twice["note"].str.contains("onflicts with").all()


def test_what_the_calibration_rests_on_follows_from_the_reports(statistics):
    lombok_tengah = statistics[statistics["place"] == "Lombok Tengah"].set_index("subject")["value"]
    per_unit = lombok_tengah["IKM output"] / lombok_tengah["IKM units"]
    share = lombok_tengah["IKM raw material"] / lombok_tengah["IKM output"]
    assert lombok_tengah["output per IKM"] == pytest.approx(per_unit, rel=0.01)
    assert lombok_tengah["raw material per output"] == pytest.approx(100 * share, rel=0.01)
