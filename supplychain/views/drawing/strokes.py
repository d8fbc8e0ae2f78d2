"""How a partnership is drawn: width by amount, dashes by basis, another hand for context."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.vocabulary import BASES, RELATIONS
from supplychain.core.words import Words

NARROW, WIDE = 0.7, 7.0
"""Widths of the least and of the largest partnership, drawing units."""
CONTEXT_WIDTH = 1.4
BEND = 0.12
DASHES: Mapping[str, list[int] | bool] = {
    "reported": False,
    "estimated": [7, 3],
    "assumed": [2, 3],
}
CONTEXT_DASHES: Mapping[str, list[int]] = {
    "hosts": [1, 4],
    "operates": [9, 3, 2, 3],
    "owns": [9, 4],
    "funds": [4, 4],
}
"""Relations that carry no goods are grey, broken in ways of their own, with a round end."""
LINES = Words(en="Lines", id="Garis")


def smooth(network: SupplyNetwork, direction: str) -> pd.Series:
    """Curve of each partnership, as vis-network names it; None for the usual one.

    Goods that flow across the tiers run level at both ends; anything else bends to the right, so
    that there and back are two lines. Several partnerships of a pair fan out.
    """
    ends = network.partnerships[["supplier", "buyer"]]
    turn = ends.groupby(["supplier", "buyer"]).cumcount()
    kind = ends.apply(lambda side: side.map(network.businesses["kind"]))
    level = (kind["supplier"] != kind["buyer"]) & (kind != "institution").all(axis=1)
    usual = (turn == 0) & (level if direction == "across" else True)
    curves = [
        None if plain else {"type": "curvedCW", "roundness": round(BEND + 0.1 * extra, 2)}
        for plain, extra in zip(usual, turn, strict=True)
    ]
    return pd.Series(curves, index=ends.index, dtype=object)


def usual_curve(direction: str) -> dict[str, Any]:
    """Curve of a partnership that has none of its own."""
    if direction == "across":
        return {
            "enabled": True,
            "type": "cubicBezier",
            "forceDirection": "horizontal",
            "roundness": 0.5,
        }
    return {"enabled": True, "type": "curvedCW", "roundness": BEND}


def stroke(relation: str, basis: str, width: float) -> dict[str, Any]:
    """Style of one partnership for vis-network."""
    if relation != "supplies":
        return {"width": CONTEXT_WIDTH, "dashes": CONTEXT_DASHES.get(relation, [1, 4])}
    return {"width": round(width, 2), "dashes": DASHES.get(basis, False)}


def legend(network: SupplyNetwork) -> dict[str, Any]:
    """Line styles that occur, said in words."""
    trade = network.partnerships["relation"] == "supplies"
    bases = set(network.value_basis[trade])
    relations = set(network.partnerships["relation"]) - {"supplies"}
    return {
        "title": LINES,
        "entries": [
            {"field": "basis", "code": code, "label": words, "dashes": DASHES[code] or []}
            for code, words in BASES.items()
            if code in bases
        ]
        + [
            {"field": "relation", "code": code, "label": words, "dashes": CONTEXT_DASHES[code]}
            for code, words in RELATIONS.items()
            if code in relations
        ],
    }
