"""The few businesses that carry most together, beside those that carry most singly."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.vocabulary import KINDS, label
from supplychain.core.words import Language, Words, number, rupiah
from supplychain.engine.extraction import group_loss
from supplychain.metrics import economy
from supplychain.recommend.keystones import Keystones, keystones, singly
from supplychain.views.trade import names

HEADINGS = {
    "name": Words(en="Business", id="Usaha"),
    "kind": Words(en="Kind of business", id="Jenis usaha"),
    "funds": Words(en="Public funds (DAK)", id="Dana publik (DAK)"),
    "loss": Words(en="Lost if it alone stops", id="Hilang bila ia sendiri berhenti"),
}
UNIT_OF = {"output": "Rp", "value_added": "Rp", "jobs": "persons"}
TOGETHER = Words(
    en="Without these {count} the network would lose {loss} a year; their single losses add up to "
    "{sum}. What runs through several of them counts once only.",
    id="Tanpa {count} usaha ini jaringan kehilangan {loss} per tahun; kehilangan satu per satu "
    "berjumlah {sum}. Yang melewati beberapa di antaranya hanya dihitung sekali.",
)
DIFFERS = Words(
    en="The best group is not the best singles: the {count} largest ones singly ({names}) carry "
    "{loss} together.",
    id="Kelompok terbaik bukan kumpulan yang terbesar satu per satu: {count} terbesar satu per "
    "satu ({names}) bersama-sama menopang {loss}.",
)
SAME = Words(
    en="Here the best group happens to be the {count} largest ones singly. That need not be so: "
    "two on one chain carry much of the same.",
    id="Di sini kelompok terbaik kebetulan sama dengan {count} terbesar satu per satu. Itu tidak "
    "selalu demikian: dua usaha dalam satu rantai banyak menopang hal yang sama.",
)
PERSONS = Words(en="{value} jobs", id="{value} tenaga kerja")


@dataclass(frozen=True)
class Mainstays:
    """A group, its single losses, and the group of the largest single losses.

    Attributes
    ----------
    group
        As `recommend.keystones` found it.
    alone
        Loss of each member alone, Rp/year or persons.
    rivals
        As many as the group has, the largest singly, that the budget allows.
    rivals_loss
        What they carry together.
    """

    group: Keystones
    alone: pd.Series
    rivals: tuple[str, ...]
    rivals_loss: float


def mainstays(
    network: SupplyNetwork,
    *,
    among: tuple[str, ...],
    slots: int,
    budget: float,
    measure: str,
) -> Mainstays:
    """Find the group that carries most, and hold it against the largest singly."""
    group = keystones(network, among=among, slots=slots, budget=budget, measure=measure)
    every = Keystones(among, 0.0, 0.0)
    single = singly(network, every, measure).sort_values(ascending=False, kind="stable")
    rivals = _affordable(network, list(single.index), len(group.businesses), budget)
    return Mainstays(
        group,
        singly(network, group, measure),
        rivals,
        _together(network, rivals, measure),
    )


def table(
    network: SupplyNetwork, found: Mainstays, measure: str, language: Language
) -> pd.DataFrame:
    """Return the members of the group in words, the largest singly first."""
    order = found.alone.sort_values(ascending=False, kind="stable")
    businesses = network.businesses.loc[order.index]
    columns = {
        "name": list(names(network).loc[order.index]),
        "kind": [label(KINDS, kind, language) for kind in businesses["kind"]],
        "funds": [rupiah(value, language) for value in businesses["funds"]],
        "loss": [said(value, measure, language) for value in order],
    }
    return pd.DataFrame({HEADINGS[name](language): column for name, column in columns.items()})


def told(network: SupplyNetwork, found: Mainstays, measure: str, language: Language) -> list[str]:
    """Say what the group carries, and that it need not be the largest ones singly."""
    count = number(len(found.group.businesses), language)
    called = names(network)
    together = TOGETHER.fill(
        count=count,
        loss=said(found.group.loss, measure, language),
        sum=said(float(found.alone.sum()), measure, language),
    )
    differs = set(found.rivals) != set(found.group.businesses)
    rest = (DIFFERS if differs else SAME).fill(
        count=count,
        names=", ".join(called[name] for name in found.rivals),
        loss=said(found.rivals_loss, measure, language),
    )
    return [together(language), rest(language)]


def said(value: float, measure: str, language: Language) -> str:
    """Write a loss of a measure."""
    if UNIT_OF[measure] == "Rp":
        return rupiah(value, language)
    return PERSONS.fill(value=number(value, language))(language)


def _affordable(
    network: SupplyNetwork, ranked: list[str], count: int, budget: float
) -> tuple[str, ...]:
    kept: list[str] = []
    left = budget
    for name in ranked:
        funds = network.businesses["funds"].get(name, 0.0)
        cost = 0.0 if pd.isna(funds) else float(funds)
        if len(kept) < count and cost <= left:
            kept.append(name)
            left -= cost
    return tuple(kept)


def _together(network: SupplyNetwork, group: tuple[str, ...], measure: str) -> float:
    if not group:
        return 0.0
    solved = economy.of(network)
    places = np.array([network.position(name) for name in group])
    return group_loss(solved.factor, places, solved.output, solved.weights(measure))
