"""Our app, walked as a planner does: first page, then one act after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from benchmarks.figures import Figures
from benchmarks.watch import acting, observe, opening
from tests.browser.walk import Server, serving

PAGES = ("", "jaringan", "siapa-memasok-siapa", "metrik", "data", "uji-mandiri")


def measure(browser: Browser, figures: Figures, log: Path, repeats: int) -> None:
    """Measure the first page on fresh servers, then every page and act on the last of them."""
    for _ in range(repeats):
        with serving(log) as server, _visitor(browser, figures) as page:
            figures.note("first page, first visitor after the start", opening(page, server.url))
    with serving(log) as server:
        with _visitor(browser, figures) as page:
            opening(page, server.url)
        for _ in range(repeats):
            _walk(browser, server, figures)


def _walk(browser: Browser, server: Server, figures: Figures) -> None:
    for path in PAGES:
        with _visitor(browser, figures) as page:
            figures.note(f"page /{path}, next visitor", opening(page, f"{server.url}/{path}"))
    with _visitor(browser, figures) as page:
        opening(page, f"{server.url}/jaringan")
        for name, act in _acts(page):
            figures.note(name, acting(page, act))


def _acts(page: Page) -> Iterator[tuple[str, Callable[[], None]]]:
    """Acts in their order; what opens a menu first is done before the clock starts."""
    yield "language: to English", page.get_by_role("radio", name="English").click
    yield "language: back to Bahasa", page.get_by_role("radio", name="Indonesia").click
    page.get_by_role("button", name="Saring", exact=True).click()
    yield "filter: one kabupaten", page.get_by_role("checkbox", name="Kab. Lombok Utara").check
    yield "filter: reset", page.get_by_role("button", name="Atur ulang").first.click
    page.get_by_role("button", name="Saring", exact=True).click()
    page.get_by_test_id("stPopover").get_by_text("Tampilan", exact=True).click()
    page.get_by_role("combobox", name="Warna").click()
    page.keyboard.type("Pengganda output")
    yield "metric: colour by another", lambda: page.keyboard.press("Enter")


@contextmanager
def _visitor(browser: Browser, figures: Figures) -> Iterator[Page]:
    """Be a new visitor, whose requests to other machines are counted."""
    context = browser.new_context(viewport={"width": 1366, "height": 900}, locale="id-ID")
    context.on("request", lambda request: figures.asked(request.url))
    page = context.new_page()
    observe(page)
    yield page
    context.close()
