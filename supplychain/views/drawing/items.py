"""Businesses and partnerships as vis-network reads them, and the legend that explains them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.vocabulary import BASES, RELATIONS
from supplychain.views.drawing import details, facets, measures, paints, strokes
from supplychain.views.drawing.measures import Measure
from supplychain.views.layout import Arrangement

SMALL = 5.0
"""Radius of the least business, drawing units."""
UNSIZED: Mapping[str, float] = {"sentra": 1.0, "market": 0.75, "institution": 0.6}
"""Radius by kind where no amount decides it, as a share of the largest."""
SHAPES: Mapping[str, tuple[str, float]] = {
    "supplier": ("triangle", 1.15),
    "sentra": ("diamond", 1.25),
    "ikm": ("dot", 1.0),
    "market": ("square", 0.89),
    "institution": ("hexagon", 1.05),
}
"""Shape by kind, as vis-network names it, and what makes its area that of a circle."""


def nodes(
    network: SupplyNetwork,
    arranged: Arrangement,
    painted: paints.Painted,
    sized: Measure | None,
) -> dict[str, dict[str, Any]]:
    """Describe every business as vis-network reads it, by id."""
    table = network.businesses.assign(
        x=arranged.positions["x"], y=arranged.positions["y"], paint=painted.paint
    )
    table["radius"] = _radii(network, sized, arranged.room / 2)
    table["amount"] = sized.amounts if sized is not None else None
    partners = pd.concat([network.partnerships["supplier"], network.partnerships["buyer"]])
    table["partners"] = partners.value_counts().reindex(table.index).fillna(0)
    return {name: _node(name, row, painted) for name, row in details.rows(table)}


def _node(name: str, row: Mapping[str, Any], painted: paints.Painted) -> dict[str, Any]:
    shape, stretch = SHAPES.get(row["kind"], ("dot", 1.0))
    fill = painted.paints[int(row["paint"])][0]
    codes = {field: row[field] for field in (*facets.OF_BUSINESSES, "basis")}
    return {
        "id": name,
        "label": str(row["name"]) or name,
        "x": row["x"],
        "y": row["y"],
        "shape": shape,
        "size": round(row["radius"] * stretch, 1),
        "color": fill,
        "paint": int(row["paint"]),
        "partners": int(row["partners"]),
        "amount": None if pd.isna(row["amount"]) else float(row["amount"]),
        **{field: None if pd.isna(code) else str(code) for field, code in codes.items()},
    }


def _radii(network: SupplyNetwork, sized: Measure | None, largest: float) -> Any:
    by_kind = network.businesses["kind"].map(UNSIZED).fillna(0.5) * largest
    if sized is None:
        return by_kind
    grown = pd.Series(measures.grown(sized.amounts, SMALL, largest), index=by_kind.index)
    return grown.mask(network.businesses["kind"] == "institution", by_kind)


def edges(
    network: SupplyNetwork, arranged: Arrangement, weighed: Measure
) -> dict[int, dict[str, Any]]:
    """Describe every partnership as vis-network reads it, by row."""
    table = network.partnerships.assign(
        basis=network.value_basis,
        width=measures.grown(weighed.amounts, strokes.NARROW, strokes.WIDE),
        smooth=strokes.smooth(network, arranged.direction),
    )
    return {
        row: {
            "id": row,
            "from": edge["supplier"],
            "to": edge["buyer"],
            **strokes.stroke(edge["relation"], edge["basis"], edge["width"]),
            **({"smooth": edge["smooth"]} if edge["smooth"] is not None else {}),
            "product": None if pd.isna(edge["product"]) else str(edge["product"]),
            "basis": edge["basis"],
            "relation": edge["relation"],
        }
        for row, edge in details.rows(table)
    }


def put(node: dict[str, Any], moved: Mapping[str, tuple[float, float]]) -> dict[str, Any]:
    """Place a business where it was moved to, if it was."""
    if node["id"] not in moved:
        return node
    x, y = moved[node["id"]]
    return {**node, "x": float(x), "y": float(y)}


def legend(
    network: SupplyNetwork,
    painted: paints.Painted,
    sized: Measure | None,
    weighed: Measure,
    room: float,
) -> dict[str, Any]:
    """Say what shapes, colours, lines, sizes and widths stand for."""
    present = set(network.businesses["kind"])
    return {
        "kinds": [
            {"code": code, "label": words, "shape": SHAPES[code][0]}
            for code, words in paints.CODES["kind"].items()
            if code in present
        ],
        "colour": painted.legend,
        "size": sized and {**sized.entry(), "marks": measures.marks(sized, SMALL, room / 2)},
        "width": {
            **weighed.entry(),
            "marks": measures.marks(weighed, strokes.NARROW, strokes.WIDE),
        },
        "lines": strokes.legend(network),
        "bases": paints.entries(BASES),
        "relations": paints.entries(RELATIONS),
    }
