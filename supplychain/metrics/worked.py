"""Published and hand-made numbers that a right program must reproduce."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import csr_array

from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Words, same
from supplychain.engine import esri, extraction, households, leontief, limits
from supplychain.metrics import economy
from supplychain.metrics.extraction import extraction_loss, link_extraction_loss
from supplychain.metrics.length import propagation_length
from supplychain.metrics.linkages import backward_linkage, forward_linkage, supply_multiplier
from supplychain.metrics.multipliers import (
    employment_multiplier,
    income_multiplier,
    output_multiplier,
    value_added_multiplier,
)
from supplychain.metrics.structural_paths import structural_paths
from supplychain.metrics.textbook import book, germany, tapioca, three, two_regions

Floats = NDArray[np.float64]


class Example(NamedTuple):
    """One worked row of numbers: what, from where, how exact, and how we get it."""

    id: str
    title: Words
    source: Words
    expected: tuple[float, ...]
    tolerance: float
    compute: Callable[[], ArrayLike]


def _new_demand() -> Floats:
    return economy.of(book()).factor.forward(np.array([600.0, 1500.0]))


def _path() -> Floats:
    found = structural_paths(book(), supplier="1", buyer="2")
    return found[["direct", "multiplier", "value"]].to_numpy(dtype=np.float64)[0]


def _supply_driven_loss() -> Floats:
    solved = economy.of(book())
    return extraction.node_losses(
        solved.factor, solved.output, solved.final, np.ones(2), side="ghosh"
    )


def _held_output() -> ArrayLike:
    factor = economy.of(book()).factor
    held = limits.fixed(factor, np.array([600.0, 0.0]), np.array([1]), np.array([1700.0]))
    return [held.output[0], -held.shortage[1]]


def _closed() -> leontief.Factor:
    factor = economy.of(book()).factor
    wages, spending = np.array([0.30, 0.25]), np.array([0.05, 0.40])
    return leontief.factor(households.close(factor.coefficients, wages, spending, 0.05))


def _income_type_ii() -> Floats:
    wages = np.array([0.30, 0.25, 0.05])
    return (_closed().transposed(wages) / wages)[:2]


def _truncated() -> Floats:
    return _closed().transposed(np.array([1.0, 1.0, 0.0]))[:2]


def _held_region() -> Floats:
    solved = economy.of(two_regions())
    held = limits.fixed(solved.factor, solved.final, np.array([3]), np.array([40.0]))
    return np.append(held.output, solved.final[3] - held.shortage[3])


def _group(network: SupplyNetwork, *group: int) -> float:
    solved = economy.of(network)
    ones = np.ones(len(network))
    return extraction.group_loss(solved.factor, np.array(group), solved.output, ones)


def _footprint() -> Floats:
    solved = economy.of(SupplyNetwork.from_flows([[8, 5], [4, 2]], [16, 12]))
    return solved.factor.transposed(np.array([8, 4]) / solved.output) * solved.final


def _risk() -> Floats:
    flows = np.zeros((4, 4))
    flows[0, 2], flows[1, 2], flows[2, 3] = 3, 1, 5
    trade = csr_array(flows)
    chain = esri.chain(trade, np.array([0, 0, 1, 2]), esri.all_of(trade, esri.ESSENTIAL))
    return esri.risk(chain, np.arange(4)).total


def _steps() -> ArrayLike:
    chain = tapioca()
    return [
        propagation_length(chain, supplier="cassava", buyer="bakso"),
        propagation_length(chain, supplier="tapioca", buyer="bakso"),
    ]


_HAND = Words(en="{work}, by hand", id="{work}, hitungan tangan")
_METHOD = Words(en="{work}, method", id="{work}, metode")
_TABLE = Words(en="{work}, Table {number}", id="{work}, Tabel {number}")
BOOK = _TABLE.fill(work="Miller & Blair (2009)", number="2.3")
MANUAL = _TABLE.fill(work="Eurostat Manual (2008)", number="15.4")
MRIO = same("pymrio, small MRIO")
BY_HAND = _HAND.fill(work=Words(en="tapioca chain", id="rantai tapioka"))
TEMURSHOEV = _HAND.fill(work="Temurshoev (2010)")
OUTPUT = Words(en="Output multipliers", id="Pengganda output")
LOSS = Words(en="Loss without each business", id="Kerugian tanpa tiap usaha")

EXAMPLES: tuple[Example, ...] = (
    Example(
        "book-output",
        Words(en="Output for a new final demand", id="Output untuk permintaan akhir baru"),
        BOOK,
        (1247.525, 1841.584),
        5e-4,
        _new_demand,
    ),
    Example(
        "book-multipliers",
        OUTPUT,
        BOOK,
        (1.518152, 1.452145),
        5e-7,
        lambda: output_multiplier(book()),
    ),
    Example(
        "book-supply",
        Words(en="Supply multipliers, upstreamness", id="Pengganda pasokan, posisi hulu"),
        BOOK,
        (1.914191, 1.254125),
        5e-7,
        lambda: supply_multiplier(book()),
    ),
    Example(
        "book-backward",
        Words(en="Backward linkages", id="Keterkaitan ke belakang"),
        BOOK,
        (1.022222, 0.977778),
        5e-7,
        lambda: backward_linkage(book()),
    ),
    Example(
        "book-forward",
        Words(en="Forward linkages, on G", id="Keterkaitan ke depan, dari G"),
        BOOK,
        (1.208333, 0.791667),
        5e-7,
        lambda: forward_linkage(book()),
    ),
    Example(
        "book-income-simple",
        Words(en="Income multipliers, simple", id="Pengganda pendapatan, sederhana"),
        BOOK,
        (0.442244, 0.379538),
        5e-7,
        lambda: income_multiplier(book()),
    ),
    Example(
        "book-income-type-i",
        Words(en="Income multipliers, type I", id="Pengganda pendapatan, tipe I"),
        BOOK,
        (1.474147, 1.518152),
        5e-7,
        lambda: income_multiplier(book(), form="type_i"),
    ),
    Example(
        "book-income-type-ii",
        Words(en="Income multipliers, type II", id="Pengganda pendapatan, tipe II"),
        BOOK,
        (1.899497, 1.956198),
        5e-7,
        _income_type_ii,
    ),
    Example(
        "book-truncated",
        Words(
            en="Output multipliers with households, truncated",
            id="Pengganda output dengan rumah tangga, terpotong",
        ),
        BOOK,
        (1.892409, 1.773336),
        5e-7,
        _truncated,
    ),
    Example(
        "book-loss",
        LOSS,
        BOOK,
        (1210.526, 2588.235),
        5e-4,
        lambda: extraction_loss(book()),
    ),
    Example(
        "book-loss-purchases",
        Words(en="Loss without its purchases", id="Kerugian tanpa pembeliannya"),
        BOOK,
        (413.158, 805.882),
        5e-4,
        lambda: extraction_loss(book(), side="backward"),
    ),
    Example(
        "book-loss-sales",
        Words(en="Loss without its sales", id="Kerugian tanpa penjualannya"),
        BOOK,
        (786.842, 388.235),
        5e-4,
        lambda: extraction_loss(book(), side="forward"),
    ),
    Example(
        "book-loss-sales-ghosh",
        Words(
            en="Loss without its sales, supply-driven",
            id="Kerugian tanpa penjualannya, model pasokan",
        ),
        BOOK,
        (728.947, 452.941),
        5e-4,
        _supply_driven_loss,
    ),
    Example(
        "book-loss-links",
        Words(en="Loss without each partnership", id="Kerugian tanpa tiap kemitraan"),
        BOOK,
        (191.667, 712.074, 272.446, 137.5),
        5e-4,
        lambda: link_extraction_loss(book()),
    ),
    Example(
        "book-held",
        Words(en="Output of sector 2 held at 1,700", id="Output sektor 2 ditahan pada 1.700"),
        BOOK,
        (1205.882, 1373.824),
        5e-4,
        _held_output,
    ),
    Example(
        "book-length",
        Words(en="Propagation length from 1 to 2", id="Panjang perambatan dari 1 ke 2"),
        _METHOD.fill(work="Dietzenbacher, Romero & Bosma (2005)"),
        (1.376238,),
        5e-7,
        lambda: propagation_length(book(), supplier="1", buyer="2"),
    ),
    Example(
        "book-path",
        Words(
            en="Path from 1 to 2: direct, multiplier, total",
            id="Jalur dari 1 ke 2: langsung, pengganda, total",
        ),
        _METHOD.fill(work="Defourny & Thorbecke (1984)"),
        (0.25, 1.320132, 0.330033),
        5e-7,
        _path,
    ),
    Example(
        "germany-output",
        OUTPUT,
        MANUAL,
        (1.7048, 1.8413, 1.8136, 1.6035, 1.5951, 1.3782),
        5e-5,
        lambda: output_multiplier(germany()),
    ),
    Example(
        "germany-value-added",
        Words(en="Value-added multipliers", id="Pengganda nilai tambah"),
        MANUAL,
        (0.8450, 0.7647, 0.8615, 0.9019, 0.9393, 0.9199),
        5e-5,
        lambda: value_added_multiplier(germany()),
    ),
    Example(
        "germany-jobs",
        Words(en="Employment multipliers", id="Pengganda tenaga kerja"),
        MANUAL,
        (0.0326, 0.0162, 0.0207, 0.0237, 0.0112, 0.0242),
        5e-5,
        lambda: employment_multiplier(germany()) / economy.BILLION,
    ),
    Example(
        "germany-supply",
        Words(
            en="Supply multipliers; the manual misprints the second",
            id="Pengganda pasokan; angka kedua salah cetak di manual",
        ),
        MANUAL,
        (2.1126, 1.6910, 1.3558, 1.5848, 2.1037, 1.2106),
        5e-5,
        lambda: supply_multiplier(germany()),
    ),
    Example(
        "mrio-output",
        OUTPUT,
        MRIO,
        (2.218574, 5.798495, 1.700975, 1.494114, 4.418464, 3.096241),
        5e-7,
        lambda: output_multiplier(two_regions()),
    ),
    Example(
        "mrio-loss",
        LOSS,
        MRIO,
        (84.519, 63.411, 63.678, 70.865, 117.553, 81.320),
        5e-4,
        lambda: extraction_loss(two_regions()),
    ),
    Example(
        "mrio-group",
        Words(en="Loss without sectors 2 and 5 together", id="Kerugian tanpa sektor 2 dan 5"),
        MRIO,
        (133.288,),
        5e-4,
        lambda: _group(two_regions(), 1, 4),
    ),
    Example(
        "mrio-held",
        Words(en="Output of sector 4 held at 40", id="Output sektor 4 ditahan pada 40"),
        MRIO,
        (49.3095, 14.9378, 56.2459, 40, 51.8615, 38.4723, 15.5141),
        5e-5,
        _held_region,
    ),
    Example(
        "footprint",
        Words(en="Emissions by final demand", id="Emisi menurut permintaan akhir"),
        same("Kitzes (2013), Resources 2"),
        (4.8, 7.2),
        1e-9,
        _footprint,
    ),
    Example(
        "systemic-risk",
        Words(en="Economic systemic risk", id="Risiko sistemik ekonomi"),
        _HAND.fill(work="Diem et al. (2022)"),
        (0.75, 17 / 108, 1, 1),
        1e-8,
        _risk,
    ),
    Example(
        "tapioca-output",
        OUTPUT,
        BY_HAND,
        (1, 1.5, 1.15, 1.30, 1.45),
        1e-9,
        lambda: output_multiplier(tapioca()),
    ),
    Example(
        "tapioca-loss",
        LOSS,
        BY_HAND,
        (130, 390, 1150, 650, 290),
        1e-9,
        lambda: extraction_loss(tapioca()),
    ),
    Example(
        "tapioca-length",
        Words(
            en="Propagation length to bakso, from cassava and from tapioca",
            id="Panjang perambatan ke bakso, dari singkong dan dari tapioka",
        ),
        BY_HAND,
        (2, 1),
        1e-9,
        _steps,
    ),
    Example(
        "pairs-single",
        LOSS,
        TEMURSHOEV,
        (195, 105, 100),
        1e-9,
        lambda: extraction_loss(three()),
    ),
    Example(
        "pairs-best",
        Words(
            en="Loss without each pair: the best pair is not the two best",
            id="Kerugian tanpa tiap pasangan: pasangan terbaik bukan dua yang terbaik",
        ),
        TEMURSHOEV,
        (205, 295, 205),
        1e-9,
        lambda: [_group(three(), *pair) for pair in combinations(range(3), 2)],
    ),
)
