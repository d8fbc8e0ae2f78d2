"""The QR code of an address holds the address."""

import re

import pytest

from supplychain.app.component import link


@pytest.mark.parametrize("length", [0, 40, link.LONGEST])
def test_any_link_that_is_offered_fits_a_code(length):
    drawn = link.qr("http://10.0.0.5:8501/jaringan?geser="[:length].ljust(length, "x"))
    assert drawn.startswith("<svg")
    assert "script" not in drawn
    size = int(re.search(r'width="(\d+)"', drawn)[1])
    assert size % 4 == 0


@pytest.mark.parametrize(
    ("address", "here"),
    [
        ("http://127.0.0.1:8501/jaringan", True),
        ("http://localhost:8501/", True),
        ("http://[::1]:8501/", True),
        ("https://10.0.0.5:8501/localhost", False),
        ("", False),
    ],
)
def test_a_link_to_this_computer_says_that_it_opens_nowhere_else(address, here):
    assert link.stays_here(address) is here


def test_codes_of_different_links_differ():
    assert link.qr("http://a/?tata=map") != link.qr("http://a/?tata=force")
