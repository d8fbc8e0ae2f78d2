"""Mixed-integer programmes: right, silent, and over at once when nobody waits."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csc_array

from supplychain.core.progress import Stopped, Watch, watched
from supplychain.recommend.programme import Programme


def knapsack(seed: int, size: int, limits: int, top: int = 50) -> Programme:
    """Things of some worth and several weights, at most half of each weight."""
    chance = np.random.default_rng(seed)
    weights = chance.integers(1, top, (limits, size)).astype(float)
    return Programme(
        costs=-chance.integers(1, top, size).astype(float),
        matrix=csc_array(weights),
        low=np.full(limits, -np.inf),
        high=weights.sum(axis=1) / 2,
        most=np.ones(size),
        whole=np.ones(size, dtype=bool),
    )


@given(seed=st.integers(0, 10_000))
def test_equals_trying_everything(seed):
    asked = knapsack(seed, size=7, limits=2)
    points = np.array(list(itertools.product([0.0, 1.0], repeat=7)))
    fits = (points @ asked.matrix.toarray().T <= asked.high).all(axis=1)
    found = asked.solved(10.0)
    assert found.point @ asked.costs == pytest.approx((points[fits] @ asked.costs).min())
    assert found.gap == pytest.approx(0.0, abs=1e-9)


def test_says_nothing_on_the_console(capfd):
    knapsack(1, size=8, limits=2).solved(10.0)
    assert capfd.readouterr() == ("", "")


def test_nothing_possible_is_no_point():
    asked = knapsack(1, size=4, limits=1)
    found = Programme(
        asked.costs, asked.matrix, np.array([1e6]), np.array([2e6]), asked.most, asked.whole
    ).solved(10.0)
    assert found.point.tolist() == [0.0] * 4
    assert found.gap == np.inf


def test_ends_on_the_way_when_nobody_wants_it():
    """Left alone, it would take minutes."""
    asked, watch = 0, Watch()

    def wanted() -> bool:
        nonlocal asked
        asked += 1
        return asked < 5

    watch.wanted = wanted
    with watched(watch), pytest.raises(Stopped):
        knapsack(1, size=150, limits=40, top=1000).solved(600.0)
    assert asked >= 5


def test_time_over_gives_the_best_so_far_and_how_far_it_may_be_off():
    found = knapsack(1, size=150, limits=40, top=1000).solved(0.5)
    assert found.point.any()
    assert 0 < found.gap < 0.5
