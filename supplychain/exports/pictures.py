"""Any view as a picture: PNG for slides and chats, SVG for print and for editing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, get_args

import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Choices
from supplychain.core.words import Language, Words
from supplychain.exports import imprint
from supplychain.exports.catalogue import File, export
from supplychain.metrics import CATALOGUE as METRICS
from supplychain.views import CATALOGUE as VIEWS
from supplychain.views import picked, pictures
from supplychain.views.catalogue import Results
from supplychain.views.graph import Drawing
from supplychain.views.layout import LAYOUTS, Layout
from supplychain.views.pictures import PRINT, SCREEN, Drawn, Size

Shown = Literal[
    "graph", "flow_map", "sankey", "matrix", "ranking", "plane", "quadrant", "provenance"
]
Sheet = Literal["screen", "print"]
SIZES: Mapping[Sheet, Size] = {"screen": SCREEN, "print": PRINT}
SHEETS = {
    "screen": Words(en="screen, twice as fine", id="layar, dua kali lebih halus"),
    "print": Words(en="paper, A4 at 300 dots per inch", id="kertas, A4 300 titik per inci"),
}
NEEDED: Mapping[str, tuple[str, ...]] = {
    "ranking": ("output_multiplier",),
    "plane": ("output_multiplier", "extraction_loss"),
    "quadrant": ("backward_linkage", "forward_linkage"),
}
"""Metrics that a view draws; worked out where the results lack them."""
ViewChoice = Annotated[
    Shown,
    Words(en="View", id="Tampilan"),
    Choices({name: VIEWS.get(name).title for name in get_args(Shown)}),
]
SheetChoice = Annotated[Sheet, Words(en="Made for", id="Dibuat untuk"), Choices(SHEETS)]
LayoutChoice = Annotated[
    Literal["tiers", "map", "force"], Words(en="Layout", id="Tata letak"), Choices(LAYOUTS)
]


@export(
    title=Words(en="Picture (PNG)", id="Gambar (PNG)"),
    meaning=Words(
        en="Graph, map, flows, matrix or ranking with title, legend, source and date.",
        id="Graf, peta, aliran, matriks, atau peringkat, lengkap dengan judul, legenda, sumber, "
        "dan tanggal.",
    ),
    suffix=".png",
)
def png(
    network: SupplyNetwork,
    results: Results,
    *,
    language: Language = "id",
    view: ViewChoice = "graph",
    layout: LayoutChoice = "tiers",
    sheet: SheetChoice = "screen",
) -> File:
    """Draw a view as PNG.

    Parameters
    ----------
    results
        Values of metrics by id; a ranking draws the first of them.

    Returns
    -------
    File
        As large as its sheet, with the dots per inch said inside.
    """
    drawn = shown(network, results, view, language, layout)
    content = pictures.png(drawn, size=SIZES[sheet], said=said(network, drawn, language))
    return File(f"{_name(drawn)}.png", "image/png", content)


@export(
    title=Words(en="Picture (SVG)", id="Gambar (SVG)"),
    meaning=Words(
        en="The same pictures as drawings, sharp at any size; the font is inside.",
        id="Gambar yang sama sebagai vektor, tajam pada ukuran apa pun; hurufnya ikut di dalam.",
    ),
    suffix=".svg",
)
def svg(
    network: SupplyNetwork,
    results: Results,
    *,
    language: Language = "id",
    view: ViewChoice = "graph",
    layout: LayoutChoice = "tiers",
    sheet: SheetChoice = "screen",
) -> File:
    """Draw a view as SVG.

    Parameters
    ----------
    results
        Values of metrics by id; a ranking draws the first of them.

    Returns
    -------
    File
        UTF-8; refers to nothing outside.
    """
    drawn = shown(network, results, view, language, layout)
    text = pictures.svg(drawn, size=SIZES[sheet], said=said(network, drawn, language))
    return File(f"{_name(drawn)}.svg", "image/svg+xml", text.encode())


def shown(
    network: SupplyNetwork,
    results: Results,
    view: str,
    language: Language,
    layout: Layout = "tiers",
) -> Drawn:
    """Draw a view by its id, with the metrics it needs; a crowd as groups.

    Raises
    ------
    UnknownNameError
        If there is no such view.
    """
    entry = VIEWS.get(view)
    if view == "graph":
        drawn: Drawn = picked.picture(network, language=language, layout=layout)
    elif view == "ranking":
        ranked = _numbers(results) or _worked_out(network, NEEDED["ranking"])
        drawn = entry(network, ranked, language=language)
    else:
        known = {**_worked_out(network, NEEDED.get(view, ())), **results}
        drawn = entry(network, known, language=language)
    return drawn


def said(network: SupplyNetwork, drawn: Drawn, language: Language) -> tuple[str, ...]:
    """Say what stands below a picture beside the notes it has itself."""
    last = (*imprint.masked(network, language), imprint.made(network, language))
    return (*imprint.standing(network, language), *last) if isinstance(drawn, Drawing) else last


def _worked_out(network: SupplyNetwork, names: tuple[str, ...]) -> dict[str, pd.Series]:
    return {name: METRICS.get(name).fn(network) for name in names}


def _numbers(results: Results) -> dict[str, pd.Series]:
    return {name: values for name, values in results.items() if name in METRICS}


def _name(drawn: Drawn) -> str:
    title = drawn.title(drawn.language) if isinstance(drawn, Drawing) else drawn.title
    return imprint.slug(title)
