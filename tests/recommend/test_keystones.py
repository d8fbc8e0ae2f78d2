"""Groups that carry most together."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supplychain.core.network import SupplyNetwork
from supplychain.engine.extraction import group_loss
from supplychain.metrics import economy
from supplychain.recommend.keystones import keystones, singly


@pytest.fixture(scope="module")
def rivals() -> SupplyNetwork:
    """A = [[0, .4, 0], [.5, 0, 0], [0, 0, 0]], x = [130, 75, 100]."""
    return SupplyNetwork.from_flows(
        [[0, 30, 0], [65, 0, 0], [0, 0, 0]], [130, 75, 100], names=["1", "2", "3"]
    )


def test_the_best_pair_is_not_the_two_best_singles(rivals):
    """Singly 195, 105 and 100; the best pair is 1 and 3 with 295."""
    best = keystones(rivals, among=["1", "2", "3"], slots=2)
    assert best.businesses == ("1", "3")
    assert best.loss == pytest.approx(295)
    assert singly(rivals, best).tolist() == pytest.approx([195, 100])


def test_a_budget_is_kept(rivals):
    priced = rivals.replace(businesses=rivals.businesses.assign(funds=[9e9, 4e9, 3e9]))
    best = keystones(priced, among=["1", "2", "3"], slots=3, budget=7.5e9)
    assert best.businesses == ("2", "3")
    assert best.loss == pytest.approx(205)


@given(seed=st.integers(0, 300))
@settings(max_examples=20)
def test_equals_trying_every_group(seed):
    chance = np.random.default_rng(seed)
    size = 6
    flows = chance.random((size, size)) * (chance.random((size, size)) < 0.4) * 20
    output = np.maximum(flows.sum(axis=1), flows.sum(axis=0) * 1.3) + chance.uniform(5, 60, size)
    network = SupplyNetwork.from_flows(flows, output)
    solved = economy.of(network)
    best = max(
        group_loss(solved.factor, np.array(group), solved.output, np.ones(size))
        for group in combinations(range(size), 2)
    )
    found = keystones(network, among=list(network.businesses.index), slots=2)
    assert found.loss == pytest.approx(best, rel=1e-6)
