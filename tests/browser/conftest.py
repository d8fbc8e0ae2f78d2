"""The real app in a real browser, with a log of every request.

A test asks for ``visit`` and gets a page that has come to rest::

    def test_something(visit, settle):
        page = visit("network", language="en")
        page.get_by_role("button", name="Reset").click()
        settle(page)

Every page fails its test when it asks another machine for anything, when a script in it throws,
or when the server reports an error. What a failed test saw is kept in ``build/browser``.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from supplychain.store.place import VARIABLE
from tests.browser.walk import PATIENCE, ROOT, Server, chromium, come_to_rest, serving

PICTURES = ROOT / "build" / "browser"
FAILED = pytest.StashKey[bool]()
collect_ignore = ["graph_app.py", "waiting_app.py"]  # pages to be served, no modules


@dataclass
class Traffic:
    """What one test's pages asked for, and what went wrong in them."""

    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def outside(self) -> list[str]:
        """Requests that left this machine."""
        return [url for url in self.requests if not _stays_inside(url)]

    def watch(self, context: BrowserContext) -> None:
        """Note the requests, sockets and errors of every page of a context."""
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("weberror", lambda problem: self.errors.append(str(problem.error)))
        context.on("page", self._watch_sockets)

    def _watch_sockets(self, page: Page) -> None:
        page.on("websocket", lambda socket: self.requests.append(socket.url))


def _stays_inside(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in {"data", "blob", "about", "file"} or parts.hostname == "127.0.0.1"


@pytest.fixture(scope="package")
def package_environment() -> Iterator[pytest.MonkeyPatch]:
    """Variables of the environment that the server of all tests here sees."""
    with pytest.MonkeyPatch.context() as changed:
        yield changed


@pytest.fixture(scope="package")
def server(
    tmp_path_factory: pytest.TempPathFactory, package_environment: pytest.MonkeyPatch
) -> Iterator[Server]:
    """The app as `make app` serves it, on a free port."""
    log = tmp_path_factory.mktemp("server") / "app.log"
    package_environment.setenv(VARIABLE, str(log.with_name("scenarios.db")))
    with serving(log) as running:
        yield running


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium without a window; missing, it fails the test and says what to do."""
    with chromium() as running:
        yield running


@pytest.fixture
def traffic() -> Traffic:
    """The log of the test's requests, open to its own assertions."""
    return Traffic()


@pytest.fixture
def settle() -> Callable[[Page], None]:
    """Wait until the app has run to its end and shows nothing stale."""
    return come_to_rest


@pytest.fixture
def open_context(
    browser: Browser, traffic: Traffic, request: pytest.FixtureRequest
) -> Iterator[Callable[..., BrowserContext]]:
    """A function that opens a watched browser context; all are closed, and judged, at the end."""
    opened: list[BrowserContext] = []

    def open_one(**options: object) -> BrowserContext:
        context = browser.new_context(**{"locale": "id-ID", "accept_downloads": True} | options)
        context.set_default_timeout(PATIENCE)
        traffic.watch(context)
        opened.append(context)
        return context

    yield open_one
    if request.node.stash.get(FAILED, False):
        _keep_pictures(opened, request.node.name)
    for context in opened:
        context.close()
    assert not traffic.outside, f"asked outside this machine: {traffic.outside}"
    assert not traffic.errors, f"a script in the page threw: {traffic.errors}"


@pytest.fixture
def visit(
    server: Server, open_context: Callable[..., BrowserContext]
) -> Iterator[Callable[..., Page]]:
    """A function that opens a page of the app and waits until it is at rest."""
    printed = server.log.stat().st_size

    def open_page(
        path: str = "",
        *,
        language: str = "id",
        query: dict[str, str] | None = None,
        **options: object,
    ) -> Page:
        page = open_context(**{"viewport": {"width": 1366, "height": 900}} | options).new_page()
        page.goto(f"{server.url}/{path}?{urlencode({'lang': language} | (query or {}))}")
        come_to_rest(page)
        return page

    yield open_page
    with server.log.open(encoding="utf-8") as log:
        log.seek(printed)
        news = log.read()
    assert "Traceback" not in news, f"the server reported an error:\n{news}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Remember for the fixtures whether the test itself failed."""
    report = yield
    if call.when == "call":
        item.stash[FAILED] = report.failed
    return report


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test below this folder, so that ``-m 'not browser'`` leaves them out."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def _keep_pictures(contexts: list[BrowserContext], test: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    name = re.sub(r"[^\w-]+", "-", test)
    pages = [page for context in contexts for page in context.pages]
    for number, page in enumerate(pages):
        page.screenshot(path=PICTURES / f"{name}-{number}.png", full_page=True)
