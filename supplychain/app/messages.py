"""What the app says when something is wrong, empty or takes a moment."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any, ParamSpec, TypeVar

import streamlit as st

from supplychain.app import blocks, state
from supplychain.app.cache import QUEUE, Slow
from supplychain.core.errors import DataError, ReadingError, SupplyChainError
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words

P = ParamSpec("P")
T = TypeVar("T")
Tell = Callable[..., None]

PAUSE = 0.15
"""Seconds between two looks at a result that is being computed."""
SOON = 0.3
"""Seconds after which we say that something is being computed."""
STOP = Words(en="Stop", id="Hentikan")
STOPPED = Words(en="You stopped this calculation.", id="Perhitungan ini Anda hentikan.")
AGAIN = Words(en="Compute it after all", id="Hitung lagi")
REFUSED = Words(
    en="These data cannot be used yet. {count} point(s) need a correction:",
    id="Data ini belum dapat dipakai. {count} hal perlu diperbaiki:",
)
ERROR = ":material/error:"


_STOPPED = "stopped"


class GivenUp(Exception):  # noqa: N818
    """The reader stopped what the rest of the page needs; that was said where it would stand."""


@contextmanager
def told(language: Language) -> Iterator[None]:
    """Show errors that a user can mend as messages; let any other crash."""
    try:
        with suppress(GivenUp):
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
    """Wait for a slow result, say how far it is, and let the reader stop it.

    A click meanwhile is served at once: it ends the wait.

    Raises
    ------
    GivenUp
        If the reader stopped it; a page goes on without what needs it, or ends.
    """
    slow, language = Slow(network, fn, parameters), state.language()
    found = slow.known()
    if found is not None:
        return found
    name = hashlib.sha256(repr(slow.key).encode()).hexdigest()[:16]
    if name in st.session_state.setdefault(_STOPPED, set()):
        _offer_again(name, language)
        raise GivenUp
    with slow.waiting() as job:
        if not job.finished.wait(SOON):
            with stoppable(text, name, language, partial(_stop, slow, name)) as tell:
                while not job.finished.wait(PAUSE):
                    tell(job.share, QUEUE.ahead(job))
        return slow.taken(job)


@contextmanager
def stoppable(
    text: str, name: str, language: Language, stop: Callable[[], None] | None = None
) -> Iterator[Tell]:
    """Draw how far something is, beside a button to stop it, as long as the block lasts.

    Parameters
    ----------
    text
        What is being done.
    name
        Of its own on the page.
    stop
        What the button does; the run it interrupts ends at the next word of the block.

    Yields
    ------
    function
        Says the share done, if known, and how many come first; a click on the page ends it.
    """
    place = st.empty()
    with place.container(horizontal=True, vertical_alignment="center"):
        bar = st.empty()
        icon = ":material/stop_circle:"
        st.button(STOP(language), icon=icon, on_click=stop, key=f"stop-{name}")

    def tell(share: float | None = None, ahead: int = 0) -> None:
        bar.html(blocks.progress(text, share, ahead, language))

    tell()
    yield tell
    place.empty()


def _stop(slow: Slow[Any], name: str) -> None:
    st.session_state.setdefault(_STOPPED, set()).add(name)
    slow.cancel()


def _offer_again(name: str, language: Language) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f":material/stop_circle: {STOPPED(language)}", width="content")
        st.button(
            AGAIN(language),
            on_click=st.session_state[_STOPPED].discard,
            args=(name,),
            key=f"again-{name}",
        )


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
