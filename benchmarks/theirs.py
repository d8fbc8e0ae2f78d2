"""The peer, walked alike, until its graph can be looked at: when its physics has settled."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Error, Frame, Page

from benchmarks.figures import Figures
from tests.browser.walk import come_to_rest, serving

PEER = ("streamlit", "run", "benchmarks/peer.py")
LONGEST = 300  # seconds; a graph that has not settled by then is noted with this time
SETTLED = """
() => window.seen !== true && typeof network !== 'undefined' && network.physics.ready === true
"""


def measure(browser: Browser, figures: Figures, log: Path, repeats: int) -> None:
    """Measure the first page and the acts that draw its graph anew; the language does not."""
    for _ in range(repeats):
        with serving(log, PEER) as server:
            context = browser.new_context(viewport={"width": 1366, "height": 900})
            context.on("request", lambda request: figures.asked(request.url))
            page = context.new_page()
            page.set_default_timeout(LONGEST * 1000)
            for name, act in _acts(page, server.url).items():
                figures.note(name, _timed(page, act))
            context.close()


def _acts(page: Page, url: str) -> dict[str, Callable[[], object]]:
    def choose(label: str, row: int) -> None:
        page.get_by_role("combobox", name=label).click()
        page.get_by_role("option").nth(row).click()

    return {
        "first page, first visitor after the start": lambda: page.goto(url),
        "metric: size by another": lambda: choose("Metric", 1),
        "filter: one kabupaten": lambda: choose("Kabupaten", 1),
    }


def _timed(page: Page, act: Callable[[], object]) -> float:
    """Seconds from the act until the graph it brings about has settled."""
    for frame in _graphs(page):
        frame.evaluate("window.seen = true")  # so that the old graph is not taken for the new
    begun = time.monotonic()
    act()
    come_to_rest(page)
    while time.monotonic() - begun < LONGEST:
        if any(map(_settled, _graphs(page))):
            return time.monotonic() - begun
        page.wait_for_timeout(100)
    return LONGEST


def _graphs(page: Page) -> list[Frame]:
    return [frame for frame in page.frames if frame.url == "about:srcdoc"]


def _settled(frame: Frame) -> bool:
    try:
        return bool(frame.evaluate(SETTLED))
    except Error:  # the frame went away while it was asked
        return False
