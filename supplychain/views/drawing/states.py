"""Several looks of one drawing, switched by its reader: before and after, or step by step.

Places stay; colours, sizes, lines and what is said of a business or partnership change. The script
of the drawing switches them by itself, in the app as in a shared file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from supplychain.core.words import Words
from supplychain.views.drawing import details

Look = Mapping[str, Any]
"""`paint` (a position among the drawing's), `size` or `width`, `hidden`, `heed` (what is named
first), `amount`; of a line also `dashes` and `opacity`. `mark` is `new` or `gone`."""
Fact = tuple[str, Words]
PLAYED = 4
"""From this many states on they are played rather than picked."""

WORDS: Mapping[str, Words] = {
    "play": Words(en="Play", id="Putar"),
    "pause": Words(en="Pause", id="Jeda"),
    "earlier": Words(en="Step back ( [ )", id="Mundur satu langkah ( [ )"),
    "later": Words(en="Step forward ( ] )", id="Maju satu langkah ( ] )"),
    "place": Words(en="{now} of {all}", id="{now} dari {all}"),
    "new": Words(en="new", id="baru"),
    "gone": Words(en="ended", id="berakhir"),
}


@dataclass(frozen=True)
class State:
    """One look of a drawing.

    Attributes
    ----------
    name, note
        What it is called, and one sentence on what it shows.
    nodes, edges
        What looks different from `rest`, by business id and by row of the partnerships.
    rest
        How all others look: `nodes` and `edges`; as drawn, if left out.
    legend
        Parts of the drawing's legend that read differently.
    facts
        Said first of businesses (`nodes`) and partnerships (`edges`), each with the key of its
        label; those of all states if left out.
    order
        Keys of facts, the most important first.
    """

    name: Words
    note: Words
    nodes: Mapping[str, Look] = field(default_factory=dict)
    edges: Mapping[int, Look] = field(default_factory=dict)
    rest: Mapping[str, Look] = field(default_factory=dict)
    legend: Mapping[str, Any] = field(default_factory=dict)
    facts: Mapping[str, Mapping[Any, list[Fact]]] | None = None
    order: tuple[str, ...] = ()


@dataclass(frozen=True)
class States:
    """All looks of a drawing, in their order.

    Attributes
    ----------
    label
        What they are states of; the name of the control.
    shown
        The states.
    first
        Position of the one that a reader sees first.
    labels
        Names of the facts, by key.
    facts
        Of every state that has none of its own.
    control
        How the reader goes from one to another; by their number, if left out.
    """

    label: Words
    shown: tuple[State, ...]
    first: int = 0
    labels: Mapping[str, Words] = field(default_factory=dict)
    facts: Mapping[str, Mapping[Any, list[Fact]]] = field(default_factory=dict)
    control: Literal["switch", "player"] | None = None

    def payload(self) -> dict[str, Any]:
        """Everything as JSON holds it; texts that several facts share stand once."""
        texts: dict[Words, int] = {}
        made = {
            "label": self.label,
            "control": self.control or ("player" if len(self.shown) >= PLAYED else "switch"),
            "first": self.first,
            "words": WORDS,
            "labels": self.labels,
            "facts": _indexed(self.facts, texts),
            "shown": [
                {**vars(state), "facts": _indexed(state.facts, texts) if state.facts else None}
                for state in self.shown
            ],
        }
        plain: dict[str, Any] = details.plain({**made, "texts": list(texts)})
        return plain


def _indexed(
    facts: Mapping[str, Mapping[Any, list[Fact]]], texts: dict[Words, int]
) -> dict[str, dict[Any, list[tuple[str, int]]]]:
    return {
        part: {
            name: [(key, texts.setdefault(text, len(texts))) for key, text in said]
            for name, said in known.items()
        }
        for part, known in facts.items()
    }
