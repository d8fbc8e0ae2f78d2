"""Every page, and every part of it, opens in both languages without a crash or a stray word."""

import re
import sys
from itertools import product

import pytest
from streamlit.testing.v1 import AppTest

from supplychain.app import pages
from supplychain.app.catalogue import ordered
from supplychain.core.words import LANGUAGES

PATIENCE = 120  # s; a busy machine is no bug
ENGLISH = re.compile(r"\b(the|this|and|which|with|from|choose|none|nan)\b", re.IGNORECASE)
TAG = re.compile(r"<[^>]*>")
QUOTED = re.compile(r"Miller & Blair|World Development")


def script(page: str, language: str) -> None:
    from supplychain.app import messages, pages, state
    from supplychain.app.catalogue import CATALOGUE

    assert pages
    state.begin()
    with messages.told("en" if language == "en" else "id"):
        CATALOGUE.get(page).fn(state.opened().network, language)
    state.tidy()


def parts() -> list[tuple[str, str]]:
    """Pages with each of their parts; a page without parts has one, unnamed."""
    assert pages
    return [
        (page.id, part)
        for page in ordered()
        for part in getattr(sys.modules[page.fn.__module__], "PARTS", {"": None})
    ]


def opened(page: str, part: str, language: str, **query: str) -> AppTest:
    test = AppTest.from_function(
        script, kwargs={"page": page, "language": language}, default_timeout=PATIENCE
    )
    for name, value in ({"bagian": part} | query if part else query).items():
        test.query_params[name] = value
    return test.run()


def texts(test: AppTest) -> list[str]:
    said = [*test.markdown, *test.caption, *test.subheader, *test.info, *test.error, *test.success]
    said += [block for block in test.html if "<style>" not in str(block.value)]
    labels = [*test.selectbox, *test.multiselect, *test.button, *test.radio, *test.select_slider]
    values = [TAG.split(str(each.value)) for each in said]
    return [text for parts in values for text in parts] + [str(each.label) for each in labels]


@pytest.mark.parametrize(("place", "language"), [*product(parts(), LANGUAGES)], ids=str)
def test_opens(place, language):
    test = opened(*place, language)
    assert not test.exception
    assert not test.error
    assert texts(test)


@pytest.mark.parametrize("place", parts(), ids=str)
def test_speaks_indonesian(place):
    stray = [
        text
        for text in texts(opened(*place, "id"))
        if ENGLISH.search(text) and not QUOTED.search(text)
    ]
    assert not stray
