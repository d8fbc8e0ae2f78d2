"""Output under limits, against the worked numbers and the conditions that define it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from supplychain.engine.leontief import factor
from supplychain.engine.limits import buying_shortages, fixed, rationing

TWO = np.array([[0.15, 0.25], [0.20, 0.05]])
CHAIN = np.zeros((5, 5))
CHAIN[0, 1], CHAIN[1, 2], CHAIN[1, 3], CHAIN[1, 4] = 0.5, 0.1, 0.2, 0.3
CHAIN_DEMAND = np.array([0.0, 0.0, 1000.0, 500.0, 200.0])
TAPIOCA = np.array([np.inf, 180.0, np.inf, np.inf, np.inf])
MRIO = np.array(
    [
        [10, 5, 1, 6, 5, 7],
        [0, 2, 0, 0, 5, 3],
        [10, 3, 20, 4, 2, 0],
        [5, 0, 0, 1, 10, 9],
        [0, 10, 1, 0, 20, 1],
        [5, 0, 0, 1, 10, 10],
    ],
    dtype=float,
)
MRIO_OUTPUT = np.array([51.0, 15, 58, 50, 52, 39])


def test_agrees_with_miller_and_blair_mixed_model():
    """f₁ = 600 and x₂ = 1700 give x₁ = 1205.882 and f₂ = 1373.824."""
    held = fixed(factor(csr_array(TWO)), np.array([600.0, 0.0]), np.array([1]), np.array([1700.0]))
    assert held.output == pytest.approx([1205.882, 1700], abs=1e-3)
    assert -held.shortage[1] == pytest.approx(1373.824, abs=1e-3)


def test_agrees_with_the_capped_region():
    """Sector 4 of the small MRIO capped at 40."""
    demand = MRIO_OUTPUT - MRIO.sum(axis=1)
    limits = np.full(6, np.inf)
    limits[3] = 40
    found = buying_shortages(factor(csr_array(MRIO / MRIO_OUTPUT)), demand, limits)
    assert found.output == pytest.approx(
        [49.3095, 14.9378, 56.2459, 40, 51.8615, 38.4723], abs=1e-4
    )
    assert demand[3] - found.shortage[3] == pytest.approx(15.5141, abs=1e-4)


def test_a_capped_sentra_shows_its_shortage_or_rations_its_buyers():
    """Tapioca capped at 180 of 260: 80 bought elsewhere, or every buyer at 180/260."""
    chain = factor(csr_array(CHAIN))
    bought = buying_shortages(chain, CHAIN_DEMAND, TAPIOCA)
    assert bought.shortage == pytest.approx([0, 80, 0, 0, 0])
    assert bought.output == pytest.approx([90, 180, 1000, 500, 200])
    shared = rationing(chain, CHAIN_DEMAND, TAPIOCA, csr_array(CHAIN))
    assert shared.served[2:] == pytest.approx([180 / 260] * 3)
    assert shared.output == pytest.approx([90, 180, 1000 * 9 / 13, 500 * 9 / 13, 200 * 9 / 13])


@given(seed=st.integers(0, 10_000))
def test_limits_hold_and_shortages_stand_only_at_the_limit(seed):
    chance = np.random.default_rng(seed)
    size = int(chance.integers(2, 9))
    coefficients = chance.random((size, size)) * (chance.random((size, size)) < 0.5)
    coefficients *= 0.9 / max(coefficients.sum(axis=0).max(), 0.9)
    demand = chance.random(size) * 100
    economy = factor(csr_array(coefficients))
    limits = economy.forward(demand) * chance.uniform(0.3, 1.6, size)
    bought = buying_shortages(economy, demand, limits)
    assert (bought.output <= limits * (1 + 1e-9)).all()
    assert (bought.shortage >= 0).all()
    assert bought.shortage * (limits - bought.output) == pytest.approx(0, abs=1e-6)
    assert economy.forward(demand - bought.shortage) == pytest.approx(bought.output, rel=1e-9)
    shared = rationing(economy, demand, limits, csr_array(coefficients))
    assert (shared.output <= limits * (1 + 1e-9)).all()


@given(seed=st.integers(0, 1000))
def test_no_limit_changes_nothing(seed):
    chance = np.random.default_rng(seed)
    economy = factor(csr_array(np.triu(chance.random((5, 5)) * 0.15)))
    demand = chance.random(5)
    free = economy.forward(demand)
    nowhere = np.full(5, np.inf)
    assert buying_shortages(economy, demand, nowhere).output == pytest.approx(free)
    shared = rationing(economy, demand, nowhere, csr_array(np.ones((5, 5))))
    assert shared.output == pytest.approx(free)
