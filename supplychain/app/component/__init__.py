"""The interactive graph as a Streamlit component: what the reader does there reaches Python.

Streamlit keeps the graph mounted: new data, another language and the other theme are taken over in
place, so that the view and what was moved stay as they were. What the graph itself reported is not
sent back to it, so that a click costs a few hundred bytes and not the whole drawing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from supplychain.core.words import Language
from supplychain.views.drawing import assets
from supplychain.views.graph import Drawing

Place = tuple[float, float]
Sent = dict[str, Any]

CHOSEN = ("business", "partnership", "focus")


@dataclass(frozen=True)
class Selection:
    """What the reader chose in the graph.

    Attributes
    ----------
    business, partnership
        Id of the business, or row of the partnership, that the panel is about.
    focus
        Business that is shown with its suppliers and buyers only.
    moved
        Businesses that were dragged, with their places; `drawing` takes them as `moved`.
    """

    business: str | None = None
    partnership: int | None = None
    focus: str | None = None
    moved: Mapping[str, Place] = field(default_factory=dict)


def graph(
    drawing: Drawing,
    *,
    key: str,
    height: int = 680,
    language: Language = "id",
    selection: Selection | None = None,
) -> Selection:
    """Show a drawing and return what the reader chose in it.

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
    selection
        What is chosen at the start, such as from the address; a changed one is chosen then.

    Returns
    -------
    Selection
        Before the reader did anything: `selection`.
    """
    sent = _to_send(key, drawing.layout, selection or Selection())
    chosen = _mounted()(
        key=key,
        data={"drawing": drawing.text, "language": language, "height": height, **sent},
        default=dict(sent),
        height=height,
        on_selection_change=_noted,
        on_moved_change=_noted,
    )
    reached = _selection(chosen["selection"] or {}, chosen["moved"] or {})
    st.session_state[_MOVED.format(key)] = (drawing.layout, reached.moved)
    return reached


_SENT = "{}·sent"
_MOVED = "{}·moved"


def _to_send(key: str, layout: str, asked: Selection) -> Sent:
    """Choose what the graph is told: nothing new, unless something else is asked than it reported.

    A graph that is mounted anew, after a visit to another page, gets what was moved before.
    """
    mounted = st.session_state.get(key)
    before: Sent | None = st.session_state.get(_SENT.format(key))
    wanted = {name: getattr(asked, name) for name in CHOSEN}
    if mounted and before and _same(mounted.get("selection"), wanted):
        return before
    kept_layout, kept = st.session_state.get(_MOVED.format(key), (layout, {}))
    moved = asked.moved or (kept if kept_layout == layout else {})
    sent = {"selection": wanted, "moved": {name: list(place) for name, place in moved.items()}}
    if mounted and before:
        sent["moved"] = before["moved"]
    st.session_state[_SENT.format(key)] = sent
    return sent


def _same(reported: Mapping[str, Any] | None, wanted: Mapping[str, Any]) -> bool:
    return all((reported or {}).get(name) == wanted[name] for name in CHOSEN)


def _selection(chosen: Mapping[str, Any], moved: Mapping[str, Any]) -> Selection:
    """Take over what the browser sent, as far as it is what it should be."""
    row = chosen.get("partnership")
    return Selection(
        business=_id(chosen.get("business")),
        partnership=row if isinstance(row, int) else None,
        focus=_id(chosen.get("focus")),
        moved={str(name): (float(x), float(y)) for name, (x, y) in moved.items()},
    )


def _id(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _noted() -> None:
    """Streamlit keeps a value only where a callback is named; the run itself reads it."""


def _mounted() -> Any:
    """Register the component; again in each run, since a test starts a runtime of its own."""
    return st.components.v2.component(
        "supplychain_graph", css=assets.style(), js=assets.script("component")
    )
