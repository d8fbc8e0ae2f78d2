"""A brief of two pages on one sentra or any other business, for a desk or a meeting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.places import district_name, industry_name
from supplychain.core.vocabulary import BASES, COMMODITIES, KINDS, label
from supplychain.core.words import NOTHING, Language, Words, number, percent, quantity, rupiah
from supplychain.exports import imprint, masking
from supplychain.exports.catalogue import File, export
from supplychain.exports.papers import figures, typesetting
from supplychain.exports.papers.blocks import (
    Block,
    Callout,
    Columns,
    Image,
    Paper,
    Passage,
    Points,
    Tiles,
)
from supplychain.views import pictures
from supplychain.views.catalogue import Results
from supplychain.views.claims import conflicts, field_name
from supplychain.views.map import flow_map
from supplychain.views.pictures.sheet import document_of
from supplychain.views.provenance import basis_line, shares
from supplychain.views.story import Step, best_told, story
from supplychain.views.trade import names

LABEL = Words(en="Brief", id="Ringkasan")
SUPPLIERS = Words(en="Who feeds it", id="Siapa memasoknya")
BUYERS = Words(en="Whom it feeds", id="Siapa yang dipasoknya")
HEADS = (
    Words(en="Business", id="Usaha"),
    Words(en="Product", id="Produk"),
    Words(en="Volume a year", id="Volume per tahun"),
    Words(en="Value a year", id="Nilai per tahun"),
    Words(en="Basis", id="Dasar"),
)
REST = Words(
    en="And {count} more, together {value} a year.",
    id="Dan {count} lainnya, seluruhnya {value} per tahun.",
)
NOBODY = Words(en="Nobody in these data.", id="Tidak ada dalam data ini.")
BOTTLENECK = Words(en="The bottleneck", id="Yang membatasi")
NO_BOTTLENECK = Words(
    en="The data name no bottleneck: capacity, recipe or raw material is not stated.",
    id="Data tidak menunjukkan hambatan: kapasitas, resep, atau bahan bakunya tidak tercatat.",
)
CLAIMS = Words(en="Reports that differ, side by side", id="Laporan yang berbeda, berdampingan")
CLAIM_HEADS = (
    Words(en="About", id="Tentang"),
    Words(en="Value", id="Nilai"),
    Words(en="Source", id="Sumber"),
    Words(en="Basis", id="Dasar"),
)
USED = Words(en="{value} (in use)", id="{value} (dipakai)")
NO_CLAIMS = Words(
    en="No two sources differ about a number of this business.",
    id="Tidak ada dua sumber yang berbeda tentang angka usaha ini.",
)
ASSUMED = Words(en="What is assumed", id="Yang diasumsikan")
NUMBERS_ASSUMED = Words(
    en="Not published, set by us: {names}.", id="Tidak dipublikasikan, kami tetapkan: {names}."
)
TRADE_ASSUMED = Words(
    en="{share} of the value it buys and sells is assumed.",
    id="{share} dari nilai yang dibeli dan dijualnya diasumsikan.",
)
SPREADS = Words(
    en="Intervals come from {draws} draws: numbers vary by 5% if reported, 20% if estimated, 50% "
    "if assumed, and between the claims where sources differ.",
    id="Selang berasal dari {draws} undian: angka bervariasi 5% bila dilaporkan, 20% bila "
    "diperkirakan, 50% bila diasumsikan, dan di antara klaim bila sumbernya berbeda.",
)
FIXED = Words(
    en="Multipliers take prices, recipes and output per worker as fixed (Miller & Blair, 2009).",
    id="Pengganda menganggap harga, resep, dan produksi per pekerja tetap (Miller & Blair, 2009).",
)
MAP = Words(en="Where it buys and sells", id="Dari mana dan ke mana")
DRAWS = 200
"""Of an interval."""
MOST, MOST_CLAIMS = 8, 12
"""Rows of a table."""
WIDTH = 760
"""Of the map, px."""
TALLEST = 0.52
"""Height of the map per width of the page."""
Business = Annotated[str, Words(en="Business", id="Usaha")]


@export(
    title=Words(en="Brief of two pages (PDF)", id="Ringkasan dua halaman (PDF)"),
    meaning=Words(
        en="One sentra on two sheets: headline numbers, map, partners, bottleneck, assumptions and "
        "reports that differ.",
        id="Satu sentra dalam dua halaman: angka pokok, peta, mitra, hambatan, asumsi, dan laporan "
        "yang berbeda.",
    ),
    suffix=".pdf",
)
def brief(
    network: SupplyNetwork,
    results: Results,
    *,
    language: Language = "id",
    business: Business = "",
) -> File:
    """Write a brief on one business.

    Parameters
    ----------
    results
        Not read: the brief works out its own numbers, with their intervals.
    business
        Id; the sentra that sources say most about if left out, or else the largest business.

    Raises
    ------
    UnknownNameError
        If there is no such business.

    Returns
    -------
    File
        A tagged PDF of two pages.
    """
    chosen = business or best_told(network) or _largest(network)
    network.position(chosen)
    paper = Paper(
        language,
        LABEL(language),
        str(names(network)[chosen]),
        _subtitle(network, chosen, language),
        (tuple(_first(network, chosen, language)), tuple(_second(network, chosen, language))),
        (imprint.made(network, language),),
    )
    name = f"{imprint.slug(f'{LABEL(language)} {paper.title}')}.pdf"
    return File(name, "application/pdf", typesetting.pdf(paper, imprint.today()))


def _largest(network: SupplyNetwork) -> str:
    output = network.businesses["output"].fillna(0.0)
    return str(output.idxmax()) if len(output) else ""


def _subtitle(network: SupplyNetwork, business: str, language: Language) -> str:
    row = network.businesses.loc[business]
    parts = [label(KINDS, row["kind"], language)]
    if pd.notna(row["commodity"]):
        parts.append(label(COMMODITIES, row["commodity"], language))
    if pd.notna(row["kbli"]):
        parts.append(f"{industry_name(row['kbli'])(language)} (KBLI {row['kbli']})")
    if pd.notna(row["district"]):
        parts.append(district_name(row["district"]))
    return " · ".join(parts)


def _first(network: SupplyNetwork, business: str, language: Language) -> Iterator[Block]:
    """First page: headline numbers, how it works, and where it buys and sells."""
    yield Tiles(tuple(figures.tiles(network, business, language)))
    for step in _steps(network, business, language):
        yield Passage(step.title, step.text, _ground(step, language))
    trade = _touching(network, business)
    if len(trade):
        yield _map(network, trade, language)


def _second(network: SupplyNetwork, business: str, language: Language) -> Iterator[Block]:
    """Second page: partners, what holds it back, reports that differ, what is assumed."""
    yield _partners(network, business, "supplier", language)
    yield _partners(network, business, "buyer", language)
    narrow = [step.narrow for step in _steps(network, business, language) if step.narrow]
    yield Callout(BOTTLENECK(language), " ".join(narrow) or NO_BOTTLENECK(language))
    yield _claims(network, business, language)
    yield Points(ASSUMED(language), tuple(_assumed(network, business, language)))
    for told in imprint.masked(network, language):
        yield Passage(masking.TITLE(language), told)


def _steps(network: SupplyNetwork, business: str, language: Language) -> list[Step]:
    """How it works, step by step; told only of single businesses that buy and sell."""
    trade = network.trade
    if imprint.masked(network, language):
        return []
    if business in set(trade["buyer"]) and business in set(trade["supplier"]):
        return story(network, sentra=business, language=language)
    return []


def _ground(step: Step, language: Language) -> str:
    parts = ", ".join(
        f"{percent(share, language)} {BASES[code](language)}"
        for code, share in step.shares.items()
        if share >= 0.005
    )
    basis = figures.STANDS.fill(basis=parts)(language) + "." if parts else ""
    return " ".join(part for part in (basis, step.source) if part)


def _touching(network: SupplyNetwork, business: str) -> pd.DataFrame:
    trade = network.trade
    return trade[(trade["supplier"] == business) | (trade["buyer"] == business)]


def _map(network: SupplyNetwork, trade: pd.DataFrame, language: Language) -> Image:
    drawn = flow_map(network, {}, language=language, trade=trade)
    body = pictures.body(drawn, WIDTH)
    share = min(1.0, TALLEST * body.width / body.height)
    said = (*drawn.notes[:2], drawn.source)
    return Image(MAP(language), document_of(body), drawn.summary, said, share)


def _partners(network: SupplyNetwork, business: str, side: str, language: Language) -> Columns:
    """List the largest suppliers, or buyers, of a business."""
    other = "buyer" if side == "supplier" else "supplier"
    rows = network.trade[network.trade[other] == business]
    rows = rows.sort_values("value", ascending=False, kind="stable")
    shown = rows.head(MOST).assign(basis=network.value_basis.loc[rows.index[:MOST]])
    listed = [_partner(network, row, side, language) for _, row in shown.iterrows()]
    rest = rows.iloc[MOST:]
    left_out = REST.fill(
        count=number(len(rest), language), value=rupiah(rest["value"].sum(), language)
    )
    basis = network.value_basis.loc[rows.index]
    notes = [left_out(language)] if len(rest) else []
    notes += [basis_line(basis, rows["value"], language)] if len(rows) else [NOBODY(language)]
    title = (SUPPLIERS if side == "supplier" else BUYERS)(language)
    heads = [head(language) for head in HEADS]
    return Columns(title, heads, listed, right=(2, 3), note=" ".join(notes))


def _partner(network: SupplyNetwork, row: pd.Series, side: str, language: Language) -> list[str]:
    named = pd.notna(row["product"])
    unit = network.unit_of(row["product"]) if named else ""
    return [
        str(names(network)[row[side]]),
        network.product_name(row["product"])(language) if named else NOTHING,
        quantity(row["volume"], unit, language),
        rupiah(row["value"], language),
        label(BASES, row["basis"], language),
    ]


def _claims(network: SupplyNetwork, business: str, language: Language) -> Block:
    rows = [
        [
            topic.name(language) if place == 0 else "",
            USED.fill(value=claim.text)(language) if claim.used else claim.text,
            claim.source,
            label(BASES, claim.basis, language),
        ]
        for topic in conflicts(network, language)
        if topic.business == business
        for place, claim in enumerate(topic.claims)
    ]
    if not rows:
        return Passage(CLAIMS(language), NO_CLAIMS(language))
    heads = [head(language) for head in CLAIM_HEADS]
    return Columns(CLAIMS(language), heads, rows[:MOST_CLAIMS], wide=1)


def _assumed(network: SupplyNetwork, business: str, language: Language) -> Iterator[str]:
    columns = ("output", "value_added", "wages", "workers", "capacity", "funds")
    ours = [
        field_name(column)(language)
        for column in columns
        if pd.notna(network.businesses[column][business])
        and network.basis_of(column)[business] == "assumed"
    ]
    if ours:
        yield NUMBERS_ASSUMED.fill(names=", ".join(ours))(language)
    trade = _touching(network, business)
    if len(trade):
        share = shares(network.value_basis.loc[trade.index], trade["value"])["assumed"]
        yield TRADE_ASSUMED.fill(share=percent(share, language))(language)
    yield SPREADS.fill(draws=DRAWS)(language)
    yield FIXED(language)
