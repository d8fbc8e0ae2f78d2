"""The tour: there on a first visit, gone once closed, back when it is asked for."""

import re


def test_the_tour_walks_the_pages_and_stays_closed(visit, settle):
    page = visit()
    card = page.get_by_role("dialog", name="Selamat datang")
    card.wait_for()
    page.get_by_role("button", name="Lanjut").click()
    page.get_by_role("dialog", name="Jaringan").wait_for()
    page.get_by_role("button", name="Buka halaman ini").click()
    page.wait_for_url(re.compile("/jaringan"))
    settle(page)
    page.get_by_role("button", name="Tutup tur").click()
    assert page.get_by_role("dialog").count() == 0
    page.goto(page.url.split("/jaringan")[0])
    settle(page)
    assert page.get_by_role("dialog").count() == 0
    page.get_by_role("button", name="Tur singkat").click()
    card.wait_for()
    page.keyboard.press("Escape")
    card.wait_for(state="hidden")


def test_no_other_page_begins_with_it(visit):
    assert visit("data", language="en").get_by_role("dialog").count() == 0
