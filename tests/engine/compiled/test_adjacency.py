from itertools import pairwise

import numpy as np
import pytest
from scipy.sparse import coo_array, csr_array

from supplychain.engine.compiled import adjacency
from tests.engine.compiled.networks import random_networks


def both_ways(links):
    other = csr_array((links.bought, links.supplier, links.back), shape=(len(links),) * 2)
    return links.matrix().toarray(), other.toarray().T


def test_pairs_in_any_order_become_sorted_links_both_ways():
    for seed in range(200):
        chance = np.random.default_rng(seed)
        size, count = int(chance.integers(1, 9)), int(chance.integers(0, 40))
        pairs = chance.integers(0, size, (2, count)).astype(np.int32)
        values = chance.random(count)
        links = adjacency.from_pairs(size, pairs[0], pairs[1], values)
        expected = coo_array((values, tuple(pairs)), shape=(size, size)).toarray()
        for found in both_ways(links):
            np.testing.assert_allclose(found, expected)
        for start, partner in ((links.start, links.buyer), (links.back, links.supplier)):
            for first, last in pairwise(start):
                assert (np.diff(partner[first:last]) > 0).all()


def test_new_numbers_only_move_the_links():
    for item in random_networks(60):
        order = np.random.default_rng(1).permutation(len(item.links)).astype(np.int32)
        moved = adjacency.arranged(item.links, order)
        for found in both_ways(moved):
            np.testing.assert_array_equal(found, item.flows[np.ix_(order, order)])
        np.testing.assert_array_equal(moved.turned().matrix().toarray(), found.T)


def test_more_than_the_ids_can_name_is_refused():
    nobody = np.empty(0, np.int32)
    with pytest.raises(OverflowError, match="32-bit"):
        adjacency.from_pairs(2**31, nobody, nobody, np.empty(0))
