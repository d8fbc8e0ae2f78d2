"""Every page in both languages: it opens, fits a phone, is usable for everyone, and remembers."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from supplychain.app import pages
from supplychain.app.catalogue import ordered
from supplychain.core.words import LANGUAGES
from supplychain.metrics import CATALOGUE

assert pages
PAGES = ordered()
NOT_OURS = {"list", "listitem"}  # Streamlit's own navigation
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def address(page) -> str:
    return "" if page is PAGES[0] else page.id


def query(page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_opens_in_its_language(visit, page, language):
    seen = visit(address(page), language=language)
    assert seen.get_by_test_id("stException").count() == 0
    assert seen.locator("html").get_attribute("lang") == language
    shown = seen.get_by_role("link", name=page.title(language), exact=True).first
    assert shown.is_visible()
    assert seen.get_by_text(page.lead(language)).first.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_no_serious_barrier(visit, page, scheme):
    seen = visit(address(page), color_scheme=scheme)
    found = Axe().run(seen).response["violations"]
    grave = [
        (rule["id"], [node["target"] for node in rule["nodes"]])
        for rule in found
        if rule["impact"] in {"serious", "critical"} and rule["id"] not in NOT_OURS
    ]
    assert not grave


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_fits_a_phone(visit, page):
    seen = visit(address(page), **PHONE)
    main = seen.get_by_test_id("stMain")
    assert main.evaluate("it => it.scrollWidth <= it.clientWidth")
    assert seen.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_language_switch_keeps_the_choice(visit, settle):
    page = visit("metrik", query={"metrik-business": "degree"})
    title = CATALOGUE.get("degree").title
    assert page.get_by_role("heading", name=title("id")).is_visible()
    page.get_by_text("English", exact=True).click()
    settle(page)
    assert page.get_by_role("heading", name="Metrics").is_visible()
    assert page.get_by_role("heading", name=title("en")).is_visible()
    assert query(page) == {"lang": ["en"], "metrik-business": ["degree"]}
    assert page.locator("html").get_attribute("lang") == "en"


def test_a_filter_goes_into_the_address_and_comes_back(visit, settle):
    page = visit("siapa-memasok-siapa")
    page.get_by_role("button", name="Saring data").click()
    page.get_by_role("combobox", name="Produk").click()
    page.keyboard.type("Tepung tapioka")
    page.keyboard.press("Enter")
    settle(page)
    assert query(page)["produk"] == ["tapioca"]
    again = visit("siapa-memasok-siapa", query={"produk": "tapioca"})
    assert again.get_by_text("Produk: Tepung tapioka").is_visible()
    again.get_by_role("button", name="Atur ulang").click()
    settle(again)
    assert "produk" not in query(again)


def test_a_business_is_chosen_in_the_graph_and_by_the_address(visit, settle):
    page = visit("jaringan")
    search = page.get_by_placeholder("Cari usaha")
    search.fill("Aik Darek")
    search.press("Enter")
    settle(page)
    page.wait_for_url(re.compile("usaha="))
    chosen = query(page)["usaha"][0]
    again = visit("jaringan", language="en", query={"usaha": chosen})
    assert again.get_by_role("button", name="Focus on this business").is_visible()


def test_the_view_is_taken_away_as_one_page(visit, tmp_path):
    page = visit("jaringan")
    page.get_by_role("button", name="Unduh").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Persis tampilan ini").click()
    text = download.value.path().read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert 'src="http' not in text
