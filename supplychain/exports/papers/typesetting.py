"""A paper becomes a tagged PDF: Typst sets it from our template, with our fonts, offline."""

from __future__ import annotations

import datetime
import json
import tempfile
from functools import lru_cache
from pathlib import Path

import typst

from supplychain.exports.papers.blocks import Paper
from supplychain.views.pictures.typeface import FOLDER

TEMPLATE = Path(__file__).parent / "paper.typ"


def pdf(paper: Paper, day: datetime.date) -> bytes:
    """Set a paper.

    Parameters
    ----------
    day
        Date of making, kept in the file; the same paper on the same day gives the same bytes.

    Returns
    -------
    bytes
        Two pages of A4, with fonts and tags for screen readers inside.
    """
    with tempfile.TemporaryDirectory(prefix="supplychain-paper-") as room:
        folder = Path(room)
        for name, picture in paper.pictures().items():
            (folder / name).write_text(picture, encoding="utf-8")
        told = json.dumps(paper.plain(), ensure_ascii=False)
        (folder / "paper.json").write_text(told, encoding="utf-8")
        (folder / "paper.typ").write_bytes(TEMPLATE.read_bytes())
        made = typst.compile(
            str(folder / "paper.typ"),
            root=str(folder),
            font_paths=_fonts(),
            format="pdf",
            timestamp=_midnight(day),
            pdf_standards="ua-1",
        )
    if not isinstance(made, bytes):
        msg = "The typesetter returned no single file."
        raise TypeError(msg)
    return made


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[str(FOLDER)])


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), tzinfo=datetime.UTC)
