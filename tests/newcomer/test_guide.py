"""The guide: the same in both languages, every page in it, every picture one that is taken anew."""

import re
from pathlib import Path

import pytest

from scripts.pictures import PAGES
from supplychain.app import pages
from supplychain.app.catalogue import ordered

DOCS = Path(__file__).parents[2] / "docs"
GUIDES = {"id": DOCS / "panduan.md", "en": DOCS / "guide.md"}
PICTURE = re.compile(r"!\[[^\]]+\]\(([^)]+)\)")

assert pages  # its import lists them


@pytest.mark.parametrize("language", GUIDES)
def test_every_page_is_told_of(language):
    text = GUIDES[language].read_text(encoding="utf-8")
    for page in ordered()[1:]:
        assert page.title(language) in text


@pytest.mark.parametrize("language", GUIDES)
def test_pictures_are_there_and_taken_by_the_script(language):
    shown = PICTURE.findall(GUIDES[language].read_text(encoding="utf-8"))
    assert shown == [f"pictures/{language}/{name}.png" for name in PAGES]
    assert all((DOCS / picture).is_file() for picture in shown)


def test_both_say_as_much():
    headings = {
        language: len(re.findall(r"^## ", path.read_text(encoding="utf-8"), re.MULTILINE))
        for language, path in GUIDES.items()
    }
    assert headings["id"] == headings["en"]
