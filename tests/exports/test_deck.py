"""Slides as a program that shows them reads them: native titles, tables, charts and notes."""

import datetime
import io
import re
import zipfile
from functools import cache

import pandas as pd
import pytest
from pptx import Presentation
from pptx.util import Emu

from supplychain import SupplyNetwork
from supplychain.core.places import DATA
from supplychain.core.words import LANGUAGES
from supplychain.exports import CATALOGUE
from supplychain.exports.presenting import pptx
from supplychain.exports.slides import Bars, Slide, Table
from supplychain.exports.storied import of_story, seen
from supplychain.views import stories
from supplychain.views.graph import Filters, Focus
from supplychain.views.view import View

DAY = datetime.date(2026, 11, 24)


def opened(content: bytes):
    return Presentation(io.BytesIO(content))


@cache
def deck(language: str):
    ntb = SupplyNetwork.read(DATA / "ntb")
    return opened(CATALOGUE.get("pptx")(ntb, language=language).content)


def texts(slide) -> str:
    said = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    tables = [shape.table for shape in slide.shapes if shape.has_table]
    said += [cell.text for table in tables for row in table.rows for cell in row.cells]
    return "\n".join(said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_deck_is_wide_titled_and_noted(language):
    shown = deck(language)
    assert round(shown.slide_width / shown.slide_height, 3) == round(16 / 9, 3)
    assert len(shown.slides) == 10
    for slide in shown.slides:
        assert slide.shapes.title.text
        assert "supplychain" in slide.notes_slide.notes_text_frame.text
    said = "\n".join(texts(slide) for slide in shown.slides)
    assert ("miliar" in said) == (language == "id")
    assert ("billion" in said) == (language == "en")


def test_pictures_speak_and_numbers_are_native():
    shapes = [shape for slide in deck("id").slides for shape in slide.shapes]
    pictures = [shape for shape in shapes if shape.shape_type == 13]
    assert len(pictures) == 8
    assert all(shape._element.nvPicPr.cNvPr.get("descr") for shape in pictures)
    charts = [shape.chart for shape in shapes if shape.has_chart]
    assert len(charts) == 2
    first = charts[0].plots[0]
    assert "Mataram Craft Center Sekarbela" in list(first.categories)
    assert max(first.series[0].values) == pytest.approx(1.29e9, rel=0.01)
    assert sum(shape.has_table for shape in shapes) == 7


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_leaves_its_slide(language):
    shown = deck(language)
    for slide in shown.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= shown.slide_width + Emu(20000)
            assert shape.top + shape.height <= shown.slide_height


def test_a_long_text_goes_on_in_the_next_slide():
    made = opened(pptx([Slide("Judul", "kata " * 900)], "id", "Uji", DAY))
    titles = [slide.shapes.title.text for slide in made.slides]
    assert len(titles) > 1
    assert titles[1:] == ["Judul (lanjutan)"] * (len(titles) - 1)
    assert sum(texts(slide).count("kata") for slide in made.slides) == 900


def test_a_table_keeps_to_its_place_and_no_label_becomes_a_formula():
    table = Table(("Usaha", "Nilai"), [(f"Usaha {i}", "Rp 1 juta") for i in range(80)], (1,))
    bars = Bars("=1+1", {"=cmd": 3.0, "b": 1.0}, {"=cmd": "tiga", "b": "satu"})
    content = pptx([Slide("Judul", table=table), Slide("B", bars=bars)], "id", "Uji", DAY)
    made = opened(content)
    frame = next(shape for shape in made.slides[0].shapes if shape.has_table)
    assert frame.top + frame.height <= made.slide_height
    archive = zipfile.ZipFile(io.BytesIO(content))
    book = next(archive.read(name) for name in archive.namelist() if name.endswith(".xlsx"))
    inner = zipfile.ZipFile(io.BytesIO(book))
    parts = [inner.read(name).decode() for name in inner.namelist() if "sheet" in name]
    assert not any(re.search(r"<f[ >]", part) for part in parts)


def test_a_network_without_sentra_has_a_deck_too():
    network = SupplyNetwork.from_tables(
        pd.DataFrame({"id": ["a", "b"], "name": ["A\x1b", "B"], "output": 1e9}),
        pd.DataFrame({"supplier": ["a"], "buyer": ["b"], "value": [1e6]}),
    )
    assert len(opened(CATALOGUE.get("pptx")(network).content).slides) == 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_story_becomes_a_slide_a_step(language):
    ntb = SupplyNetwork.read(DATA / "ntb")
    story = stories.of_sentra(ntb, sentra="sentra-aik-darek")
    made = opened(of_story(story, ntb, language).content)
    titles = [slide.shapes.title.text for slide in made.slides]
    assert [step.title(language) for step in story.steps] == titles[: len(story.steps)]
    for slide in list(made.slides)[:-1]:
        assert any(shape.shape_type == 13 for shape in slide.shapes)
        assert any(shape.has_table for shape in slide.shapes)
        assert slide.notes_slide.notes_text_frame.text


def test_a_view_is_drawn_with_its_filters_its_focus_and_what_was_moved():
    ntb = SupplyNetwork.read(DATA / "ntb")
    markets = seen(ntb, View(filters=Filters(kind=("market",))), "id")
    assert {node["kind"] for node in markets.nodes} == {"market"}
    around = seen(ntb, View(focus=Focus("sentra-aik-darek")), "id")
    assert around.layout == "focus"
    trade = ntb.trade
    near = {*trade.loc[trade["buyer"] == "sentra-aik-darek", "supplier"]}
    near |= {*trade.loc[trade["supplier"] == "sentra-aik-darek", "buyer"], "sentra-aik-darek"}
    assert {node["id"] for node in around.nodes if node["kind"] != "institution"} >= near
    assert len(around.nodes) < len(near) + 12
    moved = seen(ntb, View(moved={"sentra-aik-darek": (5.0, 7.0), "gone": (0.0, 0.0)}), "id")
    found = next(node for node in moved.nodes if node["id"] == "sentra-aik-darek")
    assert (found["x"], found["y"]) == (5.0, 7.0)
    assert seen(ntb, View(layout="focus", focus=Focus("gone")), "id").layout == "tiers"
