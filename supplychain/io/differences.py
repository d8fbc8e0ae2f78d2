"""What a newer file changes against the network that is there."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from supplychain.core.findings import Finding, listed
from supplychain.core.network import SupplyNetwork
from supplychain.core.schema import BUSINESSES, PARTNERSHIPS
from supplychain.core.words import Words
from supplychain.io.grid import told

_PAIR = ["supplier", "buyer", "product", "relation"]
_MOST = 6


def differences(before: SupplyNetwork, after: SupplyNetwork) -> tuple[Finding, ...]:
    """Say what differs between two networks.

    Returns
    -------
    tuple of Finding
        One, `upload.same`, if they are equal; else the businesses and partnerships that come, go,
        get another name or another value.
    """
    if before.fingerprint == after.fingerprint:
        return (told("upload.same", BUSINESSES.title, _SAME, _NOTHING),)
    found = [*_businesses(before, after), *_partnerships(before, after)]
    return tuple(found) or (told("upload.details", BUSINESSES.title, _DETAILS, _DECIDE),)


def _businesses(before: SupplyNetwork, after: SupplyNetwork) -> list[Finding]:
    old, new = before.businesses, after.businesses
    common = old.index.intersection(new.index)
    names = pd.DataFrame({"old": old["name"][common], "new": new["name"][common]})
    renamed = [f"{row.old} → {row.new}" for row in names[names.old != names.new].itertuples()]
    place = BUSINESSES.title
    return [
        *_each("business.new", place, _NEW, new.index.difference(old.index, sort=False)),
        *_each("business.gone", place, _GONE, old.index.difference(new.index, sort=False)),
        *_each("business.renamed", place, _RENAMED, renamed),
    ]


def _partnerships(before: SupplyNetwork, after: SupplyNetwork) -> list[Finding]:
    old, new = _values(before), _values(after)
    common = old.index.intersection(new.index)
    changed = common[old[common].to_numpy() != new[common].to_numpy()]
    place = PARTNERSHIPS.title
    return [
        *_each("partnership.new", place, _NEW, _said(new.index.difference(old.index))),
        *_each("partnership.gone", place, _GONE, _said(old.index.difference(new.index))),
        *_each("partnership.value", place, _CHANGED, _said(changed)),
    ]


def _values(network: SupplyNetwork) -> pd.Series:
    table = network.partnerships
    return table.fillna({"product": "", "value": 0.0}).groupby(_PAIR)["value"].sum()


def _said(pairs: pd.Index) -> list[str]:
    return [f"{supplier} → {buyer}" for supplier, buyer, *_ in pairs]


def _each(code: str, place: Words, cause: Words, cases: Iterable[object]) -> list[Finding]:
    texts = [str(case) for case in cases]
    said = cause.fill(count=len(texts), cases=listed(texts, most=_MOST))
    return [told(f"upload.{code}", place, said, _DECIDE)] if texts else []


_SAME = Words(en="The same data are already loaded.", id="Data yang sama sudah dimuat.")
_DETAILS = Words(
    en="The same businesses and partnerships, with other details.",
    id="Usaha dan kemitraannya sama, rinciannya berbeda.",
)
_NEW = Words(en="{count} new: {cases}.", id="{count} baru: {cases}.")
_GONE = Words(en="{count} no longer there: {cases}.", id="{count} tidak ada lagi: {cases}.")
_RENAMED = Words(en="{count} with another name: {cases}.", id="{count} berganti nama: {cases}.")
_CHANGED = Words(en="{count} with another value: {cases}.", id="{count} berubah nilainya: {cases}.")
_DECIDE = Words(
    en="Check this before the new data replace the old.",
    id="Periksa sebelum data baru menggantikan yang lama.",
)
_NOTHING = Words(en="Nothing to do.", id="Tidak perlu tindakan.")
