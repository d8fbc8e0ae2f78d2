"""Colours that everyone can tell from their background."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain.core.vocabulary import BASES, COMMODITIES, KINDS
from supplychain.views import palette
from supplychain.views.drawing.items import SHAPES

TABLES = {"kinds": palette.KINDS, "commodities": palette.COMMODITIES, "bases": palette.BASES}


@pytest.mark.parametrize(("theme", "name"), list(itertools.product(palette.INKS, TABLES)))
def test_every_colour_stands_out_from_the_page(theme, name):
    background = palette.INKS[theme].background
    for code, colour in TABLES[name][theme].items():
        assert palette.contrast(colour, background) >= 3, (code, colour)


@pytest.mark.parametrize("theme", palette.INKS)
def test_writing_is_readable(theme):
    ink = palette.INKS[theme]
    for colour in (ink.text, ink.muted):
        assert palette.contrast(colour, ink.background) >= 4.5
        assert palette.contrast(colour, ink.fill) >= 4.5


@pytest.mark.parametrize("theme", palette.INKS)
def test_every_code_has_its_own_colour(theme):
    assert set(palette.KINDS[theme]) == set(KINDS) == set(palette.SHAPES)
    assert set(palette.COMMODITIES[theme]) == set(COMMODITIES)
    assert set(palette.BASES[theme]) == set(BASES)
    for table in TABLES.values():
        assert len(set(table[theme].values())) == len(table[theme])


def test_a_strange_code_steps_back():
    assert palette.colour(palette.KINDS, "port") == palette.INKS["light"].muted
    assert palette.numbered(range(12))[11] == palette.INKS["light"].muted


@given(st.integers(0, 0xFFFFFF))
def test_writing_on_any_colour_is_readable(number):
    colour = f"#{number:06x}"
    assert palette.contrast(palette.writing_on(colour), colour) >= 4.5


def test_contrast_of_black_and_white():
    assert palette.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert palette.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_a_kind_has_one_shape_in_the_graph_and_in_charts():
    names = {"triangle": "triangle-up", "dot": "circle"}
    for kind, (shape, _) in SHAPES.items():
        drawn = palette.SHAPES[kind]
        corners = set(re.findall(r"-?[\d.]+", drawn)) if shape == "hexagon" else None
        assert corners == {"-0.5", "0.5", "-0.87", "0.87", "1", "-1", "0"} or drawn == names.get(
            shape, shape
        )
