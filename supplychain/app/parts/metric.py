"""Choose a metric, set its parameters, read what it means."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

import streamlit as st

from supplychain.app import controls, messages
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words
from supplychain.metrics import CATALOGUE
from supplychain.metrics.catalogue import Level, Metric

METRIC = Words(en="Metric", id="Metrik")
FORMULA = Words(en="Formula", id="Rumus")
SOURCE = Words(en="Source", id="Sumber")
UNIT = Words(en="Unit", id="Satuan")


def offered(level: Level, *, numbers: bool = False) -> controls.Offered:
    """List the metrics of a level by group; only those whose values are numbers, if so asked."""
    known = [metric for metric in CATALOGUE if metric.level == level]
    groups = list(dict.fromkeys(metric.group for metric in CATALOGUE))
    return {
        metric.id: Words(
            en=f"{metric.group.en} · {metric.title.en}", id=f"{metric.group.id} · {metric.title.id}"
        )
        for metric in sorted(known, key=lambda metric: groups.index(metric.group))
        if not (numbers and metric.codes)
    }


def chosen(name: str, level: Level, language: Language, *, default: str) -> Metric:
    """Draw the list of metrics of a level and return the one chosen."""
    known = offered(level)
    return CATALOGUE.get(controls.choose(name, METRIC, known, language, default=default))


def parameters(metric: Metric, language: Language) -> dict[str, Any]:
    """Draw the parameters of a metric side by side and return their values."""
    with st.container(key="parameters", horizontal=True, vertical_alignment="top"):
        return controls.draw(metric.parameters, language, prefix=f"{metric.id}-")


def about(
    network: SupplyNetwork, metric: Metric, given: Mapping[str, Any], language: Language
) -> None:
    """Say what a metric tells, how it is computed, and when it means nothing here."""
    rows = {
        UNIT: metric.unit_of(**given)(language),
        FORMULA: metric.formula,
        SOURCE: metric.source,
    }
    said = "".join(
        f"<dt>{escape(words(language))}</dt><dd>{escape(text)}</dd>" for words, text in rows.items()
    )
    meaning = escape(metric.meaning(language))
    title = escape(metric.title(language))
    st.html(f'<section class="about"><h3>{title}</h3><p>{meaning}</p><dl>{said}</dl></section>')
    notice = metric.notice(network)
    if notice:
        st.caption(f":material/info: {messages.plain(notice(language))}")
