"""Possible partnerships on the map: each from its supplier to its buyer, the chosen in front."""

import pandas as pd
import pytest

from supplychain.core.network import SupplyNetwork
from supplychain.core.places import DATA
from supplychain.recommend import ranking
from supplychain.views.gains import plane
from supplychain.views.proposed import BROADEST, proposed_map


@pytest.fixture(scope="module")
def ntb():
    return SupplyNetwork.read(DATA / "ntb")


@pytest.fixture(scope="module")
def rows(ntb):
    every = ranking(ntb, within=60)
    return every.drop_duplicates("buyer").drop_duplicates("supplier").head(12)


def drawn(figure):
    """Lines of a map as a table, by layer: all others, then the chosen one."""
    layers = [layer for layer in figure.spec["layer"] if layer["mark"]["type"] == "trail"]
    data = figure.spec["datasets"]
    return [pd.DataFrame(data[layer["data"]["name"]]) for layer in layers]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("chosen", [0, 5])
def test_each_row_leads_from_its_supplier_to_its_buyer(ntb, rows, language, chosen):
    figure = proposed_map(ntb, rows, chosen=chosen, language=language)
    others, front = drawn(figure)
    assert others["line"].nunique() == len(rows) - 1
    place = ntb.businesses[["lon", "lat"]]
    row = rows.iloc[chosen]
    ends = front.sort_values("step")[["lon", "lat"]].to_numpy()
    assert ends[0] == pytest.approx(place.loc[row["supplier"]].to_numpy(), abs=1e-4)
    assert ends[-1] == pytest.approx(place.loc[row["buyer"]].to_numpy(), abs=1e-4)
    assert ntb.businesses.loc[row["supplier"], "name"] in figure.summary


def test_the_largest_gain_is_the_broadest(ntb, rows):
    others, front = drawn(proposed_map(ntb, rows, chosen=0, language="id"))
    assert front["width"].max() == pytest.approx(BROADEST)
    assert others["width"].max() <= BROADEST


def test_what_has_no_place_is_counted(ntb, rows):
    table = ntb.businesses
    lost = table.index == rows.iloc[3]["buyer"]
    without = ntb.replace(businesses=table.assign(lat=table["lat"].mask(lost)))
    missing = int((rows[["supplier", "buyer"]] == rows.iloc[3]["buyer"]).any(axis=1).sum())
    figure = proposed_map(without, rows, chosen=0, language="id")
    assert any(note.startswith(f"{missing} tidak digambar") for note in figure.notes)
    nowhere = ntb.replace(businesses=table.assign(lat=float("nan"), lon=float("nan")))
    assert "diketahui" in proposed_map(nowhere, rows, chosen=0, language="id").summary


def test_the_chosen_row_is_ringed_on_the_plane(ntb, rows):
    figure = plane(ntb, rows, language="id", chosen=2)
    assert any(note.startswith("Dilingkari: ") for note in figure.notes)
    assert not any("Dilingkari" in note for note in plane(ntb, rows, language="id").notes)
