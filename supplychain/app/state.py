"""What a session remembers: language, choices, the open data. The address bar holds the choices.

Choices stand in the address as codes, never as labels, so that a link opens alike in both
languages. (Streamlit's own `bind="query-params"` writes the translated label.)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from supplychain.app import cache
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import LANGUAGES, Language, Words, same

LANGUAGE = "lang"
SWITCH = "language-switch"
FIRST: Language = "id"
_CHOICES = "choices"
_USED = "used"
_OPENED = "opened"

NTB = Words(en="Nusa Tenggara Barat", id="Nusa Tenggara Barat")


@dataclass(frozen=True)
class Opened:
    """The data of a session.

    Attributes
    ----------
    title, network
        What they are called, and what they are.
    own
        Whether they are the session's own, and not those the app was started with.
    changed
        Whether anything was changed since.
    """

    title: Words
    network: SupplyNetwork
    own: bool = True
    changed: bool = False


def opened() -> Opened:
    """Return the data this session works on: its own, else those the app was started with."""
    own: Opened | None = st.session_state.get(_OPENED)
    if own is not None:
        return own
    path = cache.source()
    title = NTB if path == cache.SHIPPED else same(path.name)
    return Opened(title, cache.given(), own=False)


def open_data(title: Words, network: SupplyNetwork) -> None:
    """Let this session work on other data; choices made on the old ones are forgotten."""
    st.session_state[_OPENED] = Opened(title, network)
    forget()


def change_data(network: SupplyNetwork) -> None:
    """Put an edited network in the place of the open one; choices stay."""
    st.session_state[_OPENED] = Opened(opened().title, network, changed=True)


def reset_data() -> None:
    """Go back to the data the app was started with."""
    st.session_state.pop(_OPENED, None)
    forget()


def language() -> Language:
    """Language of this run, from the address or the session; Bahasa Indonesia first."""
    known = recall(LANGUAGE, FIRST)
    spoken = next((code for code in LANGUAGES if code == known), FIRST)
    keep(LANGUAGE, spoken, FIRST)
    return spoken


def switch_language() -> None:
    """Speak the language that the switch shows."""
    keep(LANGUAGE, st.session_state[SWITCH], FIRST)


def recall(name: str, default: str) -> str:
    """Return a choice: what the address says, else what this session chose before, else default."""
    return next(iter(recall_all(name, (default,))), default)


def recall_all(name: str, default: Iterable[str] = ()) -> list[str]:
    """Return a choice of several, like `recall`."""
    _used().add(name)
    if name in st.query_params:
        return list(st.query_params.get_all(name))
    return list(_choices().get(name, default))


def keep(name: str, chosen: str | Sequence[str], default: str | Sequence[str]) -> None:
    """Remember a choice for this session, and write it into the address unless it is default."""
    values = _several(chosen)
    _used().add(name)
    _choices()[name] = values
    if values == _several(default):
        st.query_params.pop(name, None)
    elif st.query_params.get_all(name) != values:
        st.query_params[name] = values


def hold(name: str, chosen: str | Sequence[str]) -> None:
    """Remember a choice for this session only: it is too long for an address."""
    keep(name, chosen, chosen)


def put(choices: Mapping[str, Sequence[str]]) -> None:
    """Make several choices at once; their controls are drawn anew."""
    for name, values in choices.items():
        keep(name, values, [])
    st.session_state["round"] = st.session_state.get("round", 0) + 1


def forget(names: Iterable[str] | None = None) -> None:
    """Forget choices, all but the language unless they are named."""
    for name in [*_choices()] if names is None else names:
        if name != LANGUAGE:
            _choices().pop(name, None)
            st.query_params.pop(name, None)
    st.session_state["round"] = st.session_state.get("round", 0) + 1


def key(name: str, spoken: Language) -> str:
    """Key of the widget of a choice; a new one after `forget` and in the other language."""
    return f"{name}·{spoken}·{st.session_state.get('round', 0)}"


def begin() -> None:
    """Start a run: no choice has been asked for yet."""
    st.session_state[_USED] = set()


def tidy() -> None:
    """End a run: take choices of other pages out of the address."""
    for name in [name for name in st.query_params if name not in _used()]:
        del st.query_params[name]


def _several(chosen: str | Sequence[str]) -> list[str]:
    return [chosen] if isinstance(chosen, str) else [str(value) for value in chosen]


def _choices() -> dict[str, list[str]]:
    choices: dict[str, list[str]] = st.session_state.setdefault(_CHOICES, {})
    return choices


def _used() -> set[str]:
    used: set[str] = st.session_state.setdefault(_USED, set())
    return used
