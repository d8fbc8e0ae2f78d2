"""Seeded supply networks to measure on: tiers, villages, heavy tails, rings of mutual trade."""

from __future__ import annotations

import numpy as np

from supplychain.engine.compiled import adjacency

TIERS, VILLAGE = 8, 500


def network(size: int, *, seed: int = 1, closing: float = 0.0) -> adjacency.Adjacency:
    """Make coefficients with random ids.

    Buyers choose suppliers one to three tiers up (60, 25, 15 %), of their own village, province or
    the nation (80, 15, 5 %), by Pareto attractiveness; purchases are 0.3 to 0.75 of output; some
    trade in rings of up to six. `closing` is a share of links with random ends, which makes one
    giant circle.
    """
    chance = np.random.default_rng(seed)
    villages = max(1, size // VILLAGE)
    provinces = max(1, min(38, villages // 10))
    key = np.sort(chance.integers(0, villages * TIERS, size))
    village, tier = np.divmod(key, TIERS)
    suppliers, buyers = _links(chance, key, (villages, provinces), village, tier)
    rings = _rings(chance, key)
    ends = chance.integers(0, size, (2, int(closing * len(suppliers))))
    suppliers = np.concatenate([suppliers, rings[0], ends[0]])
    buyers = np.concatenate([buyers, rings[1], ends[1]])
    other = suppliers != buyers
    suppliers, buyers = suppliers[other], buyers[other]
    weight = chance.lognormal(size=len(suppliers))
    spent = np.bincount(buyers, weight, size)[buyers]
    shares = weight / spent * chance.uniform(0.3, 0.75, size)[buyers]
    names = chance.permutation(size).astype(np.int32)
    return adjacency.from_pairs(size, names[suppliers], names[buyers], shares)


def _links(chance, key, counts, village, tier):  # type: ignore[no-untyped-def]
    villages, provinces = counts
    size = len(key)
    first = np.searchsorted(key, np.arange(villages * TIERS + 1))
    pull = np.concatenate([[0.0], np.cumsum(np.minimum(chance.pareto(1.6, size) + 0.05, 500))])
    wanted = np.minimum(chance.pareto(1.7, size) * 4.2 + 1, 2000)
    wanted = (wanted * (chance.random(size) < 0.9) * (tier > 0)).astype(np.int64)
    buyers = np.repeat(np.arange(size), wanted)
    count = len(buyers)
    up = np.maximum(tier[buyers] - chance.choice([1, 2, 3], count, p=[0.6, 0.25, 0.15]), 0)
    begin = np.searchsorted(np.arange(villages) * provinces // villages, np.arange(provinces + 1))
    home = (village * provinces // villages)[buyers]
    near = begin[home] + (chance.random(count) * np.diff(begin)[home]).astype(np.int64)
    far, scope = chance.integers(0, villages, count), chance.random(count)
    where = np.where(scope < 0.8, village[buyers], np.where(scope < 0.95, near, far))
    low, high = pull[first[where * TIERS + up]], pull[first[where * TIERS + up + 1]]
    chosen = np.searchsorted(pull, low + chance.random(count) * (high - low), side="right") - 1
    chosen = np.minimum(chosen, size - 1)
    kept = (high > low) & (tier[chosen] < tier[buyers])
    return chosen[kept], buyers[kept]


def _rings(chance, key):  # type: ignore[no-untyped-def]
    starts = chance.choice(max(1, len(key) - 8), len(key) // 400, replace=False)
    rings = [
        np.arange(start, start + length)
        for start, length in zip(starts, chance.integers(2, 7, len(starts)), strict=True)
        if key[start] == key[start + length - 1]
    ]
    empty = np.empty(0, np.int64)
    ahead = [np.roll(ring, -1) for ring in rings]
    return np.concatenate([empty, *rings]), np.concatenate([empty, *ahead])
