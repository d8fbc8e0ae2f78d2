"""Numbers and money as each language writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain.core.words import Words, compact, number, percent, quantity, rupiah


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (12_500_000_000, "Rp 12,5 miliar", "Rp 12.5 billion"),
        (225_000_000, "Rp 225 juta", "Rp 225 million"),
        (999_999, "Rp 1 juta", "Rp 1 million"),
        (-4_200_000, "Rp -4,2 juta", "Rp -4.2 million"),
        (0, "Rp 0", "Rp 0"),
        (float("nan"), "–", "–"),
    ],
)
def test_money(value, indonesian, english):
    assert rupiah(value, "id") == indonesian
    assert rupiah(value, "en") == english


def test_numbers_and_shares():
    assert number(1234.5, "id", digits=1) == "1.234,5"
    assert number(-0.001, "id", digits=1) == "0,0"
    assert percent(0.1234, "id", digits=1) == "12,3%"
    assert quantity(1_253_000, "kg", "id") == "1.253 ton"
    assert quantity(12, "ekor", "id") == "12 ekor"


@given(value=st.floats(-1e15, 1e15))
def test_compact_keeps_three_digits(value):
    text = compact(value, "en").split()
    scale = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
    read = float(text[0].replace(",", "")) * (scale[text[1]] if len(text) > 1 else 1)
    assert read == pytest.approx(value, rel=6e-3, abs=1e-300)


def test_places_are_filled_in_the_language():
    words = Words(en="{what} is short", id="{what} kurang")
    assert words.fill(what=Words(en="cassava", id="singkong"))("id") == "singkong kurang"
