"""What flows from raw material through the sentra to industries and markets."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Mapping
from typing import Annotated, Any, Literal

import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Choices, Range
from supplychain.core.vocabulary import KINDS, label
from supplychain.core.words import Language, Words, percent, rupiah
from supplychain.views.catalogue import Results, view
from supplychain.views.figure import Figure, empty
from supplychain.views.palette import INKS, Theme, colour
from supplychain.views.palette import KINDS as KIND_COLOURS
from supplychain.views.provenance import basis_line, source_line
from supplychain.views.stages import STAGES, flows, forward
from supplychain.views.theme import FONT
from supplychain.views.trade import with_ends

HEADINGS: Mapping[str, Words] = {
    "origin": Words(en="Farm", id="Asal bahan"),
    "supplier": Words(en="Raw material", id="Bahan baku"),
    "sentra": Words(en="Sentra", id="Sentra"),
    "trader": Words(en="Trader", id="Perantara"),
    "ikm": Words(en="Industry", id="Industri"),
    "market": Words(en="Market", id="Pasar"),
}
WAYS = {
    "activity": Words(en="what they do", id="kegiatan"),
    "district": Words(en="kabupaten or kota", id="kabupaten/kota"),
    "commodity": Words(en="commodity group", id="kelompok komoditas"),
}
By = Annotated[
    Literal["activity", "district", "commodity"],
    Words(en="Grouped by", id="Dikelompokkan menurut"),
    Choices(WAYS),
]
Top = Annotated[int, Words(en="Groups at each stage", id="Kelompok tiap tahap"), Range(3, 20, 1)]

TITLE = Words(
    en="From raw material through sentra and industry to market, by {by}: value (Rp/year)",
    id="Dari bahan baku melalui sentra dan industri ke pasar, menurut {by}: nilai (Rp/tahun)",
)
SUMMARY = Words(
    en="{flows} flows worth {total} a year. Largest: {source} → {target}, {value}.",
    id="{flows} aliran senilai {total} per tahun. Terbesar: {source} → {target}, {value}.",
)
LEFT_OUT = Words(
    en="Not drawn: {value} a year within one stage or against the direction ({share} of the "
    "trade).",
    id="Tidak digambar: {value} per tahun di dalam satu tahap atau berlawanan arah ({share} dari "
    "perdagangan).",
)
IN = Words(en="in {value}", id="masuk {value}")
OUT = Words(en="out {value}", id="keluar {value}")
SAVE = Words(en="Save as a picture", id="Simpan sebagai gambar")
COLOURED_AS = {"origin": "supplier", "trader": "market"}
"""Kind whose colour a stage takes, where it is not the kind itself."""
MARGIN = 0.18
"""Share of the width kept free at the right for the labels of the last stage."""
LETTERS = 26
"""Letters on one line of a label."""
SERIES: Mapping[str, Any] = {
    "type": "sankey",
    "left": 2,
    "right": f"{100 * MARGIN:.0f}%",
    "top": 72,
    "bottom": 30,
    "nodeWidth": 14,
    "nodeGap": 40,
    "nodeAlign": "left",
    "layoutIterations": 48,
    "draggable": False,
    "emphasis": {"focus": "adjacency"},
    "lineStyle": {"color": "gradient", "opacity": 0.32, "curveness": 0.5},
}
"""What holds for every diagram of ours."""


@view(
    title=Words(en="Who supplies whom: flows", id="Siapa memasok siapa: aliran"),
    meaning=Words(
        en="How much value passes from raw material through the sentra to industries and markets.",
        id="Berapa nilai yang mengalir dari bahan baku melalui sentra ke industri dan pasar.",
    ),
)
def sankey(  # noqa: PLR0913
    network: SupplyNetwork,
    results: Results,
    *,
    language: Language,
    theme: Theme = "light",
    trade: pd.DataFrame | None = None,
    by: By = "activity",
    top: Top = 8,
) -> Figure:
    """Draw trade as bands from stage to stage, as options of an ECharts Sankey diagram.

    Parameters
    ----------
    trade
        Rows of `network.trade`; all of them if left out.
    by
        How businesses of a stage are grouped.
    top
        How many groups a stage shows beside the rest, which is added up.
    """
    found = flows(network, language=language, trade=trade, by=by, top=top)
    title = TITLE.fill(by=WAYS[by])(language)
    if found.empty:
        return empty(title, language, theme)
    largest = found.iloc[0]
    summary = SUMMARY.fill(
        flows=len(found),
        total=rupiah(found["value"].sum(), language),
        source=largest["source"],
        target=largest["target"],
        value=rupiah(largest["value"], language),
    )(language)
    nodes = _nodes(found)
    sizes = nodes.groupby("stage").size()
    return Figure(
        _options(found, nodes, title, summary, language, theme),
        title,
        summary,
        *_footing(network, trade, language),
        min_width=165 * len(sizes),
        height=100 + 66 * int(sizes.max()),
    )


def _nodes(found: pd.DataFrame) -> pd.DataFrame:
    """Return the groups with what comes in and goes out, Rp/year, in order of stage and size."""
    ends = {
        flow: found.groupby([f"{role}_stage", role])["value"].sum().rename_axis(["stage", "label"])
        for role, flow in (("source", "out"), ("target", "in"))
    }
    nodes = pd.DataFrame(ends).fillna(0.0).reset_index()
    nodes["place"] = nodes["stage"].map(STAGES.index)
    nodes["size"] = nodes[["in", "out"]].max(axis=1)
    return nodes.sort_values(["place", "size", "label"], ascending=[True, False, True])


def _footing(
    network: SupplyNetwork, trade: pd.DataFrame | None, language: Language
) -> tuple[tuple[str, ...], str]:
    ends = with_ends(network, trade)
    drawn = forward(ends)
    total, left = ends["value"].sum(), ends["value"].sum() - drawn["value"].sum()
    notes = [basis_line(drawn["basis"], drawn["value"], language)]
    if left > 0:
        said = LEFT_OUT.fill(
            value=rupiah(left, language), share=percent(left / total, language, digits=1)
        )
        notes.append(said(language))
    return tuple(notes), source_line(network, drawn["source"], language)


def _options(
    found: pd.DataFrame,
    nodes: pd.DataFrame,
    title: str,
    summary: str,
    language: Language,
    theme: Theme,
) -> dict[str, Any]:
    stages = [stage for stage in STAGES if stage in set(nodes["stage"])]
    return {
        "animation": False,
        "backgroundColor": "transparent",
        "textStyle": {"fontFamily": FONT, "color": INKS[theme].text, "fontSize": 12},
        "title": [_heading(stage, stages, language, theme) for stage in stages],
        "aria": {"enabled": True, "label": {"description": f"{title}. {summary}"}},
        "tooltip": _tooltip(theme),
        "toolbox": _toolbox(title, language, theme),
        "series": [
            {
                **SERIES,
                "data": [_node(row, stages, language, theme) for _, row in nodes.iterrows()],
                "links": [_link(row, language) for _, row in found.iterrows()],
            }
        ],
    }


def _heading(stage: str, stages: list[str], language: Language, theme: Theme) -> dict[str, Any]:
    place = stages.index(stage) / max(len(stages) - 1, 1) * (1 - MARGIN)
    return {
        "text": HEADINGS[stage](language),
        "left": f"{100 * place:.1f}%",
        "top": 36,
        "padding": [0, 2],
        "textStyle": {"fontSize": 13, "fontWeight": 600, "color": INKS[theme].muted},
    }


def _tooltip(theme: Theme) -> dict[str, Any]:
    ink = INKS[theme]
    return {
        "trigger": "item",
        "confine": True,
        "backgroundColor": ink.fill,
        "borderColor": ink.rule,
        "textStyle": {"color": ink.text, "fontFamily": FONT},
    }


def _toolbox(title: str, language: Language, theme: Theme) -> dict[str, Any]:
    save = {"title": SAVE(language), "name": title, "backgroundColor": INKS[theme].background}
    return {
        "right": 2,
        "top": 0,
        "itemSize": 16,
        "iconStyle": {"borderColor": INKS[theme].muted},
        "emphasis": {"iconStyle": {"textAlign": "right", "textFill": INKS[theme].text}},
        "feature": {"saveAsImage": {**save, "pixelRatio": 2}},
    }


def _node(row: pd.Series, stages: list[str], language: Language, theme: Theme) -> dict[str, Any]:
    kind = COLOURED_AS.get(row["stage"], row["stage"])
    name = textwrap.fill(_plain(row["label"]), LETTERS, max_lines=2, placeholder=" …")
    passing = [
        words.fill(value=rupiah(row[flow], language))(language)
        for flow, words in (("in", IN), ("out", OUT))
        if row[flow] > 0
    ]
    return {
        "name": _name(row["stage"], row["label"], language),
        "depth": stages.index(row["stage"]),
        "itemStyle": {"color": colour(KIND_COLOURS, kind, theme), "borderWidth": 0},
        "label": {
            "formatter": f"{name}\n{rupiah(row['size'], language)}",
            "position": "right",
            "color": INKS[theme].text,
            "lineHeight": 14,
            "textBorderColor": INKS[theme].background,
            "textBorderWidth": 3,
        },
        "tooltip": {
            "formatter": _hover(f"{row['label']} ({label(KINDS, kind, language)})", *passing)
        },
    }


def _link(row: pd.Series, language: Language) -> dict[str, Any]:
    money = rupiah(row["value"], language)
    return {
        "source": _name(row["source_stage"], row["source"], language),
        "target": _name(row["target_stage"], row["target"], language),
        "value": float(row["value"]),
        "tooltip": {"formatter": _hover(f"{row['source']} → {row['target']}", money)},
    }


def _name(stage: str, text: str, language: Language) -> str:
    """Name that tells groups of different stages apart, as ECharts asks."""
    return f"{HEADINGS[stage](language)}: {text}"


def _hover(heading: str, *lines: str) -> str:
    """Text of a tooltip; ECharts takes it for HTML, and names come from uploads."""
    said = [html.escape(_plain(line)) for line in lines]
    return "<br>".join([f"<b>{html.escape(_plain(heading))}</b>", *said])


def _plain(text: str) -> str:
    """Text without the braces that ECharts takes for places to fill in."""
    return text.replace("{", "(").replace("}", ")")
