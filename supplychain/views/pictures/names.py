"""Names in a graph: the important ones first, none on top of another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from supplychain.views.palette import Ink
from supplychain.views.pictures import typeface
from supplychain.views.pictures.markup import text

SIZE = 12.0
PAD = 3.0
CELL = 48
HALO = 3.5
SIDES: Mapping[str, tuple[str, ...]] = {
    "supplier": ("left", "right", "top", "bottom"),
    "sentra": ("right", "top", "left", "bottom"),
    "ikm": ("right", "left", "bottom", "top"),
    "market": ("right", "left", "top", "bottom"),
    "institution": ("top", "right", "left", "bottom"),
}
Box = tuple[float, float, float, float]
"""Left, top, right and bottom, px."""


@dataclass(frozen=True)
class Named:
    """A mark that may be named: where it stands, px, and how much it matters."""

    x: float
    y: float
    radius: float
    name: str
    kind: str

    @property
    def strong(self) -> bool:
        """Whether the name stands out and may cover a mark."""
        return self.kind == "sentra"


class Taken:
    """Rectangles that are taken, found by place."""

    def __init__(self, boxes: Sequence[Box] = ()) -> None:
        self._cells: dict[tuple[int, int], list[tuple[Box, int]]] = {}
        for box in boxes:
            self.add(box)

    def add(self, box: Box, owner: int = -1) -> None:
        """Take a rectangle; that of an `owner`'s mark does not keep its own name away."""
        for cell in _cells(box):
            self._cells.setdefault(cell, []).append((box, owner))

    def free(self, box: Box, owner: int, *, marks: bool) -> bool:
        """Tell whether a rectangle touches no other; `marks` tells whether marks count."""
        return not any(
            other[0] < box[2] and box[0] < other[2] and other[1] < box[3] and box[1] < other[3]
            for cell in _cells(box)
            for other, whose in self._cells.get(cell, ())
            if whose != owner and (marks or whose < 0)
        )


def drawn(marks: Sequence[Named], kept: Sequence[Box], frame: Box, ink: Ink, most: int) -> str:
    """Write the names of marks, in order of importance, where there is room.

    Parameters
    ----------
    kept
        Rectangles that stay free, such as headings.
    frame
        No name leaves it.
    most
        How many are tried.
    """
    taken = Taken(kept)
    for place, mark in enumerate(marks):
        reach = mark.radius * 0.85
        taken.add((mark.x - reach, mark.y - reach, mark.x + reach, mark.y + reach), place)
    lines = []
    for place, mark in enumerate(marks[:most]):
        said = shortened(mark.name, 40 if mark.strong else 26)
        weight = 600 if mark.strong else 400
        box = _room(mark, place, typeface.width(said, SIZE, weight), taken, frame)
        if box is not None:
            taken.add(box)
            halo = {"stroke": ink.background, "stroke_width": HALO, "paint_order": "stroke"}
            lines.append(
                text(said, box[0], box[1] + 10.2, SIZE, ink.text, font_weight=weight, **halo)
            )
    return "".join(lines)


def _room(mark: Named, place: int, width: float, taken: Taken, frame: Box) -> Box | None:
    trials = [
        box
        for side in SIDES.get(mark.kind, SIDES["ikm"])
        if _inside(box := _beside(mark, side, width), frame)
    ]
    for marks in (True, False) if mark.strong else (True,):
        for box in trials:
            if taken.free(box, place, marks=marks):
                return box
    return None


def _beside(mark: Named, side: str, width: float) -> Box:
    gap = mark.radius + PAD + 1
    left = {"right": mark.x + gap, "left": mark.x - gap - width}.get(side, mark.x - width / 2)
    top = {"top": mark.y - gap - SIZE, "bottom": mark.y + gap}.get(side, mark.y - SIZE / 2)
    return left, top, left + width, top + SIZE


def _inside(box: Box, frame: Box) -> bool:
    return box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for x in range(int(box[0] // CELL), int(box[2] // CELL) + 1):
        for y in range(int(box[1] // CELL), int(box[3] // CELL) + 1):
            yield x, y


def shortened(name: str, most: int) -> str:
    """Shorten a name for a crowded picture: without what stands in brackets, then at a word.

    Examples
    --------
    >>> shortened("Sentra Tapioka Aik Darek (asumsi)", 20)
    'Sentra Tapioka Aik…'
    """
    said = re.sub(r"\s*\([^)]*\)", "", name) or name
    if len(said) <= most:
        return said
    cut = said[: most - 1]
    space = cut.rfind(" ")
    return f"{(cut[:space] if space > most * 0.6 else cut).rstrip()}…"
