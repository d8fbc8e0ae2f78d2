"""The size of a network in a few figures, each with where it stands and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words, number, rupiah
from supplychain.views.provenance import shares, source_line

SENTRA = Words(en="Sentra", id="Sentra")
BUSINESSES = Words(en="Businesses", id="Usaha")
PARTNERSHIPS = Words(en="Partnerships", id="Kemitraan")
TRADE = Words(en="Trade between them a year", id="Perdagangan antarusaha per tahun")
JOBS = Words(en="Jobs", id="Tenaga kerja")
FUNDS = Words(en="Public funds (DAK)", id="Dana publik (DAK)")
PERSONS = Words(en="{count} persons", id="{count} orang")


@dataclass(frozen=True)
class Fact:
    """One figure, said.

    Attributes
    ----------
    label, value
        What it is, and the number with its unit.
    shares
        How much of it is reported, estimated and assumed; adds up to 1.
    source
        Who says so.
    """

    label: Words
    value: str
    shares: Mapping[str, float]
    source: str


def facts(network: SupplyNetwork, language: Language) -> list[Fact]:
    """Sentra, businesses, partnerships, trade, jobs and public funds of a network."""
    businesses, partnerships = network.businesses, network.partnerships
    sentra = businesses[businesses["kind"] == "sentra"]
    value = network.trade["value"]
    return [
        _counted(network, SENTRA, sentra, language),
        _counted(network, BUSINESSES, businesses, language),
        _counted(network, PARTNERSHIPS, partnerships, language),
        Fact(
            TRADE,
            rupiah(float(value.sum()), language),
            _said(network.value_basis.loc[value.index], value),
            source_line(network, network.trade["source"], language),
        ),
        _summed(network, JOBS, "workers", language),
        _summed(network, FUNDS, "funds", language),
    ]


def trade_shares(network: SupplyNetwork) -> Mapping[str, float]:
    """Share of the value traded that is reported, estimated and assumed."""
    value = network.trade["value"]
    return _said(network.value_basis.loc[value.index], value)


def _counted(network: SupplyNetwork, label: Words, rows: pd.DataFrame, language: Language) -> Fact:
    return Fact(
        label,
        number(len(rows), language),
        _said(rows["basis"], None),
        source_line(network, rows["source"], language),
    )


def _summed(network: SupplyNetwork, label: Words, column: str, language: Language) -> Fact:
    values = network.businesses[column].dropna()
    total = float(values.sum())
    counted = PERSONS.fill(count=number(total, language))(language)
    return Fact(
        label,
        rupiah(total, language) if column == "funds" else counted,
        _said(network.basis_of(column).loc[values.index], values),
        source_line(network, _sources(network, column, values.index), language),
    )


def _sources(network: SupplyNetwork, column: str, rows: pd.Index) -> Iterable[object]:
    """Source of each number: its default claim's, else the row's."""
    claims = network.claims
    stated = claims[(claims["field"] == column) & (claims["default"] == "yes")]
    by_claim = stated.drop_duplicates("business", keep="last").set_index("business")["source"]
    return by_claim.reindex(rows).fillna(network.businesses.loc[rows, "source"])


def _said(basis: pd.Series, weights: pd.Series | None) -> Mapping[str, float]:
    return {str(code): float(share) for code, share in shares(basis, weights).items()}
