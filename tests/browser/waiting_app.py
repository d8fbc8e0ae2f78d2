"""A page that waits for work which lasts until a test lets it end."""

import os
import time
from pathlib import Path

import streamlit as st

from supplychain.app import messages
from supplychain.app.cache import given
from supplychain.core.network import SupplyNetwork
from supplychain.core.progress import steps

FOLDER = Path(os.environ["WAITING_FOLDER"])


def slow(_network: SupplyNetwork, *, what: str) -> str:
    """Work through a thousand steps, or until a file of this name is there."""
    (FOLDER / f"{what}-begun").touch()
    try:
        for _ in steps(range(1000)):
            if (FOLDER / what).exists():
                break
            time.sleep(0.05)
    finally:
        (FOLDER / f"{what}-ended").touch()
    return f"done with {what}"


what = st.segmented_control("what", ["one", "two", "three"], default=None)
if what:
    with messages.told("id"):
        st.text(messages.awaited(given(), slow, {"what": what}, "Menghitung …"))
        st.text("after")
