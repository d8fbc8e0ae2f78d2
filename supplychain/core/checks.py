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
    return [
        *_partners(given),
        *_claims(given),
        *_beyond_bounds(given["claims"]),
        *_rivals(given["claims"]),
        *_sources(given),
        *_nothing(given),
    ]


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


def _beyond_bounds(claims: pd.DataFrame) -> list[Finding]:
    """Claims that the model believes must be numbers that the businesses table may hold."""
    bounds = {column.name: column for column in schema.BUSINESSES.columns}
    believed = claims[(claims["default"] == "yes") & claims["field"].isin(list(bounds))]
    least = believed["field"].map(lambda name: bounds[name].least).astype("float64")
    most = believed["field"].map(lambda name: bounds[name].most).astype("float64")
    wrong = believed[(believed["value"] < least) | (believed["value"] > most)]
    if wrong.empty:
        return []
    cases = listed(f"{row.business} {row.field} {row.value:g}" for row in wrong.itertuples())
    return [
        Finding(
            "claims.bounds",
            "error",
            at("claims", listed(wrong.index + 1)),
            Words(
                en="A claim that the model uses cannot be true: {cases}.",
                id="Klaim yang dipakai model tidak mungkin benar: {cases}.",
            ).fill(cases=cases),
            Words(en="Correct the number.", id="Perbaiki angkanya."),
        )
    ]


def _rivals(claims: pd.DataFrame) -> list[Finding]:
    """Of several defaults for one number the last is used, and that is told."""
    believed = claims[claims["default"] == "yes"]
    rivals = believed[believed.duplicated(["business", "field"], keep="last")]
    if rivals.empty:
        return []
    return [
        Finding(
            "claims.rivals",
            "warning",
            at("claims", listed(rivals.index + 1)),
            Words(
                en="Several claims about one number are marked as the default: {names}.",
                id="Ada beberapa klaim bawaan untuk satu angka: {names}.",
            ).fill(names=listed(rivals["business"].unique())),
            Words(
                en="The last one is used; leave only one.",
                id="Yang terakhir dipakai; sisakan satu saja.",
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
