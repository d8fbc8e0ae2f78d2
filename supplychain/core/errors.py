"""Every error of the package.

::

    SupplyChainError
    ├── DataError (ValueError)              the tables contradict themselves or the schema
    │   └── NotProductiveError (ArithmeticError)   no finite multiplier exists
    ├── ScenarioError (ValueError)          an edit asks for what cannot be
    ├── ReadingError (ValueError)           a file cannot be read as a network
    └── UnknownNameError (LookupError)      a catalogue, a business or a column has no such name

`str(error)` is English; `error.words("id")` is Bahasa Indonesia.
"""

from __future__ import annotations

from collections.abc import Sequence

from supplychain.core.findings import Finding
from supplychain.core.words import Words


class SupplyChainError(Exception):
    """Anything a user can mend; `words` says it in both languages."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


class DataError(SupplyChainError, ValueError):
    """Data that a check refused; `findings` holds each reason."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(
            Words(
                en="\n".join(finding.text("en") for finding in findings),
                id="\n".join(finding.text("id") for finding in findings),
            )
        )
        self.findings = tuple(findings)


class NotProductiveError(DataError, ArithmeticError):
    """Businesses that need more of each other's goods than they make."""


class ScenarioError(SupplyChainError, ValueError):
    """An edit that asks for what cannot be, such as ending a partnership that is not there."""


class ReadingError(SupplyChainError, ValueError):
    """A file that is damaged, too large, or of no known format; `findings` holds each reason."""

    def __init__(self, words: Words, findings: Sequence[Finding] = ()) -> None:
        super().__init__(words)
        self.findings = tuple(findings)


class UnknownNameError(SupplyChainError, LookupError):
    """A name that is not there; the message offers the nearest one."""
