"""Build a scenario edit by edit, and see at once what it leads to."""

from __future__ import annotations

from html import escape

import streamlit as st

from supplychain.app import cache, controls, messages, working
from supplychain.app import draft as drafts
from supplychain.app.draft import Draft
from supplychain.app.parts import keeping, outcome, shortages
from supplychain.app.parts.forms import FORMS
from supplychain.app.parts.picking import picking
from supplychain.app.working import Asked
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words
from supplychain.simulate.effects import Effects
from supplychain.views import edits

KIND = Words(en="What changes", id="Apa yang berubah")
ADD = Words(en="Add to the scenario", id="Tambahkan ke skenario")
ADDING = Words(en="Add a change", id="Tambah perubahan")
LISTED = Words(en="Changes in this scenario", id="Perubahan dalam skenario ini")
REMOVE = Words(en="Remove", id="Hapus")
START = Words(
    en="Nothing is changed yet. Add a change, or begin with the example.",
    id="Belum ada perubahan. Tambahkan perubahan, atau mulai dari contoh.",
)


def proposal(network: SupplyNetwork, language: Language) -> None:
    """Draw the form, the list of edits and the effect beside each other."""
    draft = drafts.current(language)
    keeping.bar(draft, network, language)
    picking(network, language)
    form, effect = st.columns([4, 9], gap="medium")
    with form:
        listed, asked = st.container(), _asked(draft, network, language)
    found = None
    with effect, messages.told(language):
        if draft.scenario.edits:
            found = cache.result(network, working.effects, {"asked": asked})
    with listed:
        _listed(draft, network, language)
    with form:
        _form(draft, network, found, language)
    with effect:
        if not draft.scenario.edits:
            messages.empty(START, language, icon=":material/edit_note:")
            keeping.example(network, language)
    if found is not None:
        outcome.shown(network, found, asked, effect, language, name=draft.scenario.name)


def _asked(draft: Draft, network: SupplyNetwork, language: Language) -> Asked:
    """Choose what happens when goods run short; with rationing, also who is served first."""
    if not draft.scenario.edits:
        return Asked.of(draft.scenario)
    return Asked.of(draft.scenario, **shortages.rule("", network, language))


def _listed(draft: Draft, network: SupplyNetwork, language: Language) -> None:
    """List the edits, each with a button that removes it."""
    if not draft.scenario.edits:
        return
    st.markdown(f"**{LISTED(language)}**")
    kinds = [edit.edit for edit in draft.scenario.edits]
    for place, words in enumerate(edits.told(network, draft.scenario)):
        with st.container(border=True, horizontal=True, vertical_alignment="center", wrap=False):
            kind = escape(edits.KINDS[kinds[place]](language))
            st.html(f'<div class="note">{kind}</div>{escape(words(language))}', width="stretch")
            st.button(
                "",
                icon=":material/delete:",
                help=REMOVE(language),
                type="tertiary",
                on_click=drafts.remove,
                args=(draft, place),
                key=f"remove-{place}",
            )


def _form(draft: Draft, network: SupplyNetwork, found: Effects | None, language: Language) -> None:
    """Draw the form of the chosen kind of edit; who was founded can be named in it."""
    setting = found.setting if found is not None else network
    begun = bool(draft.scenario.edits)
    with st.expander(ADDING(language), expanded=not begun, key=f"adding-{begun}"):
        kind = controls.choose("ubah", KIND, edits.KINDS, language)
        edit = FORMS[kind](setting, language)
        pressed = st.button(
            ADD(language),
            icon=":material/add:",
            type="secondary" if begun else "primary",
            disabled=edit is None,
            key="add-edit",
        )
        if pressed and edit is not None:
            with messages.told(language):
                asked = Asked.of(draft.scenario.plus(edit))
                cache.result(network, working.effects, {"asked": asked})
                drafts.add(draft, edit)
                st.rerun()
