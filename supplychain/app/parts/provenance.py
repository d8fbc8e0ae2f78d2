"""Where the numbers stand, and who published them."""

from __future__ import annotations

import streamlit as st

from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words

SOURCES = Words(en="Sources", id="Sumber")


def standing(network: SupplyNetwork, language: Language) -> None:
    """Show the share of each field that is reported, and the list of sources."""
    st.write("…")
