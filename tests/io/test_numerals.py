"""Numbers as people write them mean what they meant."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain.io import numerals
from supplychain.io.numerals import canonical, evidence


@pytest.mark.parametrize(
    ("text", "point", "comma"),
    [
        ("1500", "1500", "1500"),
        ("1.500", "1.500", "1500"),
        ("1,500", "1500", "1.500"),
        ("1500.75", "1500.75", None),
        ("1500,75", None, "1500.75"),
        ("1.500,75", None, "1500.75"),
        ("1,500.75", "1500.75", None),
        ("1.500.000", None, "1500000"),
        ("0.500", "0.500", None),
        ("0,500", None, "0.500"),
        (".5", ".5", None),
        ("-1.5e-3", "-1.5e-3", None),
        ("1E+15", "1E+15", "1E+15"),
        ("Rp 1.500.000,-", None, "1500000"),
        ("Rp1,5", None, "1.5"),
        ("IDR 12", "12", "12"),
        ("1 500 000", "1500000", "1500000"),
        ("1 500", "1500", "1500"),
        ("−3", "-3", "-3"),
        ("１２", "12", "12"),
        ("1_000", None, None),
        ("1..5", None, None),
        ("12.34.56", None, None),
        ("0x10", None, None),
        ("inf", None, None),
        ("18 ton", None, None),
        ("5%", None, None),
        ("", None, None),
        ("-", None, None),
        ("1e", None, None),
    ],
)
def test_what_a_text_means_with_either_mark(text, point, comma):
    assert (canonical(text, "."), canonical(text, ",")) == (point, comma)


def test_evidence_is_sorted_by_the_mark_it_speaks_for():
    proof = evidence(["1.500", "7", "1,5", "2.25", "x", "1e3", "0,000"])
    assert (proof.point, proof.comma, proof.open) == ((3,), (2, 6), (0,))


def test_money_shows_its_thousands_mark():
    proof = evidence(["Rp 1.500", "Rp 1,500", "1.500,-", "Rp 15"])
    assert (proof.point, proof.comma, proof.open) == ((1,), (0, 2), ())


decimals = st.decimals(-(10**12), 10**12, places=4)


@given(number=decimals, mark=st.sampled_from([".", ","]), thousands=st.booleans())
def test_a_written_number_is_read_back(number, mark, thousands):
    other = "," if mark == "." else "."
    text = f"{number:,.4f}" if thousands else f"{number:.4f}"
    text = text.replace(",", "t").replace(".", mark).replace("t", other)
    assert Decimal(canonical(text, mark)) == number
    assert evidence([text]).open == ()


@given(st.text(max_size=12))
def test_no_text_breaks_the_reading(text):
    for mark in (".", ","):
        number = canonical(text, mark)
        assert number is None or isinstance(float(number), float)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_stored_numbers_are_kept_however_many_digits_a_program_writes(value):
    assert numerals.exactly(repr(value))
    assert numerals.exactly(f"{value:.17g}")
    assert float(numerals.whole(repr(value))) == value


@pytest.mark.parametrize(
    "text", ["9007199254740993", "12345678901234567891", "0.12345678901234567891"]
)
def test_lost_digits_are_noticed(text):
    assert not numerals.exactly(text)
