"""A reader sees how far slow work is, stops it, and leaves the work of others alone."""

import re
import time

import pytest
from playwright.sync_api import expect

from tests.browser.walk import PATIENCE, ROOT, serving

SOON = 2.0
"""Seconds in which work ends that was stopped; a third of one on a machine with nothing to do."""


STEPS = re.compile(r"0\.\d{3}")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("waiting")


@pytest.fixture(scope="module")
def app(folder):
    app = ("streamlit", "run", str(ROOT / "tests/browser/waiting_app.py"))
    with pytest.MonkeyPatch.context() as changed:
        changed.setenv("WAITING_FOLDER", str(folder))
        with serving(folder / "app.log", app) as running:
            yield running


@pytest.fixture
def read(app, open_context):
    """Open a session of its own that waits for something."""

    def reader(what):
        page = open_context().new_page()
        page.goto(app.url)
        _choose(page, what)
        return page

    return reader


def _choose(page, what):
    page.get_by_role("radio", name=what).or_(page.get_by_role("button", name=what)).first.click()


def _stop(page):
    page.get_by_role("button", name="Hentikan").click()
    clicked = time.time()
    page.get_by_text("Perhitungan ini Anda hentikan").wait_for()
    return clicked


def _appears(file):
    deadline = time.monotonic() + PATIENCE / 1000
    while not file.exists():
        assert time.monotonic() < deadline, f"{file.name} never came"
        time.sleep(0.01)
    return file.stat().st_mtime


def test_one_stops_and_the_other_keeps_the_same_work(folder, read):
    mine, yours = read("one"), read("one")
    for page in (mine, yours):
        expect(page.get_by_role("progressbar")).to_have_attribute("value", STEPS, timeout=PATIENCE)
    _stop(mine)
    expect(mine.get_by_text("after")).to_have_count(0)
    assert not (folder / "one-ended").exists()
    (folder / "one").touch()
    yours.get_by_text("done with one").wait_for()
    mine.get_by_role("button", name="Hitung lagi").click()
    mine.get_by_text("done with one").wait_for()
    mine.get_by_text("after").wait_for()


def test_what_is_stopped_ends_soon_and_others_come_in_turn(folder, read):
    mine = read("two")
    _appears(folder / "two-begun")
    yours = read("three")
    yours.get_by_text("1 perhitungan lain lebih dahulu").wait_for()
    assert not (folder / "three-begun").exists()
    clicked = _stop(mine)
    assert _appears(folder / "two-ended") - clicked <= SOON
    _appears(folder / "three-begun")
    (folder / "three").touch()
    yours.get_by_text("done with three").wait_for()
