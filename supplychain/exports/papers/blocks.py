"""What a paper is made of: blocks of text, figures, tables and pictures, two pages of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from supplychain.core.words import Language


@dataclass(frozen=True)
class Tile:
    """One headline number.

    Attributes
    ----------
    label, value
        What it is, and the number with its unit.
    interval, basis, source
        Its 90 % interval, where it stands and who says so; empty where there is none.
    """

    label: str
    value: str
    interval: str = ""
    basis: str = ""
    source: str = ""


@dataclass(frozen=True)
class Tiles:
    """Headline numbers side by side."""

    tiles: Sequence[Tile]
    kind: str = field(default="tiles", init=False)


@dataclass(frozen=True)
class Passage:
    """A heading with a paragraph; `ground` says where its numbers stand."""

    title: str
    text: str
    ground: str = ""
    kind: str = field(default="passage", init=False)


@dataclass(frozen=True)
class Callout:
    """What must not be overlooked."""

    title: str
    text: str
    kind: str = field(default="callout", init=False)


@dataclass(frozen=True)
class Points:
    """A heading with a list."""

    title: str
    items: Sequence[str]
    kind: str = field(default="points", init=False)


@dataclass(frozen=True)
class Columns:
    """A heading with a table.

    Attributes
    ----------
    head, rows
        Texts; numbers are written already.
    right
        Which columns hold numbers, and are set to the right.
    wide
        The column that takes the room left.
    note
        What is left out.
    """

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    right: Sequence[int] = ()
    wide: int = 0
    note: str = ""
    kind: str = field(default="columns", init=False)


@dataclass(frozen=True)
class Image:
    """A picture with what a reader hears who does not see it, and its notes.

    Attributes
    ----------
    svg
        The picture; its font is among the paper's.
    share
        Of the page's width.
    """

    title: str
    svg: str
    summary: str
    notes: Sequence[str] = ()
    share: float = 1.0
    kind: str = field(default="image", init=False)


Block = Tiles | Passage | Callout | Points | Columns | Image


@dataclass(frozen=True)
class Paper:
    """A paper of two pages.

    Attributes
    ----------
    label
        What sort of paper it is, above the title.
    pages
        The blocks of each page, in order; each page is set as large as it fits.
    foot
        On every page: when, from which data, by what it was made.
    """

    language: Language
    label: str
    title: str
    subtitle: str
    pages: tuple[Sequence[Block], Sequence[Block]]
    foot: Sequence[str]

    def plain(self) -> dict[str, Any]:
        """Everything as JSON holds it; pictures by the name of their file."""
        told = asdict(self)
        for number, block in enumerate(b for page in told["pages"] for b in page):
            if block["kind"] == "image":
                del block["svg"]
                block["file"] = picture_name(number)
        return told

    def pictures(self) -> dict[str, str]:
        """Pictures by the name of their file."""
        blocks = [block for page in self.pages for block in page]
        return {
            picture_name(number): block.svg
            for number, block in enumerate(blocks)
            if isinstance(block, Image)
        }


def picture_name(number: int) -> str:
    """Name of the file of a block's picture."""
    return f"picture-{number}.svg"
