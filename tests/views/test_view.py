"""A view goes into JSON and into an address, and comes back as it was."""

import json
from pathlib import Path
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from supplychain.views import address
from supplychain.views.drawing.facets import Filters
from supplychain.views.graph import Focus
from supplychain.views.view import Camera, View

ADDRESSES = json.loads(Path(__file__).with_name("fixtures").joinpath("addresses.json").read_text())
IDS = [f"usaha-{place}" for place in range(200)]
NAMES = st.sampled_from(IDS)
PLACES = st.tuples(*[st.integers(-20_000, 20_000).map(float)] * 2)
CODES = st.lists(
    st.sampled_from(["5202", "food", "tapioca", "a b&c=d", "ü"]), unique=True, max_size=3
)
VIEWS = st.builds(
    View,
    layout=st.sampled_from(["tiers", "map", "force", "focus"]),
    size=st.sampled_from(["output", "workers", "degree"]),
    colour=st.sampled_from(["kind", "district"]),
    width=st.sampled_from(["value", "link_extraction_loss"]),
    filters=st.builds(Filters, **dict.fromkeys(address.FILTERS, CODES.map(tuple))),
    business=st.none() | NAMES,
    partnership=st.none() | st.integers(0, 99_999),
    focus=st.none() | st.builds(Focus, NAMES, st.integers(0, 3), st.integers(0, 3)),
    moved=st.dictionaries(NAMES, PLACES, max_size=address.MOST_MOVED),
    camera=st.none()
    | st.builds(
        Camera,
        x=st.integers(-20_000, 20_000),
        y=st.integers(-20_000, 20_000),
        zoom=st.integers(1, 9999).map(lambda n: n / 100),
    ),
)


def there_and_back(view: View) -> View:
    query = {name: values for name, values in address.write(view, IDS).items() if values}
    return address.read(parse_qs(urlencode(query, doseq=True)), IDS)


@given(VIEWS)
def test_an_address_brings_a_view_back(view):
    assert there_and_back(view) == view


@given(VIEWS)
def test_json_brings_a_view_back(view):
    assert View.model_validate_json(json.dumps(view.brief())) == view


@pytest.mark.parametrize("known", ADDRESSES, ids=lambda known: known["address"] or "bare")
def test_addresses_of_every_release_still_open(known):
    query = parse_qs(known["address"])
    assert address.read(query, IDS) == View.model_validate(known["view"])


def test_the_address_of_the_first_view_is_bare():
    assert not any(address.write(View(), IDS).values())


def test_an_address_stays_short():
    moved = dict.fromkeys(IDS[: address.MOST_MOVED], (1234.0, -987.0))
    view = View(layout="map", moved=moved, camera=Camera(x=120, y=-44, zoom=2.345))
    query = {name: values for name, values in address.write(view, IDS).items() if values}
    assert len(urlencode(query, doseq=True)) < 1000
    many = view.model_copy(update={"moved": {**moved, IDS[-1]: (0.0, 0.0)}})
    assert address.write(many, IDS)[address.MOVED] == []
    assert address.unpacked(address.packed(many.moved, IDS), IDS) == many.moved


def test_places_of_other_businesses_are_passed_over():
    text = address.packed({IDS[3]: (5, 6)}, IDS)
    assert address.unpacked(text, IDS[:-1]) == {}
    assert address.unpacked(text, IDS) == {IDS[3]: (5.0, 6.0)}


@given(st.dictionaries(st.sampled_from(address.NAMES), st.lists(st.text(max_size=400), max_size=3)))
def test_no_address_ends_in_an_error(query):
    assert isinstance(address.read(query, IDS), View)


@given(st.text(alphabet="AQIDBAUGBwgJ_-Zz09", max_size=60).map("AbxG".__add__))
def test_torn_places_end_in_no_error(text):
    assert address.read({address.MOVED: [text]}, IDS).moved is not None


@pytest.mark.parametrize(
    "made_up",
    [
        {"version": 2},
        {"layout": "spiral"},
        {"surprise": 1},
        {"moved": {"a": [1e300, 0]}},
        {"moved": {"a": [1]}},
        {"camera": {"x": 0, "y": 0, "zoom": 0}},
        {"filters": {"kind": "sentra"}},
        {"focus": {"suppliers": 1}},
        {"business": "x" * 400},
    ],
    ids=str,
)
def test_what_is_no_view_is_refused(made_up):
    with pytest.raises(ValidationError):
        View.model_validate(made_up)
