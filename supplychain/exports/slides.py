"""What a deck of slides is made of: pure data that a story, or a choice of views, turns into."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from supplychain.views.pictures import Drawn


@dataclass(frozen=True)
class Bars:
    """Numbers for a native chart that can be edited in the presentation.

    Attributes
    ----------
    title
        What is shown, with its unit.
    values
        Numbers by label, in the order they are read.
    texts
        How each number is said, by label.
    """

    title: str
    values: Mapping[str, float]
    texts: Mapping[str, str]


@dataclass(frozen=True)
class Table:
    """Numbers as a native table.

    Attributes
    ----------
    head, rows
        Texts, the numbers among them written already.
    right
        Columns that hold numbers, and are set to the right.
    """

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    right: Sequence[int] = ()


@dataclass(frozen=True)
class Slide:
    """One slide: what a step of a story says and shows.

    Attributes
    ----------
    title, text
        What it says; a text too long for the slide goes on in the next one.
    picture
        Shown beside the numbers, or alone and larger.
    table, bars
        The numbers, below the text.
    sources
        Who says so, and where the numbers stand: in small writing, and in the notes.
    notes
        What the speaker may want to add.
    """

    title: str
    text: str = ""
    picture: Drawn | None = None
    table: Table | None = None
    bars: Bars | None = None
    sources: Sequence[str] = ()
    notes: str = ""
