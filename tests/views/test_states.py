"""Drawings with states: before and after, shocks, scenarios compared; colours for all eyes."""

import base64
import gzip
import json
import re

import numpy as np
import pytest

from supplychain.core.scenario import (
    AddBusiness,
    AddPartnership,
    ChangeDemand,
    CloseBusiness,
    EndPartnership,
    Scenario,
)
from supplychain.core.words import Words
from supplychain.exports.html import of_drawing
from supplychain.simulate import effects
from supplychain.simulate.cascade import cascade
from supplychain.views.differing import differing
from supplychain.views.drawing.signed import STEPS, Scale, losses, paints
from supplychain.views.excerpt import excerpt, near
from supplychain.views.palette import contrast, luminance
from supplychain.views.shifts import Shift, joined
from supplychain.views.spreading import PARTS, spreading
from supplychain.views.unfolding import unfolded
from tests.views.test_language import IDS
from tests.views.tiny import tiny

EYES = {
    "usual": np.eye(3),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
}
"""Machado, Oliveira and Fernandes (2009), full loss of one kind of cone; linear RGB."""
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
MIXED = Scenario(
    name="Campur",
    edits=(
        AddPartnership(supplier="ID-4", buyer="ID-6", product="PRD-3", value=5e6),
        EndPartnership(supplier="ID-8", buyer="ID-6", product="PRD-2"),
        AddBusiness(
            business="x", name="Kue Baru", kind="ikm", final_sales=20e6, value_added=9e6, workers=2
        ),
        CloseBusiness(business="ID-7"),
    ),
)
MORE = Scenario(name="Tumbuh", edits=(ChangeDemand(business="ID-3", change=10e6),))


@pytest.fixture(scope="module")
def found():
    return effects(tiny(), MIXED)


@pytest.fixture(scope="module")
def drawn(found):
    return unfolded(found, language="id")


def lab(colour, eye):
    """CIE L*a*b* of a colour as an eye sees it."""
    channels = np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)]) / 255
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    to_xyz = np.array(
        [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    )
    x, y, z = np.cbrt(to_xyz @ np.clip(eye @ linear, 0, 1) / np.array([0.9505, 1.0, 1.089]))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("theme", [0, 1])
def test_gain_and_loss_are_told_apart_by_every_eye(eye, theme):
    pairs = paints()
    for step in range(2, STEPS + 1):
        gain, loss = (lab(pairs[STEPS + side * step][theme], EYES[eye]) for side in (1, -1))
        assert np.linalg.norm(gain - loss) > 22


@pytest.mark.parametrize("theme", [0, 1])
def test_a_loss_is_as_plain_as_a_gain(theme):
    pairs = paints()
    for step in range(1, STEPS + 1):
        gain, loss = (luminance(pairs[STEPS + side * step][theme]) for side in (1, -1))
        assert gain == pytest.approx(loss, abs=0.075)
    ground = ("#ffffff", "#030607")[theme]
    assert all(contrast(pairs[place][theme], ground) > 3 for place in (0, 2 * STEPS))


def test_the_scale_is_the_same_on_both_sides_and_grey_for_nothing():
    scale = Scale(100.0, 1.0, first=4)
    assert scale.place(0.5) == scale.place(float("nan")) == scale.none == 4 + STEPS
    for change in (2.0, 30.0, 100.0):
        assert scale.place(change) - scale.none == scale.none - scale.place(-change) > 0
    assert scale.place(-100.0) == 4
    assert losses()[0] == paints()[STEPS]


def test_three_states_with_places_and_partnerships_of_all(drawn):
    assert [state.name.en for state in drawn.states.shown] == ["Before", "After", "Change"]
    assert drawn.states.first == 2
    before, after, change = drawn.states.shown
    new = next(
        edge["id"] for edge in drawn.edges if edge["from"] == "ID-4" and edge["to"] == "ID-6"
    )
    gone = next(edge["id"] for edge in drawn.edges if edge["from"] == "ID-8")
    assert before.edges[new]["hidden"]
    assert after.edges[new]["mark"] == change.edges[new]["mark"] == "new"
    assert after.edges[gone]["mark"] == change.edges[gone]["mark"] == "gone"
    assert change.edges[gone]["dashes"] != change.edges[new]["dashes"]
    assert before.nodes["x"]["hidden"]
    assert after.nodes["x"]["mark"] == "new"
    assert after.nodes["ID-7"]["mark"] == "gone"


def test_the_panel_says_before_after_and_change_with_its_unit(found, drawn):
    facts = dict(drawn.states.facts["nodes"]["ID-4"])
    change = found.by_business.loc["ID-4", "change"]
    assert change > 0
    assert facts["change"].id.startswith("+Rp ")
    assert "per tahun" in facts["before"].id
    assert "a year" in facts["after"].en
    assert drawn.states.labels["change"].id == "Perubahan nilai produksi"


@pytest.mark.parametrize(("measure", "unit"), [("value_added", "tahun"), ("workers", "orang")])
def test_value_added_and_jobs_can_be_shown(found, measure, unit):
    drawn = unfolded(found, language="id", measure=measure, whole=True, layout="map")
    assert len(drawn.nodes) == len(joined(found))
    assert all(unit in text.id for _, text in drawn.states.facts["nodes"]["ID-3"])


def test_numbers_before_and_after_are_those_of_the_effects(found):
    network = joined(found)
    shift = Shift.of(found, network, "change")
    assert shift.businesses["change"].sum() == pytest.approx(found.total["change"])
    assert shift.partnerships["before"].sum() == pytest.approx(tiny().flows.sum())
    assert shift.partnerships["after"].sum() == pytest.approx(found.after.flows.sum())
    assert (network.sales == found.setting.sales).all(), "what is planned counts in no sum of today"


def test_an_excerpt_keeps_the_numbers_of_the_whole():
    network = tiny()
    kept = near(network, ["ID-3"], network.businesses["output"] * 0)
    part = excerpt(network, kept[:3], size=network.businesses["output"])
    whole = unfolded(effects(network, MORE), language="en", whole=True)
    for name in kept[:3]:
        assert (
            part.details["businesses"][name]["facts"] == whole.details["businesses"][name]["facts"]
        )
    assert part.totals[0] == len(network)


@pytest.mark.parametrize("part", PARTS)
def test_a_shock_has_a_state_a_step_and_names_both_causes(part):
    network = tiny()
    fall = cascade(network, {"ID-3": 0.0})
    drawn = spreading(network, fall, language="id", part=part)
    first, *_, last = drawn.states.shown
    assert not first.nodes
    assert not first.edges
    assert last.nodes["ID-3"]["mark"] == "hit"
    assert drawn.states.payload()["control"] == "player"
    facts = dict(last.facts["nodes"]["ID-3"])
    assert set(facts) == {"lost", "downstream", "upstream"}
    assert facts["lost"].id == "100%"
    reds = [len(state.nodes) for state in drawn.states.shown]
    assert reds == sorted(reds)


def test_scenarios_share_one_scale_and_two_have_a_difference(found):
    grown = effects(tiny(), MORE)
    drawn = differing({"Campur": found, "Tumbuh": grown}, language="id")
    one, other, gap = drawn.states.shown
    assert gap.name.id == "Selisih B − A"
    changes = {"Campur": found.by_business["change"], "Tumbuh": grown.by_business["change"]}
    for name in gap.nodes:
        apart = changes["Tumbuh"].get(name, 0.0) - changes["Campur"].get(name, 0.0)
        middle = gap.rest["nodes"]["paint"]
        assert np.sign(gap.nodes[name]["paint"] - middle) == np.sign(apart)
    assert one.legend["colour"]["ticks"] == other.legend["colour"]["ticks"]
    assert all(look["mark"] is None for look in gap.edges.values())
    three = differing({"Campur": found, "Tumbuh": grown, "Lagi": grown}, language="id")
    assert len(three.states.shown) == 5
    assert three.states.payload()["control"] == "switch"


def _words(part):
    if isinstance(part, Words):
        yield part
    elif isinstance(part, dict):
        for inner in part.values():
            yield from _words(inner)
    elif isinstance(part, list | tuple):
        for inner in part:
            yield from _words(inner)


def test_states_speak_both_languages_and_no_ids(found, drawn):
    shock = spreading(tiny(), cascade(tiny(), {"ID-3": 0.0}), language="id")
    pair = differing({"Satu": found, "Dua": effects(tiny(), MORE)}, language="id")
    for states in (drawn.states, shock.states, pair.states):
        said = list(_words([vars(states), [vars(state) for state in states.shown]]))
        assert said
        for words in said:
            assert not re.search(IDS, words.id + words.en)
            assert not (words.id == words.en and re.search(r"\b(before|after|change)\b", words.id))


def test_the_file_holds_the_states_and_the_switch(drawn):
    page = of_drawing(drawn, tiny()).content.decode()
    data = re.search(r'id="sg-data">(.*?)</script>', page, re.DOTALL).group(1)
    told = json.loads(gzip.decompress(base64.b64decode(data)))["states"]
    assert told["control"] == "switch"
    assert [len(state["nodes"]) > 0 for state in told["shown"]] == [True] * 3
    assert "class States" in page
    assert ".sg-picks" in page
