"""Views that say things: the network in figures, one sentra's story, claims, and what they move."""

from functools import lru_cache

import pandas as pd
import pytest

from supplychain import SupplyNetwork
from supplychain.core.errors import DataError, UnknownNameError
from supplychain.core.places import DATA
from supplychain.core.words import LANGUAGES
from supplychain.metrics import CATALOGUE
from supplychain.views import claims, editing, moved, offers, overview, pairs, standing, story
from tests.views.province import province

SENTRA = "sentra-aik-darek"


@lru_cache(maxsize=1)
def ntb() -> SupplyNetwork:
    return SupplyNetwork.read(DATA / "ntb")


@pytest.fixture
def chain() -> SupplyNetwork:
    """Cassava for a sentra with a capacity, tapioca for two makers; two reports on its workers."""
    businesses = pd.DataFrame(
        {
            "id": ["farm", "mill", "bakso", "kue"],
            "name": ["Kebun", "Sentra Tapioka", "Bakso", "Kue"],
            "kind": ["supplier", "sentra", "ikm", "ikm"],
            "district": ["52.02"] * 4,
            "output": [100.0, 1000.0, 5000.0, 4000.0],
            "capacity": [None, 1000.0, None, None],
            "capacity_product": [None, "tapioca", None, None],
            "workers": [1.0, 30.0, 2.0, 3.0],
            "basis": ["assumed", "reported", "assumed", "assumed"],
        }
    )
    partnerships = pd.DataFrame(
        {
            "supplier": ["farm", "mill", "mill"],
            "buyer": ["mill", "bakso", "kue"],
            "product": ["cassava", "tapioca", "tapioca"],
            "volume": [400.0, 60.0, 40.0],
            "value": [100.0, 600.0, 400.0],
            "basis": ["estimated", "assumed", "assumed"],
            "source": ["press", "model", "model"],
        }
    )
    products = pd.DataFrame(
        {
            "id": ["cassava", "tapioca"],
            "name_en": ["Cassava", "Tapioca"],
            "name_id": ["Singkong", "Tapioka"],
            "unit": ["kg", "kg"],
            "made_from": [None, "cassava"],
            "yield": [None, 0.25],
        }
    )
    reports = pd.DataFrame(
        {
            "business": ["mill", "mill"],
            "field": ["workers", "workers"],
            "value": [30.0, 10.0],
            "unit": ["persons", "persons"],
            "default": ["yes", "no"],
            "source": ["press", "press"],
        }
    )
    sources = pd.DataFrame(
        {
            "id": ["press", "model"],
            "publisher": ["Maklumat", "This data set"],
            "date": ["2025", None],
        }
    )
    return SupplyNetwork.from_tables(businesses, partnerships, products, reports, sources)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_of_the_province_says_where_it_stands(language):
    facts = overview.facts(ntb(), language)
    assert len(facts) == 6
    for fact in facts:
        assert sum(fact.shares.values()) == pytest.approx(1)
        assert fact.source
    assert facts[0].value == "20"


def test_jobs_count_by_the_basis_of_their_claims(chain):
    jobs = next(fact for fact in overview.facts(chain, "id") if fact.label == overview.JOBS)
    assert jobs.value == "36 orang"
    assert jobs.shares == pytest.approx({"reported": 30 / 36, "estimated": 0.0, "assumed": 6 / 36})


def test_the_bottleneck_is_worked_out_from_capacity_and_yield(chain):
    steps = story.story(chain, sentra="mill", language="en")
    assert "400 kg of cassava" in steps[0].text
    assert "4 tonnes of cassava; it gets 400 kg, enough for 10.0%" in steps[0].narrow
    assert all(not step.narrow for step in steps[1:])


def test_no_bottleneck_where_the_material_suffices(chain):
    enough = chain.partnerships.assign(volume=chain.partnerships["volume"].replace(400.0, 4000.0))
    steps = story.story(chain.replace(partnerships=enough), sentra="mill", language="id")
    assert not steps[0].narrow


def test_the_story_is_of_the_sentra_that_sources_say_most_about():
    assert story.best_told(ntb()) == SENTRA
    told = story.story(ntb(), sentra=SENTRA, language="id")
    assert len(told) == 5
    assert "singkong" in told[0].narrow
    volume = next(topic for topic in told[2].topics if topic.field == "output_volume")
    assert volume.used is not None
    assert volume.used.text == "18 ton/tahun"
    assert len(volume.claims) == 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentra_has_a_story_without_gaps(language):
    for network in (ntb(), province()):
        businesses = network.businesses
        linked = businesses.index.isin(network.trade["buyer"])
        linked &= businesses.index.isin(network.trade["supplier"])
        for sentra in businesses.index[linked & (businesses["kind"] == "sentra")]:
            for step in story.story(network, sentra=sentra, language=language):
                text = f"{step.title} {step.text} {step.narrow}"
                assert "nan" not in text.split()
                assert "  " not in step.text


def test_a_bare_register_has_a_story_too():
    bare = SupplyNetwork.from_tables(
        pd.DataFrame({"id": ["a", "b", "c"], "kind": ["supplier", "sentra", "ikm"]}),
        pd.DataFrame({"supplier": ["a", "b"], "buyer": ["b", "c"], "value": [40.0, 100.0]}),
    )
    first = story.story(bare, sentra="b", language="en")[0].text
    assert first.startswith("An unknown amount of goods a year from 1 supplier(s) in places not")


def test_a_network_without_sentra_has_no_story():
    assert story.best_told(SupplyNetwork.from_flows([[0, 1], [0, 0]], [10, 10])) is None


def test_a_story_of_nobody_is_refused(chain):
    with pytest.raises(UnknownNameError):
        story.story(chain, sentra="nobody", language="id")


def test_conflicts_are_numbers_with_different_reports(chain):
    found = claims.conflicts(chain, "id")
    assert [topic.id for topic in found] == ["mill/workers"]
    assert [claim.text for claim in found[0].claims] == ["30 orang", "10 orang"]
    assert [claim.used for claim in found[0].claims] == [True, False]
    assert found[0].claims[0].source == "Maklumat, 2025"


def test_fields_of_the_province_have_names_in_both_languages():
    for field in ntb().claims["field"].unique():
        words = claims.field_name(field)
        assert words.id != field or words.en != field


def test_another_report_moves_what_rests_on_it(chain):
    row = claims.conflicts(chain, "id")[0].claims[1].row
    table = moved.moved(chain, chain.prefer(row), language="id")
    rows = table.set_index(["Usaha", "Angka"])
    title = CATALOGUE.get("employment_multiplier").title.id
    assert rows.loc[("Sentra Tapioka", "Tenaga kerja"), "Sesudah"] == "10 orang"
    assert rows.loc[("Sentra Tapioka", "Tenaga kerja"), "Perubahan"] == "-66,7%"
    assert ("Sentra Tapioka", title) in rows.index
    assert ("Kebun", title) not in rows.index


def test_nothing_moves_without_a_change(chain):
    assert moved.moved(chain, chain, language="en").empty


def test_an_edit_is_taken_as_a_whole(chain):
    grid = editing.grid(chain, "businesses")
    new = editing.applied(chain, "businesses", grid.assign(output=grid["output"] * 2)).network
    assert new.businesses["output"].tolist() == [200.0, 2000.0, 10000.0, 8000.0]
    assert chain.businesses["output"].tolist() == [100.0, 1000.0, 5000.0, 4000.0]


def test_an_edit_that_breaks_the_checks_changes_nothing(chain):
    grid = editing.grid(chain, "businesses")
    with pytest.raises(DataError):
        editing.applied(chain, "businesses", grid.assign(output=-1.0))


def test_new_and_empty_rows_of_the_grid(chain):
    grid = editing.grid(chain, "partnerships")
    more = pd.DataFrame([{"supplier": "farm", "buyer": "kue", "value": 10.0}, {}])
    new = editing.applied(chain, "partnerships", pd.concat([grid, more])).network
    assert len(new.partnerships) == len(chain.partnerships) + 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_of_the_grid_has_a_header(language):
    for table in ("businesses", "partnerships"):
        for column in editing.grid(ntb(), table):
            assert editing.header(table, column, language)


def test_sentra_are_offered_first():
    offered = list(offers.businesses(ntb()))
    kinds = ntb().businesses["kind"].loc[offered]
    assert (kinds.iloc[:20] == "sentra").all()
    assert sorted(offered) == sorted(ntb().businesses.index)


def test_filters_offer_what_is_there(chain):
    assert list(offers.products(chain)) == ["cassava", "tapioca"]
    assert list(offers.kinds(chain)) == ["supplier", "sentra", "ikm"]
    assert set(offers.bases(chain)) == {"reported", "estimated", "assumed"}


def test_paths_are_told_by_name_and_sum_to_all(chain):
    ends = dict(zip(("supplier", "buyer"), pairs.connected(chain, "mill"), strict=True))
    assert ends == {"supplier": "farm", "buyer": "bakso"}
    found = CATALOGUE.get("structural_paths").fn(chain, **ends)
    said = pairs.told(chain, found, language="id")
    assert said["Jalur"].iloc[0] == "Kebun → Sentra Tapioka → Bakso"
    assert said["Bagian"].iloc[0] == "100,0%"


def test_standing_of_each_field_adds_up():
    for field in standing.by_field(ntb()):
        assert sum(field.shares.values()) == pytest.approx(1)
        assert field.count > 0


def test_sources_are_ranked_by_use(chain):
    table = standing.sources(chain, language="id")
    assert table["Penerbit"].tolist() == ["Maklumat", "Data ini"]
    assert table["Baris yang mengutip"].tolist() == [3, 2]
