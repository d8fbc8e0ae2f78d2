"""The outline, the curves and the flows of the map."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain.views.geography import between_districts, crowded, places
from supplychain.views.map import flow_map
from supplychain.views.outline import Window, curve, cut, island, land
from tests.views.drawn import results
from tests.views.tiny import tiny

NTB = Window(115.7, -9.2, 119.3, -8.0)
SIDE = st.floats(-10, 10)


def _area(ring):
    x, y = np.asarray(ring).T
    return float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)) / 2


def test_land_lies_inside_the_window_and_turns_clockwise():
    shapes = land(NTB)
    assert len(shapes) > 2
    for shape in shapes:
        (ring,) = shape["geometry"]["coordinates"]
        lon, lat = np.asarray(ring).T
        assert lon.min() >= NTB.west
        assert lon.max() <= NTB.east
        assert lat.min() >= NTB.south
        assert lat.max() <= NTB.north
        assert ring[0] == ring[-1]
        assert _area(ring) < 0


@given(st.tuples(SIDE, SIDE), st.floats(0.1, 8), st.tuples(SIDE, SIDE), st.floats(0.1, 8))
def test_a_cut_square_is_the_overlap_of_two_squares(corner, size, other, span):
    (x, y), window = corner, Window(other[0], other[1], other[0] + span, other[1] + span)
    square = [(x, y), (x + size, y), (x + size, y + size), (x, y + size)]
    wide = max(0.0, min(x + size, window.east) - max(x, window.west))
    high = max(0.0, min(y + size, window.north) - max(y, window.south))
    piece = cut(square, window)
    area = abs(_area(piece)) if piece else 0.0
    assert area == pytest.approx(wide * high, abs=1e-9)


def test_a_window_takes_in_all_points():
    lon, lat = pd.Series([116.0, 118.7]), pd.Series([-8.8, -8.3])
    window = Window.around(lon, lat)
    assert window.west < 116.0 < 118.7 < window.east
    assert window.south < -8.8 < -8.3 < window.north
    assert Window.around(lon[:1], lat[:1]).ratio == pytest.approx(1.0)


def test_opposite_curves_keep_apart():
    there, back = curve((0, 0), (1, 0), 0.2), curve((1, 0), (0, 0), 0.2)
    assert there[0].tolist() == back[-1].tolist() == [0, 0]
    assert there[-1].tolist() == back[0].tolist() == [1, 0]
    assert (there[1:-1, 1] < 0).all()
    assert (back[1:-1, 1] > 0).all()


def test_islands_are_told_apart():
    praya, selong, dompu = (116.27, -8.71), (116.53, -8.65), (118.46, -8.54)
    assert island(*praya) == island(*selong) != island(*dompu)
    assert island(100.0, -20.0) is None


def test_the_crowded_island_is_lombok():
    assert set(crowded(tiny())) == {"52.02", "52.08", "52.71"}


def test_flows_between_districts_by_kind_of_supplier():
    found = between_districts(tiny()).set_index(["start", "end", "kind"])["value"]
    assert found["52.08", "52.02", "supplier"] == 36e6
    assert found["52.02", "52.71", "sentra"] == 37.5e6
    assert found["52.02", "52.71", "market"] == 10e6
    ends = tiny().businesses["district"]
    trade = tiny().trade
    apart = trade["supplier"].map(ends) != trade["buyer"].map(ends)
    assert found.sum() == trade.loc[apart, "value"].sum()


def test_a_district_that_the_list_does_not_place_lies_amid_its_businesses():
    network = tiny()
    elsewhere = network.businesses["district"].replace("52.02", "99.99")
    moved = network.replace(businesses=network.businesses.assign(district=elsewhere))
    where = places(moved).loc["99.99"]
    inside = moved.businesses[elsewhere == "99.99"]
    assert where["lat"] == pytest.approx(inside["lat"].mean())


def test_businesses_without_coordinates_are_counted():
    drawn = flow_map(tiny(), {}, language="en")
    assert "Businesses without coordinates, not drawn: 1." in drawn.notes
    assert drawn.source.endswith("Coastline: Natural Earth.")


def test_the_shares_on_the_map_add_up():
    drawn = flow_map(tiny(), results(), language="en", size="degree", arcs=1)
    (note,) = [note for note in drawn.notes if note.startswith("Of the trade")]
    shares = [int(word.rstrip("%")) for word in note.split() if word.endswith("%")]
    assert sum(shares) == pytest.approx(100, abs=1)


def test_without_any_coordinates_the_map_says_so():
    network = tiny()
    nowhere = network.replace(businesses=network.businesses.assign(lat=np.nan, lon=np.nan))
    assert flow_map(nowhere, {}, language="id").summary.startswith("Tidak ada usaha")
