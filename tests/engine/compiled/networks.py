"""A thousand small random networks: circles, self-supply, ties, hubs, parts without a link."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from supplychain.engine.compiled import adjacency, components

COUNT = 1000


@dataclass(frozen=True)
class Random:
    """Flows, dense and as links in both directions, with output and weights."""

    flows: np.ndarray
    output: np.ndarray
    weights: np.ndarray
    links: adjacency.Adjacency
    order: components.Order

    @property
    def coefficients(self):
        return self.flows / self.output

    @property
    def inverse(self):
        return np.linalg.inv(np.eye(len(self.output)) - self.coefficients)


def random_networks(count: int = COUNT, *, most: int = 14, large: int = 90) -> Iterator[Random]:
    """Seeded; every fiftieth has a circle larger than what is solved by elimination."""
    for seed in range(count):
        chance = np.random.default_rng(seed)
        size = large if seed % 50 == 49 else int(chance.integers(1, most + 1))
        density = 0.05 if size == large else chance.choice([0.05, 0.15, 0.3, 0.6])
        held = chance.random((size, size)) < density
        if seed % 3 == 0:
            held = np.triu(held, 1)  # no circles
        if seed % 5 == 0 and size > 2:
            held[: size // 2, size // 2 :] = held[size // 2 :, : size // 2] = False
        if seed % 7 == 0:
            held[chance.integers(size)] = True  # a hub that also supplies itself
        ties = seed % 4 == 0
        amounts = np.ones((size, size)) if ties else chance.lognormal(size=(size, size))
        shuffled = chance.permutation(size)
        flows = np.where(held, amounts, 0.0)[np.ix_(shuffled, shuffled)]
        spent = flows.sum(axis=0)
        output = np.where(spent > 0, spent / chance.uniform(0.1, 0.95, size), 1.0)
        yield network(flows, output, chance.random(size))


def network(flows, output, weights) -> Random:
    links = adjacency.from_matrix(csr_array(flows))
    return Random(flows, output, weights, links, components.order(links))
