"""The address of the page to hand on: a link that is copied with one click, and its QR code."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import segno
import streamlit as st

from supplychain.core.words import Language, Words

HERE = Path(__file__).parent
LONGEST = 1200
"""Letters of a link that a telephone still reads from a screen as a QR code."""
COPY = Words(en="Copy link", id="Salin tautan")
LINK = Words(en="Link to this view", id="Tautan ke tampilan ini")
COPIED = Words(en="Copied.", id="Tersalin.")
BY_HAND = Words(
    en="The browser does not let us copy here. The link is selected: press Ctrl+C.",
    id="Peramban tidak mengizinkan penyalinan di sini. Tautan sudah dipilih: tekan Ctrl+C.",
)
CODE = Words(en="QR code of the link", id="Kode QR tautan")
TOO_LONG = Words(
    en="The link is too long for a QR code.", id="Tautan terlalu panjang untuk kode QR."
)

HERE_ONLY = Words(
    en="The app runs on this computer only: the link opens nowhere else, on a telephone neither.",
    id="Aplikasi hanya berjalan di komputer ini: tautan tidak terbuka di ponsel atau tempat lain.",
)
LOOPBACK = ("127.0.0.1", "localhost", "::1")


def share(language: Language, *, key: str) -> None:
    """Draw the link to the page as it stands, a button that copies it, and its QR code."""
    link = current()
    said = {
        "link": link,
        "link_label": LINK(language),
        "copy": COPY(language),
        "copied": COPIED(language),
        "by_hand": BY_HAND(language),
    }
    _mounted()(key=key, data=said, height="content")
    if stays_here(link):
        st.caption(HERE_ONLY(language))
    if len(link) <= LONGEST:
        st.image(qr(link), width=180, alt=CODE(language))
    else:
        st.caption(TOO_LONG(language))


def current() -> str:
    """Return the address of the page with all choices in it."""
    query = [(name, value) for name in st.query_params for value in st.query_params.get_all(name)]
    base = str(st.context.url or "").split("?")[0]
    return f"{base}?{urlencode(query)}" if query else base


def stays_here(link: str) -> bool:
    """Say whether a link leads to the computer it is opened on."""
    return urlsplit(link).hostname in LOOPBACK


def qr(link: str) -> str:
    """Draw a link as a QR code: SVG, dark on white, with the quiet zone a telephone needs."""
    code = segno.make(link or " ", error="m", micro=False, boost_error=False)
    drawn: str = code.svg_inline(scale=4, border=4, dark="#000000", light="#ffffff")
    return drawn


def _mounted() -> Any:
    return st.components.v2.component(
        "supplychain_link",
        css=(HERE / "link.css").read_text(encoding="utf-8"),
        js=(HERE / "link.js").read_text(encoding="utf-8"),
    )
