"""Codes that a spreadsheet program turned into dates or rounded numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from supplychain.core.findings import Finding, Severity, listed
from supplychain.core.words import Words
from supplychain.io import numerals
from supplychain.io.characters import plain
from supplychain.io.grid import Exact, Moment, told
from supplychain.io.layout import Layout

_BUSINESSES = frozenset({"id", "supplier", "buyer", "business"})
_GOODS = frozenset({"product", "capacity_product", "made_from"})
_CODES = _BUSINESSES | _GOODS | {"sector", "kbli", "district"}
_DATES = frozenset({"since", "date", "funds_year", "note"})
_MONTH = "jan|feb|mar|apr|may|mei|jun|jul|aug|agu|agt|sep|oct|okt|nov|dec|des"
_DATE = re.compile(rf"[0-9]{{1,2}}[-/ ](?:{_MONTH})[a-z]*(?:[-/ ][0-9]{{2,4}})?", re.IGNORECASE)
_POWER = re.compile(r"[0-9]+(?:[.,][0-9]+)?e\+?[0-9]+", re.IGNORECASE)
_SERIAL = re.compile(r"[2-5][0-9]{4}")
_KEPT = 15
"""Digits of a code that a spreadsheet keeps when it takes it for a number."""


def findings(item: Layout, column: str, texts: Sequence[str]) -> list[Finding]:
    """Tell of cells that were probably typed as something else."""
    hits: dict[str, list[bool]] = {}
    if column not in _DATES and set(map(type, texts)) - {str}:
        hits["date"] = [isinstance(text, Moment) for text in texts]
        hits["number"] = [isinstance(text, Exact) and _loses(text) for text in texts]
    if column in _CODES:
        hits["written date"] = _hits(_DATE, texts)
        hits["written number"] = _hits(_POWER, texts)
    if column in _BUSINESSES and not all(map(numerals.is_digits, filter(None, texts))):
        hits["serial"] = _hits(_SERIAL, texts)
    return [
        finding
        for kind, marked in hits.items()
        for finding in _told(item, column, texts, marked, kind.removeprefix("written "))
    ]


def _loses(text: str) -> bool:
    """Tell whether a stored number may have been a code with more to it: 52.10, sixteen digits."""
    shown = numerals.whole(text)
    return not numerals.is_digits(shown) or len(shown) > _KEPT


def _hits(pattern: re.Pattern[str], texts: Sequence[str]) -> list[bool]:
    """Mark plain texts that a pattern fits; stored numbers have their own check."""
    meant = {text for text in set(texts) if pattern.fullmatch(text)}
    return [text in meant and (type(text) is str or pattern is _SERIAL) for text in texts]


_CAUSES: dict[str, tuple[Severity, Words]] = {
    "date": (
        "warning",
        Words(
            en="A spreadsheet may have turned a code into a date: {texts}.",
            id="Mungkin kode yang diubah lembar sebar menjadi tanggal: {texts}.",
        ),
    ),
    "number": (
        "warning",
        Words(
            en="A code is stored as a number, so digits may be lost: {texts}.",
            id="Kode tersimpan sebagai angka sehingga sebagian angkanya bisa hilang: {texts}.",
        ),
    ),
    "serial": (
        "info",
        Words(
            en="Among names stands a number that may have been a date: {texts}.",
            id="Di antara nama ada angka yang mungkin semula tanggal: {texts}.",
        ),
    ),
}


def _told(
    item: Layout, column: str, texts: Sequence[str], hits: Sequence[bool], kind: str
) -> list[Finding]:
    places = [place for place, hit in enumerate(hits) if hit]
    if not places:
        return []
    severity, cause = _CAUSES[kind]
    return [
        told(
            f"codes.{kind}",
            item.place(column, [item.body[place].number for place in places]),
            cause.fill(texts=listed(dict.fromkeys(plain(texts[place]) for place in places))),
            Words(
                en="Compare with the source; format the column as text and type the code again.",
                id="Bandingkan dengan sumbernya; jadikan kolomnya teks lalu ketik ulang kodenya.",
            ),
            severity=severity,
        )
    ]
