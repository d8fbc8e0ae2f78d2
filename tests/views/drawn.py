"""Every figure and table of the views on the tiny network, and what a reader sees of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

import pandas as pd

from supplychain import metrics
from supplychain.views.catalogue import Results
from supplychain.views.figure import Figure
from supplychain.views.grounds import provenance
from supplychain.views.map import flow_map
from supplychain.views.matrix import matrix
from supplychain.views.plane import plane
from supplychain.views.quadrant import quadrant
from supplychain.views.ranking import ranking
from supplychain.views.reports import reports
from supplychain.views.sankey import sankey
from supplychain.views.tables import (
    business_table,
    matrix_table,
    partnership_table,
    ranking_table,
)
from tests.views.tiny import tiny

METRICS = (
    "output_multiplier",
    "extraction_loss",
    "backward_linkage",
    "forward_linkage",
    "degree",
    "communities",
    "key_business",
    "link_extraction_loss",
)
INTERVAL = pd.DataFrame(
    {
        "low": tiny().businesses["output"] * 0.5,
        "high": tiny().businesses["output"] * 2,
        "assumed_share": 0.4,
    }
)
FIGURES = {
    "matrix": (matrix, {}),
    "matrix of suppliers": (matrix, {"partners": "suppliers", "by": "product"}),
    "matrix of districts": (matrix, {"by": "district", "measure": "reported", "top_columns": 1}),
    "matrix of commodities": (matrix, {"by": "commodity"}),
    "sankey": (sankey, {}),
    "sankey of districts": (sankey, {"by": "district"}),
    "sankey of commodities": (sankey, {"by": "commodity", "top": 1}),
    "map": (flow_map, {}),
    "map of a metric": (flow_map, {"size": "extraction_loss", "around": "crowded"}),
    "ranking": (ranking, {"metric": "extraction_loss", "interval": INTERVAL}),
    "ranking of partnerships": (ranking, {"metric": "link_extraction_loss"}),
    "ranking of groups": (ranking, {"metric": "communities"}),
    "ranking of quadrants": (ranking, {"metric": "key_business"}),
    "quadrant": (quadrant, {}),
    "plane": (plane, {"x": "degree", "y": "extraction_loss"}),
    "provenance": (provenance, {}),
    "reports": (reports, {"business": "ID-3", "field": "output"}),
}
TABLES = {
    "businesses": (business_table, {}),
    "partnerships": (partnership_table, {}),
    "ranking": (ranking_table, {"metric": "extraction_loss", "interval": INTERVAL}),
    "ranking of groups": (ranking_table, {"metric": "communities"}),
    "matrix": (matrix_table, {}),
}
HIDDEN = {
    *("$schema", "type", "field", "autosize", "config", "format", "fill", "stroke", "align"),
    *("anchor", "orient", "direction", "baseline", "projection", "interpolate", "shape"),
    *("color", "fontFamily", "backgroundColor", "borderColor", "textBorderColor", "position"),
    *("expr", "labelExpr", "filter", "calculate", "as", "name", "lineBreak", "range", "itemStyle"),
    *("nodeAlign", "focus", "trigger", "textFill", "textAlign", "features", "stack"),
}
"""Keys of a specification whose text nobody sees."""


@lru_cache(maxsize=1)
def results() -> Results:
    """Values of the metrics that the figures draw."""
    return {name: metrics.CATALOGUE.get(name)(tiny()) for name in METRICS}


@cache
def figure(name: str, language: Any, theme: Any = "light") -> Figure:
    """Draw one figure of the tiny network."""
    fn, given = FIGURES[name]
    return fn(tiny(), results(), language=language, theme=theme, **given)


def seen(name: str, language: Any) -> list[str]:
    """Every text of a figure that a reader may see."""
    drawn = figure(name, language)
    return [drawn.title, drawn.summary, *drawn.notes, drawn.source, *texts(drawn.spec)]


def texts(part: Any, key: str = "") -> Iterator[str]:
    """Texts of a specification and of its data, without fields, colours and expressions."""
    if isinstance(part, str) and key not in HIDDEN and not part.startswith("#"):
        yield part
    elif isinstance(part, dict):
        for inner, value in part.items():
            yield from texts(value, inner) if inner not in HIDDEN else ()
    elif isinstance(part, list):
        for value in part:
            yield from texts(value, key)
