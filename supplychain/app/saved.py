"""The store of scenarios as the app uses it: opened once, and who writes to it."""

from __future__ import annotations

import os

import streamlit as st

from supplychain.app import state
from supplychain.core.words import Language, Words
from supplychain.store import Origin, Store
from supplychain.store.place import VARIABLE

WHO = Words(en="Your name", id="Nama Anda")
WHY = Words(
    en="stands beside what you save",
    id="tercatat pada yang Anda simpan",
)
_WHO = "who"


def store() -> Store:
    """Return the store, opened once per server.

    Raises
    ------
    StoreError
        If it cannot be opened.
    """
    return _opened(os.environ.get(VARIABLE, ""))


@st.cache_resource(show_spinner=False)
def _opened(place: str) -> Store:
    return Store(place or None)


def origin() -> Origin:
    """Describe the data that are open, for what is saved now."""
    opened = state.opened()
    return Origin(opened.network.fingerprint, opened.title)


def ask_who(language: Language) -> None:
    """Draw the field for the name of the person who saves; kept for the session only."""
    told = st.text_input(
        WHO(language),
        value=who(),
        max_chars=80,
        placeholder=WHY(language),
        key=state.key("who-field", language),
        autocomplete="name",
    )
    st.session_state[_WHO] = told or ""


def who() -> str:
    """Name of the person at this session; empty if not said."""
    return str(st.session_state.get(_WHO, ""))
