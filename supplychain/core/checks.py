"""Checks of the tables against the schema and against each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from supplychain.core import schema, validation
from supplychain.core.errors import DataError, NotProductiveError
from supplychain.core.findings import Finding, errors, listed
from supplychain.core.words import Words


def require(findings: Iterable[Finding]) -> None:
    """Refuse the data if any finding is an error.

    Raises
    ------
    NotProductiveError
        If the only trouble is that no finite multiplier exists.
    DataError
        In any other case.
    """
    grave = errors(findings)
    if not grave:
        return
    if all(finding.code == "economy.productive" for finding in grave):
        raise NotProductiveError(grave)
    raise DataError(grave)


def tables(given: Mapping[str, pd.DataFrame]) -> list[Finding]:
    """Check each conforming table, then the ids they share."""
    found = [
        finding
        for name, frame in given.items()
        for finding in validation.check(schema.TABLES[name], frame)
    ]
    if errors(found):
        return found
    return [*_partners(given), *_claims(given), *_sources(given), *_nothing(given)]


def _partners(given: Mapping[str, pd.DataFrame]) -> list[Finding]:
    trade, known = given["partnerships"], set(given["businesses"]["id"])
    strange = trade[~trade["supplier"].isin(known) | ~trade["buyer"].isin(known)]
    if strange.empty:
        return []
    pairs = zip(strange.index + 1, strange["supplier"], strange["buyer"], strict=True)
    rows = listed(f"{row}: {supplier} → {buyer}" for row, supplier, buyer in pairs)
    return [
        Finding(
            "partnerships.unknown_business",
            "error",
            at("partnerships", rows),
            Words(
                en="{count} partnership(s) name a business that the businesses table lacks.",
                id="{count} kemitraan menyebut usaha yang tidak ada di tabel usaha.",
            ).fill(count=len(strange)),
            Words(
                en="Add the business, or remove the partnership.",
                id="Tambahkan usahanya, atau hapus kemitraannya.",
            ),
        )
    ]


def _claims(given: Mapping[str, pd.DataFrame]) -> list[Finding]:
    claims, known = given["claims"], set(given["businesses"]["id"])
    strange = claims[~claims["business"].isin(known)]
    if strange.empty:
        return []
    return [
        Finding(
            "claims.unknown_business",
            "error",
            at("claims", listed(strange.index + 1)),
            Words(
                en="A claim speaks of a business that is not there: {names}.",
                id="Klaim menyebut usaha yang tidak ada: {names}.",
            ).fill(names=listed(strange["business"].unique())),
            Words(
                en="Add the business, or remove the claim.",
                id="Tambahkan usahanya, atau hapus klaimnya.",
            ),
        )
    ]


def _sources(given: Mapping[str, pd.DataFrame]) -> list[Finding]:
    known = set(given["sources"]["id"])
    cited = pd.concat([given[name]["source"] for name in ("businesses", "partnerships", "claims")])
    strange = sorted(set(cited.dropna()) - known)
    if not strange or not known:
        return []
    return [
        Finding(
            "sources.unknown",
            "warning",
            schema.SOURCES.title,
            Words(
                en="{count} source(s) are cited but not listed: {names}.",
                id="{count} sumber dikutip tetapi tidak terdaftar: {names}.",
            ).fill(count=len(strange), names=listed(strange)),
            Words(en="Add them to the sources table.", id="Tambahkan ke tabel sumber."),
        )
    ]


def _nothing(given: Mapping[str, pd.DataFrame]) -> list[Finding]:
    if len(given["businesses"]):
        return []
    return [
        Finding(
            "businesses.empty",
            "error",
            schema.BUSINESSES.title,
            Words(en="There is no business in the data.", id="Tidak ada usaha dalam data."),
            Words(en="Fill in at least two rows.", id="Isi sedikitnya dua baris."),
        )
    ]


def at(table: str, rows: Words) -> Words:
    """Name rows of a table."""
    return Words(en="{table}, row {rows}", id="{table}, baris {rows}").fill(
        table=schema.TABLES[table].title, rows=rows
    )
