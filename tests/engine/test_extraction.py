import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from supplychain.engine.extraction import group_loss, link_losses, node_losses
from supplychain.engine.leontief import factor
from tests.engine.economies import economies

CLOSE = {"rtol": 1e-9, "atol": 1e-8}


def losses(economy, side):
    return node_losses(factor(economy.A), economy.x, economy.f, np.ones_like(economy.x), side=side)


def test_two_sectors_by_hand(two_sectors):
    """Recomputed from Miller and Blair (2009), section 12.2.6."""
    assert losses(two_sectors, "total") == pytest.approx([1210.526, 2588.235], abs=5e-4)
    assert losses(two_sectors, "backward") == pytest.approx([413.158, 805.882], abs=5e-4)
    assert losses(two_sectors, "forward") == pytest.approx([786.842, 388.235], abs=5e-4)
    assert losses(two_sectors, "ghosh") == pytest.approx([728.947, 452.941], abs=5e-4)


def test_links_of_two_sectors_by_hand(two_sectors):
    suppliers, buyers = two_sectors.flows.nonzero()
    found = link_losses(
        factor(two_sectors.A),
        suppliers,
        buyers,
        two_sectors.Z[suppliers, buyers],
        two_sectors.x,
        np.ones(2),
    )
    assert found == pytest.approx([191.667, 712.074, 272.446, 137.5], abs=5e-4)


def test_two_regions(two_regions):
    assert losses(two_regions, "total") == pytest.approx(
        [84.519, 63.411, 63.678, 70.865, 117.553, 81.320], abs=5e-4
    )
    solved = factor(two_regions.A)
    pair = group_loss(solved, np.array([1, 4]), two_regions.x, np.ones(6))
    assert pair == pytest.approx(133.288, abs=5e-4)


def test_the_tapioca_chain(tapioca):
    assert losses(tapioca, "total") == pytest.approx([130, 390, 1150, 650, 290])


def test_the_best_pair_is_not_the_two_best_singles():
    """Temurshoev (2010): A, whose best pair holds the best and the worst single business."""
    solved = factor(csr_array(np.array([[0, 0.4, 0], [0.5, 0, 0], [0, 0, 0]])))
    output, final = np.array([130.0, 75.0, 100.0]), np.array([100.0, 10.0, 100.0])
    assert node_losses(solved, output, final, np.ones(3)) == pytest.approx([195, 105, 100])
    pairs = {
        pair: group_loss(solved, np.array(pair), output, np.ones(3))
        for pair in itertools.combinations(range(3), 2)
    }
    assert pairs == pytest.approx({(0, 1): 205, (0, 2): 295, (1, 2): 205})


def without(matrix, final, weights, removed):
    """Loss by solving twice; `removed` holds rows, columns, demands or one link."""
    dense = matrix.toarray()
    before = np.linalg.solve(np.eye(len(dense)) - dense, final)
    dense[list(removed.get("rows", ()))] = 0.0
    dense[:, list(removed.get("columns", ()))] = 0.0
    if "link" in removed:
        dense[removed["link"]] = 0.0
    left = final.copy()
    left[list(removed.get("demands", ()))] = 0.0
    return weights @ (before - np.linalg.solve(np.eye(len(dense)) - dense, left))


@given(economies())
def test_closed_forms_equal_solving_again(economy):
    matrix, _, output, final, weights = economy
    solved = factor(matrix)
    nodes = range(len(output))
    cases = {
        "total": [{"rows": [j], "columns": [j], "demands": [j]} for j in nodes],
        "backward": [{"columns": [j]} for j in nodes],
        "forward": [{"rows": [j]} for j in nodes],
    }
    for side, removals in cases.items():
        slow = [without(matrix, final, weights, removal) for removal in removals]
        fast = node_losses(solved, output, final, weights, side=side)
        np.testing.assert_allclose(fast, slow, **CLOSE)


@given(economies())
def test_supply_driven_form_equals_solving_again(economy):
    matrix, _, output, final, weights = economy
    flows = matrix.toarray() * output
    made = np.where(output > 0, output, 1.0)
    allocation = flows / made[:, np.newaxis]
    inputs = output - flows.sum(axis=0)
    slow = []
    for j in range(len(output)):
        left = allocation.copy()
        left[j] = 0.0
        after = np.linalg.solve((np.eye(len(made)) - left).T, inputs)
        slow.append(weights @ (output - after))
    fast = node_losses(factor(matrix), output, final, weights, side="ghosh")
    np.testing.assert_allclose(fast, slow, **CLOSE)


@given(economies())
def test_links_equal_solving_again(economy):
    matrix, _, output, final, weights = economy
    suppliers, buyers = matrix.nonzero()
    amounts = matrix.toarray()[suppliers, buyers] * output[buyers]
    fast = link_losses(factor(matrix), suppliers, buyers, amounts, output, weights)
    slow = [
        without(matrix, final, weights, {"link": (i, j)})
        for i, j in zip(suppliers, buyers, strict=True)
    ]
    np.testing.assert_allclose(fast, slow, **CLOSE)


@given(economies(), st.data())
def test_groups_equal_solving_again(economy, data):
    matrix, _, output, final, weights = economy
    chosen = data.draw(st.sets(st.integers(0, len(output) - 1), min_size=1, max_size=4))
    group = np.array(sorted(chosen))
    everything = {"rows": group, "columns": group, "demands": group}
    slow = without(matrix, final, weights, everything)
    assert group_loss(factor(matrix), group, output, weights) == pytest.approx(slow, abs=1e-8)
