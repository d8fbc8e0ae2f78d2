"""Pictures and tables of a scenario: in words, in one language, and adding up."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain import SupplyNetwork
from supplychain.core.places import DATA
from supplychain.core.scenario import (
    AddBusiness,
    AddPartnership,
    BelieveClaim,
    CapBusiness,
    ChangeDemand,
    CloseBusiness,
    EndPartnership,
    ExpandBusiness,
    ResizePartnership,
    RestatePartnership,
    Scenario,
)
from supplychain.simulate import effects, limits
from supplychain.simulate.cascade import cascade
from supplychain.simulate.uncertainty import spread
from supplychain.simulate.uncertainty import tornado as varied
from supplychain.views import (
    abreast,
    cascades,
    edits,
    examples,
    gains,
    headline,
    mainstay,
    moves,
    partners,
    pictures,
    risks,
    tornado,
    waterfall,
)
from tests.views.drawn import texts
from tests.views.test_language import CODES, ENGLISH, IDS, INDONESIAN, SPOKEN, _without_names
from tests.views.tiny import tiny

EVERY = Scenario(
    name="Semua",
    edits=(
        AddPartnership(supplier="ID-4", buyer="ID-6", product="PRD-3", value=5e6),
        AddPartnership(
            supplier="ID-4",
            buyer="ID-5",
            product="PRD-3",
            value=5e6,
            closure="local",
            displaces="ID-3",
        ),
        ResizePartnership(supplier="ID-1", buyer="ID-3", factor=1.5),
        EndPartnership(supplier="ID-8", buyer="ID-6", product="PRD-2"),
        ChangeDemand(business="ID-3", change=30e6),
        ChangeDemand(product="PRD-3", change=-1e6),
        ExpandBusiness(business="ID-1", output=80e6),
        CapBusiness(business="ID-2", output=61e6),
        AddBusiness(
            business="x", name="Kue Baru", kind="ikm", final_sales=20e6, value_added=9e6, workers=2
        ),
        CloseBusiness(business="ID-7"),
        BelieveClaim(business="ID-3", field="workers", source="SRC-1", value=30),
        RestatePartnership(supplier="ID-2", buyer="ID-3", value=12e6, source="BPS"),
    ),
)
RANKED = pd.DataFrame(
    [
        ("ID-4", "ID-6", "PRD-3", 5e6, 9e6, 4e6, 1.5, 20.0, 3.5),
        ("ID-3", "ID-9", "PRD-2", 4e6, 7e6, 3e6, 0.0, -150.0, np.nan),
        ("ID-2", "ID-5", "PRD-1", 2e6, 3e6, 1e6, 0.4, np.nan, 12.0),
    ],
    columns=[
        *("supplier", "buyer", "product", "value", "output", "value_added", "workers"),
        *("concentration", "distance"),
    ],
)
FEW = Scenario(name="Sedikit", edits=(ChangeDemand(business="ID-3", change=10e6),))


@pytest.fixture(scope="module")
def found():
    return effects(tiny(), EVERY)


@pytest.fixture(scope="module")
def compared(found):
    return {"Skenario A": found, "Skenario B": effects(tiny(), FEW)}


def figures(found, compared, language):
    network = tiny()
    moved = varied(network, FEW, draws=10)
    few = compared["Skenario B"]
    return {
        "waterfall": waterfall.waterfall(found, language=language),
        "business": moves.winners_and_losers(found, by="business", language=language),
        "district": moves.winners_and_losers(found, by="district", language=language),
        "tornado": tornado.tornado(few, moved, language=language),
        "gains": gains.plane(network, RANKED, language=language),
        "cascade": cascades.steps(network, cascade(network, {"ID-3": 0.0}), language=language),
        "abreast": abreast.bars(compared, language=language),
    }


def tables(found, compared, language):
    network = tiny()
    fall = cascade(network, {"ID-3": 0.0})
    return [
        moves.table(found, by="business", language=language),
        moves.table(found, by="district", language=language),
        risks.table(found, language=language),
        gains.table(network, RANKED, language=language),
        cascades.hardest_hit(network, fall, language=language),
        abreast.totals(compared, language=language),
        abreast.differences(compared, language=language),
    ]


def spoken(text, language):
    plain = text
    for name in ("Skenario A", "Skenario B", "Scientific Reports", "Kue Baru"):
        plain = plain.replace(name, "")
    plain = _without_names(plain)
    wrong = (ENGLISH if language == "id" else INDONESIAN).search(plain)
    assert wrong is None, (wrong.group(), text)
    assert not IDS.search(text), text
    assert text not in CODES - SPOKEN, text


@pytest.mark.parametrize("language", ["id", "en"])
def test_pictures_speak_one_language_and_show_no_code(found, compared, language):
    for figure in figures(found, compared, language).values():
        said = [figure.title, figure.summary, *figure.notes, figure.source, *texts(figure.spec)]
        for text in said:
            if text not in {*waterfall.STEPS, "gain", "loss"}:
                spoken(text, language)
        assert figure.title
        assert figure.summary


@pytest.mark.parametrize("language", ["id", "en"])
def test_tables_speak_one_language_and_show_no_code(found, compared, language):
    for table in tables(found, compared, language):
        assert not table.empty
        for text in [*table.columns, *table.astype(str).to_numpy().ravel()]:
            spoken(str(text), language)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_picture_can_be_saved(found, compared, theme):
    for figure in figures(found, compared, "id").values():
        assert pictures.svg(figure, theme=theme, width=390).startswith("<svg")


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_kind_of_edit_is_said_with_names_and_amounts(language):
    said = [words(language) for words in edits.told(tiny(), EVERY)]
    assert len(said) == len(EVERY.edits)
    assert {edit.edit for edit in EVERY.edits} == set(edits.KINDS)
    for text in said:
        spoken(text, language)
    assert "Kue Baru" in said[8]
    assert "Rp 30" in said[4]


def test_the_waterfall_ends_where_the_network_does(found):
    table = waterfall.steps(found.total, "id").set_index("code")
    assert table.loc["withheld", "end"] == pytest.approx(found.total["change"])
    assert table.loc["change", ["start", "end"]].tolist() == [0.0, found.total["change"]]


def test_induced_spending_is_apart_from_the_sum(found):
    table = waterfall.steps(found.total, "en").set_index("code")
    assert table.loc["induced", "start"] == table.loc["change", "end"]
    assert "not part of the sum" in waterfall.waterfall(found, language="en").summary


@pytest.mark.parametrize("by", ["business", "district"])
def test_gains_and_losses_add_up_to_the_total(found, by):
    table = moves.changes(found, by, "id")
    assert table["change"].sum() == pytest.approx(found.total["change"], abs=20)
    assert (table["change"] < 0).any()
    assert table["change"].is_monotonic_decreasing


def test_losers_are_counted_and_drawn():
    closed = effects(tiny(), Scenario(name="-", edits=(CloseBusiness(business="ID-3"),)))
    assert moves.winners_and_losers(closed, language="en").summary.startswith("0 gain, 4 lose")
    losers = moves.table(closed, by="business", language="en")["Business"]
    assert "Petani Bayan" in set(losers)


def test_the_headline_holds_the_interval_around_the_stated_value():
    few = effects(tiny(), FEW)
    drawn = spread(tiny(), FEW, draws=10)
    before, after = headline.headline(few, "en"), headline.headline(few, "en", spread=drawn)
    assert "being computed" in before[0].source
    assert after[0].source.startswith("90% interval: +Rp")
    assert sum(after[0].shares.values()) == pytest.approx(1)


def test_nothing_to_say_of_an_empty_scenario():
    still = effects(tiny(), Scenario(name="-"))
    assert waterfall.waterfall(still, language="en").summary == waterfall.NOTHING.en
    assert moves.winners_and_losers(still, language="id").summary == moves.NOBODY.id
    assert risks.table(still, language="id").empty


@given(
    st.lists(
        st.tuples(st.integers(0, 9), st.one_of(st.integers(-9, 9), st.none())),
        min_size=1,
        max_size=20,
    )
)
def test_the_front_is_what_nothing_beats(rows):
    table = pd.DataFrame(rows, columns=["output", "concentration"], dtype=float)
    marked = gains.front(table)
    for row, best in zip(table.itertuples(), marked, strict=True):
        if np.isnan(row.concentration):
            assert not best
            continue
        better = (
            (table["output"] >= row.output)
            & (table["concentration"] <= row.concentration)
            & ((table["output"] > row.output) | (table["concentration"] < row.concentration))
        )
        if best:
            assert not better.any()
        elif not better.any():
            twins = (table["output"] == row.output) & (table["concentration"] == row.concentration)
            assert marked[twins].any()


def test_a_cascade_ends_at_its_loss():
    network = tiny()
    fall = cascade(network, {"ID-3": 0.0})
    lost = cascades.stopped(network, fall)
    assert lost.iloc[0] == 0
    assert lost.iloc[-1] == pytest.approx(fall.loss, abs=1e-3)
    hit = cascades.hardest_hit(network, fall, language="en")
    assert "Sentra Aik Darek" not in set(hit["Business"])


def test_scenarios_side_by_side_keep_their_places(compared):
    totals = abreast.totals(compared, language="id")
    assert list(totals.columns)[1:] == list(compared)
    apart = abreast.differences(compared, language="id")
    assert list(apart.columns)[1:3] == list(compared)


def test_the_ready_made_scenario_takes_aik_darek_to_three_hundred_tonnes():
    network = SupplyNetwork.read(DATA / "ntb")
    ready = examples.growing(network, "id")
    assert ready.name == "Aik Darek dari 18 ton ke 300 ton"
    assert ready.edits[0].change == pytest.approx(282_000 * 12_500)
    (limit,) = [each for each in limits(effects(network, ready)) if each.product == "cassava"]
    assert limit.volume == pytest.approx(282_000 / 0.225)
    assert limit.land == pytest.approx(282_000 / 0.225 / 12_000)
    assert "Singkong" in limit.text(network).id


def test_other_data_have_no_ready_made_scenario():
    assert examples.growing(tiny(), "id") is None


def test_forms_offer_what_is_there():
    network = tiny()
    assert list(partners.goods(network, "ID-3")) == ["PRD-2"]
    assert "ID-10" not in partners.makers(network)
    assert list(partners.suppliers(network, "ID-3")) == ["ID-2", "ID-1", "ID-4"]
    assert partners.shared(network, "ID-3", "ID-5") == {"PRD-2": 50e6}


def test_the_best_group_is_said_not_to_be_the_best_singles():
    """Singly 195, 105 and 100; the best pair is 1 and 3 with 295, that of 1 and 2 carries less."""
    network = SupplyNetwork.from_flows([[0, 30, 0], [65, 0, 0], [0, 0, 0]], [130, 75, 100])
    found = mainstay.mainstays(
        network, among=("1", "2", "3"), slots=2, budget=float("inf"), measure="output"
    )
    assert found.group.businesses == ("1", "3")
    assert found.rivals == ("1", "2")
    assert found.rivals_loss < found.group.loss == pytest.approx(295)
    said = mainstay.told(network, found, "output", "en")[1]
    assert said.startswith("The best group is not the best singles")
