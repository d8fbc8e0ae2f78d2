"""The interactive graph as a Streamlit component: what the reader does there reaches Python.

Streamlit keeps the graph mounted: new data, another language and the other theme are taken over in
place, so that the view and what was moved stay as they were.
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
    begun = selection or Selection()
    asked = {name: getattr(begun, name) for name in ("business", "partnership", "focus")}
    chosen = _mounted()(
        key=key,
        data={
            "drawing": drawing.payload(),
            "language": language,
            "height": height,
            "selection": asked,
            "moved": {name: list(place) for name, place in begun.moved.items()},
        },
        default={"selection": asked, "moved": dict(begun.moved)},
        height=height,
        on_selection_change=_noted,
        on_moved_change=_noted,
    )
    return _selection(chosen["selection"] or {}, chosen["moved"] or {})


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
