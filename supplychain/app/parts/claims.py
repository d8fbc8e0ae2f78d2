"""Where sources disagree: choose what the model believes, and see what moves."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from supplychain.app import blocks, cache, controls, messages, state
from supplychain.core.network import SupplyNetwork
from supplychain.core.vocabulary import BASES, label
from supplychain.core.words import Language, Words
from supplychain.views import claims, moved
from supplychain.views.claims import Claim, Topic

INTRO = Words(
    en="On {count} numbers the sources disagree. All reports are kept; the model believes one. "
    "Choose another and see which figures move.",
    id="Ada {count} angka yang dilaporkan berbeda-beda. Semua laporan disimpan; model memakai "
    "satu. Pilih yang lain dan lihat angka mana yang berubah.",
)
NONE = Words(
    en="No two sources disagree in these data.",
    id="Tidak ada laporan yang berbeda dalam data ini.",
)
TOPIC = Words(en="Number", id="Angka")
REPORT = Words(en="Report the model believes", id="Laporan yang dipakai model")
USED = Words(en="used now", id="dipakai sekarang")
TAKE = Words(en="Use this report everywhere", id="Pakai laporan ini di semua halaman")
MOVES = Words(en="What moves", id="Yang berubah")
STILL = Words(
    en="This is the report in use now. Choose another one above.",
    id="Laporan inilah yang sedang dipakai. Pilih laporan lain di atas.",
)
SWITCHING = Words(en="Computing what moves …", id="Menghitung yang berubah …")


def reports(network: SupplyNetwork, language: Language) -> None:
    """Choose a number and a report; see the reports side by side and what would move."""
    topics = {
        topic.id: topic for topic in cache.result(network, claims.conflicts, {"language": language})
    }
    if not topics:
        messages.empty(NONE, language, icon=":material/handshake:")
        return
    st.markdown(INTRO.fill(count=len(topics))(language))
    offered = {name: topic.title for name, topic in topics.items()}
    topic = topics[controls.choose("klaim", TOPIC, offered, language)]
    row = _choice(topic, language)
    st.markdown(f"**{MOVES(language)}**")
    if topic.used is not None and row == topic.used.row:
        st.caption(STILL(language))
        return
    with st.spinner(SWITCHING(language)):
        other = cache.result(network, preferring, {"row": row})
        table = cache.result(network, moving, {"row": row, "language": language})
    st.html(blocks.table(table))
    st.button(TAKE(language), type="primary", on_click=state.change_data, args=(other,), key="take")


def preferring(network: SupplyNetwork, *, row: int) -> SupplyNetwork:
    """Return the network that believes another claim."""
    return network.prefer(row)


def moving(network: SupplyNetwork, *, row: int, language: Language) -> pd.DataFrame:
    """Return what would move if another claim were believed."""
    return moved.moved(network, network.prefer(row), language=language)


def _choice(topic: Topic, language: Language) -> int:
    rows = [claim.row for claim in topic.claims]
    said = {claim.row: messages.plain(f"{claim.text} — {claim.source}") for claim in topic.claims}
    return st.radio(
        REPORT(language),
        rows,
        format_func=lambda row: said[row],
        captions=[_standing(claim, language) for claim in topic.claims],
        key=state.key(f"laporan-{topic.id}", language),
    )


def _standing(claim: Claim, language: Language) -> str:
    standing = label(BASES, claim.basis, language)
    return f"{standing}, {USED(language)}" if claim.used else standing
