"""The worked examples of the literature, computed live: expected, obtained, difference."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from supplychain.core.words import Words
from supplychain.metrics.worked import EXAMPLES, Example


@dataclass(frozen=True)
class Check:
    """One worked number, or row of numbers, against what we compute.

    Attributes
    ----------
    id, title
        Name, and what is computed.
    source
        Where the expected numbers stand.
    expected, obtained
        In the same order and unit.
    tolerance
        Half a unit of the last printed digit.
    """

    id: str
    title: Words
    source: Words
    expected: tuple[float, ...]
    obtained: tuple[float, ...]
    tolerance: float

    @property
    def difference(self) -> float:
        """Largest absolute difference."""
        pairs = zip(self.expected, self.obtained, strict=True)
        return max(abs(expected - obtained) for expected, obtained in pairs)

    @property
    def passed(self) -> bool:
        """Whether the printed digits are met."""
        return self.difference <= self.tolerance


def worked_examples() -> list[Check]:
    """Compute every worked example.

    Returns
    -------
    list of Check
        All pass, or the program must not be trusted.

    Examples
    --------
    >>> all(check.passed for check in worked_examples())
    True
    """
    return [_held_against(example) for example in EXAMPLES]


def _held_against(example: Example) -> Check:
    obtained = np.ravel(np.asarray(example.compute(), dtype=np.float64))
    return Check(
        example.id,
        example.title,
        example.source,
        example.expected,
        tuple(obtained.tolist()),
        example.tolerance,
    )
