"""A Sankey diagram of ours as SVG: the options that a browser's ECharts reads, drawn here.

Columns are the stages; within each, groups are sorted by where their partners stand, and pushed
apart until none touches another.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from supplychain.views.figure import Figure
from supplychain.views.palette import INKS, Theme
from supplychain.views.pictures.markup import element, text
from supplychain.views.pictures.sheet import Body

BAR = 14.0
GAP = 40.0
HEADROOM = 34.0
LABEL = 170.0
"""Room for the labels of the last stage, px."""
LINE = 14.0
ROUNDS = 24
OPACITY = 0.32
Box = dict[str, Any]


def body(figure: Figure, width: float, theme: Theme) -> Body:
    """Draw the flows of a figure that holds ECharts options."""
    options = figure.spec
    series = options["series"][0]
    boxes = _boxes(series, width, figure.height - HEADROOM - GAP)
    bands = _bands(boxes, series["links"])
    drawn = [_gradients(boxes, bands), *(_band(number, band) for number, band in enumerate(bands))]
    drawn += [_group(box, theme) for box in boxes.values()]
    drawn += [_heading(title, boxes, depth, theme) for depth, title in enumerate(options["title"])]
    return Body("".join(drawn), width, float(figure.height))


def _boxes(series: Mapping[str, Any], width: float, height: float) -> dict[str, Box]:
    """Place every group: `x`, `y`, `size` (px) and what it is drawn with."""
    nodes, links = series["data"], series["links"]
    through = _through(links)
    columns: dict[int, list[Box]] = {}
    for node in nodes:
        columns.setdefault(node["depth"], []).append({**node, "value": through[node["name"]]})
    scale = min(
        max(height - GAP * (len(column) - 1), height / 4) / sum(box["value"] for box in column)
        for column in columns.values()
    )
    step = (width - LABEL - BAR) / max(len(columns) - 1, 1)
    boxes: dict[str, Box] = {}
    for place, depth in enumerate(sorted(columns)):
        top = HEADROOM
        for box in columns[depth]:
            box |= {"x": place * step, "y": top, "size": max(box["value"] * scale, 1.0)}
            box["scale"] = scale
            top += box["size"] + GAP
            boxes[box["name"]] = box
    _settle(boxes, list(columns.values()), links, HEADROOM + height)
    return boxes


def _through(links: list[Mapping[str, Any]]) -> dict[str, float]:
    """Count what passes through each group: the larger of what comes in and what goes out."""
    sums: dict[str, dict[str, float]] = {}
    for link in links:
        for end in ("source", "target"):
            held = sums.setdefault(link[end], {"source": 0.0, "target": 0.0})
            held[end] += link["value"]
    return {name: max(held.values()) for name, held in sums.items()}


def _settle(
    boxes: dict[str, Box], columns: list[list[Box]], links: list[Mapping[str, Any]], bottom: float
) -> None:
    """Draw groups towards their partners and push them apart, in turns."""
    for turn in range(ROUNDS):
        for column in columns if turn % 2 else reversed(columns):
            for box in column:
                box["wish"] = _wish(box, boxes, links)
            column.sort(key=lambda box: box["wish"])
            for box in column:
                box["y"] = box["wish"] - box["size"] / 2
            _apart(column, bottom)


def _wish(box: Box, boxes: dict[str, Box], links: list[Mapping[str, Any]]) -> float:
    """Middle of the partners of a group, each counted by what it trades with it."""
    total = weight = 0.0
    for link in links:
        if box["name"] in (link["source"], link["target"]):
            end = "target" if link["source"] == box["name"] else "source"
            other = boxes[link[end]]
            total += (other["y"] + other["size"] / 2) * link["value"]
            weight += link["value"]
    return total / weight if weight else float(box["y"] + box["size"] / 2)


def _apart(column: list[Box], bottom: float) -> None:
    top = HEADROOM
    for box in column:
        box["y"] = max(box["y"], top)
        top = box["y"] + box["size"] + GAP
    limit = bottom
    for box in reversed(column):
        box["y"] = max(min(box["y"], limit - box["size"]), HEADROOM)
        limit = box["y"] - GAP


def _bands(boxes: dict[str, Box], links: list[Mapping[str, Any]]) -> list[Box]:
    """Where each flow leaves and arrives: those from above come in above."""
    left: dict[str, float] = {}
    bands: list[Box] = []
    for link in sorted(links, key=lambda link: boxes[link["target"]]["y"]):
        start = boxes[link["source"]]
        thick = link["value"] * start["scale"]
        begin = left.get(link["source"], start["y"])
        left[link["source"]] = begin + thick
        bands.append({**link, "thick": thick, "from": begin, "begin": start})
    right: dict[str, float] = {}
    for band in sorted(bands, key=lambda band: band["begin"]["y"]):
        end = boxes[band["target"]]
        band["to"] = right.get(band["target"], end["y"])
        right[band["target"]] = band["to"] + band["thick"]
        band["end"] = end
    return bands


def _gradients(boxes: dict[str, Box], bands: list[Box]) -> str:
    made = [
        element(
            "linearGradient",
            element("stop", offset="0", stop_color=band["begin"]["itemStyle"]["color"]),
            element("stop", offset="1", stop_color=band["end"]["itemStyle"]["color"]),
            id=f"flow-{number}",
            gradientUnits="userSpaceOnUse",
            x1=band["begin"]["x"],
            x2=band["end"]["x"],
            y1=0,
            y2=0,
        )
        for number, band in enumerate(bands)
    ]
    return element("defs", *made)


def _band(number: int, band: Box) -> str:
    left, right = band["begin"]["x"] + BAR, band["end"]["x"]
    middle = (left + right) / 2
    a, b = band["from"] + band["thick"] / 2, band["to"] + band["thick"] / 2
    return element(
        "path",
        d=f"M{left:.1f} {a:.1f}C{middle:.1f} {a:.1f} {middle:.1f} {b:.1f} {right:.1f} {b:.1f}",
        fill="none",
        stroke=f"url(#flow-{number})",
        stroke_width=max(band["thick"], 0.6),
        stroke_opacity=OPACITY,
    )


def _group(box: Box, theme: Theme) -> str:
    ink = INKS[theme]
    bar = element(
        "rect",
        x=box["x"],
        y=box["y"],
        width=BAR,
        height=box["size"],
        fill=box["itemStyle"]["color"],
    )
    lines = box["label"]["formatter"].split("\n")
    top = box["y"] + box["size"] / 2 - LINE * len(lines) / 2
    halo = {"stroke": ink.background, "stroke_width": 3, "paint_order": "stroke"}
    said = [
        text(line, box["x"] + BAR + 5, top + LINE * place + 11, 12, ink.text, **halo)
        for place, line in enumerate(lines)
    ]
    return bar + "".join(said)


def _heading(title: Mapping[str, Any], boxes: dict[str, Box], depth: int, theme: Theme) -> str:
    x = min(box["x"] for box in boxes.values() if box["depth"] == depth)
    return text(title["text"], x, 14, 13, INKS[theme].muted, font_weight=600)
