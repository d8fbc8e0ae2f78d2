"""Text in both languages, and numbers, money and shares as each language writes them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from babel.numbers import format_decimal

Language = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = ("id", "en")
NOTHING = "–"

_LOCALES: dict[str, str] = {"id": "id_ID", "en": "en_GB"}


@dataclass(frozen=True)
class Words:
    """One text in English and in Bahasa Indonesia.

    Examples
    --------
    >>> Words(en="Ranking", id="Peringkat")("id")
    'Peringkat'
    """

    en: str
    id: str

    def __call__(self, language: Language) -> str:
        """Return the text in `language`."""
        return self.id if language == "id" else self.en

    def fill(self, **values: object) -> Words:
        """Return both texts with the named places filled in; a `Words` value is translated."""
        return Words(
            en=self.en.format(**{key: _spoken(value, "en") for key, value in values.items()}),
            id=self.id.format(**{key: _spoken(value, "id") for key, value in values.items()}),
        )

    def __add__(self, other: Words) -> Words:
        """Return both texts joined by a space."""
        return Words(en=f"{self.en} {other.en}", id=f"{self.id} {other.id}")


def same(text: str) -> Words:
    """Text that reads alike in both languages, such as a name."""
    return Words(en=text, id=text)


def _spoken(value: object, language: Language) -> object:
    return value(language) if isinstance(value, Words) else value


_SCALES: tuple[tuple[float, Words], ...] = (
    (1e12, Words(en="trillion", id="triliun")),
    (1e9, Words(en="billion", id="miliar")),
    (1e6, Words(en="million", id="juta")),
    (1e3, Words(en="thousand", id="ribu")),
)


def number(value: float, language: Language, *, digits: int = 0) -> str:
    """Write a number with at most `digits` decimals; a missing one is a dash.

    Examples
    --------
    >>> number(1234.5, "id", digits=1), number(1234.5, "en", digits=1)
    ('1.234,5', '1,234.5')
    """
    if value is None or not math.isfinite(value):
        return NOTHING
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    return format_decimal(round(value, digits) + 0.0, format=pattern, locale=_LOCALES[language])


def compact(value: float, language: Language) -> str:
    """Write a number with three significant digits and its scale in words.

    Examples
    --------
    >>> compact(12_500_000_000, "id"), compact(950, "en")
    ('12,5 miliar', '950')
    """
    if value is None or not math.isfinite(value):
        return NOTHING
    rounded = float(f"{value:.3g}")
    for scale, word in _SCALES:
        if abs(rounded) >= scale:
            return f"{_short(rounded / scale, language)} {word(language)}"
    return _short(rounded, language)


def _plain(value: float, language: Language) -> str:
    """Write up to a million without a scale word, since "1,25 ribu ton" is not how people speak."""
    if 1000 <= abs(value) < 1e6:
        return number(value, language)
    return compact(value, language)


def _short(value: float, language: Language) -> str:
    digits = 0 if value == round(value) else max(0, 2 - math.floor(math.log10(abs(value))))
    text = number(value, language, digits=digits)
    mark = "," if language == "id" else "."
    return text.rstrip("0").rstrip(mark) if mark in text else text


def rupiah(value: float, language: Language) -> str:
    """Write money.

    Examples
    --------
    >>> rupiah(12_500_000_000, "id"), rupiah(12_500_000_000, "en")
    ('Rp 12,5 miliar', 'Rp 12.5 billion')
    """
    text = compact(value, language)
    return text if text == NOTHING else f"Rp {text}"


def percent(share: float, language: Language, *, digits: int = 0) -> str:
    """Write a share of one.

    Examples
    --------
    >>> percent(0.625, "id", digits=1)
    '62,5%'
    """
    text = number(100 * share, language, digits=digits)
    return text if text == NOTHING else f"{text}%"


UNITS: dict[str, Words] = {
    "year": Words(en="year", id="tahun"),
    "day": Words(en="day", id="hari"),
    "unit": Words(en="unit", id="satuan"),
    "units": Words(en="units", id="unit"),
    "persons": Words(en="persons", id="orang"),
    "businesses": Words(en="businesses", id="usaha"),
    "groups": Words(en="groups", id="kelompok"),
    "shops": Words(en="shops", id="toko"),
    "piece": Words(en="pieces", id="buah"),
    "head": Words(en="head", id="ekor"),
    "litre": Words(en="litres", id="liter"),
    "culm": Words(en="culms", id="batang"),
    "kilns": Words(en="kilns", id="tungku"),
    "cuttings": Words(en="cuttings", id="stek"),
}
"""Units that are words; signs such as kg stand for themselves."""


def unit_words(unit: str) -> Words:
    """Say a unit, also one per another.

    Examples
    --------
    >>> unit_words("piece/year")("id")
    'buah/tahun'
    """
    parts = [UNITS.get(part, same(part)) for part in unit.split("/")]
    return Words(en="/".join(p.en for p in parts), id="/".join(p.id for p in parts))


def quantity(value: float, unit: str, language: Language) -> str:
    """Write an amount with its unit; a thousand kilograms and more in tonnes.

    Examples
    --------
    >>> quantity(18_000, "kg", "id"), quantity(18_000, "kg/year", "en")
    ('18 ton', '18 tonnes/year')
    >>> quantity(2.5e8, "Rp/year", "id"), quantity(500, "piece", "id")
    ('Rp 250 juta/tahun', '500 buah')
    """
    if value is None or not math.isfinite(value):
        return NOTHING
    first, mark, rest = unit_words(unit)(language).partition("/")
    if first == "Rp":
        return f"{rupiah(value, language)}{mark}{rest}"
    if first == "kg" and rest != "kg" and abs(value) >= 1000:
        value, first = value / 1000, Words(en="tonnes", id="ton")(language)
    return f"{_plain(value, language)} {first}{mark}{rest}".strip()
