import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from supplychain.engine.compiled import adjacency, components
from tests.engine.compiled.networks import random_networks


def test_circles_are_those_of_scipy_and_suppliers_come_first():
    for item in random_networks():
        order = item.order
        count, labels = connected_components(csr_array(item.flows), connection="strong")
        assert len(order.first) == count + 1
        assert len(set(zip(labels, order.circle, strict=True))) == count
        rows, columns = np.nonzero(item.flows)
        assert (order.circle[rows] <= order.circle[columns]).all()
        members = [order.circle[order.sequence[place]] for place in range(len(labels))]
        assert members == sorted(members)
        assert sorted(order.sequence) == list(range(len(labels)))
        assert order.large.tolist() == np.flatnonzero(np.bincount(order.circle) > 1).tolist()


def test_a_long_chain_needs_no_deep_stack():
    size = 200_000
    ids = np.arange(size, dtype=np.int32)
    links = adjacency.from_pairs(size, ids[:-1], ids[1:], np.ones(size - 1))
    assert (components.order(links).sequence == ids).all()
