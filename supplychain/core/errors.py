"""Every error of the package.

::

    SupplyChainError
    ├── DataError (ValueError)              the tables contradict themselves or the schema
    │   └── NotProductiveError (ArithmeticError)   no finite multiplier exists
    ├── ScenarioError (ValueError)          an edit asks for what cannot be
    ├── ReadingError (ValueError)           a file cannot be read as a network
    ├── UnknownNameError (LookupError)      a catalogue, a business or a column has no such name
    ├── ConflictError (RuntimeError)        someone else changed the saved scenario meanwhile
    └── StoreError (OSError)                saved scenarios cannot be read or written just now
        ├── StoreUnreachableError (ConnectionError)   the database does not answer
        ├── StoreBusyError (TimeoutError)   others are writing, for too long
        ├── StoreFullError                  the disk takes no more
        ├── StoreReadOnlyError (PermissionError)      no right to write
        └── StoreDamagedError               not readable: damaged, or of a newer program

`str(error)` is English; `error.words("id")` is Bahasa Indonesia.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from supplychain.core.findings import Finding
from supplychain.core.scenario import Scenario
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


class ConflictError(SupplyChainError, RuntimeError):
    """Someone else changed a saved scenario meanwhile; nothing was written.

    Attributes
    ----------
    base
        What both started from; None if that revision never was.
    theirs, revision
        What is saved now.
    who, when
        The last change.
    """

    def __init__(
        self,
        words: Words,
        *,
        base: Scenario | None,
        theirs: Scenario,
        revision: int,
        who: str,
        when: datetime,
    ) -> None:
        super().__init__(words)
        self.base, self.theirs, self.revision = base, theirs, revision
        self.who, self.when = who, when


class StoreError(SupplyChainError, OSError):
    """Saved scenarios cannot be read or written just now; what is open can still be exported."""


class StoreUnreachableError(StoreError, ConnectionError):
    """A database that does not answer, or refuses to let us in."""


class StoreBusyError(StoreError, TimeoutError):
    """Others are writing, for longer than we wait."""


class StoreFullError(StoreError):
    """A disk that takes no more."""


class StoreReadOnlyError(StoreError, PermissionError):
    """No right to write there."""


class StoreDamagedError(StoreError):
    """A store that cannot be understood: damaged, or written by a newer program."""
