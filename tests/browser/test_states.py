"""Before and after on Simulasi's graph, a shock played on it, and the same in the shared file."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.graphs import ALONE, drawn, spot
from tests.browser.graphs import IN_APP as GRAPH

HOMES = "JSON.stringify([...{graph}.scene.places.homes])"
PAINT = "{graph}.model.nodes.get('{business}').paint"
AIK_DAREK = "sentra-aik-darek"
CALM = {"reduced_motion": "reduce"}


@pytest.fixture
def proposal(visit: Callable[..., Page], settle: Callable[[Page], None]) -> Page:
    """The example on Simulasi, its graph of before and after in sight."""
    page = visit("simulasi", **CALM)
    page.get_by_role("button", name="Contoh: Aik Darek").first.click()
    settle(page)
    page.get_by_role("tab", name="Sebelum dan sesudah").click()
    settle(page)
    drawn(page)
    page.locator(".sg-states").scroll_into_view_if_needed()
    return page


def test_before_and_after_are_switched_and_a_business_picked(proposal, settle, tmp_path):
    page = proposal
    expect(page.get_by_role("button", name="Perubahan", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    homes = page.evaluate(HOMES.format(graph=GRAPH))
    gained = page.evaluate(PAINT.format(graph=GRAPH, business=AIK_DAREK))
    page.get_by_role("button", name="Sebelum", exact=True).click()
    expect(page.locator(".sg-state-note")).to_contain_text("Jaringan saat ini")
    assert page.evaluate(PAINT.format(graph=GRAPH, business=AIK_DAREK)) != gained
    assert page.evaluate(HOMES.format(graph=GRAPH)) == homes, "places are fixed"
    page.get_by_role("button", name="Perubahan", exact=True).click()
    page.mouse.click(*spot(page, AIK_DAREK))
    panel = page.locator(".sg-panel")
    for fact in ("Nilai produksi sebelum", "Nilai produksi sesudah", "Perubahan nilai produksi"):
        expect(panel.get_by_text(fact, exact=True)).to_be_visible()
    expect(panel.get_by_text(re.compile(r"^\+Rp [\d,]+ miliar per tahun"))).to_be_visible()
    settle(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Satu berkas (HTML)").click()
    file = tmp_path / "graf.html"
    download.value.save_as(file)
    other = page.context.new_page()
    other.goto(file.as_uri())
    drawn(other, ALONE)
    other.get_by_role("button", name="Sesudah", exact=True).click()
    expect(other.locator(".sg-state-note")).to_contain_text("Jaringan dengan skenario ini")
    other.get_by_role("button", name="English").click()
    expect(other.get_by_role("button", name="After", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )


def test_a_shock_is_played_step_by_step_by_button_slider_and_key(visit):
    page = visit("simulasi", query={"bagian": "guncangan"}, **CALM)
    drawn(page)
    place = f"{GRAPH}.state.phase"
    last = page.evaluate(f"{GRAPH}.model.payload.states.shown.length - 1")
    assert page.evaluate(place) == last
    page.get_by_role("slider", name="Langkah guncangan").fill("0")
    expect(page.locator(".sg-state-note")).to_have_text("Sebelum guncangan.")
    grey = page.evaluate(PAINT.format(graph=GRAPH, business=AIK_DAREK))
    page.get_by_role("button", name="Maju satu langkah").click()
    assert page.evaluate(place) == 1
    assert page.evaluate(PAINT.format(graph=GRAPH, business=AIK_DAREK)) != grey
    page.locator(".sg-stage").focus()
    page.keyboard.press("]")
    assert page.evaluate(place) == 2
    page.keyboard.press("[")
    assert page.evaluate(place) == 1
    page.get_by_role("button", name="Putar").click()
    page.wait_for_function(f"{place} === {last}")
    expect(page.get_by_role("button", name="Putar")).to_be_visible()
    expect(page.locator(".sg-spoken")).to_contain_text(f"Langkah {last} dari {last}")
