"""Numbers as people write them: decimal comma or point, thousands marks, Rp before them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Mark = Literal[".", ","]
GAPS = frozenset({"", "-", "–", "—", "n/a", "na", "nan", "null", "none", "nihil", "tidak ada"})
"""What stands for a number that is not known."""

_AROUND = re.compile(r"^(?:rp\.?|idr)\s*|\s*,[-–—]$", re.IGNORECASE)
_BARE = re.compile(r"[-+0-9.,eE]+(?<!,-)")
_SPACES = re.compile(r"(?<=[0-9]) (?=[0-9]{3}(?![0-9]))")
_FORMS = {
    ".": re.compile(
        r"[+-]?(?:[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?"
        r"|[+-]?\.[0-9]+(?:[eE][+-]?[0-9]+)?"
    ),
    ",": re.compile(
        r"[+-]?(?:[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,[0-9]+)?(?:[eE][+-]?[0-9]+)?"
        r"|[+-]?,[0-9]+(?:[eE][+-]?[0-9]+)?"
    ),
}


@dataclass(frozen=True)
class Evidence:
    """Which of some texts, by position, speak for which decimal mark.

    Attributes
    ----------
    point, comma
        Numbers only with a decimal point, only with a decimal comma.
    open
        Numbers that mean one thing with the point and another with the comma, such as `1.500`;
        not `Rp 1.500`, since money has no three decimals.
    """

    point: tuple[int, ...]
    comma: tuple[int, ...]
    open: tuple[int, ...]


def bare(text: str) -> str:
    """Take off currency, `,-`, spaces between thousands and the typographer's minus.

    Examples
    --------
    >>> bare("Rp 1.500.000,-"), bare("1 500,75"), bare("−3")
    ('1.500.000', '1500,75', '-3')
    """
    if _BARE.fullmatch(text):
        return text
    usual = unicodedata.normalize("NFKC", text).strip().replace("−", "-")
    return _SPACES.sub("", _AROUND.sub("", usual)).strip()


def is_digits(text: str) -> bool:
    """Tell whether a text is made of the digits 0 to 9 only."""
    return text.isascii() and text.isdigit()


def is_gap(text: str) -> bool:
    """Tell whether a text says that there is no number."""
    return text.strip().casefold() in GAPS


def canonical(text: str, mark: Mark) -> str | None:
    """Rewrite a number with a decimal point and no other marks; None if it is no number.

    Examples
    --------
    >>> canonical("1.500,75", ","), canonical("1.500,75", ".")
    ('1500.75', None)
    """
    number = bare(text)
    if _FORMS[mark].fullmatch(number) is None:
        return None
    other = "," if mark == "." else "."
    return number.replace(other, "").replace(mark, ".")


def evidence(texts: Sequence[str]) -> Evidence:
    """Sort texts by the decimal mark they speak for; those that fit both alike say nothing."""
    point: list[int] = []
    comma: list[int] = []
    either: list[int] = []
    for place, text in enumerate(texts):
        number = bare(text)
        with_point, with_comma = (form.fullmatch(number) for form in _FORMS.values())
        if with_point and with_comma:
            if canonical(number, ".") == canonical(number, ","):
                continue
            if _AROUND.search(text.strip()) is None:
                either.append(place)
            else:  # money: nobody writes parts of a rupiah with three digits
                (comma if "." in number else point).append(place)
        elif with_point:
            point.append(place)
        elif with_comma:
            comma.append(place)
    return Evidence(tuple(point), tuple(comma), tuple(either))


def exactly(text: str) -> bool:
    """Tell whether a canonical number is kept to its last digit.

    Programs store 16 or 17 digits where fewer name the same number; that is no loss.

    Examples
    --------
    >>> exactly("0.1"), exactly("52.020000000000003"), exactly("9007199254740993")
    (True, True, False)
    """
    value = float(text)
    kept = (repr(value), f"{value:.16g}", f"{value:.17g}")
    return Decimal(text) in map(Decimal, kept)


def whole(text: str) -> str:
    """Write a stored number as the text a sheet shows: 10621 for 10621.0.

    Examples
    --------
    >>> whole("10621.0"), whole("9007199254740993"), whole("52.020000000000003")
    ('10621', '9007199254740993', '52.02')
    """
    if re.fullmatch(r"-?[0-9]+", text):
        return text
    number = float(text)
    short = repr(number)
    return short.removesuffix(".0") if abs(number) < 1e15 else short
