"""Repeatable chance: every decision draws from a stream of its own, named after what it decides.

So a business added later does not reshuffle the others.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random
from typing import TypeVar

SEED = "ntb-2026"
T = TypeVar("T")


def stream(*names: object) -> Random:
    """Random numbers that depend on the seed and these names only."""
    return Random("/".join([SEED, *map(str, names)]))


def lognormal(chance: Random, mean: float, sigma: float) -> float:
    """Draw a positive number with this mean; sigma is the spread of its logarithm."""
    return chance.lognormvariate(math.log(mean) - sigma**2 / 2, sigma)


def firm_size(chance: Random) -> int:
    """Workers of a food IKM: lognormal, mean 2.8, between 1 and 19.

    The mean is that of food IKM in Lombok Tengah 2016 (17,086 workers in 6,081 units); micro is 1-4
    and small 5-19 workers (BPS).
    """
    return min(19, max(1, round(lognormal(chance, 2.8, 0.65))))


def split(total: int, weights: Sequence[float]) -> list[int]:
    """Share a whole number in proportion to weights; the parts add up to it exactly.

    Examples
    --------
    >>> split(10, [1, 1, 1])
    [4, 3, 3]
    """
    whole = sum(weights)
    exact = [total * weight / whole for weight in weights]
    parts = [math.floor(part) for part in exact]
    order = sorted(range(len(parts)), key=lambda i: (parts[i] - exact[i], i))
    for i in order[: total - sum(parts)]:
        parts[i] += 1
    return parts


def choose(chance: Random, options: Sequence[T], weights: Sequence[float], count: int) -> list[T]:
    """Draw without repeating, in proportion to weights; all of them when there are too few."""
    left = list(zip(options, weights, strict=True))
    chosen: list[T] = []
    while left and len(chosen) < count:
        chosen.append(left.pop(_drawn(chance, [weight for _, weight in left]))[0])
    return chosen


def _drawn(chance: Random, weights: Sequence[float]) -> int:
    mark = chance.random() * sum(weights)
    for place, weight in enumerate(weights):
        mark -= weight
        if mark < 0:
            return place
    return len(weights) - 1
