"""Try a partnership before it is signed; follow a shock."""

from __future__ import annotations

from collections.abc import Mapping

from supplychain.app.catalogue import page
from supplychain.app.controls import Part, parts
from supplychain.app.parts.building import proposal
from supplychain.app.parts.shock import shock
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words

PARTS: Mapping[str, tuple[Words, Part]] = {
    "usulan": (Words(en="Proposal", id="Usulan"), proposal),
    "guncangan": (Words(en="Shock", id="Guncangan"), shock),
}


@page(
    title=Words(en="Simulation", id="Simulasi"),
    lead=Words(
        en="Try a partnership before it is signed: what it gains, for whom, what limits it, and "
        "what it risks.",
        id="Coba kemitraan sebelum ditandatangani: apa hasilnya, untuk siapa, apa yang "
        "membatasinya, dan apa risikonya.",
    ),
    icon=":material/experiment:",
    place=50,
)
def simulation(network: SupplyNetwork, language: Language) -> None:
    """Build a scenario, or let something fail."""
    parts("bagian", PARTS, network, language)
