"""Two metrics against each other, and the quadrants of linkage."""

from __future__ import annotations

import streamlit as st

from supplychain.app import controls, figures
from supplychain.app.figures import Request
from supplychain.app.parts import metric as metrics
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words
from supplychain.metrics import CATALOGUE
from supplychain.views import CATALOGUE as VIEWS

ACROSS = Words(en="Horizontal axis", id="Sumbu datar")
UP = Words(en="Vertical axis", id="Sumbu tegak")


def quadrants(network: SupplyNetwork, language: Language) -> None:
    """Show which businesses pull suppliers, feed buyers, do both or neither."""
    st.caption(VIEWS.get("quadrant").meaning(language))
    shown = controls.tuned(VIEWS.get("quadrant").parameters, language, prefix="kuadran-")
    needed: dict[str, dict[str, str]] = {"backward_linkage": {}, "forward_linkage": {}}
    asked = Request.of("quadrant", parameters=shown, metrics=needed)
    figures.show(network, asked, language)


def compared(network: SupplyNetwork, language: Language) -> None:
    """Choose two metrics and see whether businesses rank alike."""
    st.caption(VIEWS.get("plane").meaning(language))
    offered = metrics.offered("business", numbers=True)
    left, right = st.columns(2)
    with left:
        x = controls.choose("x", ACROSS, offered, language, default="output_multiplier")
    with right:
        y = controls.choose("y", UP, offered, language, default="extraction_loss")
    shown = controls.tuned(VIEWS.get("plane").parameters, language, prefix="bidang-")
    asked = Request.of("plane", parameters={**shown, "x": x, "y": y}, metrics={x: {}, y: {}})
    figures.show(network, asked, language)
    for name in dict.fromkeys((x, y)):
        metrics.about(network, CATALOGUE.get(name), {}, language)
