"""``python -m benchmarks.proposals``: edits and rankings beside the plain way of doing them.

The peer solves the whole economy again for every proposal with a dense matrix (NumPy), as a script
would; it is timed on a sample and extrapolated, and marked so. Writes
``benchmarks/results/proposals.json`` and ``proposals.md``.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median
from typing import Any

import numpy as np
import pandas as pd

from benchmarks.figures import machine, write
from supplychain.core.network import SupplyNetwork
from supplychain.core.places import DATA
from supplychain.core.scenario import ChangeDemand, Scenario
from supplychain.metrics import economy
from supplychain.recommend import candidates, ranking
from supplychain.simulate import effects

SAMPLE = 20
TAPIOCA = ChangeDemand(business="sentra-aik-darek", change=282_000 * 12_500.0)


def many(size: int, *, seed: int = 1) -> SupplyNetwork:
    """Make a seeded network of ten industries, each business buying of eight others."""
    chance = np.random.default_rng(seed)
    ids = [f"usaha-{place:04}" for place in range(size)]
    sector = chance.integers(0, 10, size)
    businesses = pd.DataFrame(
        {
            "id": ids,
            "sector": sector.astype(str),
            "output": chance.uniform(5e8, 2e9, size),
            "workers": chance.integers(1, 9, size).astype(float),
            "lat": chance.uniform(-9, -8, size),
            "lon": chance.uniform(116, 119, size),
        }
    )
    suppliers, buyers = chance.integers(0, size, (2, 8 * size))
    partnerships = pd.DataFrame(
        {
            "supplier": [ids[place] for place in suppliers],
            "buyer": [ids[place] for place in buyers],
            "product": [f"barang-{sector[place]}" for place in suppliers],
            "value": chance.uniform(1e6, 5e7, 8 * size),
        }
    )
    return SupplyNetwork.from_tables(businesses, partnerships)


def seconds(work: Callable[[], Any], repeats: int = 5) -> float:
    """Median wall time."""
    found = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return median(found)


def brute_force(network: SupplyNetwork, rows: pd.DataFrame) -> float:
    """Seconds the dense way takes for all rows, from a sample, and the check that it agrees."""
    solved = economy.of(network)
    place = network.businesses.index
    coefficients = network.coefficients.toarray()
    start = time.perf_counter()
    for row in rows.head(SAMPLE).to_dict("records"):
        supplier, buyer = place.get_loc(row["supplier"]), place.get_loc(row["buyer"])
        edited = coefficients.copy()
        edited[supplier, buyer] += row["value"] / solved.output[buyer]
        after = np.linalg.solve(np.eye(len(place)) - edited, solved.final)
        assert abs(after.sum() - solved.output.sum() - row["output"]) <= 1e-6 * row["output"]
    return (time.perf_counter() - start) / min(SAMPLE, len(rows)) * len(rows)


def measure() -> dict[str, float]:
    """Every figure, in seconds unless named otherwise."""
    ntb, large = SupplyNetwork.read(DATA / "ntb"), many(1000)
    scenario = Scenario(name="300 ton", edits=(TAPIOCA,))
    effects(ntb, scenario)
    rows = ranking(large, within=1000)
    return {
        "an edit on the NTB data, effects by business": seconds(lambda: effects(ntb, scenario)),
        "all new partnerships of 1,000 businesses, ranked": seconds(
            lambda: ranking(large, within=1000), 3
        ),
        "the same, dense and one by one (extrapolated from 20)": brute_force(large, rows),
        "partnerships ranked (count)": float(len(candidates(large, within=1000))),
    }


def main() -> None:
    """Measure, print and write."""
    where = machine("not used")
    found = measure()
    lines = ["# Edits and rankings", "", ", ".join(f"{k} {v}" for k, v in where.items()), ""]
    lines += ["| what | s |", "|---|---|", *(f"| {k} | {v:,.3f} |" for k, v in found.items())]
    text = "\n".join([*lines, ""])
    record = {"machine": where, "figures": found}
    write("proposals", record, text)


if __name__ == "__main__":
    main()
