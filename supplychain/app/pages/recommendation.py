"""Which partnerships to propose, one by one and together."""

from __future__ import annotations

from collections.abc import Mapping

from supplychain.app.catalogue import page
from supplychain.app.controls import Part, parts
from supplychain.app.parts.mainstays import mainstays
from supplychain.app.parts.proposals import proposals
from supplychain.app.parts.sets import best_set
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words

PARTS: Mapping[str, tuple[Words, Part]] = {
    "satu": (Words(en="One by one", id="Satu per satu"), proposals),
    "paket": (Words(en="Best set", id="Paket terbaik"), best_set),
    "penopang": (Words(en="Sentra that carry most", id="Sentra penopang"), mainstays),
}


@page(
    title=Words(en="Recommendation", id="Rekomendasi"),
    lead=Words(
        en="All possible new partnerships by what they gain and risk; the best set for a number of "
        "slots; the sentra that carry most together.",
        id="Semua kemitraan baru yang mungkin menurut hasil dan risikonya; paket terbaik untuk "
        "sejumlah tempat; dan sentra yang bersama-sama menopang paling banyak.",
    ),
    icon=":material/recommend:",
    place=60,
)
def recommendation(network: SupplyNetwork, language: Language) -> None:
    """Rank partnerships, choose a set, find the mainstays."""
    parts("bagian", PARTS, network, language)
