import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from supplychain.engine.esri import ESSENTIAL, LINEAR, all_of, chain, risk, settled, spread
from tests.engine.economies import coefficients


def by_hand(kind=ESSENTIAL):
    """S1 → B 3, S2 → B 1, both suppliers of one sector; B → C 5."""
    flows = np.zeros((4, 4))
    flows[0, 2], flows[1, 2], flows[2, 3] = 3, 1, 5
    trade = csr_array(flows)
    return chain(trade, np.array([0, 0, 1, 2]), all_of(trade, kind))


def test_by_hand():
    found = risk(by_hand(), np.arange(4))
    assert found.total == pytest.approx([0.75, 17 / 108, 1, 1], abs=1e-9)


def test_parts_by_hand():
    """Closing C takes every customer away and no input; closing S1 takes B's input and C's."""
    found = risk(by_hand(), np.array([0, 3]))
    assert found.downstream == pytest.approx([(3 + 5 * 0.75) / 9, 0], abs=1e-9)
    assert found.upstream == pytest.approx([3 / 9, 1], abs=1e-9)


def test_steps_can_be_played_back():
    remaining = np.ones((4, 1))
    remaining[0] = 0
    states = [state.downstream[:, 0].round(6).tolist() for state in spread(by_hand(), remaining)]
    assert states[0] == [1, 1, 1, 1]
    assert states[1] == [0, 1, 1, 1]
    assert states[2] == [0, 1, 0.25, 1]
    assert states[-1] == [0, 1, 0.25, 0.25]


def test_a_partial_shock_hurts_less():
    half = np.ones((4, 1))
    half[0] = 0.5
    closed = np.ones((4, 1))
    closed[0] = 0.0
    assert (settled(by_hand(), half).downstream >= settled(by_hand(), closed).downstream).all()


def test_ignored_purchases_never_stop_a_buyer():
    flows = csr_array(np.array([[0.0, 3.0], [0.0, 0.0]]))
    prepared = chain(flows, np.array([0, 1]), csr_array((2, 2)))
    remaining = np.array([[0.0], [1.0]])
    assert settled(prepared, remaining).downstream[1, 0] == 1.0


def test_a_network_without_trade_has_no_risk():
    prepared = chain(csr_array((3, 3)), np.zeros(3, dtype=np.intp), csr_array((3, 3)))
    assert risk(prepared, np.arange(3)).total.tolist() == [0, 0, 0]
    assert risk(prepared, np.arange(0)).total.tolist() == []


def slow(flows, sector, classes, closed):
    """The published rules, one business at a time (Diem and others 2022)."""
    size = len(flows)
    sales, bought = flows.sum(axis=1), flows.sum(axis=0)
    limit = np.ones(size)
    limit[closed] = 0.0
    down, up = np.ones(size), np.ones(size)
    for _ in range(3000):
        left = [sum(sales[m] * down[m] for m in range(size) if sector[m] == k) for k in range(9)]
        power = [
            1.0 if left[sector[j]] <= 0 else min(1.0, sales[j] / left[sector[j]])
            for j in range(size)
        ]
        next_down, next_up = np.ones(size), np.ones(size)
        for i in range(size):
            short = [0.0]
            for k in set(sector):
                kind = [j for j in range(size) if sector[j] == k and classes[j, i] == ESSENTIAL]
                total = sum(flows[j, i] for j in kind)
                if total:
                    lost = sum(power[j] * flows[j, i] * (1 - down[j]) for j in kind)
                    short.append(lost / total)
            softly = sum(
                power[j] * flows[j, i] / bought[i] * (1 - down[j])
                for j in range(size)
                if classes[j, i] == LINEAR
            )
            next_down[i] = min(1 - max(short), 1 - softly, limit[i])
            custom = flows[i] @ up / sales[i] if sales[i] else 1.0
            next_up[i] = min(custom, limit[i])
        moved = max(abs(next_down - down).max(), abs(next_up - up).max())
        down, up = next_down, next_up
        if moved <= 1e-9:
            break
    weight = sales / (sales.sum() or 1)
    return weight @ (1 - np.minimum(up, down)), weight @ (1 - down), weight @ (1 - up)


@given(coefficients(most=6), st.integers(0, 2**32 - 1))
def test_equals_the_rules_one_by_one(matrix, seed):
    rng = np.random.default_rng(seed)
    size = matrix.shape[0]
    sector = rng.integers(0, 3, size)
    classes = np.where(matrix.toarray() > 0, rng.integers(0, 3, (size, size)), 0)
    prepared = chain(matrix, sector, csr_array(classes))
    found = risk(prepared, np.arange(size))
    for closed in range(size):
        expected = slow(matrix.toarray(), sector, classes, closed)
        got = found.total[closed], found.downstream[closed], found.upstream[closed]
        assert got == pytest.approx(expected, abs=1e-6)


@given(coefficients())
def test_a_share_between_nothing_and_everything(matrix):
    sector = np.arange(matrix.shape[0]) % 3
    for kind in (LINEAR, ESSENTIAL):
        found = risk(chain(matrix, sector, all_of(matrix, kind)), np.arange(matrix.shape[0]))
        assert ((found.total >= -1e-12) & (found.total <= 1 + 1e-12)).all()
        assert (found.total >= np.maximum(found.downstream, found.upstream) - 1e-12).all()
