"""What a check found: how grave, where, why, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from supplychain.core.words import Language, Words

Severity = Literal["error", "warning", "info"]
SEVERITIES: dict[Severity, Words] = {
    "error": Words(en="Error", id="Kesalahan"),
    "warning": Words(en="Warning", id="Peringatan"),
    "info": Words(en="Note", id="Catatan"),
}


@dataclass(frozen=True)
class Finding:
    """One finding of one check.

    Attributes
    ----------
    code
        Stable name of the check, for scripts.
    severity
        An `error` refuses the data; a `warning` or `info` stands beside it.
    place
        File, sheet, table, row or business.
    cause, remedy
        What is wrong, and what to do.
    subjects
        Ids of the businesses concerned, for links.
    """

    code: str
    severity: Severity
    place: Words
    cause: Words
    remedy: Words
    subjects: tuple[str, ...] = ()

    def text(self, language: Language) -> str:
        """Place, cause and remedy in one line."""
        return f"{self.place(language)}: {self.cause(language)} {self.remedy(language)}"

    @property
    def words(self) -> Words:
        """The same line in both languages."""
        return Words(en=self.text("en"), id=self.text("id"))


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Keep the findings that refuse the data."""
    return tuple(finding for finding in findings if finding.severity == "error")


def listed(items: Iterable[object], *, most: int = 3) -> Words:
    """Name at most `most` cases and count the rest."""
    texts = [str(item) for item in items]
    shown = ", ".join(texts[:most])
    rest = len(texts) - most
    if rest <= 0:
        return Words(en=shown, id=shown)
    return Words(en=f"{shown} and {rest} more", id=f"{shown} dan {rest} lainnya")
