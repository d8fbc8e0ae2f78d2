"""The graph in the app: what is done there reaches Python, and nothing is drawn anew for it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.graphs import IN_APP as GRAPH
from tests.browser.graphs import drawn, spot
from tests.browser.walk import Server, come_to_rest, serving

APP = str(Path(__file__).with_name("graph_app.py"))
AIK_DAREK = "sentra-aik-darek"
A_CLICK = 25_000
"""Bytes a click may cost, both ways, without the drawing being sent again."""


@pytest.fixture(scope="module")
def small_app(tmp_path_factory) -> Iterator[Server]:
    with serving(
        tmp_path_factory.mktemp("graph") / "app.log", ("streamlit", "run", APP)
    ) as running:
        yield running


@pytest.fixture
def page(small_app: Server, open_context: Callable[..., BrowserContext]) -> Page:
    return _opened(small_app, open_context)


def _opened(
    server: Server, open_context: Callable[..., BrowserContext], query: str = "", **options: object
) -> Page:
    size = {"viewport": {"width": 1500, "height": 1000}, "reduced_motion": "reduce"}
    page = open_context(**size | options).new_page()
    page.goto(f"{server.url}/?{query}")
    _drawn(page)
    return page


def _drawn(page: Page) -> None:
    come_to_rest(page)
    drawn(page)


def _told(page: Page, name: str) -> str:
    text: str = page.get_by_text(f"{name}: ").first.inner_text()
    return text.removeprefix(f"{name}: ")


def _await_told(page: Page, name: str, value: str) -> None:
    page.get_by_text(f"{name}: {value}", exact=True).wait_for()
    come_to_rest(page)


def _pick(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name).or_(
        page.get_by_role("button", name=name, exact=True)
    ).click()
    come_to_rest(page)


def test_a_click_reaches_python_and_nothing_is_drawn_anew(page):
    page.evaluate(f"{GRAPH}.stage.querySelector('canvas').kept = true")
    page.evaluate("window.kept = true")
    runs = int(_told(page, "runs"))
    page.mouse.click(*spot(page, AIK_DAREK))
    _await_told(page, "business", AIK_DAREK)
    assert int(_told(page, "runs")) == runs + 1
    assert page.evaluate("window.kept") is True
    assert page.evaluate(f"{GRAPH}.stage.querySelector('canvas').kept") is True


def test_a_click_costs_little(small_app, open_context):
    size = {"viewport": {"width": 1500, "height": 1000}, "reduced_motion": "reduce"}
    page = open_context(**size).new_page()
    received: list[int] = []
    page.on(
        "websocket",
        lambda socket: socket.on("framereceived", lambda frame: received.append(len(frame))),
    )
    page.goto(small_app.url)
    _drawn(page)
    assert sum(received) > 500_000  # the drawing and its script came this way
    received.clear()
    page.mouse.click(*spot(page, AIK_DAREK))
    _await_told(page, "business", AIK_DAREK)
    assert sum(received) < A_CLICK


def test_a_partnership_reaches_python(page):
    row = page.evaluate(f"{GRAPH}.model.sales.get('{AIK_DAREK}')[0].id")
    page.evaluate(f"{GRAPH}.select({{ partnership: {row} }})")
    _await_told(page, "partnership", str(row))


def test_a_double_click_focuses_and_python_knows(page):
    page.mouse.dblclick(*spot(page, AIK_DAREK))
    _await_told(page, "focus", AIK_DAREK)
    assert page.evaluate(f"{GRAPH}.state.visible.nodes.size") < 100


def test_a_focus_deepened_stays_so_when_another_business_is_chosen(page):
    page.mouse.dblclick(*spot(page, AIK_DAREK))
    _await_told(page, "focus", AIK_DAREK)
    page.get_by_role("button", name="Tambah satu langkah: Pembeli").click()
    other = page.evaluate(f"{GRAPH}.model.buyers('{AIK_DAREK}')[0].id")
    page.evaluate(f"{GRAPH}.select({{ business: '{other}' }})")
    _await_told(page, "business", other)
    assert page.evaluate(f"{GRAPH}.state.focus.buyers") == 2


def test_a_moved_business_stays_through_filters_metrics_and_languages(page):
    x, y = spot(page, AIK_DAREK)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 50, y + 20, steps=5)
    page.mouse.up()
    _await_told(page, "moved", f"['{AIK_DAREK}']")
    where = page.evaluate(f"{GRAPH}.scene.places.homes.get('{AIK_DAREK}')")
    for name in ("workers", "sentra", "en"):
        _pick(page, name)
        assert page.evaluate(f"{GRAPH}.scene.places.homes.get('{AIK_DAREK}')") == where
    assert page.evaluate(f"{GRAPH}.state.visible.nodes.size") == 20


def test_new_data_keep_the_view_and_the_canvas(page):
    page.evaluate(f"{GRAPH}.scene.camera.zoom(2)")
    page.wait_for_timeout(300)
    page.evaluate(f"{GRAPH}.stage.querySelector('canvas').kept = true")
    view = f"(({GRAPH}).scene.network.getScale())"
    before = page.evaluate(view)
    _pick(page, "workers")
    page.wait_for_function(f"{GRAPH}.model.payload.legend.size.title.en === 'Workers'")
    assert page.evaluate(view) == before
    assert page.evaluate(f"{GRAPH}.stage.querySelector('canvas').kept") is True


def test_the_language_of_the_app_is_that_of_the_graph(page):
    assert page.get_by_text("386 dari 386 usaha").is_visible()
    _pick(page, "en")
    assert page.get_by_text("386 of 386 businesses").is_visible()


def test_another_layout_is_taken_over(page):
    _pick(page, "force")
    page.wait_for_function(f"{GRAPH}.model.payload.layout === 'force'")
    assert page.evaluate(f"{GRAPH}.scene.places.stretch") == 1


def test_what_the_address_asks_for_is_chosen_at_the_start(small_app, open_context):
    page = _opened(small_app, open_context, f"business={AIK_DAREK}")
    assert page.evaluate(f"{GRAPH}.state.business") == AIK_DAREK
    assert _told(page, "business") == AIK_DAREK


def test_a_filter_inside_the_graph_reaches_python(page):
    page.locator(".sg-key", has_text="Pasar").click()
    _await_told(page, "kinds", "('ikm', 'institution', 'sentra', 'supplier')")


def test_where_the_reader_looks_reaches_python_once_it_rests(page):
    runs = int(_told(page, "runs"))
    for _ in range(3):
        page.get_by_role("button", name="Perbesar").click()
    page.get_by_text("camera: x=").wait_for()
    assert int(_told(page, "runs")) == runs + 1
    page.get_by_role("button", name="Tampilkan semuanya").click()
    _await_told(page, "camera", "None")


def test_what_python_asks_for_later_is_shown_and_kept(page):
    page.mouse.click(*spot(page, AIK_DAREK))
    _await_told(page, "business", AIK_DAREK)
    page.get_by_role("button", name="ask").click()
    _await_told(page, "focus", AIK_DAREK)
    state = page.evaluate(f"(({{ focus, moved }}) => [focus, moved])({GRAPH}.state)")
    assert state == [
        {"business": AIK_DAREK, "suppliers": 0, "buyers": 2},
        {AIK_DAREK: [10, 20]},
    ]
    _await_told(page, "camera", "x=30.0 y=-40.0 zoom=1.5")
    _pick(page, "en")
    assert _told(page, "camera") == "x=30.0 y=-40.0 zoom=1.5"
    page.get_by_role("button", name="Close").click()
    _await_told(page, "business", "None")


def test_it_cleans_up_and_comes_back_with_what_was_moved(page):
    x, y = spot(page, AIK_DAREK)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 50, y + 20, steps=5)
    page.mouse.up()
    _await_told(page, "moved", f"['{AIK_DAREK}']")
    where = page.evaluate(
        f"{GRAPH}.scene.places.unspot({GRAPH}.scene.places.homes.get('{AIK_DAREK}'))"
    )
    switch = page.get_by_text("shown", exact=True)
    switch.click()
    page.locator(".sg").wait_for(state="detached")
    switch.click()
    _drawn(page)
    again = page.evaluate(
        f"{GRAPH}.scene.places.unspot({GRAPH}.scene.places.homes.get('{AIK_DAREK}'))"
    )
    assert again == pytest.approx(where, abs=1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_wears_the_theme_of_the_app(small_app, open_context, scheme):
    page = _opened(small_app, open_context, color_scheme=scheme)
    assert page.evaluate(f"{GRAPH}.state.theme") == scheme
    background = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
    hexes = page.evaluate(f"{GRAPH}.state.ink.background").lstrip("#")
    assert background == f"rgb({', '.join(str(int(hexes[i : i + 2], 16)) for i in (0, 2, 4))})"


def test_typing_in_the_search_gives_the_app_no_commands(page):
    runs = _told(page, "runs")
    page.get_by_role("combobox").fill("")
    page.get_by_role("combobox").press_sequentially("rcr renteng")
    page.wait_for_timeout(500)
    assert _told(page, "runs") == runs
    assert page.get_by_text("Clear caches").count() == 0


def test_the_wheel_scrolls_the_page_until_the_graph_is_clicked(page):
    scale = f"({GRAPH}).scene.network.getScale()"
    before = page.evaluate(scale)
    x, y = spot(page, AIK_DAREK)
    page.mouse.move(x, y + 4)
    page.mouse.wheel(0, -240)
    page.get_by_text("Klik graf untuk memperbesar dengan roda").wait_for()
    assert page.evaluate(scale) == before
    page.mouse.click(x, y)
    page.mouse.wheel(0, -240)
    page.wait_for_function(f"{scale} > {before}")
