"""Take the README's picture from the running app anew: ``make pictures``."""

import tempfile
from pathlib import Path

from tests.browser.walk import ROOT, chromium, come_to_rest, serving

PICTURES = ROOT / "docs" / "pictures"
PAGES = {"network.png": "jaringan?lang=en"}


def main() -> None:
    """Open each page and photograph what a visitor sees first."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder) / "app.log") as server,
        chromium() as browser,
    ):
        for name, address in PAGES.items():
            page = browser.new_page(
                viewport={"width": 1366, "height": 960}, color_scheme="light", locale="en-GB"
            )
            page.goto(f"{server.url}/{address}")
            come_to_rest(page)
            page.screenshot(path=PICTURES / name)


if __name__ == "__main__":
    main()
