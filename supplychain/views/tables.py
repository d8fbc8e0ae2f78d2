"""Tables as people read them: names instead of codes, units in the headings, numbers written out.

Each is a pandas Styler: `.data` holds the same table with plain numbers, for files.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import pandas as pd
from pandas.io.formats.style import Styler

from supplychain.core.network import SupplyNetwork
from supplychain.core.vocabulary import (
    BASES,
    COMMODITIES,
    INPUT_CLASSES,
    KINDS,
    RELATIONS,
    SCHEMES,
    STATUSES,
    label,
)
from supplychain.core.words import NOTHING, Language, Words, unit_words
from supplychain.views import kinds
from supplychain.views import matrix as matrices
from supplychain.views.catalogue import Results, view
from supplychain.views.kinds import BUSINESS, KIND
from supplychain.views.matrix import By, Columns, Kind, Measure, Partners, Rows
from supplychain.views.provenance import publishers
from supplychain.views.ranking import ASSUMED, INTERVAL, LINK, ranked
from supplychain.views.scores import Scores, is_share
from supplychain.views.trade import grouped, names

MARKS: Mapping[Language, Any] = {
    "id": {"decimal": ",", "thousands": "."},
    "en": {"decimal": ".", "thousands": ","},
}
"""How each language writes numbers."""
HEADINGS: Mapping[str, Words] = {
    "name": Words(en="Business", id="Usaha"),
    "kind": KIND,
    "district": Words(en="Kabupaten or kota", id="Kabupaten/kota"),
    "industry": Words(en="Industry (KBLI)", id="Industri (KBLI)"),
    "commodity": Words(en="Commodity group", id="Kelompok komoditas"),
    "output": Words(en="Output (Rp/year)", id="Nilai produksi (Rp/tahun)"),
    "value_added": Words(en="Value added (Rp/year)", id="Nilai tambah (Rp/tahun)"),
    "wages": Words(en="Wages (Rp/year)", id="Upah (Rp/tahun)"),
    "workers": Words(en="Workers (persons)", id="Tenaga kerja (orang)"),
    "members": Words(en="Members (units)", id="Anggota (unit)"),
    "funds": Words(en="Public funds (Rp)", id="Dana publik (Rp)"),
    "funds_year": Words(en="Year of funds", id="Tahun dana"),
    "supplier": Words(en="Supplier", id="Pemasok"),
    "buyer": Words(en="Buyer", id="Pembeli"),
    "relation": Words(en="Relation", id="Hubungan"),
    "product": Words(en="Product", id="Produk"),
    "volume": Words(en="Volume a year", id="Volume per tahun"),
    "unit": Words(en="Unit", id="Satuan"),
    "value": Words(en="Value (Rp/year)", id="Nilai (Rp/tahun)"),
    "scheme": Words(en="Partnership scheme", id="Pola kemitraan"),
    "input_class": Words(en="How much the buyer needs it", id="Seberapa pokok bagi pembeli"),
    "since": Words(en="Since", id="Sejak"),
    "status": Words(en="Status", id="Status"),
    "basis": Words(en="Basis", id="Dasar"),
    "source": Words(en="Source", id="Sumber"),
    "rank": Words(en="Rank", id="Peringkat"),
    "low": Words(en="Low", id="Bawah"),
    "high": Words(en="High", id="Atas"),
    "total": Words(en="Total", id="Jumlah"),
}
CODED: Mapping[str, Mapping[str, Words]] = {
    "kind": KINDS,
    "commodity": COMMODITIES,
    "relation": RELATIONS,
    "scheme": SCHEMES,
    "input_class": INPUT_CLASSES,
    "status": STATUSES,
    "basis": BASES,
}
"""Columns that hold codes, and what their codes mean."""


@view(
    title=Words(en="Table of businesses", id="Tabel usaha"),
    meaning=Words(
        en="Every business with its numbers, and where they stand.",
        id="Setiap usaha dengan angkanya dan dasar angka itu.",
    ),
)
def business_table(
    network: SupplyNetwork,
    results: Results,
    *,
    language: Language,
    businesses: pd.Index | None = None,
) -> Styler:
    """Return businesses as a table to read.

    Parameters
    ----------
    businesses
        Ids of those shown, in this order; all of them if left out.
    """
    ids = network.businesses.index if businesses is None else businesses
    rows = network.businesses.loc[ids]
    columns = ["kind", "district", "industry", "commodity", "output", "value_added", "wages"]
    columns += ["workers", "members", "funds", "funds_year", "basis", "source"]
    table = rows.assign(
        name=names(network).loc[ids],
        district=grouped(network, rows["district"], "district", language),
        industry=grouped(network, rows["kbli"], "industry", language),
        source=rows["source"].map(publishers(network, language)),
    )
    return _styled(table[["name", *columns]], language)


@view(
    title=Words(en="Table of partnerships", id="Tabel kemitraan"),
    meaning=Words(
        en="Every partnership with what it carries, how much of it, and where that stands.",
        id="Setiap kemitraan dengan barang, banyaknya, dan dasar angkanya.",
    ),
)
def partnership_table(
    network: SupplyNetwork,
    results: Results,
    *,
    language: Language,
    trade: pd.DataFrame | None = None,
) -> Styler:
    """Return partnerships as a table to read, the most valuable first.

    Parameters
    ----------
    trade
        Rows of `network.partnerships`; all of them if left out.
    """
    rows = network.partnerships if trade is None else trade
    called = names(network)
    goods = rows["product"].dropna().unique()
    units = {product: unit_words(network.unit_of(product))(language) for product in goods}
    table = rows.assign(
        supplier=rows["supplier"].map(called),
        buyer=rows["buyer"].map(called),
        product=grouped(network, rows["product"], "product", language),
        unit=rows["product"].map(units),
        basis=network.value_basis.loc[rows.index],
        source=rows["source"].map(publishers(network, language)),
    )
    columns = ["supplier", "buyer", "relation", "product", "volume", "unit", "value", "scheme"]
    columns += ["input_class", "since", "status", "basis", "source"]
    return _styled(table[columns].sort_values("value", ascending=False, kind="stable"), language)


@view(
    title=Words(en="Table of a ranking", id="Tabel peringkat"),
    meaning=Words(
        en="All values of a metric with their intervals and the share that is assumed.",
        id="Semua nilai suatu metrik dengan selang dan bagian yang diasumsikan.",
    ),
)
def ranking_table(
    network: SupplyNetwork,
    results: Results,
    *,
    language: Language,
    metric: str | None = None,
    given: Mapping[str, Any] | None = None,
    interval: pd.DataFrame | None = None,
) -> Styler:
    """Return the values of a metric as a table to read, the largest first.

    Parameters
    ----------
    metric
        Id in `results`; its first one if left out.
    given
        Parameters the metric was computed with.
    interval
        `low`, `high` and `assumed_share`, as `metrics.uncertainty.interval` returns them.
    """
    scores = Scores.of(results, metric, given)
    if scores.metric.codes:
        return _grouping(network, scores, language)
    table = ranked(network, scores, language=language, interval=interval)
    first = LINK if scores.metric.level == "partnership" else BUSINESS
    ends = {
        end: f"{INTERVAL(language)}: {HEADINGS[end](language).lower()}" for end in ("low", "high")
    }
    headings = {
        "rank": HEADINGS["rank"](language),
        "name": first(language),
        "kind": KIND(language),
        "value": scores.title(language),
        **ends,
        "assumed": ASSUMED(language),
    }
    kept = {name: said for name, said in headings.items() if table[name].notna().any()}
    formats = dict.fromkeys(["value", *ends], _decimals(scores)) | {"assumed": "{:.0%}"}
    named = {headings[name]: form for name, form in formats.items() if name in kept}
    return _written(table[list(kept)].rename(columns=kept), named, language)


def _grouping(network: SupplyNetwork, scores: Scores, language: Language) -> Styler:
    groups = [label(dict(scores.metric.codes), code, language) for code in scores.numbers]
    table = pd.DataFrame(
        {
            BUSINESS(language): scores.labels(network),
            KIND(language): kinds.said(scores.kinds(network), language),
            scores.metric.title(language): groups,
        }
    )
    return _written(table, {}, language)


@view(
    title=Words(en="Table of the matrix", id="Tabel matriks"),
    meaning=Words(
        en="The numbers behind the matrix, with their totals.",
        id="Angka di balik matriks, dengan jumlahnya.",
    ),
)
def matrix_table(  # noqa: PLR0913
    network: SupplyNetwork,
    results: Results,
    *,
    language: Language,
    trade: pd.DataFrame | None = None,
    kind: Kind = "sentra",
    partners: Partners = "buyers",
    by: By = "industry",
    measure: Measure = "value",
    top_rows: Rows = 20,
    top_columns: Columns = 12,
) -> Styler:
    """Return the matrix as a table to read; its parameters are those of `matrix`."""
    found = matrices.cells(
        network,
        language=language,
        trade=trade,
        kind=kind,
        partners=partners,
        by=by,
        top_rows=top_rows,
        top_columns=top_columns,
    )
    table = matrices.grid(found, measure)
    if measure == "value":
        total = HEADINGS["total"](language)
        table = table.assign(**{total: table.sum(axis=1)})
        table.loc[total] = table.sum()
    table = table.rename_axis(index=label(KINDS, kind, language), columns=None)
    form = "{:,.0f}" if measure == "value" else "{:.0%}"
    return _written(table, dict.fromkeys(table.columns, form), language)


def _styled(table: pd.DataFrame, language: Language) -> Styler:
    """Say codes and headings in words, and write whole numbers."""
    said = table.assign(
        **{
            column: table[column]
            .map({code: words(language) for code, words in meant.items()})
            .fillna(table[column])
            for column, meant in CODED.items()
            if column in table
        }
    )
    headings = {str(column): HEADINGS[str(column)](language) for column in said}
    numbers = [headings[str(column)] for column in said.select_dtypes("number")]
    return _written(said.rename(columns=headings), dict.fromkeys(numbers, "{:,.0f}"), language)


def _written(table: pd.DataFrame, formats: Mapping[str, str], language: Language) -> Styler:
    return table.style.format(dict(formats), na_rep=NOTHING, **MARKS[language])


def _decimals(scores: Scores) -> str:
    """Format that shows three digits of a middling value."""
    if is_share(scores.unit):
        return "{:.1%}"
    typical = scores.numbers.abs().median()
    digits = 0 if not typical > 0 else min(6, max(0, 2 - math.floor(math.log10(typical))))
    return f"{{:,.{digits}f}}"
