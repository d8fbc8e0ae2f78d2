"""Whether an economy can work: refused with the reason, told where it looks unlikely."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supplychain import SupplyNetwork
from supplychain.core.errors import DataError, NotProductiveError
from tests.core.tables import TWO_SECTORS, chain, codes, economies


def finding(network_or_error, code):
    return next(each for each in network_or_error.findings if each.code == code)


def test_the_textbook_economy_is_clean():
    network = SupplyNetwork.from_flows(*TWO_SECTORS, value_added=[650, 1400], wages=[300, 500])
    assert {each.severity for each in network.findings} <= {"info"}


def test_who_buys_more_than_it_makes_is_named_with_the_share():
    with pytest.raises(DataError) as refused:
        SupplyNetwork.from_flows([[0, 140], [0, 0]], [200, 100], names=["farm", "mill"])
    found = finding(refused.value, "economy.purchases")
    assert found.subjects == ("mill",)
    assert "140%" in found.cause.en
    assert "140%" in found.cause.id


def test_an_output_next_to_nothing_is_refused_not_divided_by():
    with pytest.raises(DataError, match="of its own output"):
        SupplyNetwork.from_flows([[0, 1e10], [0, 0]], [1e11, 1e-310])


def test_zero_output_without_purchases_is_fine():
    assert len(SupplyNetwork.from_flows([[0, 0], [0, 0]], [0, 0])) == 2


def test_value_added_below_zero_is_refused():
    """The pymrio small table: good for algebra, yet sector 2 adds -5."""
    flows = [[0, 0], [0, 0]]
    with pytest.raises(DataError) as refused:
        SupplyNetwork.from_flows(flows, [51, 15], value_added=[21, -5])
    assert finding(refused.value, "economy.value_added").subjects == ("2",)


def test_a_circle_of_needs_is_named():
    """Two firms sell each other almost all they make; the radius is above one."""
    a = np.array([[0.0, 1.25, 0.0], [0.9, 0.0, 0.0], [0.0, 0.0, 0.1]])
    network = SupplyNetwork.from_flows(a * 100, [100, 100, 100], check=False)
    with pytest.raises((NotProductiveError, DataError)) as refused:
        network.replace()
    found = finding(refused.value, "economy.productive")
    assert set(found.subjects) == {"1", "2"}
    assert "→" in found.place.en


@settings(max_examples=40)
@given(economies())
def test_nobody_who_spends_less_than_it_makes_is_refused(economy):
    network = SupplyNetwork.from_flows(*economy)
    radius = max(abs(np.linalg.eigvals(network.coefficients.toarray())))
    assert radius < 1


@settings(max_examples=40)
@given(economies(), st.floats(1.02, 5))
def test_economies_that_cannot_work_are_refused(economy, factor):
    flows, output = np.array(economy[0]), np.array(economy[1])
    radius = max(abs(np.linalg.eigvals(flows / output)))
    if radius < 1e-6:
        return
    with pytest.raises(DataError):
        SupplyNetwork.from_flows(flows / radius * factor, output)


def test_selling_more_than_output_is_told():
    network = SupplyNetwork.from_flows([[0, 50], [0, 0]], [40, 200])
    assert finding(network, "economy.sales").subjects == ("1",)
    assert finding(network, "economy.sales").severity == "warning"


GOODS = pd.DataFrame(
    {
        "id": ["cassava", "tapioca"],
        "unit": ["kg", "kg"],
        "price": [1000.0, 12_500.0],
        "made_from": [None, "cassava"],
        "yield": [None, 0.225],
    }
)


def mill(cassava: float, tapioca: float, **columns) -> SupplyNetwork:
    return SupplyNetwork.from_tables(
        pd.DataFrame({"id": ["farm", "mill", "bakso"], "output": [1e12] * 3, **columns}),
        pd.DataFrame(
            {
                "supplier": ["farm", "mill"],
                "buyer": ["mill", "bakso"],
                "product": ["cassava", "tapioca"],
                "volume": [cassava, tapioca],
            }
        ),
        GOODS,
    )


def test_mass_balance_of_the_aik_darek_mill():
    """80 t of cassava yield 18 t of tapioca at 22.5 %; 25 t cannot be."""
    assert "economy.mass_balance" not in codes(mill(80_000, 18_000))
    found = finding(mill(80_000, 25_000), "economy.mass_balance")
    assert found.subjects == ("mill",)
    assert "25 tonnes" in found.cause.en
    assert "18 ton" in found.cause.id


@settings(max_examples=30)
@given(cassava=st.floats(1, 1e6), share=st.floats(0.01, 2))
def test_mass_balance_has_a_tolerance_of_a_fifth(cassava, share):
    network = mill(cassava, cassava * 0.225 * share)
    if abs(share - 1.2) > 1e-9:
        assert ("economy.mass_balance" in codes(network)) == (share > 1.2)


def test_what_rules_filled_in_is_counted():
    network = chain()
    assert "3 gap(s)" in finding(network, "completion.output").cause.en
    assert finding(network, "completion.kind").severity == "info"


def test_own_use_and_lonely_businesses_are_told_and_kept():
    network = SupplyNetwork.from_flows([[5, 0], [0, 0]], [10, 10], names=["self", "alone"])
    assert finding(network, "partnerships.itself").subjects == ("self",)
    assert finding(network, "businesses.alone").subjects == ("alone",)
    assert len(network) == 2


def test_partnerships_without_a_value_are_told():
    network = chain(value=[42.0, None], relation=["supplies", "supplies"])
    assert finding(network, "partnerships.without_value").place.en == "Partnerships, row 2"
    assert "partnerships.without_value" not in codes(
        chain(value=[42.0, None], relation=["supplies", "hosts"])
    )


@settings(max_examples=30)
@given(economies())
def test_every_finding_speaks_both_languages(economy):
    for each in SupplyNetwork.from_flows(*economy).findings:
        assert each.cause.en != each.cause.id
        assert each.remedy.en != each.remedy.id
        assert "{" not in each.text("en") + each.text("id")
