"""Laws of the model that hold on any network (numbered as in the table of properties)."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supplychain import SupplyNetwork
from supplychain.core.errors import DataError, NotProductiveError
from supplychain.metrics import CATALOGUE
from tests.metrics.economies import networks

BY_BUSINESS = CATALOGUE.find(level="business")
FEW = settings(max_examples=50)


def renamed(network, order):
    """The same network with new ids and its rows in another order."""
    names = {
        old: f"n{place:02d}" for place, old in zip(order, network.businesses.index, strict=True)
    }
    businesses = network.businesses.rename(index=names).sort_index()
    trade = network.partnerships.assign(
        supplier=network.partnerships["supplier"].map(names),
        buyer=network.partnerships["buyer"].map(names),
    )
    turned = trade.iloc[::-1].reset_index(drop=True).rename_axis(index="partnership")
    return replace(network, businesses=businesses, partnerships=turned), names


def scaled(network, factor):
    """The same network in another unit of money."""
    money = {name: network.businesses[name] * factor for name in ("output", "value_added", "wages")}
    values = network.partnerships["value"] * factor
    return replace(
        network,
        businesses=network.businesses.assign(**money),
        partnerships=network.partnerships.assign(value=values),
    )


def split(network):
    """The same network with every trade row in two rows that add up to it."""
    thirds = network.partnerships.assign(value=network.partnerships["value"] / 4)
    rest = network.partnerships.assign(value=network.partnerships["value"] * 3 / 4)
    rows = pd.concat([thirds, rest], ignore_index=True).rename_axis(index="partnership")
    return replace(network, partnerships=rows)


def close(metric, one, other):
    if metric.codes:
        assert one.tolist() == other.tolist(), metric.id
    else:
        np.testing.assert_allclose(one, other, rtol=1e-7, atol=1e-9, err_msg=metric.id)


@FEW
@given(networks(), st.floats(1e-3, 1e6))
def test_7_the_currency_does_not_matter(network, factor):
    other = scaled(network, factor)
    for metric in BY_BUSINESS:
        change = {"jobs per Rp billion": 1 / factor, "Rp/year": factor}.get(metric.unit.en, 1.0)
        before, after = metric(network), metric(other)
        close(metric, after, before if metric.codes else before * change)


@FEW
@given(networks(), st.randoms(use_true_random=False))
def test_8_names_and_order_do_not_matter(network, chance):
    order = list(range(len(network)))
    chance.shuffle(order)
    other, names = renamed(network, order)
    for metric in BY_BUSINESS:
        before = metric(network)
        if not metric.labels:
            close(metric, metric(other).loc[[names[old] for old in before.index]], before)


@FEW
@given(networks())
def test_9_splitting_rows_does_not_matter(network):
    other = split(network)
    for metric in BY_BUSINESS:
        close(metric, metric(other), metric(network))


def side_by_side(one, other):
    """Two networks in one, without a link between them."""
    left = {name: f"l{name}" for name in one.businesses.index}
    right = {name: f"r{name}" for name in other.businesses.index}
    businesses = pd.concat(
        [one.businesses.rename(index=left), other.businesses.rename(index=right)]
    )
    rows = [
        network.partnerships.assign(
            supplier=network.partnerships["supplier"].map(names),
            buyer=network.partnerships["buyer"].map(names),
        )
        for network, names in ((one, left), (other, right))
    ]
    joined = pd.concat(rows, ignore_index=True).rename_axis(index="partnership")
    return replace(one, businesses=businesses, partnerships=joined), left


APART = [
    "output_multiplier", "value_added_multiplier", "employment_multiplier", "income_multiplier",
    "supply_multiplier", "upstreamness", "extraction_loss", "reach_downstream", "reach_upstream",
    "degree", "strength", "supplier_concentration", "buyer_concentration", "betweenness",
]  # fmt: skip


@FEW
@given(networks(), networks())
def test_12_parts_do_not_influence_each_other(one, other):
    both, names = side_by_side(one, other)
    for name in APART:
        metric = CATALOGUE.get(name)
        before = metric(one)
        close(metric, metric(both).loc[[names[old] for old in before.index]], before)


@FEW
@given(networks(), st.data())
def test_10_another_partnership_never_lowers_reach_or_multipliers(network, data):
    """The added purchase comes out of value added, so the economy stays productive."""
    places = st.integers(0, len(network) - 1)
    seller, buyer = (network.businesses.index[data.draw(places)] for _ in range(2))
    room = network.businesses["output"] - network.purchases
    extra = (
        network.partnerships.iloc[:1]
        .reindex([len(network.partnerships)])
        .assign(
            supplier=seller,
            buyer=buyer,
            value=room[buyer] / 2,
            relation="supplies",
            status="active",
            basis="assumed",
        )
    )
    rows = pd.concat([network.partnerships, extra]).rename_axis(index="partnership")
    larger = replace(network, partnerships=rows)
    if room[buyer] <= 0:
        return
    for name in ("output_multiplier", "reach_downstream", "reach_upstream", "degree"):
        metric = CATALOGUE.get(name)
        assert (metric(larger) >= metric(network) - 1e-9).all(), name


def exact_radius_below_one(rows):
    """Whether I - A has only positive leading minors, in exact arithmetic (Hawkins and Simon)."""
    size = len(rows)
    left = [[Fraction(int(i == j)) - rows[i][j] for j in range(size)] for i in range(size)]
    for k in range(size):
        if left[k][k] <= 0:
            return False
        for i in range(k + 1, size):
            share = left[i][k] / left[k][k]
            left[i] = [a - share * b for a, b in zip(left[i], left[k], strict=True)]
    return True


eighths = st.integers(0, 6).map(lambda share: Fraction(share, 8))


@settings(max_examples=200)
@given(
    st.integers(1, 5).flatmap(
        lambda n: st.lists(st.lists(eighths, min_size=n, max_size=n), min_size=n, max_size=n)
    )
)
def test_4_refused_if_and_only_if_not_productive(rows):
    network = SupplyNetwork.from_flows(
        np.array([[float(8 * share) for share in row] for row in rows]),
        np.full(len(rows), 8.0),
        check=False,
    )
    if exact_radius_below_one(rows):
        assert (CATALOGUE.get("output_multiplier")(network) >= 1).all()
    else:
        with pytest.raises(DataError):
            CATALOGUE.get("output_multiplier")(network)


def test_17_no_output_is_refused_only_with_purchases():
    idle = SupplyNetwork.from_flows([[0, 0], [0, 0]], [0, 5])
    assert CATALOGUE.get("output_multiplier")(idle).tolist() == [1, 1]
    with pytest.raises(DataError, match="output of zero"):
        SupplyNetwork.from_flows([[0, 0], [3, 0]], [0, 5])
    assert issubclass(NotProductiveError, DataError)


def test_buying_a_trillion_times_its_output_is_refused_by_name():
    with pytest.raises(DataError, match="b"):
        SupplyNetwork.from_flows([[0, 1e15], [0, 0]], [1e15, 1], names=["a", "b"])
