"""A deck of slides: the network in figures, its pictures, and one sentra step by step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.places import district_name
from supplychain.core.vocabulary import BASES, label
from supplychain.core.words import Language, Words, number, percent, rupiah
from supplychain.exports import imprint
from supplychain.exports.catalogue import File, export
from supplychain.exports.papers import figures
from supplychain.exports.pictures import shown
from supplychain.exports.presenting import MEDIA
from supplychain.exports.presenting import pptx as presented
from supplychain.exports.slides import Bars, Slide, Table
from supplychain.metrics import CATALOGUE as METRICS
from supplychain.metrics import uncertainty
from supplychain.views import standing
from supplychain.views.catalogue import Results
from supplychain.views.figure import Figure
from supplychain.views.geography import between_districts
from supplychain.views.graph import Focus, drawing
from supplychain.views.map import flow_map
from supplychain.views.overview import JOBS, TRADE, facts
from supplychain.views.reports import reports
from supplychain.views.scores import written
from supplychain.views.story import Step, best_told, story
from supplychain.views.trade import names

TITLE = Words(en="Supply network", id="Jaringan pemasok")
SIZES = Words(
    en="{businesses} businesses and {partnerships} partnerships, from raw material to market.",
    id="{businesses} usaha dan {partnerships} kemitraan, dari bahan baku sampai pasar.",
)
GROUPS = Words(
    en="{businesses} groups of businesses and what they trade, masked for the public.",
    id="{businesses} kelompok usaha dan perdagangannya, disamarkan untuk umum.",
)
SUMS = (TRADE, JOBS)
"""Figures that mean the same of groups as of single businesses."""
MAP = Words(en="What flows between kabupaten", id="Aliran antarkabupaten")
FLOWS = Words(en="From raw material to market", id="Dari bahan baku ke pasar")
RANKED = Words(en="Who carries most", id="Siapa yang paling menopang")
LOSS = Words(
    en="What the network would lose if a business stopped and nobody replaced it, a year.",
    id="Yang hilang dari jaringan per tahun bila sebuah usaha berhenti dan tidak ada penggantinya.",
)
CASE = Words(en="{name}: {title}", id="{name}: {title}")
SOURCES = Words(en="Sources and assumptions", id="Sumber dan asumsi")
SOURCES_SAID = Words(
    en="Reported: an outside source gives the number. Estimated: worked out from reported numbers. "
    "Assumed: ours, so that the whole adds up.",
    id="Dilaporkan: angkanya dari sumber luar. Diperkirakan: dihitung dari angka yang dilaporkan. "
    "Diasumsikan: dari kami, agar keseluruhannya seimbang.",
)
SALES = Words(en="Sales to businesses (Rp/year)", id="Penjualan ke usaha lain (Rp/tahun)")
WHAT = Words(en="What", id="Hal")
VALUE = Words(en="Value", id="Nilai")
BASIS = Words(en="Basis", id="Dasar")
SOURCE = Words(en="Source", id="Sumber")
COUNTED = Words(en="Sources", id="Sumber")
FROM = Words(en="From", id="Dari")
TO = Words(en="To", id="Ke")
BUSINESS = Words(en="Business", id="Usaha")
INTERVAL = Words(en="90% interval", id="Selang 90%")
SPAN = Words(en="{low} to {high}", id="{low} sampai {high}")
TOP = 8


@export(
    title=Words(en="Slides (PPTX)", id="Salindia (PPTX)"),
    meaning=Words(
        en="The network and one sentra step by step; pictures, and numbers as tables and charts "
        "that can be edited.",
        id="Jaringan dan satu sentra langkah demi langkah; gambar, serta angka sebagai tabel dan "
        "grafik yang dapat disunting.",
    ),
    suffix=".pptx",
)
def pptx(network: SupplyNetwork, results: Results, *, language: Language = "id") -> File:
    """Write a deck on a network.

    Parameters
    ----------
    results
        Not read: the deck works out its own numbers, with their intervals.

    Returns
    -------
    File
        16:9; sources stand in the notes of each slide.
    """
    slides = [*overview(network, language), *case(network, language), last(network, language)]
    return of_slides(slides, network, language, TITLE(language))


def of_slides(
    slides: Sequence[Slide], network: SupplyNetwork, language: Language, title: str
) -> File:
    """Write any slides as a deck, with its origin in the notes of every one."""
    origin = "\n".join((*imprint.masked(network, language), imprint.made(network, language)))
    noted = [_with_note(slide, origin) for slide in slides]
    content = presented(noted, language, title, imprint.today())
    return File(f"{imprint.slug(title)}.pptx", MEDIA, content)


def _with_note(slide: Slide, origin: str) -> Slide:
    told = "\n".join(part for part in (slide.notes, origin) if part)
    return replace(slide, notes=told)


def overview(network: SupplyNetwork, language: Language) -> Iterator[Slide]:
    """Slides on the whole network: in figures, on the map, as flows, and who carries most."""
    masked = bool(imprint.masked(network, language))
    said = (GROUPS if masked else SIZES).fill(
        businesses=number(len(network), language),
        partnerships=number(len(network.partnerships), language),
    )
    ground = imprint.standing(network, language)
    rows = [
        (fact.label(language), fact.value, _shares(fact.shares, language))
        for fact in facts(network, language)
        if not masked or fact.label in SUMS
    ]
    head = (WHAT(language), VALUE(language), BASIS(language))
    graph = shown(network, {}, "graph", language)
    yield Slide(TITLE(language), said(language), graph, Table(head, rows, (1,)), sources=ground)
    yield _on_the_map(network, language)
    flows = shown(network, {}, "sankey", language)
    yield Slide(FLOWS(language), "", flows, bars=_sales(network, language), sources=ground)
    yield _carrying(network, language)


def _on_the_map(network: SupplyNetwork, language: Language) -> Slide:
    drawn = flow_map(network, {}, language=language)
    flows = between_districts(network).head(TOP).to_dict("records")
    rows = [
        (district_name(row["start"]), district_name(row["end"]), rupiah(row["value"], language))
        for row in flows
    ]
    head = (FROM(language), TO(language), VALUE(language))
    table = Table(head, rows, (2,)) if rows else None
    return Slide(MAP(language), drawn.summary, drawn, table, sources=(*drawn.notes, drawn.source))


def _sales(network: SupplyNetwork, language: Language) -> Bars | None:
    sentra = network.businesses["kind"] == "sentra"
    sales = network.sales[sentra] if sentra.any() else network.sales
    return _as_bars(network, sales, SALES(language), language)


def _as_bars(
    network: SupplyNetwork, values: pd.Series, title: str, language: Language
) -> Bars | None:
    largest = values[values > 0].sort_values(ascending=False, kind="stable").head(TOP)
    if largest.empty:
        return None
    called = names(network)
    labels = {str(called[str(key)]): float(value) for key, value in largest.items()}
    return Bars(title, labels, {name: rupiah(value, language) for name, value in labels.items()})


def _carrying(network: SupplyNetwork, language: Language) -> Slide:
    metric = METRICS.get("extraction_loss")
    found = uncertainty.interval(network, metric).sort_values(
        "value", ascending=False, kind="stable"
    )
    called = names(network)

    def say(value: float) -> str:
        return written(value, metric.unit, language)

    rows = [
        (
            str(called[str(key)]),
            say(row["value"]),
            SPAN.fill(low=say(row["low"]), high=say(row["high"]))(language),
        )
        for key, row in found.head(TOP).to_dict("index").items()
    ]
    head = (BUSINESS(language), VALUE(language), INTERVAL(language))
    picture = shown(network, {}, "plane", language)
    notes = picture.notes if isinstance(picture, Figure) else ()
    return Slide(
        RANKED(language), LOSS(language), picture, Table(head, rows, (1, 2)), sources=notes
    )


def case(network: SupplyNetwork, language: Language) -> Iterator[Slide]:
    """Slides on the sentra that sources say most about, one a step; none if there is none.

    A network for the public has no single sentra to tell of.
    """
    sentra = best_told(network)
    if sentra is None or imprint.masked(network, language):
        return
    trade = network.trade
    bought, sold = trade[trade["buyer"] == sentra], trade[trade["supplier"] == sentra]
    parts: tuple[Mapping[str, Any], ...] = (
        {"picture": _map(network, bought, language), "table": _topics},
        {"picture": drawing(network, language=language, layout="focus", focus=Focus(sentra))},
        {"picture": _reports(network, sentra, language)},
        {"picture": _map(network, sold, language), "bars": _buyers(network, sold, language)},
        {"table": numbers(network, sentra, language)},
    )
    name = str(names(network)[sentra])
    for step, part in zip(story(network, sentra=sentra, language=language), parts, strict=True):
        table = part.get("table") or _topics
        yield Slide(
            CASE.fill(name=name, title=step.title)(language),
            " ".join(text for text in (step.text, step.narrow) if text),
            part.get("picture"),
            table(step, language) if callable(table) else table,
            part.get("bars"),
            tuple(text for text in (_stands(step, language), step.source) if text),
        )


def _map(network: SupplyNetwork, trade: pd.DataFrame, language: Language) -> Figure:
    return flow_map(network, {}, language=language, trade=trade)


def _reports(network: SupplyNetwork, sentra: str, language: Language) -> Figure:
    return reports(network, {}, language=language, business=sentra, field="output")


def _buyers(network: SupplyNetwork, sold: pd.DataFrame, language: Language) -> Bars | None:
    return _as_bars(network, sold.groupby("buyer")["value"].sum(), SALES(language), language)


def numbers(
    network: SupplyNetwork, business: str, language: Language, *, basis: bool = True
) -> Table:
    """Write the headline numbers of one business as a table, with their intervals.

    Parameters
    ----------
    basis
        Whether a column says where they stand.
    """
    prefix = figures.STANDS.fill(basis="")(language)
    rows = [
        (tile.label, tile.value, tile.interval.partition(": ")[2], tile.basis.removeprefix(prefix))
        for tile in figures.tiles(network, business, language)
    ]
    width = 4 if basis else 3
    head = (WHAT(language), VALUE(language), INTERVAL(language), BASIS(language))
    return Table(head[:width], [row[:width] for row in rows])


def _topics(step: Step, language: Language) -> Table | None:
    rows = [
        (topic.name(language), claim.text, claim.source, label(BASES, claim.basis, language))
        for topic in step.topics
        for claim in topic.claims
    ]
    head = (WHAT(language), VALUE(language), SOURCE(language), BASIS(language))
    return Table(head, rows) if rows else None


def last(network: SupplyNetwork, language: Language) -> Slide:
    """Slide on the sources, most cited first, and on where each sort of number stands."""
    listed = standing.sources(network, language=language)
    publisher, cited = (standing.HEADERS[key](language) for key in ("publisher", "cited"))
    found = listed.groupby(publisher)[cited].agg(["size", "sum"])
    found = found.sort_values("sum", ascending=False, kind="stable").head(TOP + 4)
    heads = [publisher, COUNTED(language), cited]
    rows = [
        [str(name), number(row["size"], language), number(row["sum"], language)]
        for name, row in found.iterrows()
    ]
    ground = imprint.standing(network, language)
    table = Table(heads, rows, (1, 2)) if rows else None
    told = " ".join((SOURCES_SAID(language), *imprint.masked(network, language)))
    return Slide(SOURCES(language), told, table=table, sources=ground)


def _stands(step: Step, language: Language) -> str:
    parts = _shares(step.shares, language)
    return f"{figures.STANDS.fill(basis=parts)(language)}." if parts else ""


def _shares(found: Mapping[str, float], language: Language) -> str:
    return ", ".join(
        f"{percent(share, language)} {BASES[code](language)}"
        for code, share in found.items()
        if share >= 0.005
    )
