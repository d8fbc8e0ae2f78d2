"""The builder's own small parts."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.build import draws, geography, tables


@pytest.mark.parametrize("module", [draws, tables])
def test_examples_in_the_docstrings(module):
    assert doctest.testmod(module).failed == 0


@given(
    total=st.integers(0, 10**7),
    weights=st.lists(st.floats(1e-3, 1e3), min_size=1, max_size=20),
)
def test_parts_add_up_to_the_whole(total, weights):
    parts = draws.split(total, weights)
    assert sum(parts) == total
    assert all(part >= 0 for part in parts)


def test_a_stream_depends_on_its_name_only():
    assert draws.stream("a", 1).random() == draws.stream("a", 1).random()
    assert draws.stream("a", 1).random() != draws.stream("a", 2).random()


def test_firm_sizes_have_the_reported_mean():
    sizes = [draws.firm_size(draws.stream("size", i)) for i in range(20_000)]
    assert sum(sizes) / len(sizes) == pytest.approx(2.8, abs=0.05)
    assert min(sizes) == 1
    assert max(sizes) == 19


def test_drawing_never_repeats():
    chosen = draws.choose(draws.stream("x"), list("abcd"), [1, 2, 3, 4], 3)
    assert len(set(chosen)) == 3
    assert sorted(draws.choose(draws.stream("x"), list("ab"), [1, 1], 5)) == ["a", "b"]


def test_distance_between_praya_and_selong():
    ground = geography.Map()
    praya, selong = ground.capitals["52.02"], ground.capitals["52.03"]
    assert geography.distance(praya, selong) == pytest.approx(29.4, abs=0.5)
    assert not geography.same_island("52.72")
