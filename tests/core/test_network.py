"""The network: what its tables must agree on, what is filled in, and what a change leaves alone."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain.core.errors import DataError, NotProductiveError, UnknownNameError
from supplychain.core.network import SupplyNetwork


def network(**columns) -> SupplyNetwork:
    """Cassava to tapioca to bakso, with columns of the partnerships changed."""
    businesses = pd.DataFrame(
        {"id": ["cassava", "tapioca", "bakso"], "output": [130.0, 260.0, 1000.0]}
    )
    partnerships = {"supplier": ["cassava", "tapioca"], "buyer": ["tapioca", "bakso"]}
    return SupplyNetwork.from_tables(
        businesses, pd.DataFrame(partnerships | {"value": [130.0, 100.0]} | columns)
    )


def codes(error: DataError) -> set[str]:
    return {finding.code for finding in error.findings}


def test_flows_and_books():
    found = network()
    assert found.flows.toarray().tolist() == [[0, 130, 0], [0, 0, 100], [0, 0, 0]]
    assert found.final_demand.tolist() == [0, 160, 1000]
    assert found.coefficients.toarray()[0, 1] == pytest.approx(0.5)
    assert found.allocation.toarray()[1, 2] == pytest.approx(100 / 260)


def test_only_active_goods_count():
    found = network(relation=["supplies", "hosts"])
    assert found.sales.tolist() == [130, 0, 0]
    assert network(status=["planned", "active"]).sales.tolist() == [0, 100, 0]


def test_the_graph_holds_everything():
    graph = network(relation=["supplies", "hosts"]).graph
    assert graph.number_of_edges() == 2
    assert graph.edges["tapioca", "bakso", 1]["relation"] == "hosts"
    assert graph.nodes["bakso"]["output"] == 1000
    assert "lat" not in graph.nodes["bakso"]


def test_a_missing_value_is_volume_times_price():
    products = pd.DataFrame({"id": ["starch"], "price": [12.5]})
    businesses = pd.DataFrame({"id": ["a", "b"], "output": [900.0, 900.0]})
    trade = pd.DataFrame(
        {
            "supplier": ["a"],
            "buyer": ["b"],
            "product": ["starch"],
            "volume": [20.0],
            "basis": ["reported"],
        }
    )
    found = SupplyNetwork.from_tables(businesses, trade, products)
    assert found.sales["a"] == 250
    assert found.value_basis[0] == "estimated"


def test_a_missing_output_covers_sales_and_purchases():
    """Rule: the larger of sales and purchases at 42 % raw material of output."""
    businesses = pd.DataFrame({"id": ["a", "b"]})
    trade = pd.DataFrame({"supplier": ["a"], "buyer": ["b"], "value": [42.0]})
    found = SupplyNetwork.from_tables(businesses, trade)
    assert found.businesses["output"].tolist() == pytest.approx([42, 100])
    assert found.basis_of("output").tolist() == ["estimated", "estimated"]
    assert found.businesses["kind"].tolist() == ["supplier", "market"]


def test_what_was_filled_in_is_filled_in_anew():
    businesses = pd.DataFrame({"id": ["a", "b"]})
    trade = pd.DataFrame({"supplier": ["a"], "buyer": ["b"], "value": [42.0]})
    found = SupplyNetwork.from_tables(businesses, trade)
    doubled = found.replace(partnerships=found.partnerships.assign(value=84.0))
    assert doubled.businesses["output"].tolist() == pytest.approx([84, 200])


def test_a_claim_is_believed_until_another_is_or_the_number_is_changed():
    businesses = pd.DataFrame({"id": ["a"], "workers": [30.0], "basis": ["assumed"]})
    claims = pd.DataFrame(
        {
            "business": ["a", "a"],
            "field": ["workers", "workers"],
            "value": [30.0, 10.0],
            "default": ["yes", "no"],
        }
    )
    found = SupplyNetwork.from_tables(
        businesses, pd.DataFrame({"supplier": [], "buyer": []}), claims=claims
    )
    assert found.basis_of("workers")["a"] == "reported"
    other = found.prefer(1)
    assert other.businesses.loc["a", "workers"] == 10
    by_hand = other.replace(businesses=other.businesses.assign(workers=12.0))
    assert by_hand.businesses.loc["a", "workers"] == 12
    assert by_hand.basis_of("workers")["a"] == "assumed"


def test_names_rows_that_point_nowhere():
    with pytest.raises(DataError, match="row 2: tapioca → roti") as caught:
        network(buyer=["tapioca", "roti"])
    assert codes(caught.value) == {"partnerships.unknown_business"}
    assert "Tambahkan usahanya" in caught.value.words.id


@pytest.mark.parametrize(
    ("column", "values", "message"),
    [
        ("value", [130.0, -1.0], "below 0: -1.0"),
        ("value", [130.0, np.inf], "too large to reckon with: inf"),
        ("relation", ["supplies", "likes"], "unknown code: likes"),
        ("supplier", ["cassava", None], "has a gap"),
    ],
)
def test_refuses_cells_with_place_and_remedy(column, values, message):
    with pytest.raises(DataError, match=message) as caught:
        network(**{column: values})
    (finding,) = caught.value.findings
    assert "2" in finding.place.en
    assert finding.remedy.en


def test_refuses_the_same_id_twice():
    with pytest.raises(DataError, match="is there twice: a"):
        SupplyNetwork.from_tables(
            pd.DataFrame({"id": ["a", "a"]}), pd.DataFrame({"supplier": [], "buyer": []})
        )


def test_refuses_purchases_beyond_output_by_name():
    with pytest.raises(DataError, match="tapioca: It buys 200% of its own output") as caught:
        network(value=[520.0, 100.0])
    assert caught.value.findings[0].subjects == ("tapioca",)


def test_refuses_a_buyer_without_output():
    with pytest.raises(DataError, match="output of zero"):
        SupplyNetwork.from_flows([[0, 5], [0, 0]], [10, 0])


def test_a_hidden_cycle_is_named():
    """Column sums reach 1 within a circle of two that sells nothing outside."""
    with pytest.raises((NotProductiveError, DataError), match=r"1 → 2 → 1|2 → 1 → 2"):
        SupplyNetwork.from_flows([[0, 1.0], [1.0, 0]], [1.0, 1.0])


def test_doubts_and_refuses_what_magnifies_errors():
    nearly = 1 - 1e-10
    doubted = SupplyNetwork.from_flows([[0, nearly], [nearly, 0]], [1, 1])
    assert "economy.condition" in {finding.code for finding in doubted.findings}
    with pytest.raises(DataError):
        SupplyNetwork.from_flows([[0, 1 - 1e-13], [1 - 1e-13, 0]], [1, 1])


def test_tells_what_looks_unlikely():
    oversold = network(value=[131.0, 100.0])
    assert [f.code for f in oversold.findings if f.severity == "warning"] == ["economy.sales"]


def test_tells_a_sentra_short_of_raw_material():
    businesses = pd.DataFrame(
        {
            "id": ["farm", "mill", "shop"],
            "output": [500.0, 500.0, 900.0],
            "capacity": [None, 30.0, None],
            "capacity_product": [None, "starch", None],
        }
    )
    products = pd.DataFrame(
        {
            "id": ["root", "starch"],
            "unit": ["kg", "kg"],
            "made_from": [None, "root"],
            "yield": [None, 0.2],
        }
    )
    trade = pd.DataFrame(
        {
            "supplier": ["farm", "mill"],
            "buyer": ["mill", "shop"],
            "product": ["root", "starch"],
            "volume": [100.0, 40.0],
            "value": [100.0, 400.0],
        }
    )
    found = SupplyNetwork.from_tables(businesses, trade, products)
    told = {finding.code: finding.text("id") for finding in found.findings}
    assert "hanya menghasilkan 20 kg" in told["economy.mass_balance"]
    assert "kapasitasnya 30 kg" in told["economy.capacity"]


def test_offers_the_nearest_name():
    with pytest.raises(UnknownNameError, match="Did you mean 'tapioca'"):
        network().position("tapoca")


@given(order=st.permutations(range(3)))
def test_order_of_rows_changes_nothing_but_the_order(order):
    found = network()
    turned = SupplyNetwork.from_tables(
        found.businesses.iloc[list(order)], found.partnerships.iloc[::-1]
    )
    assert turned.final_demand.reindex(found.final_demand.index).equals(found.final_demand)


@given(parts=st.lists(st.floats(0.1, 10), min_size=1, max_size=5))
def test_splitting_a_partnership_changes_no_flow(parts):
    found = network()
    share = np.array(parts) / sum(parts)
    first = pd.DataFrame({"supplier": "cassava", "buyer": "tapioca", "value": 130 * share})
    split = found.replace(
        partnerships=pd.concat([first, found.partnerships.iloc[[1]]], ignore_index=True)
    )
    assert split.flows.toarray() == pytest.approx(found.flows.toarray())


def test_equal_tables_have_equal_fingerprints():
    assert network().fingerprint == network().fingerprint
    assert network().fingerprint != network(value=[129.0, 100.0]).fingerprint
    assert network().replace().fingerprint == network().fingerprint
