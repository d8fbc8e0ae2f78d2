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


def findings(item: Layout, column: str, texts: Sequence[str]) -> list[Finding]:
    """Tell of cells that were probably typed as something else."""
    found = []
    if column not in _DATES and set(map(type, texts)) - {str}:
        dates = [isinstance(text, Moment) for text in texts]
        found += _told(item, column, texts, dates, "date")
        cut = [isinstance(text, Exact) and not text.isdigit() for text in texts]
        lossy = [hit and _loses(text) for hit, text in zip(cut, texts, strict=True)]
        found += _told(item, column, texts, lossy, "number")
    if column in _CODES:
        written = [not isinstance(text, Exact | Moment) for text in texts]
        dates = _hits(_DATE, texts, written)
        powers = _hits(_POWER, texts, written)
        found += _told(item, column, texts, dates, "date")
        found += _told(item, column, texts, powers, "number")
    if column in _BUSINESSES and not all(map(numerals.is_digits, filter(None, texts))):
        found += _told(item, column, texts, _hits(_SERIAL, texts, [True] * len(texts)), "serial")
    return found


def _loses(text: str) -> bool:
    """Tell whether a stored number may have been a code with more to it, such as 52.10."""
    return not numerals.is_digits(numerals.whole(text))


def _hits(pattern: re.Pattern[str], texts: Sequence[str], asked: Sequence[bool]) -> list[bool]:
    meant = {text for text in set(texts) if pattern.fullmatch(text)}
    return [ask and text in meant for ask, text in zip(asked, texts, strict=True)]


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
