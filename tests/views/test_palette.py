"""Colours that everyone can tell from their background."""

import itertools

import pytest

from supplychain.core.vocabulary import BASES, COMMODITIES, KINDS
from supplychain.views import palette

TABLES = {"kinds": palette.KINDS, "commodities": palette.COMMODITIES, "bases": palette.BASES}


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(share * c for share, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("theme", "name"), list(itertools.product(palette.INKS, TABLES)))
def test_every_colour_stands_out_from_the_page(theme, name):
    background = palette.INKS[theme].background
    for code, colour in TABLES[name][theme].items():
        assert _contrast(colour, background) >= 3, (code, colour)


@pytest.mark.parametrize("theme", palette.INKS)
def test_writing_is_readable(theme):
    ink = palette.INKS[theme]
    for colour in (ink.text, ink.muted):
        assert _contrast(colour, ink.background) >= 4.5
        assert _contrast(colour, ink.fill) >= 4.5


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
