"""The saved scenarios as a list, and what can be done with each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st
from babel.dates import format_datetime

from supplychain.app import controls, links, messages, saved, state
from supplychain.app import draft as drafts
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words, number
from supplychain.store import OPERATIONS, Saved, write_scenario
from supplychain.views import edits
from supplychain.views.trade import NOT_STATED

FIND = Words(en="Find", id="Cari")
FIND_WHERE = Words(en="Words of the name or description", id="Kata dari nama atau keterangan")
ARCHIVED = Words(en="Show the archive", id="Tampilkan arsip")
NONE = Words(
    en="Nothing is saved here. Build a scenario on the page Simulation, or import one.",
    id="Belum ada yang tersimpan di sini. Susun skenario di halaman Simulasi, atau impor satu.",
)
LAST = Words(en="{who}, {when} · {count} change(s)", id="{who}, {when} · {count} perubahan")
OTHER = Words(
    en="Made on other data ({title}), so its effects may differ on the data open now.",
    id="Dibuat atas data lain ({title}), sehingga hasilnya dapat berbeda pada data yang dibuka "
    "sekarang.",
)
OPEN = Words(en="Open", id="Buka")
UNDO = Words(en="Undo", id="Urungkan")
REDO = Words(en="Redo", id="Ulangi")
MORE = Words(en="More", id="Lainnya")
COPY = Words(en="Duplicate", id="Gandakan")
NAME = Words(en="Name", id="Nama")
RENAME = Words(en="Rename", id="Ganti nama")
ARCHIVE = Words(en="Archive", id="Arsipkan")
RESTORE = Words(en="Restore", id="Keluarkan dari arsip")
EXPORT = Words(en="Export (JSON)", id="Ekspor (JSON)")
IMPORT = Words(en="Import", id="Impor")
FILE = Words(en="Scenario file (JSON)", id="Berkas skenario (JSON)")
TAKE = Words(en="Import this file", id="Impor berkas ini")
HISTORY = Words(en="History", id="Riwayat")
LATEST = 8
SHOWN = 50
MORE_THERE = Words(
    en="The {shown} last changed of {count}; search for the others.",
    id="{shown} yang terakhir diubah dari {count}; cari untuk yang lain.",
)


def shelf(network: SupplyNetwork, language: Language) -> None:
    """Search, import, and list what is saved."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        text = st.text_input(
            FIND(language), placeholder=FIND_WHERE(language), key=state.key("find", language)
        )
        archived = controls.switch("arsip", ARCHIVED, language)
        with st.popover(IMPORT(language), icon=":material/upload:", key="import"):
            _importing(language)
    saved.ask_who(language)
    found = saved.store().search(text or "", archived=archived)
    if not found:
        messages.empty(NONE, language, icon=":material/inventory_2:")
    for stored in found[:SHOWN]:
        _card(stored, network, language)
    if len(found) > SHOWN:
        counts = {"shown": SHOWN, "count": number(len(found), language)}
        st.caption(MORE_THERE.fill(**counts)(language))


def moment(stored: Saved, language: Language) -> str:
    """Say who changed a scenario last, and when."""
    pattern, locale = (
        ("d MMM y, HH.mm", "id_ID") if language == "id" else ("d MMM y, HH:mm", "en_GB")
    )
    when = format_datetime(stored.when.astimezone(), pattern, locale=locale)
    who = stored.who or NOT_STATED(language)
    count = len(stored.scenario.edits)
    return LAST.fill(who=who, when=when, count=count)(language)


def _importing(language: Language) -> None:
    with st.container(key=f"uploader-{language}"):
        file = st.file_uploader(FILE(language), ["json"], key=state.key("scenario", language))
    if st.button(TAKE(language), type="primary", disabled=file is None, key="take") and file:
        with messages.told(language):
            saved.store().import_file(
                file.getvalue(), file=file.name, origin=saved.origin(), who=saved.who()
            )
            state.forget(["find"])
            st.rerun()


def _card(stored: Saved, network: SupplyNetwork, language: Language) -> None:
    with st.container(border=True, key=f"saved-{stored.id}"):
        st.markdown(f"**{messages.plain(stored.scenario.name)}**")
        st.caption(messages.plain(moment(stored, language)))
        if stored.scenario.description:
            st.markdown(messages.plain(stored.scenario.description))
        lines = [
            f"- {messages.plain(words(language))}" for words in edits.told(network, stored.scenario)
        ]
        st.markdown("\n".join(lines))
        if stored.origin.fingerprint != network.fingerprint:
            title = OTHER.fill(title=stored.origin.title)(language)
            st.caption(f":material/info: {messages.plain(title)}")
        with messages.told(language), st.container(horizontal=True):
            _actions(stored, language)


def _actions(stored: Saved, language: Language) -> None:
    store = saved.store()
    given: dict[str, Any] = {"expected": stored.revision, "who": saved.who()}
    if stored.archived:
        _act(stored, RESTORE, "unarchive", partial(store.restore, stored.id, **given), language)
        return
    if st.button(
        OPEN(language), type="primary", icon=":material/open_in_new:", key=f"open-{stored.id}"
    ):
        drafts.open_saved(stored.id)
        links.go("simulasi", language)
    undo, redo = partial(store.undo, stored.id, **given), partial(store.redo, stored.id, **given)
    _act(stored, UNDO, "undo", undo, language, possible=stored.can_undo)
    _act(stored, REDO, "redo", redo, language, possible=stored.can_redo)
    st.download_button(
        EXPORT(language),
        write_scenario(stored.scenario),
        f"{stored.id}.json",
        "application/json",
        icon=":material/download:",
        on_click="ignore",
        key=f"export-{stored.id}",
    )
    with st.popover(MORE(language), icon=":material/more_horiz:", key=f"more-{stored.id}"):
        _rest(stored, language)


def _rest(stored: Saved, language: Language) -> None:
    store = saved.store()
    given: dict[str, Any] = {"expected": stored.revision, "who": saved.who()}
    with messages.told(language):
        copy = partial(store.duplicate, stored.id, who=saved.who())
        _act(stored, COPY, "content_copy", copy, language)
        name = st.text_input(
            NAME(language),
            value=stored.scenario.name,
            max_chars=120,
            key=state.key(f"rename-{stored.id}-{stored.revision}", language),
        )
        rename = partial(store.rename, stored.id, name or "", **given)
        _act(stored, RENAME, "edit", rename, language, possible=name != stored.scenario.name)
        _act(stored, ARCHIVE, "archive", partial(store.archive, stored.id, **given), language)
        _history(stored, language)


def _act(
    stored: Saved,
    words: Words,
    icon: str,
    act: Callable[[], object],
    language: Language,
    *,
    possible: bool = True,
) -> None:
    """Draw a button that writes to the store and shows the list anew."""
    pressed = st.button(
        words(language), icon=f":material/{icon}:", disabled=not possible, key=f"{icon}-{stored.id}"
    )
    if pressed:
        act()
        st.rerun()


def _history(stored: Saved, language: Language) -> None:
    lines = [HISTORY(language), ""]
    for change in reversed(saved.store().changes(stored.id)[-LATEST:]):
        who = messages.plain(change.who or NOT_STATED(language))
        lines.append(f"- {OPERATIONS[change.operation](language)}: {who}")
    st.caption("\n".join(lines))
