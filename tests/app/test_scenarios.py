"""What is saved can be found, renamed, copied, undone, archived and compared."""

import pytest
from streamlit.testing.v1 import AppTest

from supplychain.core.scenario import ChangeDemand, CloseBusiness, Scenario
from supplychain.core.words import same
from supplychain.store import Origin, Store
from tests.app.test_pages import opened, texts

DATA = Origin("-", same("Data lain"))
GROWN = Scenario(name="Tumbuh", edits=(ChangeDemand(business="sentra-aik-darek", change=1e9),))
CLOSED = Scenario(name="Tutup", edits=(CloseBusiness(business="sentra-aik-darek"),))


@pytest.fixture
def store():
    return Store()


@pytest.fixture
def saved(store):
    return store.save(GROWN, origin=DATA, who="Ani")


def page(part="daftar", language="id", **query) -> AppTest:
    test = opened("skenario", part, language, **query)
    assert not test.exception
    return test


def press(test, key):
    test.button(key=key).click().run()
    assert not test.exception
    assert not test.error


def test_names_who_when_and_on_which_data(saved):
    said = " ".join(texts(page()))
    assert "**Tumbuh**" in said
    assert "Ani" in said
    assert "Data lain" in said


def test_searches_names(store, saved):
    store.save(CLOSED, origin=DATA)
    test = page()
    test.text_input[0].set_value("tumb").run()
    said = " ".join(texts(test))
    assert "**Tumbuh**" in said
    assert "**Tutup**" not in said


def test_undoes_and_redoes(store, saved):
    store.rename(saved.id, "Lain", expected=saved.revision)
    test = page()
    press(test, f"undo-{saved.id}")
    assert store.get(saved.id).scenario.name == "Tumbuh"
    press(test, f"redo-{saved.id}")
    assert store.get(saved.id).scenario.name == "Lain"


def test_copies_and_renames(store, saved):
    test = page()
    press(test, f"content_copy-{saved.id}")
    assert {each.scenario.name for each in store.search()} == {"Tumbuh", "Tumbuh (2)"}
    name = next(each for each in test.text_input if each.key.startswith(f"rename-{saved.id}"))
    name.set_value("Maju").run()
    press(test, f"edit-{saved.id}")
    assert store.get(saved.id).scenario.name == "Maju"


def test_archives_and_restores(store, saved):
    press(page(), f"archive-{saved.id}")
    assert not store.search()
    press(page(arsip="1"), f"unarchive-{saved.id}")
    assert store.search()


@pytest.mark.parametrize("language", ["id", "en"])
def test_compares_side_by_side(store, saved, language):
    other = store.save(CLOSED, origin=DATA)
    test = page("banding", language, bandingkan=[saved.id, other.id])
    totals, apart = test.table[0].value, test.dataframe[0].value
    assert list(totals.columns)[1:] == ["Tumbuh", "Tutup"]
    assert list(apart.columns)[1:3] == ["Tumbuh", "Tutup"]


def test_a_scenario_that_does_not_fit_the_data_is_said_when_compared(store, saved):
    strange = Scenario(name="Asing", edits=(CloseBusiness(business="nowhere"),))
    other = store.save(strange, origin=DATA)
    test = page("banding", bandingkan=[saved.id, other.id])
    assert "Asing" in test.warning[0].value
