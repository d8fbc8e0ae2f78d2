"""The scenario being built: kept through pages, reloads and languages, with undo and redo.

What is saved stands in the address as `skenario`, its id; what is not, as `draf`, the whole
scenario packed into text. Either opens alike in another browser.
"""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from dataclasses import dataclass

import streamlit as st
from pydantic import ValidationError

from supplychain.app import messages, saved, state
from supplychain.core.errors import UnknownNameError
from supplychain.core.scenario import Edit, Scenario
from supplychain.core.words import Language, Words
from supplychain.store import Saved

ID, TEXT = "skenario", "draf"
UNNAMED = Words(en="New scenario", id="Skenario baru")
LARGEST = 1_000_000
"""Bytes that a packed draft may unpack to."""
_LONG = "-"
"""Stands for a draft too long for an address bar; the session holds it."""
_LONGEST = 6000
_PAST, _FUTURE, _HELD = "draft-past", "draft-future", "draft-held"


@dataclass(frozen=True)
class Draft:
    """A scenario being built.

    Attributes
    ----------
    scenario
        As it stands now.
    id, revision
        The saved scenario it comes from; empty and 0 for a new one.
    changed
        Whether it differs from what is saved.
    """

    scenario: Scenario
    id: str = ""
    revision: int = 0
    changed: bool = False


def current(language: Language) -> Draft:
    """Return the draft of this session, or of the address."""
    id, text = state.recall(ID, ""), state.recall(TEXT, "")
    state.keep(ID, id, "")
    state.keep(TEXT, text, "")
    packed = str(st.session_state.get(_HELD, "")) if text == _LONG else text
    found = _unpacked(packed)
    if found is not None:
        scenario, revision = found
        return Draft(scenario, id, revision, changed=True)
    if id:
        try:
            return of(saved.store().get(id))
        except UnknownNameError as error:
            messages.show(error, language)
            _put("", "")
    return Draft(Scenario(name=UNNAMED(language)))


def of(stored: Saved) -> Draft:
    """Take up what is saved."""
    return Draft(stored.scenario, stored.id, stored.revision)


def change(draft: Draft, scenario: Scenario) -> None:
    """Put a changed scenario in the place of the draft; undo leads back."""
    if scenario == draft.scenario:
        return
    st.session_state.setdefault(_PAST, []).append(_now())
    st.session_state[_FUTURE] = []
    _put(draft.id, _packed(scenario, draft.revision))


def add(draft: Draft, *edits: Edit) -> None:
    """Put edits at the end of the draft."""
    change(draft, draft.scenario.plus(*edits))


def remove(draft: Draft, place: int) -> None:
    """Take one edit out of the draft."""
    edits = draft.scenario.edits
    change(draft, draft.scenario.model_copy(update={"edits": edits[:place] + edits[place + 1 :]}))


def open_saved(id: str) -> None:
    """Make a saved scenario the draft; one not yet saved can be had back by undoing."""
    _turn(id, "")


def start(scenario: Scenario) -> None:
    """Begin another scenario."""
    _turn("", _packed(scenario, 0) if scenario.edits else "")


def settle(stored: Saved) -> None:
    """Note that the draft is saved."""
    for name in (_PAST, _FUTURE):
        st.session_state[name] = []
    _put(stored.id, "")


def rebase(scenario: Scenario, id: str, revision: int) -> None:
    """Let the draft be a change of a later revision, such as after a merge."""
    _turn(id, _packed(scenario, revision))


def step(back: bool) -> None:
    """Undo, or redo, the last change of the draft."""
    source, target = (_PAST, _FUTURE) if back else (_FUTURE, _PAST)
    if st.session_state.get(source):
        st.session_state.setdefault(target, []).append(_now())
        _put(*st.session_state[source].pop())


def can_step(back: bool) -> bool:
    """Tell whether there is anything to undo, or to redo."""
    return bool(st.session_state.get(_PAST if back else _FUTURE))


def _turn(id: str, text: str) -> None:
    st.session_state.setdefault(_PAST, []).append(_now())
    st.session_state[_FUTURE] = []
    _put(id, text)


def _now() -> tuple[str, str]:
    text = state.recall(TEXT, "")
    return state.recall(ID, ""), str(st.session_state.get(_HELD, "")) if text == _LONG else text


def _put(id: str, text: str) -> None:
    state.keep(ID, id, "")
    st.session_state[_HELD] = text
    state.keep(TEXT, text if len(text) <= _LONGEST else _LONG, "")


def _packed(scenario: Scenario, revision: int) -> str:
    data = {"revision": revision, "scenario": scenario.model_dump(mode="json", exclude_none=True)}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(zlib.compress(text.encode(), 9)).decode().rstrip("=")


def _unpacked(text: str) -> tuple[Scenario, int] | None:
    """Read a packed draft; nothing if it is none, as after a slip in copying an address."""
    if not text:
        return None
    try:
        raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        data = json.loads(zlib.decompressobj().decompress(raw, LARGEST))
        return Scenario.model_validate(data["scenario"]), int(data["revision"])
    except (binascii.Error, zlib.error, ValueError, KeyError, TypeError, ValidationError):
        return None
