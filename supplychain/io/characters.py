"""Characters that cannot be seen, and texts that a spreadsheet would run."""

from __future__ import annotations

import re

CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Control and direction characters; tab and line breaks are in `BREAKS`."""
BREAKS = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]+")
GUARD = re.compile("'(?=[=+\\-@'＝＋－＠\t\r])")
"""An apostrophe before a text that a spreadsheet would take for a formula."""


ODD = re.compile(rf"{CONTROL.pattern}|{BREAKS.pattern}|^\s|\s$|^'")
"""What makes a text worth a closer look."""


def guarded(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would take for a formula.

    Reading a text table takes it off again.

    Examples
    --------
    >>> guarded("=1+1"), guarded("Aik Darek")
    ("'=1+1", 'Aik Darek')
    """
    return f"'{text}" if GUARD.match(f"'{text}") else text


def plain(text: str, most: int = 60) -> str:
    r"""Text of a cell, fit to be quoted in a message.

    Examples
    --------
    >>> plain(" PT\x1b\nA ")
    'PT A'
    """
    quoted = CONTROL.sub("", BREAKS.sub(" ", text)).strip()
    return quoted if len(quoted) <= most else f"{quoted[:most]}…"
