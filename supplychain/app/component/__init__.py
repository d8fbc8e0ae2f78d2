"""The interactive graph as a Streamlit component: what the reader does there reaches Python.

Streamlit keeps the graph mounted: new data, another language and the other theme are taken over in
place, so that the view and what was moved stay as they were. What the graph itself reported is not
sent back to it, so that a click costs a few hundred bytes and not the whole drawing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st
from pydantic import ValidationError

from supplychain.core.words import Language
from supplychain.views.drawing import assets
from supplychain.views.graph import Drawing
from supplychain.views.view import View

Sent = dict[str, Any]
_SENT = "{}·sent"
_ASKED = "asked"
"""Counts what Python asked of a graph; the graph says which of it an answer belongs to."""


def graph(
    drawing: Drawing,
    *,
    key: str,
    height: int = 680,
    language: Language = "id",
    view: View | None = None,
) -> View:
    """Show a drawing and return what the reader sees of it.

    Parameters
    ----------
    drawing
        What to show; a changed one is taken over without losing the view.
    key
        Of the place in the app; the choices of one key stay together.
    height
        Of the whole component, px.
    language
        Of everything the component says.
    view
        What is wanted: at the start, such as from the address, and later where it differs from
        what is `reached`. Its looks are those of the drawing.

    Returns
    -------
    View
        `view` with what the reader chose; before the reader did anything, `view`.
    """
    wanted = view or reached(key) or View()
    sent = _to_send(key, wanted)
    _mounted()(
        key=key,
        data={"drawing": drawing.text, "language": language, "height": height, **sent},
        default={"view": {**sent["view"], _ASKED: sent[_ASKED]}},
        height=height,
        on_view_change=_noted,
    )
    return wanted.with_chosen(reached(key) or wanted)


def reached(key: str) -> View | None:
    """Return what the reader sees in a graph; nothing unless it is on the page.

    As long as the browser has not shown what was asked of it, that is what was asked.
    """
    mounted: Mapping[str, Any] | None = st.session_state.get(key)
    sent: Sent | None = st.session_state.get(_SENT.format(key))
    if not mounted or not mounted.get("view") or sent is None:
        return None
    told = dict(mounted["view"])
    answered = told.pop(_ASKED, None) == sent[_ASKED]
    try:
        return View.model_validate(told if answered else sent["view"])
    except ValidationError:  # not from our script
        return View.model_validate(sent["view"])


def _to_send(key: str, wanted: View) -> Sent:
    """Choose what the graph is told: nothing new, unless something else is wanted than it shows."""
    shown = reached(key)
    before: Sent | None = st.session_state.get(_SENT.format(key))
    if shown is not None and before and shown.chosen() == wanted.chosen():
        return before
    sent = {"view": wanted.chosen(), _ASKED: before[_ASKED] + 1 if before else 1}
    st.session_state[_SENT.format(key)] = sent
    return sent


def _noted() -> None:
    """Streamlit keeps a value only where a callback is named; the run itself reads it."""


def _mounted() -> Any:
    """Register the component; again in each run, since a test starts a runtime of its own."""
    return st.components.v2.component(
        "supplychain_graph", css=assets.style(), js=assets.script("component")
    )
