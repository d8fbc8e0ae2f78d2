"""Briefs of two pages: what they say, that they stay two pages, and that no name is a command."""

import datetime
import io
from functools import cache

import pandas as pd
import pypdf
import pytest

from supplychain import SupplyNetwork
from supplychain.core.errors import UnknownNameError
from supplychain.core.places import DATA
from supplychain.core.scenario import CloseBusiness, Scenario
from supplychain.core.words import LANGUAGES
from supplychain.exports import CATALOGUE
from supplychain.exports.scenario_brief import of_scenario
from supplychain.simulate import effects
from supplychain.views.examples import growing

DAY = datetime.date(2026, 11, 24)


@cache
def ntb() -> SupplyNetwork:
    return SupplyNetwork.read(DATA / "ntb")


@cache
def written(language: str) -> pypdf.PdfReader:
    file = CATALOGUE.get("brief")(ntb(), language=language)
    return pypdf.PdfReader(io.BytesIO(file.content))


def words(reader: pypdf.PdfReader) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_pages_of_a4_tagged_and_in_their_language(language):
    reader = written(language)
    assert [tuple(round(float(side)) for side in page.mediabox[2:]) for page in reader.pages] == [
        (595, 842), (595, 842),
    ]  # fmt: skip
    root = reader.trailer["/Root"]
    assert root["/Lang"] == language
    assert root["/MarkInfo"]["/Marked"]
    assert reader.metadata.title == "Sentra IKM Olahan Pangan (tapioka) Aik Darek"


def test_it_says_what_issue_and_article_ask_for():
    text = words(written("id"))
    for said in (
        "Rp 225 juta",
        "Selang 90%: 9 orang sampai 32 orang",
        "Dasar: dilaporkan",
        "Sumber: Maklumat.",
        "Siapa memasoknya",
        "Petani singkong Batukliang",
        "Pasar Renteng",
        "sentra perlu 13.333 ton singkong",
        "Rp 12 miliar",
        "Nusantara TV",
        "Tidak dipublikasikan, kami tetapkan",
        ntb().fingerprint[:12],
    ):
        assert said in text


def test_the_english_one_holds_no_indonesian_number_words():
    text = words(written("en"))
    assert "Rp 225 million" in text
    assert not [word for word in (" juta", " miliar", "diasumsikan", "Selang") if word in text]


def test_its_font_is_inside():
    fonts = written("id").pages[0]["/Resources"]["/Font"]
    assert all("SentraSans" in str(font.get_object()["/BaseFont"]) for font in fonts.values())


def test_names_are_never_commands():
    name = '#panic("x") *b* $x$ \\ [a] <l> @y `c` // _i_'
    network = SupplyNetwork.from_tables(
        pd.DataFrame({"id": ["a", "b"], "name": [name, "B"], "output": 1e9, "kind": "sentra"}),
        pd.DataFrame({"supplier": ["a"], "buyer": ["b"], "value": [1e6]}),
    )
    reader = pypdf.PdfReader(io.BytesIO(CATALOGUE.get("brief")(network, business="a").content))
    assert reader.metadata.title == name


def test_long_names_and_many_partners_stay_on_two_pages():
    count = 40
    ids = [f"u{i}" for i in range(count)]
    businesses = pd.DataFrame(
        {
            "id": ids,
            "name": [f"Kelompok Usaha Bersama Nelayan dan Pengolah {i} " * 2 for i in range(count)],
            "output": 1e10,
            "kind": "ikm",
        }
    )
    pairs = [(ids[i], ids[0]) for i in range(1, 20)] + [(ids[0], ids[i]) for i in range(20, 40)]
    trade = pd.DataFrame(pairs, columns=["supplier", "buyer"]).assign(value=1e6)
    network = SupplyNetwork.from_tables(businesses, trade)
    reader = pypdf.PdfReader(io.BytesIO(CATALOGUE.get("brief")(network, business="u0").content))
    assert len(reader.pages) == 2


def test_an_unknown_business_is_told():
    with pytest.raises(UnknownNameError):
        CATALOGUE.get("brief")(ntb(), business="sentra-aik-dark")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_scenario_has_a_brief_of_its_own(language):
    found = effects(ntb(), growing(ntb(), language))
    file = of_scenario(found, language, day=DAY)
    reader = pypdf.PdfReader(io.BytesIO(file.content))
    text = words(reader)
    assert len(reader.pages) == 2
    assert reader.metadata.title == found.scenario.name
    for said in {
        "id": ("Singkong kurang 1.253 ton", "Selang 90%", "Tidak ada dalam data ini", "104 ha"),
        "en": ("Cassava is short by", "90% interval", "Nobody in these data", "104 ha"),
    }[language]:
        assert said in text
    assert of_scenario(found, language, day=DAY).content == file.content


def test_a_loss_is_told_too():
    closing = Scenario(name="Tutup", edits=(CloseBusiness(business="sentra-aik-darek"),))
    reader = pypdf.PdfReader(io.BytesIO(of_scenario(effects(ntb(), closing), "id").content))
    assert "Sentra IKM Olahan Pangan" in words(reader).split("Siapa rugi")[1]
