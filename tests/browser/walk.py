"""What walking the real app takes: Chromium, a server, and knowing when a page is at rest."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[2]
PATIENCE = 60_000  # ms; a busy machine is no bug
NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
REMEDY = (
    "Chromium was not found. `make test` installs Debian's package when it may; otherwise install "
    "Chromium, or set CHROMIUM to the path of its executable."
)
APP = ("streamlit", "run", "streamlit_app.py")
AT_REST = (
    '[data-testid="stApp"][data-test-connection-state="CONNECTED"]'
    '[data-test-script-state="notRunning"]'
)
UNFINISHED = '[data-stale="true"], [data-testid="stSkeleton"]'


@dataclass(frozen=True)
class Server:
    """A running app: its address, and the file that holds what it printed."""

    url: str
    log: Path


@contextmanager
def chromium() -> Iterator[Browser]:
    """Chromium without a window.

    Raises
    ------
    FileNotFoundError
        If there is none; the message says what to do.
    """
    asked = [name for name in (os.environ.get("CHROMIUM", ""), *NAMES) if name]
    executable = next(filter(None, map(shutil.which, asked)), None)
    if executable is None:
        raise FileNotFoundError(REMEDY)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=SWITCHES)
        yield browser
        browser.close()


@contextmanager
def serving(log: Path, start: Sequence[str] = APP) -> Iterator[Server]:
    """The app, or what `start` starts, served on a free port until the block ends.

    Raises
    ------
    RuntimeError
        If the server does not come up; the message holds what it printed.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", *start]
    options = ["--server.headless=true", f"--server.port={port}", "--server.fileWatcherType=none"]
    with (
        log.open("wb") as printed,
        subprocess.Popen(
            command + options, cwd=ROOT, stdout=printed, stderr=subprocess.STDOUT
        ) as process,
    ):
        try:
            server = Server(f"http://127.0.0.1:{port}", log)
            _wait_until_healthy(server, process)
            yield server
        finally:
            process.terminate()


def _wait_until_healthy(server: Server, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urlopen(f"{server.url}/_stcore/health", timeout=5):
                return
        except OSError:
            time.sleep(0.05)
    msg = f"The app did not start. It printed:\n{server.log.read_text(encoding='utf-8')}"
    raise RuntimeError(msg)


def come_to_rest(page: Page) -> None:
    """Wait until the script has ended, stays ended for a moment, and all it sent is drawn."""
    page.wait_for_timeout(100)  # a click needs a moment to become a run
    for _ in range(2):
        page.wait_for_selector(AT_REST, state="attached", timeout=PATIENCE)
        page.locator(UNFINISHED).first.wait_for(state="detached", timeout=PATIENCE)
        page.wait_for_timeout(150)
