"""Rank businesses or partnerships by a metric, with how sure each value is."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from supplychain.app import controls, figures, messages, takeaway
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
    buttons = st.container(horizontal=True)
    known = VIEWS.get("ranking").parameters
    shown = controls.tuned(known, language, prefix="peringkat-", buttons=buttons)
    about = {"given": given}
    asked = Request.of("ranking", parameters={**shown, **about}, metrics={metric.id: given})
    reason = uncertainty.no_interval(metric, **given)
    if reason is not None:
        st.caption(reason(language))
    body, sure = st.empty(), asked.with_interval(metric.id)
    if reason is None:
        with body.container():
            figures.show(network, asked, language)
        wanted = {"metric": metric.id, "given": Frozen.of(given)}
        try:
            messages.awaited(network, figures.interval, wanted, WAITING(language))
        except messages.GivenUp:  # the values stand without it
            sure = asked
    numbers = replace(sure, view="ranking_table", parameters=Frozen.of(about))
    with buttons:
        takeaway.offer(network, numbers, language, name=metric.id, picture=sure)
    with body.container():
        figures.show(network, sure, language)
        takeaway.full(network, numbers, language)
