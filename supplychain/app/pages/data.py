"""Open, check, edit and trace the data."""

from __future__ import annotations

from collections.abc import Mapping

from supplychain.app.catalogue import page
from supplychain.app.controls import Part, parts
from supplychain.app.parts.claims import reports
from supplychain.app.parts.editor import editor
from supplychain.app.parts.findings import remarks
from supplychain.app.parts.opening import opening
from supplychain.app.parts.provenance import provenance
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words

PARTS: Mapping[str, tuple[Words, Part]] = {
    "buka": (Words(en="Open", id="Buka"), opening),
    "temuan": (Words(en="Findings", id="Temuan"), remarks),
    "sunting": (Words(en="Edit", id="Sunting"), editor),
    "dasar": (Words(en="Basis and sources", id="Dasar dan sumber"), provenance),
    "laporan": (Words(en="Conflicting reports", id="Laporan yang berbeda"), reports),
}


@page(
    title=Words(en="Data", id="Data"),
    lead=Words(
        en="Open your own register, see what the checks say, edit it, and trace every number.",
        id="Buka daftar sendiri, lihat hasil pemeriksaan, sunting, dan telusuri asal setiap angka.",
    ),
    icon=":material/database:",
    place=80,
)
def data(network: SupplyNetwork, language: Language) -> None:
    """Open, check, edit and trace the data."""
    parts("bagian", PARTS, network, language)
