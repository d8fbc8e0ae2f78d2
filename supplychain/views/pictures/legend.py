"""The legend of a graph: kinds, colours, lines, sizes and widths, in rows below it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from supplychain.core.words import number
from supplychain.views.graph import Drawing
from supplychain.views.palette import INKS, Ink, Theme
from supplychain.views.pictures import typeface
from supplychain.views.pictures.marks import mark
from supplychain.views.pictures.markup import element, text
from supplychain.views.pictures.sheet import Body

SIZE = 12.0
ROW = 24.0
BETWEEN, AFTER = 16.0, 26.0
"""Room after an entry, and after a group, px."""
BAR = 120.0
Entry = tuple[float, str]
"""Width, px, and SVG that stands at 0, 0, its middle at height `ROW` / 2."""


def body(drawn: Drawing, width: float, scale: float, theme: Theme) -> Body:
    """Draw the legend in as many rows as it needs.

    Parameters
    ----------
    scale
        Px per drawing unit, at which sizes and widths are shown.
    """
    ink = INKS[theme]
    told = drawn.legend
    groups = [
        [_title("", ink), *_kinds(drawn, theme)],
        _colours(drawn, theme),
        _lines(told["lines"], drawn, ink),
        _measured(told["size"], drawn, ink, scale, round_=True),
        _measured(told["width"], drawn, ink, scale, round_=False),
    ]
    return _rows([group for group in groups if len(group) > 1], width)


def _rows(groups: list[list[Entry]], width: float) -> Body:
    """Set groups side by side; one that does not fit begins a row, and one too long breaks."""
    x = y = 0.0
    placed = []
    for group in groups:
        length = sum(each + BETWEEN for each, _ in group if each)
        if x and x + length > width:
            x, y = 0.0, y + ROW
        for each, content in group:
            if x and x + each > width:
                x, y = 0.0, y + ROW
            placed.append(element("g", content, transform=f"translate({x:.1f} {y:.1f})"))
            x += each + (BETWEEN if each else 0.0)
        x += AFTER - BETWEEN
    return Body("".join(placed), width, y + ROW if placed else 0.0)


def _label(said: str, x: float, ink: Ink, weight: int = 400) -> Entry:
    drawn = text(said, x, ROW / 2 + 4.2, SIZE, ink.text, font_weight=weight)
    return x + typeface.width(said, SIZE, weight), drawn


def _title(said: str, ink: Ink) -> Entry:
    return _label(said, 0.0, ink, 600) if said else (0.0, element("g"))


def _kinds(drawn: Drawing, theme: Theme) -> list[Entry]:
    """Shapes of the kinds that are drawn, in their colours if colour tells the kind, counted."""
    ink = INKS[theme]
    colour = drawn.legend["colour"]
    by_kind = colour.get("field") == "kind"
    fills = {e["code"]: _paint(drawn, e["paint"], theme) for e in colour.get("entries", ())}
    counts = _counts(drawn)
    entries = []
    for kind in drawn.legend["kinds"]:
        if not counts.get(kind["code"]):
            continue
        fill = fills.get(kind["code"], ink.fill) if by_kind else ink.fill
        shape = mark(kind["shape"], 8, ROW / 2, 6.5, fill=fill, stroke=ink.text, stroke_width=1)
        width, said = _label(kind["label"](drawn.language), 20, ink)
        count = number(counts[kind["code"]], drawn.language)
        after = text(count, width + 5, ROW / 2 + 4.2, SIZE, ink.muted)
        entries.append((width + 5 + typeface.width(count, SIZE), shape + said + after))
    return entries


def _counts(drawn: Drawing) -> Mapping[str, int]:
    counts: dict[str, int] = {}
    for node in drawn.nodes:
        counts[node["kind"]] = counts.get(node["kind"], 0) + 1
    return counts


def _colours(drawn: Drawing, theme: Theme) -> list[Entry]:
    ink = INKS[theme]
    colour = drawn.legend["colour"]
    if colour.get("field") == "kind":
        return []
    title = _title(colour["title"](drawn.language), ink)
    if "ticks" in colour:
        return [title, _ramp(drawn, theme)]
    entries = []
    for entry in colour["entries"]:
        fill = _paint(drawn, entry["paint"], theme)
        shape = mark("square", 8, ROW / 2, 5.5, fill=fill, stroke=ink.text, stroke_width=1)
        width, said = _label(entry["label"](drawn.language), 20, ink)
        entries.append((width, shape + said))
    return [title, *entries]


def _ramp(drawn: Drawing, theme: Theme) -> Entry:
    """Draw a bar from little to much, its ends and middle said beside it."""
    ink = INKS[theme]
    steps = len(drawn.paints) - 1
    step = BAR / steps
    bar = "".join(
        element("rect", x=i * step, y=7, width=step + 0.5, height=10, fill=_paint(drawn, i, theme))
        for i in range(steps)
    )
    ticks = [tick(drawn.language) for tick in drawn.legend["colour"]["ticks"]]
    width, said = _label(" · ".join(ticks), BAR + 8, ink)
    return width, bar + said


def _lines(told: Mapping[str, Any], drawn: Drawing, ink: Ink) -> list[Entry]:
    entries = [_title("", ink)]
    shown = {(e["relation"] != "supplies", e["basis"], e["relation"]) for e in drawn.edges}
    for entry in told["entries"]:
        context = entry["field"] == "relation"
        if not any(
            other == context and entry["code"] in (basis, relation)
            for other, basis, relation in shown
        ):
            continue
        dashes = " ".join(f"{1.4 * part:g}" for part in entry["dashes"])
        stroke = element(
            "path",
            d=f"M0 {ROW / 2}H34",
            stroke=ink.muted if context else ink.text,
            stroke_width=1.6 if context else 2.2,
            stroke_dasharray=dashes or None,
        )
        width, said = _label(entry["label"](drawn.language), 40, ink)
        entries.append((width, stroke + said))
    return entries


def _measured(
    told: Mapping[str, Any] | None, drawn: Drawing, ink: Ink, scale: float, *, round_: bool
) -> list[Entry]:
    """Amounts as discs or as lines of the size the graph draws them with."""
    if not told or not told["marks"]:
        return []
    entries = [_title(told["title"](drawn.language), ink)]
    for each in told["marks"]:
        size = max(each["size"] * scale, 0.5)
        if round_:
            radius = min(max(size, 1.5), ROW / 2 - 1)
            shape = element(
                "circle", cx=radius, cy=ROW / 2, r=radius, fill=ink.rule, stroke=ink.muted
            )
            room = 2 * radius + 6
        else:
            shape = element("path", d=f"M0 {ROW / 2}H26", stroke=ink.muted, stroke_width=size)
            room = 32.0
        width, said = _label(each["text"](drawn.language), room, ink)
        entries.append((width, shape + said))
    return entries


def _paint(drawn: Drawing, place: int, theme: Theme) -> str:
    return drawn.paints[place][1 if theme == "dark" else 0]
