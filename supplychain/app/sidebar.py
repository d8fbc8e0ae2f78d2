"""Which data are open, always in sight."""

from __future__ import annotations

from html import escape

import streamlit as st

from supplychain.app import blocks, cache, state
from supplychain.app.state import Opened
from supplychain.core.words import Language, Words, number
from supplychain.views import overview

OPEN = Words(en="Open data", id="Data yang dibuka")
COUNTS = Words(
    en="{businesses} businesses · {partnerships} partnerships",
    id="{businesses} usaha · {partnerships} kemitraan",
)
STANDS = Words(en="Where the value traded stands", id="Dasar nilai perdagangan")
CHANGED = Words(en="changed in this session", id="diubah dalam sesi ini")
BACK = Words(en="Back to the first data", id="Kembali ke data semula")


def draw(opened: Opened, language: Language) -> None:
    """Name the open data, count them, and say how much of them is reported."""
    with st.sidebar:
        st.html(_card(opened, language))
        if opened.own:
            st.button(BACK(language), icon=":material/undo:", on_click=state.reset_data)


def _card(opened: Opened, language: Language) -> str:
    network = opened.network
    counts = COUNTS.fill(
        businesses=number(len(network), language),
        partnerships=number(len(network.partnerships), language),
    )
    shares = cache.result(network, overview.trade_shares, {})
    changed = f"<small>{escape(CHANGED(language))}</small>" if opened.changed else ""
    return (
        f'<section class="opened"><h2>{escape(OPEN(language))}</h2>'
        f"<p><b>{escape(opened.title(language))}</b> {changed}</p>"
        f"<p>{escape(counts(language))}</p>"
        f"<p>{escape(STANDS(language))}</p>{blocks.shares(shares, language)}</section>"
    )
