"""Small economies whose results are published or can be worked out by hand."""

from __future__ import annotations

from functools import cache

import numpy as np

from supplychain.core.network import SupplyNetwork


@cache
def book() -> SupplyNetwork:
    """Two sectors: Miller and Blair (2009), tables 2.3 and 2.4, with the wages of section 2.5."""
    return SupplyNetwork.from_flows([[150, 500], [200, 100]], [1000, 2000], wages=[300, 500])


@cache
def germany() -> SupplyNetwork:
    """Germany 1995, six sectors: Eurostat Manual (2008), table 15.4; workers in thousands."""
    flows = [
        [1131, 25480, 1, 607, 710, 762],
        [7930, 304584, 64167, 41082, 11981, 30360],
        [426, 7334, 3875, 5296, 23457, 9155],
        [3559, 72717, 14190, 74399, 10835, 21008],
        [3637, 96115, 31027, 65755, 193176, 34223],
        [1552, 14986, 1747, 11225, 15058, 22070],
    ]
    return SupplyNetwork.from_flows(
        flows,
        [43910, 1079446, 245606, 540063, 692487, 508918],
        value_added=[21664, 395022, 115624, 311407, 415426, 365017],
        workers=[1096, 8381, 3236, 9251, 4258, 10206],
    )


@cache
def two_regions() -> SupplyNetwork:
    """Two regions of three sectors; the negative value added of the second is refused as data."""
    flows = [
        [10, 5, 1, 6, 5, 7],
        [0, 2, 0, 0, 5, 3],
        [10, 3, 20, 4, 2, 0],
        [5, 0, 0, 1, 10, 9],
        [0, 10, 1, 0, 20, 1],
        [5, 0, 0, 1, 10, 10],
    ]
    return SupplyNetwork.from_flows(flows, [51, 15, 58, 50, 52, 39], check=False)


@cache
def tapioca() -> SupplyNetwork:
    """Cassava → tapioca → bakso, kue and kerupuk."""
    flows = np.zeros((5, 5))
    flows[0, 1], flows[1, 2:] = 130, [100, 100, 60]
    names = ["cassava", "tapioca", "bakso", "kue", "kerupuk"]
    return SupplyNetwork.from_flows(flows, [130, 260, 1000, 500, 200], names=names)


@cache
def three() -> SupplyNetwork:
    """Three businesses whose best pair holds the best and the worst single one."""
    return SupplyNetwork.from_flows([[0, 30, 0], [65, 0, 0], [0, 0, 0]], [130, 75, 100])
