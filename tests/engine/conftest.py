"""Published and hand-made economies, as arrays."""

import numpy as np
import pytest
from scipy.sparse import csr_array


class Economy:
    """Flows and output with what follows from them, dense and sparse."""

    def __init__(self, flows, output):
        self.Z = np.array(flows, dtype=float)
        self.x = np.array(output, dtype=float)
        self.flows = csr_array(self.Z)
        self.A = csr_array(self.Z / self.x)
        self.f = self.x - self.Z.sum(axis=1)
        self.L = np.linalg.inv(np.eye(len(self.x)) - self.Z / self.x)


@pytest.fixture
def two_sectors():
    """Miller and Blair (2009), tables 2.3 and 2.4."""
    return Economy([[150, 500], [200, 100]], [1000, 2000])


@pytest.fixture
def germany():
    """Germany 1995, six sectors: Eurostat Manual (2008), table 15.4."""
    flows = [
        [1131, 25480, 1, 607, 710, 762],
        [7930, 304584, 64167, 41082, 11981, 30360],
        [426, 7334, 3875, 5296, 23457, 9155],
        [3559, 72717, 14190, 74399, 10835, 21008],
        [3637, 96115, 31027, 65755, 193176, 34223],
        [1552, 14986, 1747, 11225, 15058, 22070],
    ]
    return Economy(flows, [43910, 1079446, 245606, 540063, 692487, 508918])


@pytest.fixture
def two_regions():
    """Two regions of three sectors, as in pymrio's tests."""
    flows = [
        [10, 5, 1, 6, 5, 7],
        [0, 2, 0, 0, 5, 3],
        [10, 3, 20, 4, 2, 0],
        [5, 0, 0, 1, 10, 9],
        [0, 10, 1, 0, 20, 1],
        [5, 0, 0, 1, 10, 10],
    ]
    return Economy(flows, [51, 15, 58, 50, 52, 39])


@pytest.fixture
def tapioca():
    """Cassava → tapioca → bakso, kue, kerupuk; no circle."""
    flows = np.zeros((5, 5))
    flows[0, 1] = 0.5 * 260
    flows[1, 2:] = [0.1 * 1000, 0.2 * 500, 0.3 * 200]
    return Economy(flows, [130, 260, 1000, 500, 200])
