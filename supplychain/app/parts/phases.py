"""A graph whose reader switches between its states: how much of it, how arranged, taken away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from supplychain.app import controls
from supplychain.app.component import graph
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words
from supplychain.exports import html
from supplychain.views.graph import Drawing
from supplychain.views.layout import LAYOUTS

HEIGHT = 660  # px
SCOPE = Words(en="Businesses", id="Usaha")
SCOPES = {
    "dekat": Words(en="Those touched", id="Yang tersentuh"),
    "semua": Words(en="All", id="Semua"),
}
LAYOUT = Words(en="Layout", id="Tata letak")
TAKE = Words(en="As one file (HTML)", id="Satu berkas (HTML)")


@dataclass(frozen=True)
class Look:
    """How much of a network is drawn, and how it is arranged."""

    scope: str
    layout: str

    @property
    def given(self) -> dict[str, Any]:
        """As the drawing functions take it."""
        return {"whole": self.scope == "semua", "layout": self.layout}

    @property
    def name(self) -> str:
        """Tell places apart: a graph of other places is another graph."""
        return f"{self.scope}-{self.layout}"


def look(prefix: str, language: Language) -> Look:
    """Draw the two choices, their names in the address beginning with `prefix`."""
    offered = {str(code): LAYOUTS[code] for code in ("tiers", "map")}
    return Look(
        controls.pick(f"{prefix}-usaha", SCOPE, SCOPES, language),
        controls.pick(f"{prefix}-tata", LAYOUT, offered, language),
    )


def show(drawn: Drawing, name: str, language: Language) -> None:
    """Show a drawing; `name` is its own on the page."""
    graph(drawn, key=f"graph-{name}", height=HEIGHT, language=language)


def offer(
    drawn: Drawing, network: SupplyNetwork, name: Words, place: DeltaGenerator, language: Language
) -> None:
    """Offer a drawing as one file of this name, the switch inside; written when asked for."""
    with place:
        st.download_button(
            TAKE(language),
            lambda: html.of_drawing(drawn, network).content,
            f"{name(language)}.html",
            "text/html",
            icon=":material/download:",
            on_click="ignore",
            key=f"take-{name.en}",
        )
