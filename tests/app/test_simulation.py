"""A scenario is built, kept, undone, and opened from its address; what cannot be is said."""

import base64
import json
import zlib

import pytest
from streamlit.testing.v1 import AppTest

from supplychain.core.scenario import ChangeDemand, CloseBusiness, EndPartnership, Scenario
from supplychain.core.words import same
from supplychain.store import Origin, Store
from tests.app.test_pages import opened, texts

SENTRA = "sentra-aik-darek"
GROWN = Scenario(name="Tumbuh", edits=(ChangeDemand(business=SENTRA, change=3.525e9),))


def packed(scenario, revision=0):
    data = {"revision": revision, "scenario": scenario.model_dump(mode="json")}
    raw = zlib.compress(json.dumps(data).encode())
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def page(language="id", **query) -> AppTest:
    test = opened("simulasi", "usulan", language, **query)
    assert not test.exception
    return test


def held(test, name):
    """What the address holds under a name."""
    value = test.query_params[name]
    return value if isinstance(value, str) else value[0]


def everything(test):
    blocks = [str(each.proto.body) for each in test.get("html")]
    return " ".join([*texts(test), *(str(each.value) for each in test.warning), *blocks])


def press(test, key):
    test.button(key=key).click().run()
    assert not test.exception


@pytest.mark.parametrize(("language", "short"), [("id", "Singkong kurang"), ("en", "Cassava is")])
def test_the_example_names_what_is_short_and_how_much_land_it_takes(language, short):
    test = page(language)
    press(test, "example")
    (limit,) = test.warning
    assert short in limit.value
    assert "104 ha" in limit.value
    assert "90%" in everything(test)


def test_a_draft_stands_in_the_address_and_comes_back_from_it():
    first = page()
    press(first, "example")
    again = page(draf=held(first, "draf"))
    assert again.warning[0].value == first.warning[0].value


@pytest.mark.parametrize("text", ["nonsense", "====", "eJw", packed(GROWN)[:-9], "-"])
def test_a_broken_address_opens_an_empty_draft(text):
    assert "Belum ada perubahan" in everything(page(draf=text))


def test_an_edit_is_added_removed_and_undone():
    test = page(ubah="close", **{"usaha-ubah": SENTRA})
    press(test, "add-edit")
    assert "berhenti beroperasi" in everything(test)
    press(test, "remove-0")
    assert "berhenti beroperasi" not in everything(test)
    press(test, "draft-undo")
    assert "berhenti beroperasi" in everything(test)
    press(test, "draft-redo")
    assert "berhenti beroperasi" not in everything(test)


@pytest.mark.parametrize(
    "kind", ["add", "resize", "end", "demand", "expand", "cap", "close", "believe", "restate"]
)
def test_every_form_makes_an_edit_that_works(kind):
    test = page(ubah=kind)
    press(test, "add-edit")
    assert not test.error
    assert test.button(key="remove-0")


def test_a_new_business_needs_a_name_and_can_then_trade():
    test = page(ubah="found")
    assert test.button(key="add-edit").disabled
    field = next(each for each in test.text_input if each.label == "Nama usaha baru")
    field.set_value("Kerupuk Baru").run()
    press(test, "add-edit")
    assert "Usaha baru: Kerupuk Baru" in everything(test)
    test = page(ubah="add", draf=held(test, "draf"))
    sellers = next(each for each in test.selectbox if each.label == "Pemasok")
    assert "Kerupuk Baru" in sellers.options


def test_what_cannot_be_is_said_and_can_be_taken_out():
    twice = EndPartnership(supplier="kebun-singkong-aik-darek", buyer=SENTRA)
    test = page(draf=packed(Scenario(name="Dua kali", edits=(twice, twice))))
    assert "tidak memasok" in test.error[0].value
    press(test, "remove-1")
    assert not test.error


def test_saving_gives_an_address_that_opens_the_scenario():
    test = page(draf=packed(GROWN))
    press(test, "save-new")
    id = held(test, "skenario")
    assert "draf" not in test.query_params
    assert Store().get(id).scenario.name == "Tumbuh"
    assert "Tumbuh" in everything(page(skenario=id))


def test_an_address_of_nothing_is_said():
    test = page(skenario="2" * 20)
    assert test.error
    assert "Belum ada perubahan" in everything(test)


def test_who_was_faster_is_named_and_both_are_merged():
    store = Store()
    first = store.save(GROWN, origin=Origin("-", same("-")), who="Ani")
    mine = GROWN.plus(CloseBusiness(business="sentra-balai-kemasan"))
    theirs = GROWN.plus(CloseBusiness(business="pasar-renteng"))
    store.save_over(first.id, theirs, expected=first.revision, who="Budi")
    test = page(skenario=first.id, draf=packed(mine, first.revision))
    press(test, "save-over")
    assert "Budi mengubah" in everything(test)
    press(test, "merge")
    press(test, "save-over")
    assert set(store.get(first.id).scenario.edits) == {*mine.edits, *theirs.edits}


@pytest.mark.parametrize("what", ["usaha", "wilayah", "produk"])
def test_a_shock_tells_its_loss(what):
    test = opened("simulasi", "guncangan", "id", terganggu=what)
    assert not test.exception
    assert test.metric[0].value.endswith("%")
