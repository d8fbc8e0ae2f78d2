"""Colours for changes: one hue for gains, one for losses, grey for none; both equally plain.

Blue-green and red are told apart by readers of every common colour vision, and steps of one
distance from nothing are about equally dark: a test measures both.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from supplychain.core.words import Words
from supplychain.views.drawing.paints import Pair
from supplychain.views.palette import along

STEPS = 8
"""Shades of a gain, and as many of a loss."""
GAINS = (("#a5d2dd", "#3d93a8", "#0b5c6e", "#06414f"), ("#1f5361", "#307f96", "#4fabc4", "#86d2e6"))
LOSSES = (
    ("#f2bdb3", "#dc6553", "#ab2a1d", "#7c170c"),
    ("#74291f", "#c04a3a", "#f97d6b", "#ffab9e"),
)
NONE: Pair = ("#c3ccd1", "#4d5a62")
POWER = 1 / 3
"""Shade by the cube root: a thousandth of the largest change is still told from none."""


def paints() -> tuple[Pair, ...]:
    """Pairs from the largest loss over none to the largest gain."""
    shares = [place / (STEPS - 1) for place in range(STEPS)]
    gains, losses = (
        [(along(light, share), along(dark, share)) for share in shares]
        for light, dark in (GAINS, LOSSES)
    )
    return (*reversed(losses), NONE, *gains)


def losses() -> tuple[Pair, ...]:
    """Pairs from none to the largest loss."""
    return tuple(reversed(paints()[: STEPS + 1]))


@dataclass(frozen=True)
class Scale:
    """Which colour an amount has.

    Attributes
    ----------
    most
        The largest change, of either sign, that is to be shown.
    still
        What counts as none.
    first
        Position of `paints` among those of the drawing.
    """

    most: float
    still: float
    first: int = 0

    @classmethod
    def of(cls, changes: Sequence[pd.Series], still: float, first: int = 0) -> Scale:
        """Take one scale for several series, so that they can be compared."""
        sizes = [float(series.abs().max()) for series in changes if len(series)]
        return cls(max([size for size in sizes if np.isfinite(size)], default=0.0), still, first)

    @property
    def none(self) -> int:
        """Position of the colour of what does not change."""
        return self.first + STEPS

    def place(self, change: float) -> int:
        """Position of a change's colour among those of the drawing."""
        if not abs(change) > self.still:
            return self.none
        share = min(1.0, abs(change) / self.most) ** POWER
        step = 1 + round(share * (STEPS - 1))
        return self.none + (step if change > 0 else -step)

    def legend(self, title: Words, unit: Words, say: Callable[[float], Words]) -> dict[str, Any]:
        """Say what the colours stand for: the largest loss, none, the largest gain."""
        ends = (-self.most, 0.0, self.most) if self.most > self.still else (0.0,)
        return {
            "title": title,
            "unit": unit,
            "ticks": [say(end) for end in ends],
            "gaps": None,
            "range": [self.first, self.first + 2 * STEPS + 1],
        }
