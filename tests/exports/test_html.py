"""The HTML file as text: one file, no reference outside, a strict policy, nothing read as code."""

import base64
import datetime
import gzip
import hashlib
import json
import re
from html.parser import HTMLParser

import pandas as pd
import pytest

from supplychain import SupplyNetwork
from supplychain.core.places import DATA
from supplychain.core.words import Words
from supplychain.exports import CATALOGUE
from supplychain.exports.html import of_drawing
from supplychain.io import read_upload
from supplychain.views import stories
from supplychain.views.graph import drawing
from supplychain.views.view import View

DAY = datetime.date(2026, 11, 24)
LARGEST = 2_000_000


class _Page(HTMLParser):
    """What a browser would see: elements with their attributes, and the text of scripts."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.open = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self.open = tag

    def handle_data(self, data):
        self.texts.setdefault(self.open, []).append(data)

    def handle_endtag(self, tag):
        self.open = ""


@pytest.fixture(scope="module")
def ntb() -> SupplyNetwork:
    return SupplyNetwork.read(DATA / "ntb")


@pytest.fixture(scope="module")
def text(ntb) -> str:
    drawn = drawing(ntb, size=ntb.businesses["output"])
    return of_drawing(drawn, ntb, made_on=DAY).content.decode()


def test_it_is_one_file_below_two_megabytes(text):
    assert len(text.encode()) < LARGEST


def test_no_element_refers_to_anything_outside(text):
    page = _Page(text)
    refers = {"src", "href", "srcset", "action", "data", "poster", "background", "ping"}
    assert not [(tag, name) for tag, known in page.elements for name in known if name in refers]
    assert not re.search(r"url\(|@import", "".join(page.texts["style"]))


def test_the_policy_names_the_script_and_the_style_and_nothing_else(text):
    page = _Page(text)
    policy = next(k["content"] for t, k in page.elements if "http-equiv" in k)
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["base-uri"] == rules["form-action"] == "'none'"
    assert "unsafe" not in policy
    script = text.rsplit('<script type="module">', 1)[1].removesuffix(
        "</script>\n</body>\n</html>\n"
    )
    for rule, content in (
        ("script-src", script),
        ("style-src", "".join(page.texts["style"])),
    ):
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert rules[rule] == f"'sha256-{digest}'"


def test_it_says_when_from_which_data_and_with_what_it_was_made(text, ntb):
    assert "Dibuat 24 November 2026 dengan supplychain" in text
    assert ntb.fingerprint[:12] in text
    assert "386 usaha, 1.006 kemitraan" in text


def test_the_data_inside_cannot_end_its_element():
    name = "</script><script>document.title='x'</script>\u2028<!--"
    network = SupplyNetwork.from_tables(
        pd.DataFrame({"id": ["a", "b"], "name": [name, "B"], "output": 1e9}),
        pd.DataFrame({"supplier": ["a"], "buyer": ["b"], "value": [1e6]}),
    )
    title = Words(en="<b>T</b>", id="<b>T</b>")
    text = of_drawing(drawing(network, title=title), network, made_on=DAY).content.decode()
    page = _Page(text)
    assert [tag for tag, _ in page.elements].count("script") == 3
    assert "b" not in [tag for tag, _ in page.elements]
    held = re.findall(r'<script type="text/plain" id="sg-(\w+)">([A-Za-z0-9+/=]*)</script>', text)
    assert [place for place, _ in held] == ["data", "network"]
    payload = json.loads(gzip.decompress(base64.b64decode(held[0][1])))
    assert payload["nodes"][0]["label"] == name


def test_the_page_opens_again_with_its_view_and_its_story(ntb):
    view = View(business="sentra-aik-darek", moved={"sentra-aik-darek": (3, 4)})
    story = stories.of_sentra(ntb, "sentra-aik-darek")
    file = of_drawing(drawing(ntb), ntb, view=view, story=story, made_on=DAY)
    assert len(file.content) < LARGEST
    found = read_upload(file.name, file.content)
    again = SupplyNetwork.from_tables(**found.tables, findings=found.findings)
    assert again.fingerprint == ntb.fingerprint
    assert stories.read_view(found.notes["view.json"], file="page") == view
    assert stories.read(found.notes["story.json"], file="page") == story


def test_the_same_day_gives_the_same_bytes(ntb, text):
    drawn = drawing(ntb, size=ntb.businesses["output"])
    assert of_drawing(drawn, ntb, made_on=DAY).content.decode() == text


def test_the_catalogue_writes_it_from_names(ntb):
    results = {"degree": pd.Series(2.0, index=ntb.businesses.index, name="degree")}
    file = CATALOGUE.get("html")(ntb, results, language="en", size="degree", layout="map")
    assert file.name == "supply-network.html"
    assert file.media_type.startswith("text/html")
    assert b'<html lang="en">' in file.content
    assert len(file.content) < LARGEST
