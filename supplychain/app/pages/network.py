"""The network as an interactive graph."""

from __future__ import annotations

from supplychain.app.catalogue import page
from supplychain.app.parts.graph import explorer
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words


@page(
    title=Words(en="Network", id="Jaringan"),
    lead=Words(
        en="Every business and partnership; click one for its numbers and partners.",
        id="Semua usaha dan kemitraan; klik salah satu untuk melihat angka dan mitranya.",
    ),
    icon=":material/hub:",
    place=20,
)
def network(network: SupplyNetwork, language: Language) -> None:
    """Explore the network."""
    explorer(network, language)
