"""Kabupaten, kota, kecamatan points and the outline of the islands."""

import json
from pathlib import Path

import pandas as pd
import pytest

from data.build import outline

REGIONS = Path(__file__).parents[2] / "data" / "regions"


@pytest.fixture(scope="module")
def districts():
    return pd.read_csv(REGIONS / "districts.csv", dtype={"code": str, "bps_code": str})


@pytest.fixture(scope="module")
def islands():
    shapes = json.loads((REGIONS / "indonesia.geojson").read_text(encoding="utf-8"))
    return shapes["features"][0]["geometry"]["coordinates"]


def test_all_kabupaten_and_kota_are_named(districts):
    assert len(districts) == 514
    assert districts["code"].is_unique
    assert districts["code"].str.fullmatch(r"\d\d\.\d\d").all()
    assert districts[["name", "province", "source"]].notna().all(axis=None)
    provinces = pd.read_csv(REGIONS / "provinces.csv", dtype=str)
    assert len(provinces) == 38
    assert set(districts["province"]) == set(provinces["name"])


def test_the_ten_of_ntb_are_complete(districts):
    ntb = districts[districts["province"] == "Nusa Tenggara Barat"]
    assert len(ntb) == 10
    assert ntb.notna().all(axis=None)
    assert ntb["population"].sum() == 5_751_295
    assert ntb["area_km2"].sum() == pytest.approx(19_631.99)


def test_points_lie_in_indonesia(districts):
    known = districts.dropna(subset=["lat", "lon"])
    assert known["lat"].between(-11.1, 6.1).all()
    assert known["lon"].between(94.9, 141.1).all()


def test_the_outline_is_small_and_wound_for_the_globe(islands):
    assert (REGIONS / "indonesia.geojson").stat().st_size <= 400_000
    for exterior, *holes in islands:
        assert exterior[0] == exterior[-1]
        assert outline.signed_area(exterior) < 0
        assert all(outline.signed_area(hole) > 0 for hole in holes)


def test_lombok_and_sumbawa_are_crisp(islands):
    near = [island for island in islands if outline.in_window(island[0])]
    assert len(near) >= 5
    largest = sorted(len(island[0]) for island in near)
    assert largest[-1] > 200
    assert largest[-2] > 60


def test_a_line_is_thinned_to_the_points_that_matter():
    line = [(0.0, 0.0), (1.0, 0.51), (2.0, 1.0), (3.0, 0.0)]
    assert outline.simplified(line, 0.3) == [(0.0, 0.0), (2.0, 1.0), (3.0, 0.0)]
    assert outline.simplified(line, 0.0) == line


def test_arcs_are_stitched_forwards_and_backwards():
    arcs = [[(0.0, 0.0), (1.0, 0.0)], [(0.0, 0.0), (1.0, 1.0), (1.0, 0.0)]]
    assert outline.stitched([0, ~1], arcs) == [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 0.0)]
