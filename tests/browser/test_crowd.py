"""A crowd in the running app: groups first, opened by a double click, one business by its name."""

from collections.abc import Iterator

import pytest

from supplychain.io import to_csv_folder
from tests.browser.graphs import IN_APP as GRAPH
from tests.browser.graphs import drawn, spot
from tests.browser.walk import Server, come_to_rest, serving
from tests.views.province import province

CROWD = 5200
GROUP = "group:ikm/52.02"


@pytest.fixture(scope="module")
def crowded_app(tmp_path_factory, package_environment) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("crowd")
    to_csv_folder(province(CROWD), folder / "data")
    package_environment.setenv("SUPPLYCHAIN_DATA", str(folder / "data"))
    with serving(folder / "app.log") as running:
        package_environment.delenv("SUPPLYCHAIN_DATA")
        yield running


def test_groups_open_and_a_business_is_found(crowded_app, open_context):
    page = open_context(viewport={"width": 1500, "height": 1000}).new_page()
    page.goto(f"{crowded_app.url}/jaringan")
    come_to_rest(page)
    drawn(page)
    assert page.get_by_text("ditampilkan sebagai kelompok").is_visible()
    page.mouse.dblclick(*spot(page, GROUP))
    page.wait_for_selector(".sg-stage canvas", state="attached")
    page.wait_for_function(f"!{GRAPH}.scene.model.nodes.has('{GROUP}')")
    come_to_rest(page)
    drawn(page)
    assert "buka=" in page.url
    assert page.evaluate(f"{GRAPH}.scene.model.nodes.has('{GROUP}/food')")
    page.get_by_test_id("stButtonGroup").get_by_text("Kab. Lombok Tengah").click()
    page.wait_for_function(f"{GRAPH}.scene.model.nodes.has('{GROUP}')")
    come_to_rest(page)
    page.get_by_role("button", name="Cari usaha").click()
    page.get_by_role("textbox", name="Sebagian namanya").fill("bakso")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Tampilkan sekitarnya").click()
    page.wait_for_function(
        f"![...{GRAPH}.scene.model.nodes.keys()].some((id) => id.startsWith('group:'))"
    )
    come_to_rest(page)
    assert "fokus=" in page.url
