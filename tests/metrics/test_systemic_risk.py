from __future__ import annotations

from functools import partial

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain import SupplyNetwork
from supplychain.engine import esri
from supplychain.metrics import CATALOGUE
from supplychain.metrics.systemic_risk import systemic_risk
from tests.metrics.trades import networks


@pytest.fixture
def by_hand():
    """Two rivals S1 and S2 feed B, who feeds C."""
    return SupplyNetwork.from_tables(
        pd.DataFrame(
            {"id": ["S1", "S2", "B", "C"], "sector": ["1", "1", "2", "3"], "output": 20.0}
        ),
        pd.DataFrame(
            {
                "supplier": ["S1", "S2", "B"],
                "buyer": ["B", "B", "C"],
                "value": [3.0, 1.0, 5.0],
                "input_class": ["essential", "essential", None],
            }
        ),
    )


def test_the_worked_example(by_hand):
    expected = {"S1": 0.75, "S2": 17 / 108, "B": 1.0, "C": 1.0}
    assert systemic_risk(by_hand).to_dict() == pytest.approx(expected, abs=1e-9)
    assert systemic_risk(by_hand, production="essential").to_dict() == pytest.approx(
        expected, abs=1e-9
    )


def dense(network, production):
    """Total, downstream and upstream index by the published recursion, on full matrices."""
    flows = network.flows.toarray()
    sales = flows.sum(axis=1)
    if sales.sum() == 0:
        return np.zeros((3, len(network)))
    needed, alike = classes(network, production), rivals(network)
    limits = 1.0 - np.eye(len(network))
    down = np.array(
        [ended(partial(short_of_inputs, flows, needed, alike), limit) for limit in limits]
    )
    up = np.array([ended(partial(short_of_custom, flows), limit) for limit in limits])
    return np.array([(1 - end) @ sales / sales.sum() for end in (np.minimum(down, up), down, up)])


def ended(step, limit):
    """Follow one shock until nothing moves by more than the tolerance, as each does by itself."""
    level, moved = np.ones_like(limit), 1.0
    while moved > esri.TOLERANCE:
        following = np.minimum(step(level), limit)
        level, moved = following, abs(following - level).max()
    return level


def classes(network, production):
    codes = {"essential": 2, "linear": 1, "ignored": 0}
    needed = np.full((len(network), len(network)), codes.get(production, 0))
    if production == "mixed":
        for row in network.trade.itertuples():
            pair = network.position(row.supplier), network.position(row.buyer)
            needed[pair] = max(needed[pair], codes.get(row.input_class, 1))
    return needed


def rivals(network):
    sector = network.businesses["sector"].to_numpy(dtype=object)
    return np.array([[one == other for other in sector] for one in sector]) | np.eye(
        len(sector), dtype=bool
    )


def short_of_inputs(flows, needed, alike, level):
    sales, bought = flows.sum(axis=1), flows.sum(axis=0)
    offered = alike @ (sales * level)
    replaced = np.where(offered > 0, np.minimum(1, sales / np.where(offered > 0, offered, 1)), 1)
    missing = flows * (replaced * (1 - level))[:, np.newaxis]
    losses = [(missing * (needed == 1)).sum(axis=0) / np.where(bought > 0, bought, 1)]
    for sector in np.unique(alike, axis=0):
        kind = (needed == 2) & sector[:, np.newaxis]
        whole = (flows * kind).sum(axis=0)
        losses.append((missing * kind).sum(axis=0) / np.where(whole > 0, whole, 1))
    return 1 - np.max(losses, axis=0)


def short_of_custom(flows, level):
    sales = flows.sum(axis=1)
    return np.where(sales > 0, flows @ level / np.where(sales > 0, sales, 1), 1.0)


@given(networks(), st.sampled_from(["mixed", "linear", "essential"]))
def test_equals_the_recursion_written_out(network, production):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(esri, "TOLERANCE", 1e-3)  # step by step the same, and soon done
        expected = dense(network, production)
        for part, values in zip(("total", "downstream", "upstream"), expected, strict=True):
            found = systemic_risk(network, production=production, part=part)
            assert found.tolist() == pytest.approx(values.tolist(), abs=1e-9)
            assert found.between(0, 1 + 1e-12).all()


def test_of_two_partnerships_of_a_pair_the_more_needed_one_decides(by_hand):
    more = pd.concat([by_hand.partnerships, by_hand.partnerships.iloc[[0]]], ignore_index=True)
    more.loc[3, ["input_class", "value"]] = ["ignored", 1.0]
    more.loc[0, "value"] = 2.0
    split = by_hand.replace(partnerships=more)
    assert systemic_risk(split).tolist() == pytest.approx(systemic_risk(by_hand).tolist())


def test_missing_classes_and_sectors_are_told(by_hand):
    notice = CATALOGUE.get("systemic_risk").notice(by_hand)
    assert notice.en.startswith("1 of 3 partnerships do not say how much the buyer needs them")
    bare = by_hand.replace(businesses=by_hand.businesses.assign(sector=None))
    assert "3 sellers have no sector" in CATALOGUE.get("systemic_risk").notice(bare).en
    assert "3 penjual tanpa sektor" in CATALOGUE.get("systemic_risk").notice(bare).id


def test_equal_risk_is_told():
    pair = SupplyNetwork.from_flows([[0, 3], [0, 0]], [9, 9], sectors=["a", "b"])
    assert "same for every business" in CATALOGUE.get("systemic_risk").notice(pair).en


def test_no_trade_is_no_risk_and_is_told():
    alone = SupplyNetwork.from_flows([[0.0, 0.0], [0.0, 0.0]], [9, 9])
    assert systemic_risk(alone).tolist() == [0, 0]
    assert "no business trades" in CATALOGUE.get("systemic_risk").notice(alone).en
