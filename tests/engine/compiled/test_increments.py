"""Small changes equal working everything out anew: new links, less, none, circles closed."""

import numpy as np
import pytest

from supplychain.engine.compiled import increments, linear
from tests.engine.compiled.networks import network, random_networks

CLOSE = {"rtol": 1e-10, "atol": 1e-10}


def full(touched, size):
    found = np.zeros((size, *touched.value.shape[1:]))
    found[touched.who] = touched.value
    return found


def changed(item, count, seed):
    """Links to add, enlarge, lower or remove, that leave everybody some of its output."""
    chance = np.random.default_rng(seed)
    size = len(item.output)
    pairs = np.unique(chance.integers(0, size, (count, 2)), axis=0).astype(np.int32)
    suppliers, buyers = pairs.T
    room = (item.output - item.flows.sum(axis=0))[buyers] / (2 * len(pairs))
    held = item.flows[suppliers, buyers]
    amounts = np.where(chance.random(len(pairs)) < 0.5, room, -held)
    return suppliers, buyers, np.where(amounts == 0, room, amounts)


def test_changes_of_a_thousand_networks_equal_full_recomputation():
    for seed, item in enumerate(random_networks()):
        size = len(item.output)
        suppliers, buyers, amounts = changed(item, 1 + seed % 3, seed)
        ripples = increments.Ripples(item.links, item.order, item.output)
        weights = np.stack([np.ones(size), item.weights], axis=1)
        before = linear.multipliers(item.links, item.order, item.output, weights)
        coefficients = item.coefficients
        np.add.at(coefficients, (suppliers, buyers), amounts / item.output[buyers])
        after = np.linalg.inv(np.eye(size) - coefficients)
        found = full(ripples.multipliers(suppliers, buyers, amounts, before), size)
        np.testing.assert_allclose(before + found, after.T @ weights, **CLOSE)
        final = item.output - item.flows.sum(axis=1)
        outputs = full(ripples.outputs(suppliers, buyers, amounts), size)
        np.testing.assert_allclose(item.output + outputs, after @ final, rtol=1e-9, atol=1e-9)
        if len(suppliers) == 1:
            gain, _ = ripples.gain(int(suppliers[0]), int(buyers[0]), amounts[0], before[:, 1])
            assert gain == pytest.approx(item.weights @ outputs, rel=1e-8, abs=1e-10)


def test_rows_and_columns_are_those_of_the_inverse_and_leave_no_trace():
    for item in random_networks(200):
        size, inverse = len(item.output), item.inverse
        ripples = increments.Ripples(item.links, item.order, item.output)
        for _ in range(2):
            for k in range(min(size, 4)):
                np.testing.assert_allclose(full(ripples.row(k), size), inverse[k], **CLOSE)
                np.testing.assert_allclose(full(ripples.column(k), size), inverse[:, k], **CLOSE)
                assert set(ripples.reached(k)) == set(np.flatnonzero(inverse[k] > 0)) | {k}


def test_what_would_eat_itself_is_refused():
    item = network(np.array([[0.0, 50.0], [0.0, 0.0]]), np.array([100.0, 100.0]), np.ones(2))
    ripples = increments.Ripples(item.links, item.order, item.output)
    before = linear.multipliers(item.links, item.order, item.output, np.ones(2))
    back = (np.array([1], np.int32), np.array([0], np.int32), np.array([250.0]))
    with pytest.raises(ZeroDivisionError, match="use up"):
        ripples.multipliers(*back, before)
    with pytest.raises(ZeroDivisionError, match="use up"):
        ripples.gain(1, 0, 250.0, before)
