"""A brief of two pages on a scenario: what is tried, what it brings and to whom, how sure it is."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pandas as pd

from supplychain.core.vocabulary import BASES
from supplychain.core.words import Language, Words, number, percent
from supplychain.exports import imprint
from supplychain.exports.brief import FIXED, SPREADS
from supplychain.exports.catalogue import File
from supplychain.exports.papers import figures, typesetting
from supplychain.exports.papers.blocks import (
    Block,
    Callout,
    Columns,
    Image,
    Paper,
    Passage,
    Points,
    Tile,
    Tiles,
)
from supplychain.simulate import Effects, limits, uncertainty
from supplychain.views import moves, pictures
from supplychain.views.edits import told
from supplychain.views.figure import Figure
from supplychain.views.headline import headline
from supplychain.views.pictures.sheet import document_of
from supplychain.views.provenance import basis_line, source_line
from supplychain.views.waterfall import waterfall

LABEL = Words(en="Scenario brief", id="Ringkasan skenario")
SUBTITLE = Words(
    en="Compared with the network as it stands: {businesses} businesses, {partnerships} "
    "partnerships",
    id="Dibandingkan dengan jaringan sekarang: {businesses} usaha, {partnerships} kemitraan",
)
WHY = Words(en="What it is about", id="Tentang skenario ini")
EDITS = Words(en="What is tried", id="Yang dicoba")
MORE = Words(en="and {count} more", id="dan {count} lainnya")
LIMITS = Words(en="What limits it", id="Yang membatasi")
FREE = Words(
    en="No limit binds, as far as the data state capacity and raw material.",
    id="Tidak ada batas yang mengikat, sejauh kapasitas dan bahan baku tercatat dalam data.",
)
GAIN = Words(en="Who gains", id="Siapa untung")
LOSE = Words(en="Who loses", id="Siapa rugi")
NOBODY = Words(en="Nobody in these data.", id="Tidak ada dalam data ini.")
OF_ALL = Words(en="The {shown} largest of {count}.", id="{shown} terbesar dari {count}.")
ASSUMED = Words(en="What it rests on", id="Dasar dan asumsi")
MOST, MOST_EDITS = 10, 8
WIDTH = 760
"""Of the picture, px."""


def of_scenario(
    found: Effects,
    language: Language,
    *,
    spread: pd.DataFrame | None = None,
    day: datetime.date | None = None,
) -> File:
    """Write a brief on a scenario.

    Parameters
    ----------
    found
        Its effects.
    spread
        As `simulate.uncertainty.spread` returns it; worked out if left out.
    day
        Date of making; today if left out.

    Returns
    -------
    File
        A tagged PDF of two pages.
    """
    sure = uncertainty.spread(found.network, found.scenario) if spread is None else spread
    said = SUBTITLE.fill(
        businesses=number(len(found.network), language),
        partnerships=number(len(found.network.partnerships), language),
    )
    paper = Paper(
        language,
        LABEL(language),
        found.scenario.name,
        said(language),
        (tuple(_first(found, sure, language)), tuple(_second(found, len(sure), language))),
        (imprint.made(found.network, language, day),),
    )
    name = f"{imprint.slug(f'{LABEL(language)} {paper.title}')}.pdf"
    return File(name, "application/pdf", typesetting.pdf(paper, day or imprint.today()))


def _first(found: Effects, sure: pd.DataFrame, language: Language) -> Iterator[Block]:
    """First page: what it brings in all, what is tried, what limits it, where it comes from."""
    yield Tiles(tuple(_tiles(found, sure, language)))
    if found.scenario.description:
        yield Passage(WHY(language), found.scenario.description)
    edits = [words(language) for words in told(found.setting, found.scenario)]
    rest = len(edits) - MOST_EDITS
    listed = edits[:MOST_EDITS] + ([MORE.fill(count=rest)(language)] if rest > 0 else [])
    yield Points(EDITS(language), tuple(listed))
    bound = [limit.text(found.setting)(language) for limit in limits(found)]
    yield Callout(LIMITS(language), " ".join(bound) or FREE(language))
    yield _image(waterfall(found, language=language))


def _second(found: Effects, draws: int, language: Language) -> Iterator[Block]:
    """Second page: who gains and who loses, where, and what the figures rest on."""
    yield _movers(found, 1, language)
    yield _movers(found, -1, language)
    yield _image(moves.winners_and_losers(found, by="district", language=language), 0.8)
    trade = found.network.trade
    basis = found.network.value_basis.loc[trade.index]
    yield Points(
        ASSUMED(language),
        (
            basis_line(basis, trade["value"], language),
            source_line(found.network, trade["source"], language),
            SPREADS.fill(draws=draws)(language),
            FIXED(language),
        ),
    )


def _tiles(found: Effects, sure: pd.DataFrame, language: Language) -> Iterator[Tile]:
    for fact in headline(found, language, spread=sure):
        parts = ", ".join(
            f"{percent(share, language)} {BASES[code](language)}"
            for code, share in fact.shares.items()
            if share >= 0.005
        )
        basis = figures.COMPUTED.fill(shares=parts)(language) if parts else ""
        yield Tile(fact.label(language), fact.value, fact.source, basis)


def _movers(found: Effects, sign: int, language: Language) -> Block:
    """List the largest gains, or the largest losses."""
    changed = moves.changes(found, "business", language)
    side = changed[changed["change"] * sign > 0]
    title = (GAIN if sign > 0 else LOSE)(language)
    if side.empty:
        return Passage(title, NOBODY(language))
    rows = side.head(MOST) if sign > 0 else side.tail(MOST)[::-1]
    listed = [
        [
            row["name"],
            row["district"],
            moves.signed(row["change"], "Rp", language),
            moves.signed(row["workers"], "persons", language),
        ]
        for _, row in rows.iterrows()
    ]
    heads = [moves.HEADINGS[name](language) for name in ("name", "district", "change", "workers")]
    shown = OF_ALL.fill(shown=len(rows), count=number(len(side), language))(language)
    return Columns(title, heads, listed, (2, 3), note=shown if len(rows) < len(side) else "")


def _image(drawn: Figure, share: float = 1.0) -> Image:
    body = pictures.body(drawn, WIDTH)
    return Image(drawn.title, document_of(body), drawn.summary, drawn.notes, share)
