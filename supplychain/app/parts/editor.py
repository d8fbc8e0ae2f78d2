"""Edit a table in a grid; the edit is checked as a whole and taken as a whole."""

from __future__ import annotations

from typing import Any, cast

import pandas as pd
import streamlit as st

from supplychain.app import controls, messages, state
from supplychain.core import schema
from supplychain.core.columns import Column
from supplychain.core.network import SupplyNetwork
from supplychain.core.vocabulary import label as said
from supplychain.core.words import Language, Words
from supplychain.views import editing, offers
from supplychain.views.editing import Editable

TABLE = Words(en="Table", id="Tabel")
INTRO = Words(
    en="Change cells, add rows at the bottom, or mark rows and remove them. Nothing is taken over "
    "before you apply it; then all of it is checked together.",
    id="Ubah isi sel, tambah baris di bawah, atau tandai baris lalu hapus. Perubahan baru berlaku "
    "setelah diterapkan, dan diperiksa sekaligus.",
)
APPLY = Words(en="Apply", id="Terapkan")
UNDO = Words(en="Discard changes", id="Batalkan perubahan")
CHECKING = Words(en="Checking …", id="Memeriksa …")
DONE = Words(en="The changes are taken over.", id="Perubahan sudah diterapkan.")
OVERRULED = Words(
    en="These follow a claim, so their number stays: {names}. Choose another claim instead.",
    id="Angka usaha berikut mengikuti klaim, sehingga tetap: {names}. Pilih klaim lain.",
)
SAID = "edit-said"
ROUND = "edit-round"


def editor(network: SupplyNetwork, language: Language) -> None:
    """Draw the grid with its two buttons, and say what became of the last edit."""
    offered = {name: schema.TABLES[name].title for name in ("businesses", "partnerships")}
    table = cast(Editable, controls.pick("table", TABLE, offered, language))
    st.caption(INTRO(language))
    before = editing.grid(network, table)
    after = st.data_editor(
        before,
        key=f"grid·{table}·{language}·{st.session_state.get(ROUND, 0)}",
        num_rows="dynamic",
        hide_index=True,
        height=480,
        column_config=_columns(table, network, language),
        placeholder="–",
        alt=schema.TABLES[table].title(language),
    )
    with st.container(horizontal=True):
        apply = st.button(APPLY(language), type="primary", icon=":material/check:")
        st.button(UNDO(language), icon=":material/undo:", on_click=_again)
    if apply:
        with st.spinner(CHECKING(language)), messages.told(language):
            _apply(network, table, after)
    _say(language)


def _apply(network: SupplyNetwork, table: Editable, grid: pd.DataFrame) -> None:
    edited = editing.applied(network, table, grid)
    state.change_data(edited.network)
    st.session_state[SAID] = edited.overruled
    _again()
    st.rerun()


def _again() -> None:
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def _say(language: Language) -> None:
    overruled = st.session_state.pop(SAID, None)
    if overruled is None:
        return
    st.success(DONE(language), icon=":material/task_alt:")
    if overruled:
        st.warning(OVERRULED.fill(names=messages.plain(", ".join(overruled)))(language))


def _columns(table: Editable, network: SupplyNetwork, language: Language) -> dict[str, Any]:
    return {
        column.name: _column(table, column, network, language)
        for column in schema.TABLES[table].columns
    }


def _column(table: Editable, column: Column, network: SupplyNetwork, language: Language) -> Any:
    label = editing.header(table, column.name, language)
    meaning = column.meaning(language)
    if column.type == "number":
        return st.column_config.NumberColumn(
            label, help=meaning, min_value=column.least, max_value=column.most
        )
    offered = offers.values(network, column)
    if offered:
        return st.column_config.SelectboxColumn(
            label,
            help=meaning,
            options=list(offered),
            format_func=lambda code: said(offered, code, language),
            required=column.required,
        )
    return st.column_config.TextColumn(label, help=meaning, required=column.required)
