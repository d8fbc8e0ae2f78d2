"""Documented rules for gaps, their worked numbers, and marks that say so."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supplychain import SupplyNetwork
from supplychain.core.completion import RAW_MATERIAL_SHARE, WAGE_SHARE
from tests.core.tables import businesses, chain, partnerships


def test_the_raw_material_share_is_that_of_lombok_tengah():
    """Rp 170.0 bn of raw material in Rp 405.5 bn of output (2016)."""
    assert pytest.approx(170.0 / 405.5, abs=0.001) == RAW_MATERIAL_SHARE


def test_value_is_volume_times_price():
    network = SupplyNetwork.from_tables(
        businesses(),
        partnerships(product=["tapioca"], volume=[420.0], basis=["reported"]),
        pd.DataFrame({"id": ["tapioca"], "price": [12_500.0]}),
    )
    assert network.partnerships["value"].tolist() == [5_250_000.0]
    assert network.value_basis.tolist() == ["estimated"]


@pytest.mark.parametrize(
    "missing", [{"volume": [None]}, {"volume": [4.0], "product": ["?"]}, {"product": ["tapioca"]}]
)
def test_a_value_that_no_rule_gives_stays_unknown(missing):
    network = SupplyNetwork.from_tables(
        businesses(), partnerships(**missing), pd.DataFrame({"id": ["tapioca"], "price": [1.0]})
    )
    assert network.partnerships["value"].isna().all()
    assert network.flows.sum() == 0


def test_output_is_sales_or_what_purchases_need():
    """Farm sells 42; mill sells 100 and buys 42; bakso buys 100, and 100 / 0.42 is 238."""
    network = chain()
    assert network.businesses["output"].tolist() == pytest.approx([42, 100, 238.095238])
    assert network.basis_of("output").tolist() == ["estimated"] * 3


def test_value_added_leaves_out_raw_material():
    """58 % of output, or what purchases leave if they are more."""
    network = SupplyNetwork.from_flows([[0, 80], [0, 0]], [200, 100])
    assert network.businesses["value_added"].tolist() == pytest.approx([116, 20])
    assert network.basis_of("value_added").tolist() == ["estimated", "estimated"]


def test_wages_are_half_of_value_added_and_assumed():
    network = SupplyNetwork.from_flows([[0, 80], [0, 0]], [200, 100], value_added=[100, 20])
    assert network.businesses["wages"].tolist() == [50, 10]
    assert network.basis_of("wages").tolist() == ["assumed", "assumed"]
    assert WAGE_SHARE == 0.5


def test_workers_stay_missing():
    assert chain().businesses["workers"].isna().all()


def test_kind_follows_from_the_place_in_the_trade():
    network = SupplyNetwork.from_tables(
        pd.DataFrame({"id": ["farm", "sentra", "ikm", "shop", "alone"]}),
        pd.DataFrame(
            {
                "supplier": ["farm", "sentra", "ikm"],
                "buyer": ["sentra", "ikm", "shop"],
                "value": [1.0, 2.0, 4.0],
            }
        ),
    )
    assert network.businesses["kind"].tolist() == ["supplier", "sentra", "ikm", "market", "ikm"]
    assert network.filled["kind"].all()


def test_sector_is_the_kbli_code_unless_given():
    network = SupplyNetwork.from_tables(
        businesses(kbli=["10621", "10130"], sector=[None, "meat"]), partnerships()
    )
    assert network.businesses["sector"].tolist() == ["10621", "meat"]


@settings(max_examples=30)
@given(
    output=st.none() | st.floats(1e9, 1e12),
    value_added=st.none() | st.floats(0, 1e8),
    wages=st.none() | st.floats(0, 1e7),
)
def test_what_is_given_is_never_overwritten_and_never_marked(output, value_added, wages):
    columns = {"output": output, "value_added": value_added, "wages": wages}
    network = SupplyNetwork.from_tables(
        businesses(**{name: [value, None] for name, value in columns.items()}),
        partnerships(value=[5.0]),
    )
    for name, value in columns.items():
        assert network.filled[name]["a"] == (value is None)
        if value is not None:
            assert network.businesses[name]["a"] == value


@settings(max_examples=30)
@given(values=st.lists(st.floats(0, 1e12), min_size=2, max_size=2))
def test_filling_in_twice_changes_nothing(values):
    network = chain(value=values)
    assert network.replace().fingerprint == network.fingerprint
