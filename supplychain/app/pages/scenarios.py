"""Saved scenarios: find, open, undo, take along, and compare."""

from __future__ import annotations

from collections.abc import Mapping

from supplychain.app.catalogue import page
from supplychain.app.controls import Part, parts
from supplychain.app.parts.abreast import abreast
from supplychain.app.parts.shelf import shelf
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words

PARTS: Mapping[str, tuple[Words, Part]] = {
    "daftar": (Words(en="Saved", id="Tersimpan"), shelf),
    "banding": (Words(en="Compare", id="Bandingkan"), abreast),
}


@page(
    title=Words(en="Scenarios", id="Skenario"),
    lead=Words(
        en="Saved scenarios: open, duplicate, undo, take along as a file, and compare up to three.",
        id="Skenario tersimpan: buka, gandakan, urungkan, bawa sebagai berkas, dan bandingkan dua "
        "atau tiga.",
    ),
    icon=":material/inventory_2:",
    place=70,
)
def scenarios(network: SupplyNetwork, language: Language) -> None:
    """Find and compare saved scenarios."""
    parts("bagian", PARTS, network, language)
