"""``python -m benchmarks.engine SIZE …``: our engine and its peers on the same seeded graphs.

Peers come from ``benchmarks/requirements.txt``. Every figure is processor seconds of one run;
putting the businesses in order is counted with ours, and ids are random for all. A peer that would
take minutes is left out. Writes ``benchmarks/results/engine.json`` and ``engine.md``.
"""

from __future__ import annotations

import argparse
import os
import resource
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from benchmarks.engine import graphs
from benchmarks.figures import write
from supplychain.engine.compiled import (
    adjacency,
    arrangement,
    components,
    increments,
    linear,
    returning,
    sweep,
)

WHOLE = {"igraph": 100_000, "rustworkx": 100_000, "networkit": 10_000, "networkx": 1_000}
"""Largest graph on which each peer's betweenness is run to the end; above, it is left out."""


def seconds(work: Callable[[], Any]) -> tuple[float, Any]:
    """Processor seconds and the result."""
    start = time.process_time()
    found = work()
    return time.process_time() - start, found


def ours(links: adjacency.Adjacency) -> tuple[dict[str, float], dict[str, Any]]:
    """Measure every metric of the engine."""
    size = len(links)
    ones, took = np.ones(size), {}
    took["order (components, arrangement)"], near = seconds(lambda: _arranged(links))
    order = components.order(near)
    three = np.stack([ones, ones, ones], axis=1)
    took["three multipliers"], carried = seconds(
        lambda: linear.multipliers(near, order, ones, three)
    )
    took["supply multiplier"], _ = seconds(lambda: linear.supply(near, order, ones, ones))
    took["PageRank"], _ = seconds(lambda: linear.pagerank(near, order, weighed=False))
    took["Katz"], _ = seconds(lambda: linear.katz(near, order, alpha=0.01))
    took["diagonal of L"], back = seconds(lambda: returning.returns(near, order, ones))
    took["extraction of all businesses and links"], _ = seconds(
        lambda: (
            linear.node_losses(ones, carried[:, 0], back),
            linear.link_losses(near, ones, carried[:, 0], back),
        )
    )
    took["degree, strength, HHI, both sides"], _ = seconds(
        lambda: (linear.partners(near.start, near.sold), linear.partners(near.back, near.bought))
    )
    start = time.perf_counter()
    took["betweenness, closeness, reach"], routes = seconds(lambda: sweep.routes(near))
    took["the same, wall"] = time.perf_counter() - start
    took |= what_if(near, order, carried[:, 0])
    return took, {"between": np.sort(routes.between)}


def what_if(links: adjacency.Adjacency, order: components.Order, carried: Any) -> dict[str, float]:
    """Wall seconds of one new link: to random buyers, and to those with most buyers."""
    chance = np.random.default_rng(1)
    ripples = increments.Ripples(links, order, np.ones(len(links)))
    hubs = np.argsort(-np.diff(links.start))[:300]
    found = {}
    for name, buyers in (("random", chance.integers(0, len(links), 1000)), ("hubs", hubs)):
        took = [_one(ripples, int(buyer), len(links), chance, carried) for buyer in buyers]
        found[f"what-if, {name}: median, wall"] = float(np.median(took))
        found[f"what-if, {name}: 99th percentile, wall"] = float(np.quantile(took, 0.99))
        found[f"what-if, {name}: worst, wall"] = max(took)
    return found


def _one(ripples: Any, buyer: int, size: int, chance: Any, carried: Any) -> float:
    pair = np.array([chance.integers(0, size)], np.int32), np.array([buyer], np.int32)
    start = time.perf_counter()
    ripples.multipliers(*pair, np.array([0.01]), carried)
    return time.perf_counter() - start


def _arranged(links: adjacency.Adjacency) -> adjacency.Adjacency:
    order = arrangement.arrangement(links, components.order(links))
    return adjacency.arranged(links, order)


def peers(links: adjacency.Adjacency, expected: dict[str, Any]) -> dict[str, float]:
    """Measure betweenness and PageRank of the libraries that can finish, and compare."""
    import igraph
    import rustworkx

    size, took = len(links), {}
    rows = np.repeat(np.arange(size), np.diff(links.start))
    pairs = np.stack([rows, links.buyer], axis=1)
    if size <= WHOLE["igraph"]:
        graph = igraph.Graph(n=size, edges=pairs, directed=True)
        took["igraph: PageRank"], _ = seconds(graph.pagerank)
        took["igraph: betweenness"], found = seconds(graph.betweenness)
        np.testing.assert_allclose(np.sort(found), expected["between"], rtol=1e-9, atol=1e-6)
    if size <= WHOLE["rustworkx"]:
        rust = rustworkx.PyDiGraph()
        rust.add_nodes_from([None] * size)
        rust.extend_from_edge_list([tuple(pair) for pair in pairs.tolist()])
        took["rustworkx: betweenness"], _ = seconds(
            lambda: rustworkx.digraph_betweenness_centrality(rust, normalized=False)
        )
    took |= _slower(pairs, size)
    return took


def _slower(pairs: Any, size: int) -> dict[str, float]:
    import networkit
    import networkx

    took = {}
    if size <= WHOLE["networkit"]:
        kit = networkit.Graph(size, directed=True)
        for supplier, buyer in pairs.tolist():
            kit.addEdge(supplier, buyer)
        took["networkit: betweenness"], _ = seconds(networkit.centrality.Betweenness(kit).run)
    if size <= WHOLE["networkx"]:
        plain = networkx.DiGraph(pairs.tolist())
        took["networkx: betweenness"], _ = seconds(lambda: networkx.betweenness_centrality(plain))
    return took


def main() -> None:
    """Measure, print and write."""
    given = argparse.ArgumentParser(prog="benchmarks.engine", description=__doc__)
    given.add_argument("sizes", nargs="+", type=int)
    ours(graphs.network(2_000, closing=0.01))  # compiles
    record: dict[str, Any] = {"load before": os.getloadavg()[0], "threads": sweep.THREADS}
    for size in given.parse_args().sizes:
        links = graphs.network(size)
        took, results = ours(links)
        took["peak memory so far, GiB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
        record[f"{size:,} businesses, {links.links:,} links"] = took | peers(links, results)
    lines = ["# Engine", "", "Processor seconds of one run, unless marked otherwise.", ""]
    for name, found in record.items():
        if not isinstance(found, dict):
            lines += [f"{name}: {found}", ""]
            continue
        lines += [f"## {name}", "", "| what | s |", "|---|---|"]
        lines += [*(f"| {what} | {value:,.4g} |" for what, value in found.items()), ""]
    write("engine", record, "\n".join(lines))


if __name__ == "__main__":
    main()
