import pandas as pd
import pytest

from supplychain import SupplyNetwork
from supplychain.metrics.capacity import beyond_capacity, capacity_use


@pytest.fixture
def mills():
    businesses = pd.DataFrame(
        {
            "id": ["known", "greedy", "sold", "unknown", "maker"],
            "name": ["Known", "Greedy", "Sold", "Unknown", "Maker"],
            "output": [225e6, 50e6, 9e6, 10e6, 900e6],
            "capacity": [3e6, 2000.0, 4000.0, None, None],
            "capacity_product": ["tapioca", "tapioca", "salt", "tapioca", None],
        }
    )
    trade = pd.DataFrame(
        {
            "supplier": ["sold", "sold"],
            "buyer": ["maker", "maker"],
            "product": ["salt", "tapioca"],
            "volume": [1000.0, 500.0],
            "value": [1e6, 1e6],
        }
    )
    products = pd.DataFrame({"id": ["tapioca", "salt"], "price": [12500.0, None]})
    return SupplyNetwork.from_tables(businesses, trade, products)


def test_output_over_price_over_capacity(mills):
    found = capacity_use(mills)
    assert found["known"] == pytest.approx(0.006)
    assert found["greedy"] == pytest.approx(2.0)


def test_volume_sold_where_no_price_is_known(mills):
    assert capacity_use(mills)["sold"] == pytest.approx(0.25)


def test_unknown_capacity_stays_unknown(mills):
    assert capacity_use(mills)[["unknown", "maker"]].isna().all()


def test_beyond_capacity_is_flagged(mills):
    assert "Greedy" in beyond_capacity(mills).en
    assert "Greedy" in beyond_capacity(mills).id


def test_says_when_no_capacity_is_known():
    assert "Means nothing" in beyond_capacity(SupplyNetwork.from_flows([[0.0]], [1.0])).en
