"""A graph as a picture: marks, lines and names as on the screen, two sizes of sheet."""

import io
import re
import xml.etree.ElementTree as ET
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from supplychain import SupplyNetwork
from supplychain.core.places import DATA
from supplychain.views import pictures
from supplychain.views.graph import Filters, Focus, drawing
from supplychain.views.palette import INKS
from supplychain.views.picked import picture
from supplychain.views.pictures import typeface
from supplychain.views.pictures.names import Named, Taken, drawn
from tests.views.test_pictures import outside

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {"supplier": 3, "sentra": 4, "institution": 6}
"""Corners of the marks that are polygons."""


@cache
def ntb() -> SupplyNetwork:
    return SupplyNetwork.read(DATA / "ntb")


@cache
def parsed(layout: str, language: str = "id") -> ET.Element:
    return ET.fromstring(pictures.svg(picture(ntb(), language=language, layout=layout)))


def texts(svg: ET.Element) -> list[str]:
    return [each.text or "" for each in svg.iter(f"{SVG}text")]


@pytest.mark.parametrize(("layout", "language"), [("tiers", "en"), ("map", "id"), ("force", "en")])
def test_every_layout_refers_to_nothing_outside_and_carries_its_font(layout, language):
    text = pictures.svg(picture(ntb(), language=language, layout=layout))
    assert outside(text) == set()
    assert text.count("@font-face") == 2
    assert all("Sentra Sans" in f for f in re.findall(r'font-family="([^"]+)"', text))


def test_every_business_and_partnership_is_drawn_in_its_colour():
    shown = picture(ntb(), language="id", layout="tiers")
    svg = parsed("tiers")
    outline = INKS["light"].text
    fills = [e.get("fill") for e in svg.iter() if e.get("stroke") == outline and e.get("fill")]
    kinds = len({node["kind"] for node in shown.nodes})
    assert len(fills) == len(shown.nodes) + kinds
    lines = [e for e in svg.iter(f"{SVG}path") if e.get("stroke-opacity")]
    assert len(lines) == len(shown.edges)


def test_assumed_values_are_dashed_and_reported_ones_are_not():
    shown = picture(ntb(), language="id", layout="tiers")
    lines = [e for e in parsed("tiers").iter(f"{SVG}path") if e.get("stroke-opacity")]
    for edge, line in zip(shown.edges, lines, strict=True):
        assert bool(edge["dashes"]) == (line.get("stroke-dasharray") is not None)


@pytest.mark.parametrize(("kind", "corners"), SHAPES.items())
def test_kinds_have_shapes(kind, corners):
    shown = picture(ntb(), language="id", layout="tiers")
    fill = next(shown.paints[node["paint"]][0] for node in shown.nodes if node["kind"] == kind)
    marks = [e for e in parsed("tiers").iter(f"{SVG}polygon") if e.get("fill") == fill]
    marks = [e for e in marks if e.get("stroke")]
    assert {len(e.get("points").split()) for e in marks} == {corners}


@pytest.mark.parametrize(
    ("language", "said"),
    [("id", ["Nilai produksi", "Rp 900 juta", "diasumsikan", "Lembaga", "Pangan"]),
     ("en", ["Output", "Rp 900 million", "assumed", "Institution", "Food"])],
)  # fmt: skip
def test_the_legend_and_the_headings_speak_the_language(language, said):
    written = texts(parsed("tiers", language))
    assert set(said) <= set(written)


def test_names_of_the_sentra_are_there_and_no_two_names_touch():
    svg = parsed("tiers")
    named = [e for e in svg.iter(f"{SVG}text") if e.get("paint-order") == "stroke"]
    strong = [e for e in named if e.get("font-weight") == "600"]
    assert len(strong) == (ntb().businesses["kind"] == "sentra").sum()
    boxes = [
        (x := float(e.get("x")), y := float(e.get("y")) - 10,
         x + typeface.width(e.text, 12, int(e.get("font-weight"))), y + 12)
        for e in named
    ]  # fmt: skip
    clashes = [
        (i, j)
        for i, a in enumerate(boxes)
        for j, b in enumerate(boxes[:i])
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]
    assert not clashes


def test_paper_is_a4_at_300_dots_to_the_inch():
    network = SupplyNetwork.from_flows([[0, 5], [0, 0]], [10, 20], names=["a", "b"])
    png = pictures.png(drawing(network), size=pictures.PRINT)
    with Image.open(io.BytesIO(png)) as made:
        assert made.size == (3509, 2481)
        assert made.info["dpi"] == pytest.approx((300, 300), abs=0.5)


def test_what_is_said_stands_below():
    svg = pictures.svg(picture(ntb(), language="id"), said=("Sumber: <uji>", "Dibuat hari ini"))
    assert texts(ET.fromstring(svg))[-2:] == ["Sumber: <uji>", "Dibuat hari ini"]


@pytest.mark.parametrize(
    "choice",
    [
        {"filters": Filters(kind=("market",))},
        {"filters": Filters(district=("00.00",))},
        {"layout": "focus", "focus": Focus("sentra-aik-darek")},
    ],
)
def test_parts_of_a_network_are_drawn_too(choice):
    shown = drawing(ntb(), **choice)
    assert ET.fromstring(pictures.svg(shown)).tag == f"{SVG}svg"


def test_a_loop_is_drawn():
    network = SupplyNetwork.from_flows([[2, 5], [0, 0]], [10, 20], names=["a", "b"])
    assert "C" in pictures.svg(drawing(network))


marks = st.lists(
    st.tuples(st.floats(0, 400), st.floats(0, 300), st.floats(1, 12), st.text("abc ", max_size=30)),
    max_size=25,
)


@given(marks)
def test_names_stay_inside_and_apart_wherever_marks_stand(found):
    listed = [Named(x, y, radius, name, "ikm") for x, y, radius, name in found]
    frame = (0.0, 0.0, 400.0, 300.0)
    root = ET.fromstring(f"<g>{drawn(listed, [], frame, INKS['light'], 25)}</g>")
    taken = Taken()
    for each in root:
        x, y = float(each.get("x")), float(each.get("y")) - 10.2
        box = (x, y, x + typeface.width(each.text or "", 12), y + 12)
        assert box[0] >= -0.1
        assert box[2] <= 400.1
        shrunk = (box[0] + 0.1, box[1] + 0.1, box[2] - 0.1, box[3] - 0.1)
        assert taken.free(shrunk, -2, marks=False)
        taken.add(shrunk)
