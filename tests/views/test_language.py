"""Every text of every figure is in the language asked for, and none is a code."""

import re

import pytest

from supplychain.core.vocabulary import BASES, COMMODITIES, KINDS, RELATIONS
from tests.views.drawn import FIGURES, TABLES, figure, results, seen
from tests.views.tiny import BUSINESSES, PRODUCTS, tiny

NAMES = [row[1] for row in BUSINESSES] + ["Maklumat", "Kabar Lombok", "Asumsi", "Natural Earth"]
ENGLISH = re.compile(
    r"\b(year|value|values|the|of|and|from|to|business|businesses|supplier|buyer|raw|material|"
    r"reported|estimated|assumed|others|not|stated|flows|market|markets|district|interval|rank|"
    r"cassava|tapioca|by|in|with|share|total|public|funds|workers|each|used|source)\b",
    re.IGNORECASE,
)
INDONESIAN = re.compile(
    r"\b(dan|yang|nilai|tahun|usaha|pemasok|pembeli|dari|menurut|lainnya|tidak|jenis|dasar|"
    r"diasumsikan|dilaporkan|diperkirakan|bahan|pasar|singkong|tapioka|ke|di|dengan|produksi|"
    r"kemitraan|selang|peringkat|jumlah|dana|upah|tenaga|setiap|dipakai|sumber|rumus)\b",
    re.IGNORECASE,
)
IDS = re.compile(r"\b(ID|PRD|SRC)-\d+|\b52\.\d\d\b|(?<!KBLI )\b\d{5}\b")
CODES = {*KINDS, *BASES, *COMMODITIES, *RELATIONS}
SPOKEN = {words.en for table in (BASES, RELATIONS) for words in table.values()}
"""Codes that are also English words."""


def _without_names(text):
    for name in sorted(NAMES, key=len, reverse=True):
        text = text.replace(name, "")
    return text


@pytest.mark.parametrize("name", FIGURES)
def test_indonesian_figures_hold_no_english(name):
    for text in seen(name, "id"):
        found = ENGLISH.search(_without_names(text))
        assert found is None, (found.group(), text)


@pytest.mark.parametrize("name", FIGURES)
def test_english_figures_hold_no_indonesian(name):
    for text in seen(name, "en"):
        found = INDONESIAN.search(_without_names(text))
        assert found is None, (found.group(), text)


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("language", ["id", "en"])
def test_no_code_and_no_id_is_shown(name, language):
    for text in seen(name, language):
        assert not IDS.search(text), text
        assert text not in CODES - SPOKEN, text


@pytest.mark.parametrize("name", FIGURES)
def test_figures_say_what_they_show(name):
    for language in ("id", "en"):
        drawn = figure(name, language)
        assert drawn.title
        assert drawn.summary
        assert drawn.source.endswith(".")
    assert figure(name, "id").title != figure(name, "en").title


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("language", ["id", "en"])
def test_tables_are_in_words(name, language):
    fn, given = TABLES[name]
    shown = fn(tiny(), results(), language=language, **given)
    wrong = ENGLISH if language == "id" else INDONESIAN
    texts = [str(heading) for heading in shown.data.columns]
    for column in shown.data.select_dtypes(exclude="number"):
        texts += [str(value) for value in shown.data[column].dropna()]
    for text in texts:
        found = wrong.search(_without_names(text))
        assert found is None, (found.group(), text)
        assert not IDS.search(text), text
        assert text not in CODES - SPOKEN, text


def test_products_are_named_in_the_language():
    shown = " ".join(seen("sankey", "id"))
    for _, english, indonesian, *_ in PRODUCTS[:1]:
        assert indonesian in shown
        assert english not in shown
