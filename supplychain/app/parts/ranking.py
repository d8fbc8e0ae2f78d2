"""Rank businesses or partnerships by a metric, with how sure each value is."""

from __future__ import annotations

import streamlit as st

from supplychain.app import controls, figures, messages
from supplychain.app.figures import Frozen, Request
from supplychain.app.parts import metric as metrics
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words
from supplychain.metrics import uncertainty
from supplychain.metrics.catalogue import Level
from supplychain.views import CATALOGUE as VIEWS

WAITING = Words(
    en="Computing 90% intervals from 200 draws …",
    id="Menghitung selang 90% dari 200 undian …",
)
BEGIN = {"business": "output_multiplier", "partnership": "link_extraction_loss"}


def ranking(level: Level, network: SupplyNetwork, language: Language) -> None:
    """Choose a metric of a level; see the largest values first, then how sure they are."""
    metric = metrics.chosen(f"metrik-{level}", level, language, default=BEGIN[level])
    given = metrics.parameters(metric, language)
    metrics.about(network, metric, given, language)
    shown = controls.tuned(VIEWS.get("ranking").parameters, language, prefix="peringkat-")
    asked = Request.of("ranking", parameters={**shown, "given": given}, metrics={metric.id: given})
    reason = uncertainty.no_interval(metric, **given)
    place = st.empty()
    if reason is None:
        with place.container():
            figures.show(network, asked, language)
        messages.awaited(
            network,
            figures.interval,
            {"metric": metric.id, "given": Frozen.of(given)},
            WAITING(language),
        )
    else:
        st.caption(reason(language))
    with place.container():
        figures.show(network, asked.with_interval(metric.id), language)
