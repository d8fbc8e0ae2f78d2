"""A short tour: what each page is for, beside its name in the navigation.

It opens by itself on the first visit to the first page, tells nothing to the server, and stays
closed in this browser afterwards; a button in the sidebar opens it again.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

from supplychain.app.catalogue import CATALOGUE, ordered
from supplychain.core.words import Language, Words

HERE = Path(__file__).parent
OPEN = Words(en="Short tour", id="Tur singkat")
_ASKED = "tour-asked"
WORDS = {
    "next": Words(en="Next", id="Lanjut"),
    "back": Words(en="Back", id="Kembali"),
    "close": Words(en="Close the tour", id="Tutup tur"),
    "end": Words(en="Start", id="Mulai"),
    "place": Words(en="{step} of {steps}", id="{step} dari {steps}"),
    "visit": Words(en="Open this page", id="Buka halaman ini"),
}


@dataclass(frozen=True)
class Step:
    """One card of the tour, about a page or about all of them."""

    text: Words
    page: str | None = None
    title: Words | None = None

    def said(self, language: Language) -> dict[str, str | None]:
        """Return what the card says; a page's own title where none is given."""
        title = self.title or CATALOGUE.get(str(self.page)).title
        return {"title": title(language), "text": self.text(language), "page": self._address()}

    def _address(self) -> str | None:
        first = ordered()[0].id
        return "" if self.page == first else self.page


STEPS = (
    Step(
        title=Words(en="Welcome", id="Selamat datang"),
        text=Words(
            en="See which sentra feed which industries, and what one more or one broken "
            "partnership sets in motion. A minute shows you where to find what.",
            id="Lihat sentra mana memasok industri mana, dan apa yang terjadi bila satu kemitraan "
            "bertambah atau putus. Satu menit cukup untuk tahu letak semuanya.",
        ),
    ),
    Step(
        page="jaringan",
        text=Words(
            en="Click a business for its numbers, sources, suppliers and buyers; double-click to "
            "see only its surroundings.",
            id="Klik satu usaha untuk melihat angka, sumber, pemasok, dan pembelinya; klik ganda "
            "untuk menampilkan sekitarnya saja.",
        ),
    ),
    Step(
        page="metrik",
        text=Words(
            en="Who multiplies most, who is hard to replace. Each number comes with its formula, "
            "its source and a 90 % interval.",
            id="Siapa yang paling berlipat ganda, siapa yang sulit digantikan. Tiap angka disertai "
            "rumus, sumber, dan selang 90 %.",
        ),
    ),
    Step(
        page="simulasi",
        text=Words(
            en="Try a partnership before it is signed: rupiah, value added, jobs, who loses, and "
            "which raw material runs short first.",
            id="Coba satu kemitraan sebelum ditandatangani: rupiah, nilai tambah, tenaga kerja, "
            "siapa yang dirugikan, dan bahan baku mana yang kurang lebih dulu.",
        ),
    ),
    Step(
        page="rekomendasi",
        text=Words(
            en="All partnerships that are possible, ranked by what they bring, and the best set "
            "within a budget.",
            id="Semua kemitraan yang mungkin, diurutkan menurut manfaatnya, dan susunan terbaik "
            "dalam batas anggaran.",
        ),
    ),
    Step(
        page="data",
        text=Words(
            en="Open your own data here. A filled dot is reported, a half one estimated, an empty "
            "one assumed, wherever a number stands.",
            id="Buka data Anda sendiri di sini. Titik penuh berarti dilaporkan, setengah berarti "
            "diperkirakan, kosong berarti diasumsikan, di mana pun angka muncul.",
        ),
    ),
    Step(
        title=Words(en="Hand it on", id="Bagikan"),
        text=Words(
            en="The address bar always holds what you see, so a copied address opens the same "
            "view. Every page has its downloads; the graph as one file opens without internet.",
            id="Alamat di peramban selalu memuat apa yang Anda lihat, jadi alamat yang disalin "
            "membuka tampilan yang sama. Tiap halaman punya unduhan; graf dalam satu berkas dapat "
            "dibuka tanpa internet.",
        ),
    ),
)


def button(language: Language) -> None:
    """Offer the tour."""
    if st.button(OPEN(language), icon=":material/explore:", type="tertiary"):
        st.session_state[_ASKED] = st.session_state.get(_ASKED, 0) + 1


def draw(language: Language, *, first_page: bool) -> None:
    """Mount the tour, closed unless this is a first visit or it was asked for.

    Parameters
    ----------
    first_page
        Whether the page is the one that a first visit begins on.
    """
    with st.container(key="tour"):
        _component()(
            key="tour-card",
            height=0,
            data={
                "steps": [step.said(language) for step in STEPS],
                "words": {name: words(language) for name, words in WORDS.items()},
                "asked": st.session_state.get(_ASKED, 0),
                "first": first_page,
            },
        )


def _component() -> Any:
    return st.components.v2.component(
        "supplychain_tour", css=_read("tour.css"), js=_read("tour.js")
    )


@lru_cache(maxsize=2)
def _read(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")
