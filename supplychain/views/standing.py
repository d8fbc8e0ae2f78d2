"""Where each field of the tables stands, and the sources with how often each is cited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from supplychain.core import schema
from supplychain.core.network import SupplyNetwork
from supplychain.core.vocabulary import PUBLISHERS, label
from supplychain.core.words import Language, Words
from supplychain.views.provenance import shares

FIELDS = ("output", "value_added", "wages", "workers", "members", "capacity", "funds")
TRADED = Words(en="Value of partnerships", id="Nilai kemitraan")
HEADERS: Mapping[str, Words] = {
    "title": Words(en="Title", id="Judul"),
    "publisher": Words(en="Publisher", id="Penerbit"),
    "date": Words(en="Date", id="Tanggal"),
    "cited": Words(en="Rows that cite it", id="Baris yang mengutip"),
    "address": Words(en="Address", id="Alamat"),
    "licence": Words(en="Licence", id="Lisensi"),
}


@dataclass(frozen=True)
class Standing:
    """One field: how many numbers it has, and the share of them on each basis."""

    title: Words
    count: int
    shares: Mapping[str, float]


def by_field(network: SupplyNetwork) -> list[Standing]:
    """Say for each field that has numbers where they stand, each number counting alike."""
    found = []
    for field in FIELDS:
        known = network.businesses[field].notna()
        basis = network.basis_of(field)[known]
        found.append(_standing(schema.BUSINESSES.column(field).meaning, basis))
    valued = network.trade["value"].dropna().index
    found.append(_standing(TRADED, network.value_basis.loc[valued]))
    return [standing for standing in found if standing.count]


def _standing(title: Words, basis: pd.Series) -> Standing:
    known = {str(code): float(share) for code, share in shares(basis).items()}
    return Standing(title, len(basis), known)


def sources(network: SupplyNetwork, *, language: Language) -> pd.DataFrame:
    """Return the sources with their publishers, most cited first.

    Returns
    -------
    pandas.DataFrame
        Headers in the language; `cited` counts rows of businesses, partnerships and claims.
    """
    tables = (network.businesses, network.partnerships, network.claims)
    cited = pd.concat([table["source"] for table in tables]).value_counts()
    counted = network.sources.assign(cited=cited.reindex(network.sources.index).fillna(0))
    ranked = counted.sort_values("cited", ascending=False, kind="stable").astype({"cited": int})
    publisher = [label(PUBLISHERS, name, language) for name in ranked["publisher"].fillna("")]
    known = ranked.assign(publisher=publisher)[list(HEADERS)].reset_index(drop=True)
    return known.rename(columns={name: words(language) for name, words in HEADERS.items()})
