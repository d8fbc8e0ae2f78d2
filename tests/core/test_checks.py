"""Every fault of the tables is found, placed and explained in both languages."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supplychain import SupplyNetwork
from supplychain.core import validation
from supplychain.core.errors import DataError
from supplychain.core.schema import BUSINESSES, PARTNERSHIPS, TABLES
from tests.core.tables import businesses, codes, partnerships

GOOD = (businesses(output=[9.0, 9.0]), partnerships(value=[1.0]))
FAULTS = {
    "gap in id": (businesses().assign(id=["a", None]), GOOD[1], "businesses.id", "row 2"),
    "empty id": (businesses().assign(id=["a", " "]), GOOD[1], "businesses.id", "row 2"),
    "duplicate id": (businesses().assign(id=["a", "a"]), GOOD[1], "businesses.id", "row 1, 2"),
    "unknown kind": (businesses(kind=["sentra", "shop"]), GOOD[1], "businesses.kind", "shop"),
    "negative output": (businesses(output=[1.0, -1.0]), GOOD[1], "businesses.output", "row 2"),
    "latitude off the globe": (businesses(lat=[91.0, 0.0]), GOOD[1], "businesses.lat", "above 90"),
    "infinite value": (GOOD[0], partnerships(value=[float("inf")]), "value", "too large"),
    "enormous value": (GOOD[0], partnerships(value=[1e301]), "value", "too large"),
    "gap in supplier": (GOOD[0], partnerships().assign(supplier=[None]), "supplier", "gap"),
    "unknown relation": (GOOD[0], partnerships(relation=["sells"]), "relation", "supplies"),
    "unknown buyer": (GOOD[0], partnerships().assign(buyer=["c"]), "unknown_business", "a → c"),
    "no business": (businesses().iloc[:0], partnerships().iloc[:0], "businesses.empty", "two rows"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_the_tables_is_refused(fault):
    firms, trade, code, says = FAULTS[fault]
    with pytest.raises(DataError, match=says) as refused:
        SupplyNetwork.from_tables(firms, trade)
    assert any(code in found for found in codes(refused.value))
    assert refused.value.words.id != refused.value.words.en


def test_all_faults_are_told_at_once():
    with pytest.raises(DataError) as refused:
        SupplyNetwork.from_tables(
            businesses(kind=["shop", None], lat=[99.0, 0.0]), partnerships(value=[-1.0])
        )
    assert len(refused.value.findings) == 3


CLAIM_FAULTS = {
    "unknown business": ({"business": ["c"], "value": [1.0]}, "claims.unknown_business"),
    "beyond bounds": ({"business": ["a"], "value": [-1.0]}, "claims.bounds"),
    "unknown basis": ({"business": ["a"], "value": [1.0], "basis": ["x"]}, "claims.basis.codes"),
}


@pytest.mark.parametrize("fault", CLAIM_FAULTS)
def test_a_fault_in_the_claims_is_refused(fault):
    columns, code = CLAIM_FAULTS[fault]
    claims = pd.DataFrame({"field": ["workers"], "default": ["yes"], **columns})
    with pytest.raises(DataError) as refused:
        SupplyNetwork.from_tables(*GOOD, claims=claims)
    assert codes(refused.value) == {code}


def test_rival_defaults_are_told_and_the_last_is_used():
    claims = pd.DataFrame(
        {"business": ["a", "a"], "field": ["workers"] * 2, "value": [1.0, 2.0], "default": "yes"}
    )
    network = SupplyNetwork.from_tables(*GOOD, claims=claims)
    assert "claims.rivals" in codes(network)
    assert network.businesses["workers"]["a"] == 2.0


def test_a_claim_about_something_else_is_kept_and_used_nowhere():
    claims = pd.DataFrame(
        {"business": ["a"], "field": ["planted_area"], "value": [-7.0], "default": ["yes"]}
    )
    network = SupplyNetwork.from_tables(*GOOD, claims=claims)
    assert len(network.claims) == 1


def test_sources_are_asked_for_only_where_there_is_a_list():
    cited = businesses(source=["x", "y"])
    assert "sources.unknown" not in codes(SupplyNetwork.from_tables(cited, GOOD[1]))
    network = SupplyNetwork.from_tables(cited, GOOD[1], sources=pd.DataFrame({"id": ["y"]}))
    (finding,) = [each for each in network.findings if each.code == "sources.unknown"]
    assert finding.severity == "warning"
    assert "x" in finding.cause.en


def test_a_reader_says_where_a_fault_stands():
    frame = validation.conform(PARTNERSHIPS, partnerships(value=[-1.0]))

    def place(column, rows):
        assert (column, list(rows)) == ("value", [0])
        return TABLES["partnerships"].title

    (finding,) = validation.check(PARTNERSHIPS, frame, place)
    assert finding.place.id == "Kemitraan"


def test_conforming_adds_columns_types_and_defaults():
    frame = validation.conform(PARTNERSHIPS, partnerships())
    assert list(frame.columns) == PARTNERSHIPS.names
    assert frame.loc[0, ["relation", "status", "basis"]].tolist() == [
        "supplies",
        "active",
        "assumed",
    ]
    assert frame["value"].dtype == "float64"
    assert frame["product"].isna().all()


ODD = st.text(min_size=1, max_size=6).filter(lambda text: bool(text.strip()))


@settings(max_examples=30)
@given(names=st.lists(ODD, min_size=2, max_size=4, unique=True))
def test_names_with_braces_and_signs_break_no_message(names):
    firms = pd.DataFrame({"id": names, "kind": ["{x}"] * len(names)})
    trade = pd.DataFrame({"supplier": [names[0]], "buyer": [names[1]]})
    with pytest.raises(DataError) as refused:
        SupplyNetwork.from_tables(firms, trade)
    assert "{x}" in str(refused.value)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=5))
def test_a_number_is_refused_exactly_when_it_is_below_its_bound(values):
    ids = [str(place) for place in range(len(values))]
    frame = validation.conform(BUSINESSES, pd.DataFrame({"id": ids, "workers": values}))
    found = validation.check(BUSINESSES, frame)
    assert bool(found) == any(value < 0 for value in values)
