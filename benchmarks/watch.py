"""When a page of Streamlit is ready, to a few milliseconds, told by the page itself."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.walk import AT_REST, UNFINISHED

QUIET = 700  # ms without a change before a page counts as ready
PATIENCE = 180_000  # ms

# Every document and every shadow root notes when it last changed.
OBSERVE = """
(() => {
    window.lastChange = 0;
    const observer = new MutationObserver(() => { window.lastChange = performance.now(); });
    const watch = (root) => observer.observe(root, {
        childList: true, subtree: true, characterData: true,
        attributeFilter: ["data-stale", "data-test-script-state"],
    });
    watch(document);
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (options) {
        const root = attach.call(this, options);
        watch(root);
        return root;
    };
})();
"""
READY = f"""
() => document.querySelector('{AT_REST}') !== null
    && document.querySelector('{UNFINISHED}') === null
    && performance.now() - window.lastChange > {QUIET}
"""


def observe(page: Page) -> None:
    """Let every document of the page note its last change."""
    page.add_init_script(OBSERVE)


def opening(page: Page, url: str) -> float:
    """Open an address; seconds from asking for it to the last change of the ready page."""
    page.goto(url)
    return _last_change(page)


def acting(page: Page, act: Callable[[], None]) -> float:
    """Do something on a ready page; seconds from then to the last change it brought about."""
    begun = float(page.evaluate("performance.now()"))
    act()
    page.wait_for_function(f"window.lastChange > {begun}", timeout=PATIENCE)
    return _last_change(page) - begun / 1000


def _last_change(page: Page) -> float:
    page.wait_for_function(READY, timeout=PATIENCE, polling=50)
    return float(page.evaluate("window.lastChange")) / 1000
