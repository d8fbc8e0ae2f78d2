"""Slides become a PowerPoint file: native titles, tables and charts, pictures beside them."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.enum.text import PP_ALIGN
from pptx.util import Emu, Inches, Pt

from supplychain.core.words import Language, Words
from supplychain.exports.settled import settled
from supplychain.exports.slides import Bars, Slide, Table
from supplychain.io.characters import CONTROL, guarded
from supplychain.views import pictures
from supplychain.views.graph import Drawing
from supplychain.views.palette import INKS
from supplychain.views.pictures import typeface
from supplychain.views.pictures.sheet import document

MEDIA = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
"""Type of a presentation, as browsers name it."""
FONT = "Arial"
"""Every office program has it, or one as wide."""
WIDER = 1.16
"""Width of Arial per width of the font we measure with, with a little to spare."""
WIDE, HIGH = 13.333, 7.5
MARGIN = 0.55
TOP, FOOT = 1.25, 7.15
GAP = 0.3
SPLIT = 6.9
"""Width of a picture that has numbers beside it; all in inches."""
TITLE, SMALL = 28, 10
SIZES = (18, 16, 14, 12)
"""Sizes of text that are tried, pt."""
CELLS = (14, 13, 12, 11, 10, 9)
PAD = 0.08
"""Room at either side of a cell, inches."""
NARROWEST = 0.5
"""Of a column, inches."""
LINE = 1.22
"""Height of a line per size of writing."""
DOTS_AN_INCH = 100
"""Px laid out per inch of a picture: the more, the smaller its writing."""
GOES_ON = Words(en="{title} (continued)", id="{title} (lanjutan)")
TAGS: dict[Language, str] = {"id": "id-ID", "en": "en-GB"}
_INK = INKS["light"]


@dataclass(frozen=True)
class _Box:
    """A place on a slide, inches."""

    left: float
    top: float
    width: float
    height: float

    def emu(self) -> tuple[Emu, Emu, Emu, Emu]:
        left, top, width, height = (
            Emu(int(Inches(side))) for side in (self.left, self.top, self.width, self.height)
        )
        return left, top, width, height

    def below(self, height: float) -> _Box:
        """Return what is left under the uppermost part."""
        return _Box(self.left, self.top + height, self.width, self.height - height)


def pptx(slides: Sequence[Slide], language: Language, title: str, day: datetime.date) -> bytes:
    """Write slides as a presentation, 16:9.

    Parameters
    ----------
    slides
        In their order.
    title
        Of the file, for those who list it.
    day
        Date of making, kept in the file; the same slides on the same day give the same bytes.
    """
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDE), Inches(HIGH)
    told = [part for slide in slides for part in _parted(slide, language)]
    for number, slide in enumerate(told, start=1):
        _draw(deck, slide, f"{number} / {len(told)}", language)
    core = deck.core_properties
    core.title, core.author, core.language = _clean(title), "supplychain", TAGS[language]
    core.created = core.modified = datetime.datetime.combine(day, datetime.time())
    core.last_modified_by = "supplychain"
    content = io.BytesIO()
    deck.save(content)
    return settled(content.getvalue(), day)


def _parted(slide: Slide, language: Language) -> Iterator[Slide]:
    """Break a text that one slide does not hold into slides that each hold their part."""
    box = _text_box(slide)
    size = SIZES[-1]
    most = max(1, int(box.height * 72 / (size * LINE)))
    lines = _lines(slide.text, size, box.width)
    if len(lines) <= most:
        yield slide
        return
    yield replace(slide, text=" ".join(lines[:most]))
    rest = replace(
        slide,
        title=GOES_ON.fill(title=slide.title.removesuffix(GOES_ON.fill(title="")(language)))(
            language
        ),
        text=" ".join(lines[most:]),
        picture=None,
        table=None,
        bars=None,
    )
    yield from _parted(rest, language)


def _numbers(slide: Slide) -> bool:
    return slide.table is not None or slide.bars is not None


def _side(slide: Slide) -> _Box:
    """Where text and numbers stand: beside the picture, or over the whole slide."""
    left = MARGIN + SPLIT + GAP if slide.picture is not None else MARGIN
    return _Box(left, TOP, WIDE - MARGIN - left, FOOT - TOP - 0.35)


def _text_box(slide: Slide) -> _Box:
    side = _side(slide)
    shares = 0.42 if _numbers(slide) else 1.0
    return replace(side, height=side.height * shares)


def _draw(deck: Any, slide: Slide, place: str, language: Language) -> None:
    drawn = deck.slides.add_slide(deck.slide_layouts[5])
    _title(drawn, slide.title, language)
    side = _side(slide)
    if slide.picture is not None:
        _picture(drawn, slide, _Box(MARGIN, TOP, SPLIT, FOOT - TOP - 0.35))
    if slide.text:
        side = side.below(_text(drawn, slide.text, _text_box(slide), language) + 0.15)
    if slide.bars is not None:
        half = side.height if slide.table is None else side.height * 0.55
        _bars(drawn, slide.bars, replace(side, height=half), language)
        side = side.below(half + 0.1)
    if slide.table is not None:
        _table(drawn, slide.table, side, language)
    _foot(drawn, slide, place, language)
    said = [slide.notes, *slide.sources]
    drawn.notes_slide.notes_text_frame.text = _clean("\n".join(part for part in said if part))


def _title(drawn: Any, said: str, language: Language) -> None:
    size = TITLE
    while size > 16 and len(_lines(said, size, WIDE - 2 * MARGIN, 600)) > 1:
        size -= 2
    shape = drawn.shapes.title
    shape.left, shape.top, shape.width, shape.height = _Box(
        MARGIN, 0.35, WIDE - 2 * MARGIN, 0.8
    ).emu()
    _write(shape.text_frame, [said], size, language, bold=True)


def _text(drawn: Any, said: str, box: _Box, language: Language) -> float:
    """Write a text as large as it fits; return the height it takes, inches."""
    size = next(
        (s for s in SIZES if len(_lines(said, s, box.width)) * s * LINE <= box.height * 72),
        SIZES[-1],
    )
    height = len(_lines(said, size, box.width)) * size * LINE / 72
    shape = drawn.shapes.add_textbox(*replace(box, height=height).emu())
    _write(shape.text_frame, [said], size, language)
    return height


def _foot(drawn: Any, slide: Slide, place: str, language: Language) -> None:
    box = _Box(MARGIN, FOOT - 0.3, WIDE - 2 * MARGIN - 1.0, 0.5)
    shape = drawn.shapes.add_textbox(*box.emu())
    _write(shape.text_frame, [_held(slide.sources, box.width)], SMALL, language, colour=_INK.muted)
    corner = drawn.shapes.add_textbox(*_Box(WIDE - MARGIN - 0.9, FOOT - 0.3, 0.9, 0.3).emu())
    _write(corner.text_frame, [place], SMALL, language, colour=_INK.muted, right=True)


def _held(sources: Sequence[str], room: float) -> str:
    """Join as many whole sentences, the last ones first, as two lines hold."""
    kept: list[str] = []
    for said in reversed(sources):
        if len(_lines(" ".join([said, *kept]), SMALL, room)) > 2:
            break
        kept.insert(0, said)
    return " ".join(kept)


def _picture(drawn: Any, slide: Slide, box: _Box) -> None:
    if slide.picture is None:
        return
    body = pictures.body(slide.picture, box.width * DOTS_AN_INCH)
    png = pictures.rendered(document(body), pictures.SCREEN.scale)
    ratio = (body.width + 48) / (body.height + 48)
    width = min(box.width, box.height * ratio)
    left = box.left + (box.width - width) / 2
    placed = _Box(left, box.top, width, width / ratio).emu()
    shape = drawn.shapes.add_picture(io.BytesIO(png), *placed)
    told = slide.picture
    said = told.title(told.language) if isinstance(told, Drawing) else told.summary
    shape._element.nvPicPr.cNvPr.set("descr", _clean(said))


def _table(drawn: Any, table: Table, box: _Box, language: Language) -> None:
    """Write a table in the largest writing in which all rows fit; else as many as the least holds.

    Texts break into lines; numbers never do.
    """
    for size in CELLS:
        widths = _widths(table, size, box.width)
        tall = [_height(row, widths, size) for row in [table.head, *table.rows]]
        if sum(tall) <= box.height and sum(widths) <= box.width + 0.01:
            break
    held = max(2, sum(sum(tall[: count + 1]) <= box.height for count in range(len(tall))))
    lines = [table.head, *table.rows][:held]
    place = replace(box, height=sum(tall[:held])).emu()
    frame = drawn.shapes.add_table(len(lines), len(table.head), *place)
    for column, width in enumerate(widths):
        frame.table.columns[column].width = Emu(int(Inches(width)))
    for line, cells in enumerate(lines):
        frame.table.rows[line].height = Emu(int(Inches(tall[line])))
        for column, said in enumerate(cells):
            right = column in table.right
            _cell(frame.table.cell(line, column), said, size, line, language, right)


def _widths(table: Table, size: int, room: float) -> list[float]:
    """Widths of the columns, inches: numbers as they need, texts at least their longest word."""
    columns = list(zip(table.head, *table.rows, strict=True))
    wanted = [_longest(column, size) for column in columns]
    words = [
        _longest([word for said in column for word in said.split()], size) for column in columns
    ]
    least = [
        width if place in table.right else word
        for place, (width, word) in enumerate(zip(wanted, words, strict=True))
    ]
    spare = max(room - sum(least), 0.0)
    asked = sum(width - low for width, low in zip(wanted, least, strict=True))
    if asked <= 0:
        return [least[0] + spare, *least[1:]]
    return [low + spare * (width - low) / asked for width, low in zip(wanted, least, strict=True)]


def _longest(texts: Sequence[str], size: int) -> float:
    """Width of the longest text with the room beside it, inches."""
    most = max((typeface.width(said, size, 600) for said in texts), default=0.0)
    return max(most * WIDER / 72 + 2 * PAD + 0.02, NARROWEST)


def _height(row: Sequence[str], widths: Sequence[float], size: int) -> float:
    most = max(
        len(_lines(said, size, width - 2 * PAD, 600))
        for said, width in zip(row, widths, strict=True)
    )
    return (max(most, 1) * size * LINE + size * 0.55) / 72


def _cell(cell: Any, said: str, size: int, line: int, language: Language, right: bool) -> None:
    pad = Emu(int(Inches(PAD)))
    cell.fill.solid()
    fill = _INK.accent if line == 0 else (_INK.fill if line % 2 == 0 else _INK.background)
    cell.fill.fore_color.rgb = _rgb(fill)
    colour = _INK.background if line == 0 else _INK.text
    _write(cell.text_frame, [said], size, language, bold=line == 0, colour=colour, right=right)
    cell.margin_left = cell.margin_right = pad
    cell.margin_top = cell.margin_bottom = Inches(0.03)


def _bars(drawn: Any, bars: Bars, box: _Box, language: Language) -> None:
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    labels = list(bars.values)[::-1]
    data.categories = [guarded(_clean(label)) for label in labels]
    data.add_series(guarded(_clean(bars.title)), [bars.values[label] for label in labels])
    frame = drawn.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *box.emu(), data)
    chart = frame.chart
    chart.has_legend, chart.has_title = False, True
    _write(chart.chart_title.text_frame, [bars.title], 12, language, bold=True)
    chart.font.size, chart.font.name = Pt(10), FONT
    chart.value_axis.visible = chart.value_axis.has_major_gridlines = False
    chart.value_axis.minimum_scale = min(0.0, *bars.values.values())
    chart.value_axis.maximum_scale = max(bars.values.values()) * 1.3 or 1.0
    chart.category_axis.format.line.color.rgb = _rgb(_INK.rule)
    plot = chart.plots[0]
    plot.gap_width = 45
    plot.series[0].format.fill.solid()
    plot.series[0].format.fill.fore_color.rgb = _rgb(_INK.accent)
    for place, label in enumerate(labels):
        text = plot.series[0].points[place].data_label
        _write(text.text_frame, [bars.texts[label]], 10, language)
        text.position = XL_LABEL_POSITION.OUTSIDE_END


def _write(  # noqa: PLR0913
    frame: Any,
    paragraphs: Sequence[str],
    size: int,
    language: Language,
    *,
    bold: bool = False,
    colour: str = _INK.text,
    right: bool = False,
) -> None:
    """Put text into a frame, without the frame's own ideas about size and margins."""
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.text = "\n".join(_clean(text) for text in paragraphs)
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
        for run in paragraph.runs:
            run.font.size, run.font.bold, run.font.name = Pt(size), bold, FONT
            run.font.color.rgb = _rgb(colour)
            run._r.get_or_add_rPr().set("lang", TAGS[language])


def _lines(said: str, size: float, room: float, weight: int = 400) -> list[str]:
    """Lines of a text in a room, inches; words wider than it count as lines of their own."""
    lines = typeface.wrapped(said, size * WIDER, room * 72, weight)
    extra = [int(typeface.width(line, size * WIDER, weight) / (room * 72)) for line in lines]
    return [part for line, more in zip(lines, extra, strict=True) for part in [line, *[""] * more]]


def _rgb(colour: str) -> RGBColor:
    made: RGBColor = RGBColor.from_string(  # type: ignore[no-untyped-call]
        colour.removeprefix("#").upper()
    )
    return made


def _clean(text: str) -> str:
    return CONTROL.sub("", text)
