"""Textbook matrices, and changes: marks stay with their cells, the old network stays as it was."""

import dataclasses

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supplychain import SupplyNetwork
from supplychain.core.errors import DataError
from supplychain.core.schema import TABLES
from tests.core.tables import TWO_SECTORS, businesses, chain, codes, economies, partnerships

CLAIMS = pd.DataFrame(
    {
        "business": ["a", "a"],
        "field": ["workers", "workers"],
        "value": [10.0, 30.0],
        "source": ["old", "new"],
        "default": ["no", "yes"],
        "basis": ["reported", "estimated"],
    }
)


def with_claims() -> SupplyNetwork:
    return SupplyNetwork.from_tables(
        businesses(workers=[1.0, 2.0]), partnerships(value=[5.0]), claims=CLAIMS
    )


def test_matrices_agree_with_the_textbook():
    """Miller and Blair (2009), tables 2.3 and 2.4, and the allocation matrix of chapter 12."""
    network = SupplyNetwork.from_flows(*TWO_SECTORS, names=["agriculture", "manufacturing"])
    assert network.flows.toarray().tolist() == [[150, 500], [200, 100]]
    assert network.coefficients.toarray() == pytest.approx(np.array([[0.15, 0.25], [0.2, 0.05]]))
    assert network.allocation.toarray() == pytest.approx(np.array([[0.15, 0.5], [0.1, 0.05]]))
    assert network.sales.to_dict() == {"agriculture": 650, "manufacturing": 300}
    assert network.purchases.to_dict() == {"agriculture": 350, "manufacturing": 600}
    assert network.final_demand.to_dict() == {"agriculture": 350, "manufacturing": 1700}


def test_names_are_numbers_unless_given():
    assert list(SupplyNetwork.from_flows(*TWO_SECTORS).businesses.index) == ["1", "2"]


@settings(max_examples=30)
@given(economies())
def test_output_is_sales_and_final_demand(economy):
    network = SupplyNetwork.from_flows(*economy)
    assert (network.sales + network.final_demand).to_numpy() == pytest.approx(
        network.businesses["output"].to_numpy()
    )
    assert network.flows.toarray() == pytest.approx(np.array(economy[0]))


def test_the_graph_holds_every_known_value_and_no_gap():
    network = chain(product=["cassava", None])
    graph = network.graph
    assert isinstance(graph, nx.MultiDiGraph)
    assert list(graph.edges(keys=True)) == [("farm", "mill", 0), ("mill", "bakso", 1)]
    assert graph.edges["farm", "mill", 0]["product"] == "cassava"
    assert "product" not in graph.edges["mill", "bakso", 1]
    assert graph.nodes["mill"]["kind"] == "sentra"
    assert all(value == value for _, known in graph.nodes(data=True) for value in known.values())


def test_a_default_claim_speaks_for_its_number():
    network = with_claims()
    assert network.businesses["workers"].tolist() == [30.0, 2.0]
    assert network.basis_of("workers").tolist() == ["estimated", "assumed"]


def test_another_claim_can_be_preferred():
    network = with_claims().prefer(0)
    assert network.businesses["workers"].tolist() == [10.0, 2.0]
    assert network.basis_of("workers").tolist() == ["reported", "assumed"]
    assert network.claims["default"].tolist() == ["yes", "no"]


def test_a_number_set_by_hand_is_no_longer_filled_in():
    network = chain()
    output = network.businesses["output"].where(network.businesses.index != "mill", 500.0)
    changed = network.replace(businesses=network.businesses.assign(output=output))
    assert changed.filled["output"].to_dict() == {"farm": True, "mill": False, "bakso": True}
    assert changed.basis_of("output").to_dict()["mill"] == "assumed"


@settings(max_examples=30)
@given(gone=st.integers(0, 2))
def test_marks_stay_with_their_partnerships_when_one_goes(gone):
    network = SupplyNetwork.from_tables(
        businesses(),
        pd.DataFrame(
            {
                "supplier": ["a"] * 3,
                "buyer": ["b"] * 3,
                "product": ["t"] * 3,
                "volume": [1.0, 2.0, 3.0],
                "value": [None, 20.0, None],
                "basis": ["reported"] * 3,
            }
        ),
        pd.DataFrame({"id": ["t"], "price": [10.0]}),
    )
    assert network.value_basis.tolist() == ["estimated", "reported", "estimated"]
    fewer = network.replace(partnerships=network.partnerships.drop(gone))
    rest = [place for place in range(3) if place != gone]
    assert fewer.value_basis.tolist() == network.value_basis[rest].tolist()
    assert fewer.partnerships["value"].tolist() == network.partnerships["value"][rest].tolist()
    assert list(fewer.partnerships.index) == [0, 1]


def test_a_change_leaves_the_old_network_alone():
    network = chain()
    before = network.fingerprint
    network.replace(partnerships=network.partnerships.assign(value=1.0))
    assert (
        network.fingerprint
        == SupplyNetwork.from_tables(*(getattr(network, name) for name in TABLES)).fingerprint
    )
    assert network.fingerprint == before
    with pytest.raises(dataclasses.FrozenInstanceError):
        network.businesses = None


def test_tables_that_are_given_are_not_changed():
    given_businesses, given_partnerships = businesses(), partnerships(value=[1.0])
    copies = given_businesses.copy(), given_partnerships.copy()
    SupplyNetwork.from_tables(given_businesses, given_partnerships)
    pd.testing.assert_frame_equal(given_businesses, copies[0])
    pd.testing.assert_frame_equal(given_partnerships, copies[1])


@pytest.mark.parametrize("column", ["value", "volume", "product", "basis"])
def test_any_other_cell_gives_another_fingerprint(column):
    first = chain(volume=[1.0, 2.0], product=["x", "y"], basis=["reported", "reported"])
    cells = {"value": 43.0, "volume": 9.0, "product": "z", "basis": "assumed"}
    table = first.partnerships.copy()
    table.loc[0, column] = cells[column]
    assert first.replace(partnerships=table).fingerprint != first.fingerprint


def test_ids_may_be_a_column_or_the_index():
    table = businesses(output=[9.0, 9.0])
    with_column = SupplyNetwork.from_tables(table, partnerships(value=[1.0]))
    with_index = SupplyNetwork.from_tables(table.set_index("id"), partnerships(value=[1.0]))
    assert with_column.fingerprint == with_index.fingerprint


def test_a_minimal_register_works():
    network = SupplyNetwork.from_tables(businesses(), partnerships(value=[42.0]))
    assert network.businesses["output"].tolist() == pytest.approx([42.0, 100.0])
    assert network.businesses["name"].tolist() == ["a", "b"]
    assert len(network) == 2
    assert repr(network) == "SupplyNetwork(2 businesses, 1 partnerships)"


def test_names_and_units_of_products_fall_back_to_what_is_known():
    network = SupplyNetwork.from_tables(
        businesses(),
        partnerships(product=["tapioca"]),
        pd.DataFrame({"id": ["tapioca", "x"], "name_id": ["Tapioka", None], "unit": ["kg", None]}),
    )
    assert network.product_name("tapioca").id == "Tapioka"
    assert network.product_name("tapioca").en == "tapioca"
    assert network.product_name("unlisted").id == "unlisted"
    assert network.unit_of("tapioca") == "kg"
    assert network.unit_of("x") == ""
    assert network.unit_of("unlisted") == ""


def test_findings_of_the_tables_and_of_the_reader_are_kept():
    network = SupplyNetwork.from_tables(
        businesses(source=["x", None]),
        partnerships(value=[1.0]),
        sources=pd.DataFrame({"id": ["y"]}),
        findings=chain().findings[:1],
    )
    assert {"sources.unknown", chain().findings[0].code} <= codes(network)


def test_duplicate_ids_in_a_change_are_refused_in_our_words():
    network = chain()
    with pytest.raises(DataError, match="is there twice"):
        network.replace(businesses=pd.concat([network.businesses, network.businesses]))


def test_a_change_may_leave_out_columns():
    network = with_claims()
    fewer = network.replace(businesses=network.businesses[["output", "workers"]])
    assert fewer.businesses["workers"].tolist() == [30.0, 2.0]
