"""Save the draft, undo, begin anew; and what to do when a colleague was faster."""

from __future__ import annotations

import streamlit as st

from supplychain.app import draft as drafts
from supplychain.app import messages, saved, state
from supplychain.app.draft import Draft
from supplychain.core.errors import ConflictError
from supplychain.core.network import SupplyNetwork
from supplychain.core.scenario import Scenario
from supplychain.core.words import Language, Words
from supplychain.store import Saved, difference, merge, write_scenario
from supplychain.views import edits, examples

SAVE = Words(en="Save", id="Simpan")
NAME = Words(en="Name of the scenario", id="Nama skenario")
ABOUT = Words(en="Description", id="Keterangan")
OVER = Words(en="Save the change", id="Simpan perubahan")
NEW = Words(en="Save as new", id="Simpan sebagai baru")
UNDO = Words(en="Undo", id="Urungkan")
REDO = Words(en="Redo", id="Ulangi")
BEGIN = Words(en="Begin anew", id="Mulai baru")
EXAMPLE = Words(en="Example: {name}", id="Contoh: {name}")
EXPORT = Words(en="Download (JSON)", id="Unduh (JSON)")
UNSAVED = Words(en="not saved yet", id="belum disimpan")
SAVED = Words(en="saved", id="tersimpan")
DONE = Words(
    en="Saved. The address of this page now opens the scenario for others too.",
    id="Tersimpan. Alamat halaman ini kini membuka skenario ini, juga bagi orang lain.",
)
MERGE = Words(en="Merge both", id="Gabungkan keduanya")
COPY = Words(en="Save mine as a copy", id="Simpan milik saya sebagai salinan")
THEIRS = Words(en="Take theirs", id="Pakai milik mereka")
MINE_ONLY = Words(en="Only in yours", id="Hanya di milik Anda")
THEIRS_ONLY = Words(en="Only in theirs", id="Hanya di milik mereka")
MERGED = Words(
    en="Both are merged. Look it over, then save.",
    id="Keduanya sudah digabungkan. Periksa dahulu, lalu simpan.",
)
CLASHES = Words(
    en="In {count} place(s) both had changed the same thing; theirs was taken there.",
    id="Pada {count} hal keduanya mengubah hal yang sama; di situ dipakai milik mereka.",
)
_CONFLICT, _SAID = "draft-conflict", "draft-said"


def bar(draft: Draft, network: SupplyNetwork, language: Language) -> None:
    """Draw the name of the draft and what can be done with it as a whole."""
    with st.container(horizontal=True, vertical_alignment="center", key="draft-bar"):
        known = draft.id and not draft.changed
        st.subheader(messages.plain(draft.scenario.name), anchor=False, width="content")
        st.badge((SAVED if known else UNSAVED)(language), color="green" if known else "gray")
        with st.popover(SAVE(language), icon=":material/save:", type="primary", key="save"):
            _form(draft, language)
        for back, words, icon in ((True, UNDO, "undo"), (False, REDO, "redo")):
            st.button(
                words(language),
                icon=f":material/{icon}:",
                disabled=not drafts.can_step(back),
                on_click=drafts.step,
                args=(back,),
                key=f"draft-{icon}",
            )
        _more(draft, language)
    _say(language)
    _conflict(draft, network, language)


def example(network: SupplyNetwork, language: Language) -> None:
    """Offer the ready-made scenario, if the data hold what it is about."""
    ready = examples.growing(network, language)
    if ready is not None:
        st.button(
            EXAMPLE.fill(name=ready.name)(language),
            icon=":material/lightbulb:",
            on_click=drafts.start,
            args=(ready,),
            key="example",
        )


def _more(draft: Draft, language: Language) -> None:
    if not (draft.scenario.edits or draft.id):
        return
    st.download_button(
        EXPORT(language),
        write_scenario(draft.scenario),
        "scenario.json",
        "application/json",
        icon=":material/download:",
        on_click="ignore",
        key="draft-export",
    )
    st.button(
        BEGIN(language),
        icon=":material/add:",
        on_click=drafts.start,
        args=(Scenario(name=drafts.UNNAMED(language)),),
        key="draft-begin",
    )


def _form(draft: Draft, language: Language) -> None:
    now = draft.scenario
    about = state.key(f"{draft.id}-{now.name}", language)
    name = st.text_input(NAME(language), value=now.name, max_chars=120, key=f"name-{about}")
    said = st.text_area(ABOUT(language), value=now.description, key=f"about-{about}")
    saved.ask_who(language)
    worded = now.model_copy(update={"name": name or "", "description": said or ""})
    with messages.told(language):
        if draft.id and st.button(OVER(language), type="primary", key="save-over"):
            _over(draft, worded)
        if st.button(NEW(language), type="secondary" if draft.id else "primary", key="save-new"):
            _settled(_create(worded))


def _create(scenario: Scenario) -> Saved:
    return saved.store().save(scenario, origin=saved.origin(), who=saved.who())


def _over(draft: Draft, scenario: Scenario) -> None:
    try:
        stored = saved.store().save_over(
            draft.id,
            scenario,
            expected=draft.revision,
            origin=saved.origin(),
            who=saved.who(),
        )
    except ConflictError as error:
        st.session_state[_CONFLICT] = (error, scenario, draft.id)
        st.rerun()
    _settled(stored)


def _settled(stored: Saved) -> None:
    st.session_state.pop(_CONFLICT, None)
    drafts.settle(stored)
    st.session_state[_SAID] = DONE
    st.rerun()


def _say(language: Language) -> None:
    said: Words | None = st.session_state.pop(_SAID, None)
    if said is not None:
        st.success(said(language), icon=":material/task_alt:")


def _conflict(draft: Draft, network: SupplyNetwork, language: Language) -> None:
    """Say who saved meanwhile and what differs; let the user merge, copy, or give way."""
    found = st.session_state.get(_CONFLICT)
    if found is None or found[2] != draft.id:
        return
    error, mine, id = found
    with st.container(border=True):
        st.warning(messages.plain(error.words(language)), icon=":material/group:")
        apart = difference(mine, error.theirs)
        for heading, side in ((MINE_ONLY, apart.mine), (THEIRS_ONLY, apart.theirs)):
            _listed(heading, Scenario(name="-", edits=side), network, language)
        with st.container(horizontal=True):
            if error.base is not None and st.button(MERGE(language), type="primary", key="merge"):
                _merge(error, mine, id)
            if st.button(COPY(language), key="copy-mine"):
                _settled(_create(mine))
            if st.button(THEIRS(language), key="take-theirs"):
                st.session_state.pop(_CONFLICT, None)
                drafts.open_saved(id)
                st.rerun()


def _listed(heading: Words, scenario: Scenario, network: SupplyNetwork, language: Language) -> None:
    if scenario.edits:
        lines = [messages.plain(words(language)) for words in edits.told(network, scenario)]
        st.markdown("\n".join([f"**{heading(language)}**", "", *(f"- {line}" for line in lines)]))


def _merge(error: ConflictError, mine: Scenario, id: str) -> None:
    assert error.base is not None
    merged = merge(error.base, mine, error.theirs)
    st.session_state.pop(_CONFLICT, None)
    drafts.rebase(merged.scenario, id, error.revision)
    clashes = len(merged.clashes)
    st.session_state[_SAID] = MERGED + CLASHES.fill(count=clashes) if clashes else MERGED
    st.rerun()
