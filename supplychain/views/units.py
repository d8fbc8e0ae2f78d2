"""Units in words, and amounts with them."""

from __future__ import annotations

from collections.abc import Mapping

from supplychain.core.words import Language, Words, compact, number, rupiah

KILOGRAMS = 1000
"""Of a tonne; so much is written in tonnes."""
MILLION = 1e6

WORDS: Mapping[str, Words] = {
    "year": Words(en="year", id="tahun"),
    "unit": Words(en="unit", id="satuan"),
    "units": Words(en="units", id="unit"),
    "persons": Words(en="persons", id="orang"),
    "businesses": Words(en="businesses", id="usaha"),
    "groups": Words(en="groups", id="kelompok"),
    "shops": Words(en="shops", id="toko"),
    "kilns": Words(en="kilns", id="tungku"),
    "cuttings": Words(en="cuttings", id="stek"),
    "head": Words(en="head", id="ekor"),
    "litre": Words(en="litres", id="liter"),
    "piece": Words(en="pieces", id="buah"),
    "culm": Words(en="culms", id="batang"),
    "tonnes": Words(en="tonnes", id="ton"),
}


def said(unit: object, language: Language) -> str:
    """Say a unit in words.

    Examples
    --------
    >>> said("kg/year", "id"), said("persons", "id"), said("Rp/year", "en")
    ('kg/tahun', 'orang', 'Rp/year')
    """
    parts = str(unit).split("/")
    return "/".join(WORDS[part](language) if part in WORDS else part for part in parts)


def amount(value: float, unit: object, language: Language) -> str:
    """Write an amount with its unit; money with its scale, much weight in tonnes.

    Examples
    --------
    >>> amount(1_050_000, "kg/year", "id"), amount(9e9, "Rp", "en"), amount(30, "persons", "id")
    ('1.050 ton/tahun', 'Rp 9 billion', '30 orang')
    """
    first, *rest = str(unit).split("/")
    per = "".join(f"/{said(part, language)}" for part in rest)
    if first == "Rp":
        return rupiah(value, language) + per
    if first == "kg" and "kg" not in rest and abs(value) >= KILOGRAMS:
        return f"{_plain(value / KILOGRAMS, language)} {said('tonnes', language)}{per}"
    return f"{_plain(value, language)} {said(first, language)}{per}".strip()


def _plain(value: float, language: Language) -> str:
    """Write a number below a million in full, with three significant digits if it is small."""
    if KILOGRAMS <= abs(value) < MILLION:
        return number(value, language)
    return compact(value, language)
