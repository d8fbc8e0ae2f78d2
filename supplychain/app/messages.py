"""What the app says when something is wrong, empty or takes a moment."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, ParamSpec, TypeVar

import streamlit as st

from supplychain.app import blocks, cache
from supplychain.core.errors import DataError, ReadingError, SupplyChainError
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words

P = ParamSpec("P")
T = TypeVar("T")

PAUSE = 0.15
"""Seconds between two looks at a result that is being computed."""
REFUSED = Words(
    en="These data cannot be used yet. {count} point(s) need a correction:",
    id="Data ini belum dapat dipakai. {count} hal perlu diperbaiki:",
)
ERROR = ":material/error:"


@contextmanager
def told(language: Language) -> Iterator[None]:
    """Show errors that a user can mend as messages; let any other crash."""
    try:
        yield
    except SupplyChainError as error:
        show(error, language)


def fragment(fn: Callable[P, None]) -> Callable[P, None]:
    """Make a part of a page that runs again alone; its last argument is the language."""

    @st.fragment
    @functools.wraps(fn)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> None:
        language: Language = "en" if args[-1] == "en" else "id"
        with told(language):
            fn(*args, **kwargs)

    return guarded


def awaited(
    network: SupplyNetwork, fn: Callable[..., T], parameters: Mapping[str, Any], text: str
) -> T:
    """Wait for a slow result and say so; a click meanwhile is served at once."""
    found = cache.when_ready(network, fn, parameters)
    if found is not None:
        return found
    place = st.empty()
    with st.spinner(text):
        while (found := cache.when_ready(network, fn, parameters)) is None:
            time.sleep(PAUSE)
            place.empty()
    return found


def show(error: SupplyChainError, language: Language) -> None:
    """Show an error; the reasons of a refusal one by one."""
    if not isinstance(error, DataError | ReadingError) or not error.findings:
        st.error(plain(error.words(language)), icon=ERROR)
        return
    st.error(REFUSED.fill(count=len(error.findings))(language), icon=ERROR)
    st.html(blocks.findings(error.findings, language))


def empty(text: Words, language: Language, *, icon: str = ":material/filter_alt_off:") -> None:
    """Say that there is nothing to show, and why."""
    with st.container(border=True, horizontal_alignment="center"):
        st.markdown(f"{icon} {text(language)}", text_alignment="center")


def plain(text: str) -> str:
    """Take away what Markdown would read as a sign, so that a name stays a name."""
    return "".join(f"\\{sign}" if sign in _SIGNS else sign for sign in text)


_SIGNS = frozenset("\\`*_{}[]()#+!|<>~$:&")
