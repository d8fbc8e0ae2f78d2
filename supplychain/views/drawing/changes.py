"""How changes look in a state of a drawing: colours of businesses and lines, sizes, legend."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from supplychain.core.words import Words
from supplychain.views.drawing import items, measures, strokes
from supplychain.views.drawing.signed import STEPS, Scale
from supplychain.views.drawing.states import Look

LINES: Mapping[str, Words] = {
    "more": Words(en="buys more", id="pembelian naik"),
    "less": Words(en="buys less", id="pembelian turun"),
    "new": Words(en="new partnership", id="kemitraan baru"),
    "gone": Words(en="ended partnership", id="kemitraan berakhir"),
}
ENDED = [6, 5]
"""Dashes of a partnership that ends."""
FAINT, GHOST, PLAIN = 0.28, 0.5, 0.9
BOLD = 3.5
"""Width of a new partnership at least, drawing units."""


@dataclass(frozen=True)
class Room:
    """What marks and lines have to keep to.

    Attributes
    ----------
    kinds
        Kind of each business drawn, by id.
    largest
        Radius of the largest circle.
    """

    kinds: Mapping[str, str]
    largest: float

    @classmethod
    def of(cls, nodes: tuple[Mapping[str, Any], ...]) -> Room:
        """Take it from the businesses of a drawing."""
        sizes = (node["size"] / _stretch(str(node["kind"])) for node in nodes)
        kinds = {str(node["id"]): str(node["kind"]) for node in nodes}
        return cls(kinds, max(sizes, default=items.SMALL))

    def radii(self, amounts: pd.Series, most: float) -> dict[str, float]:
        """Radius of each mark whose area grows with an amount up to `most`; not of institutions."""
        share = (amounts.clip(lower=0.0) / most) ** 0.5 if most > 0 else amounts * 0.0
        grown = items.SMALL + (self.largest - items.SMALL) * share.clip(upper=1.0)
        return {
            str(name): round(float(radius) * _stretch(self.kinds[str(name)]), 1)
            for name, radius in grown.items()
            if self.kinds[str(name)] != "institution"
        }


def _stretch(kind: str) -> float:
    return items.SHAPES.get(kind, ("dot", 1.0))[1]


def marks(changes: pd.Series, room: Room, scale: Scale) -> dict[str, Look]:
    """Businesses in the colour of their change, the larger the more they change.

    Parameters
    ----------
    changes
        By business, of either sign.
    """
    moved = changes[changes.abs() > scale.still]
    radii = room.radii(moved.abs(), scale.most)
    return {
        str(name): {
            "paint": scale.place(float(change)),
            "amount": abs(float(change)),
            "heed": round(abs(float(change)) / scale.most, 6),
            **({"size": radii[str(name)]} if str(name) in radii else {}),
        }
        for name, change in moved.items()
    }


def lines(traded: pd.DataFrame, scale: Scale) -> dict[int, Look]:
    """Partnerships in the colour of their change; new ones bold, ended ones dashed.

    Parameters
    ----------
    traded
        `before`, `after` and `change`, Rp/year, by row.
    """
    moved = traded[traded["change"].abs() > scale.still]
    wide = widths(traded[["before", "after"]].max(axis=1))
    return {
        row: {**_line(numbers, wide[row]), "paint": scale.place(numbers["change"])}
        for row, numbers in _rows(moved)
    }


def widths(amounts: pd.Series) -> dict[int, float]:
    """Width of each line by what is traded."""
    grown = measures.grown(amounts, strokes.NARROW, strokes.WIDE)
    return dict(zip((int(row) for row in amounts.index), grown.round(2).tolist(), strict=True))


def _rows(traded: pd.DataFrame) -> Iterator[tuple[int, dict[str, float]]]:
    return iter(traded.to_dict("index").items())  # type: ignore[arg-type]


def _line(numbers: Mapping[str, float], width: float) -> dict[str, Any]:
    if numbers["before"] <= 0:
        return {"mark": "new", "width": max(width, BOLD), "dashes": False, "opacity": 1.0}
    if numbers["after"] <= 0:
        return {"mark": "gone", "width": width, "dashes": ENDED, "opacity": PLAIN}
    return {"width": width, "dashes": False, "opacity": PLAIN}


def rest(scale: Scale) -> dict[str, Look]:
    """Return the look of what does not change."""
    return {
        "nodes": {"paint": scale.none, "size": items.SMALL, "amount": 0.0},
        "edges": {"paint": scale.none, "opacity": FAINT, "dashes": False},
    }


def explained(
    traded: pd.DataFrame, scale: Scale, words: Mapping[str, Words] = LINES
) -> list[dict[str, Any]]:
    """Say in the legend which lines are there: those that grow, shrink, begin and end."""
    moved = lines(traded, scale)
    found: dict[str, dict[str, Any]] = {}
    for row, numbers in _rows(traded.loc[list(moved)]):
        more = numbers["change"] > 0
        kind = str(moved[row].get("mark") or ("more" if more else "less"))
        found[kind] = {
            "label": words[kind],
            "dashes": moved[row]["dashes"] or [],
            "width": BOLD if kind == "new" else 2.2,
            "paint": scale.none + (1 if more else -1) * (STEPS - 2),
        }
    return [found[kind] for kind in LINES if kind in found]


def legend(
    traded: pd.DataFrame,
    scales: tuple[Scale, Scale],
    told: tuple[Words, Words, Callable[[float], Words]],
    room: Room,
) -> dict[str, Any]:
    """Legend of a state that shows changes.

    Parameters
    ----------
    scales
        Of businesses and of partnerships.
    told
        What changes, its unit, and how an amount of it is said.
    """
    (scale, lined), (title, unit, say) = scales, told
    size = measures.Measure(pd.Series([scale.most]), "change", title, unit)
    return {
        "colour": scale.legend(title, unit, say),
        "size": {**size.entry(), "marks": measures.marks(size, items.SMALL, room.largest)},
        "width": {**size.entry(), "marks": []},
        "lines": {"title": strokes.LINES, "entries": []},
        "changes": explained(traded, lined),
    }
