"""A view: everything that decides what a reader of the graph sees, as one small value.

The app's address bar, the steps of a story and the shared file all hold views; the graph reports
and restores them. It reads and writes as JSON; `version` tells old files from new ones.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from supplychain.views.drawing.facets import Filters
from supplychain.views.graph import Focus
from supplychain.views.layout import Layout

VERSION: Literal[1] = 1
CHOSEN = ("filters", "business", "partnership", "focus", "moved", "camera")
"""What the reader chooses in the graph itself; the rest are controls around it."""
Place = tuple[float, float]
Text = Annotated[str, Field(max_length=300)]
_Finite = Annotated[float, Field(allow_inf_nan=False, ge=-1e7, le=1e7)]


class Camera(BaseModel):
    """Where the reader looks.

    Attributes
    ----------
    x, y
        Middle of the picture, drawing units of the layout.
    zoom
        1 if all that is visible just fills the picture.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    x: _Finite
    y: _Finite
    zoom: float = Field(gt=0, le=1000, allow_inf_nan=False)


class View(BaseModel):
    """What a reader of the graph sees.

    Attributes
    ----------
    layout, size, colour, width
        How it is arranged and what its looks stand for; keys of `picked`.
    filters
        Codes that are shown, by facet.
    business, partnership
        Whom or what the panel is about: an id, a row.
    focus
        Business shown with its suppliers and buyers only, and how many steps of them.
    moved
        Places of businesses that the reader moved, drawing units of the layout.
    camera
        Where the reader looks; everything in sight if left out.

    Examples
    --------
    >>> View(layout="map", business="a").brief()
    {'version': 1, 'layout': 'map', 'business': 'a'}
    >>> View.model_validate({"version": 1, "layout": "map", "business": "a"}).layout
    'map'
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1] = VERSION
    layout: Layout = "tiers"
    size: Text = "output"
    colour: Text = "kind"
    width: Text = "value"
    filters: Filters = Filters()
    business: Text | None = None
    partnership: int | None = None
    focus: Focus | None = None
    moved: dict[Text, tuple[_Finite, _Finite]] = Field(default_factory=dict, max_length=100_000)
    camera: Camera | None = None

    def brief(self) -> dict[str, Any]:
        """Everything that differs from the first view, as JSON holds it."""
        given = self.model_dump(mode="json", exclude_defaults=True)
        if "filters" in given:
            given["filters"] = {name: codes for name, codes in given["filters"].items() if codes}
        return {"version": self.version, **given}

    def chosen(self) -> dict[str, Any]:
        """Return what the graph itself reports and restores, as JSON holds it."""
        return self.model_dump(mode="json", include=set(CHOSEN))

    def with_chosen(self, chosen: View) -> View:
        """Return this view with what was chosen in another one."""
        return self.model_copy(update={name: getattr(chosen, name) for name in CHOSEN})
