"""Metrics: rankings, quadrants, comparisons, partnerships and pairs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from supplychain.app.catalogue import page
from supplychain.app.controls import Part, parts
from supplychain.app.parts.compared import compared, quadrants
from supplychain.app.parts.pairs import between
from supplychain.app.parts.ranking import ranking
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words

PARTS: Mapping[str, tuple[Words, Part]] = {
    "peringkat": (Words(en="Ranking", id="Peringkat"), partial(ranking, "business")),
    "kuadran": (Words(en="Quadrants", id="Kuadran"), quadrants),
    "bandingkan": (Words(en="Compare", id="Bandingkan"), compared),
    "kemitraan": (Words(en="Partnerships", id="Kemitraan"), partial(ranking, "partnership")),
    "pasangan": (Words(en="Pairs", id="Pasangan"), between),
}


@page(
    title=Words(en="Metrics", id="Metrik"),
    lead=Words(
        en="Multipliers, linkages, resilience and centrality, with formula, source and interval.",
        id="Pengganda, keterkaitan, ketahanan, dan sentralitas, dengan rumus, sumber, dan selang.",
    ),
    icon=":material/leaderboard:",
    place=40,
)
def metrics(network: SupplyNetwork, language: Language) -> None:
    """Choose what to compute and how to look at it."""
    parts("bagian", PARTS, network, language)
