"""Take the pictures of the README and of the guide from the running app anew: ``make pictures``."""

import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.walk import ROOT, chromium, come_to_rest, serving

PICTURES = ROOT / "docs" / "pictures"
README = {"network.png": "jaringan?lang=en"}
PAGES = {
    "beranda": "",
    "jaringan": "jaringan?usaha=sentra-aik-darek&fokus=sentra-aik-darek",
    "siapa-memasok-siapa": "siapa-memasok-siapa",
    "metrik": "metrik",
    "simulasi": "simulasi",
    "guncangan": "simulasi?bagian=guncangan",
    "rekomendasi": "rekomendasi",
    "skenario": "skenario",
    "data": "data",
}
"""Addresses the guide shows, by the name of their pictures."""
LANGUAGES = ("id", "en")
EXAMPLE = ".st-key-example button"
"""Loads the example on the page *Simulasi*."""
NO_TOUR = "localStorage.setItem('supplychain-tour-seen', '1')"


def main() -> None:
    """Open each page in each language and photograph what a visitor sees first."""
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder) / "app.log") as server,
        chromium() as browser,
    ):
        for name, address in README.items():
            _photographed(browser, f"{server.url}/{address}", PICTURES / name)
        for language in LANGUAGES:
            for name, address in PAGES.items():
                url = f"{server.url}/{address}{'&' if '?' in address else '?'}lang={language}"
                _photographed(browser, url, PICTURES / language / f"{name}.png")


def _photographed(browser: Browser, url: str, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    page = browser.new_page(
        viewport={"width": 1366, "height": 960}, color_scheme="light", locale="en-GB"
    )
    page.add_init_script(NO_TOUR)
    page.goto(url)
    come_to_rest(page)
    if file.stem == "simulasi":
        _with_example(page)
    page.wait_for_timeout(1500)  # pictures inside the page draw a moment after it
    page.screenshot(path=file)
    page.close()


def _with_example(page: Page) -> None:
    """Load the example, so that the page shows a result."""
    page.locator(EXAMPLE).click()
    come_to_rest(page)


if __name__ == "__main__":
    main()
