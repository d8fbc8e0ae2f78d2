"""Figures and graphs become pictures that hold all they need, and say what they show."""

import json
import re
import struct
from types import SimpleNamespace

import pytest
import vl_convert

from supplychain.views import pictures
from supplychain.views.pictures.chart import VEGA_LITE, body
from tests.views.drawn import FIGURES, figure


def outside(svg):
    """What a picture refers to beyond itself."""
    links = set(re.findall(r'(?:href|src|url)\s*[=(]\s*"?([^")]+)', svg))
    return {link for link in links if not link.startswith(("#", "data:font/woff2;base64,"))}


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_chart_becomes_an_svg_of_its_own(name, theme):
    drawn = figure(name, "id", theme)
    svg = pictures.svg(drawn, theme=theme, width=500)
    text = re.sub(r"<[^>]+>", " ", svg)
    assert drawn.title.split()[0] in text
    assert drawn.source.split()[0] in text
    assert outside(svg) == set()


def test_a_png_has_the_size_asked_for():
    png = pictures.png(figure("ranking", "en"), width=600, scale=2)
    assert png.startswith(b"\x89PNG")
    assert struct.unpack(">I", png[16:20])[0] == 1200


def test_a_figure_that_needs_more_room_gets_it():
    drawn = figure("map", "id")
    svg = pictures.svg(drawn, width=300)
    width = int(re.search(r'width="(\d+)"', svg).group(1))
    assert width == drawn.min_width + 2 * pictures.MARGIN


@pytest.mark.parametrize(("language", "tick"), [("id", "0,5 miliar"), ("en", "0.5 billion")])
def test_axes_write_numbers_as_the_language_does(language, tick):
    spec = figure("ranking", language).spec | {"width": 900}
    svg = vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE)
    written = set(re.findall(r">([^<>]+)</text>", svg))
    thousandth = tick.replace("0,5 miliar", "500 juta").replace("0.5 billion", "500 million")
    assert {thousandth} & written or any(tick.split()[1] in text for text in written)
    wrong = "billion" if language == "id" else "miliar"
    assert not any(wrong in text for text in written)


def test_titles_break_into_lines_and_keep_every_word():
    drawn = figure("map", "en")
    svg = pictures.svg(drawn, width=300)
    written = " ".join(re.findall(r">([^<>]+)</text>", svg))
    for word in drawn.title.split():
        assert word in written


def test_text_from_a_table_cannot_become_markup():
    drawn = figure("ranking", "en")
    hostile = type(drawn)(drawn.chart, "<script>x</script> & more", drawn.summary)
    assert "<script>" not in pictures.svg(hostile, width=400)


def test_characters_that_nobody_sees_do_not_end_the_process():
    drawn = figure("ranking", "en")
    spec = json.loads(json.dumps(drawn.spec).replace("Sentra", "Sen\\u001btra\\u200b"))
    shown = SimpleNamespace(**{**vars(drawn), "spec": spec})
    assert "\x1b" not in body(shown, 500, "light").content
