"""Every possible partnership: table, plane of gain and risk, and the way into a simulation."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pandas as pd
import streamlit as st

from supplychain.app import controls, figures, links, messages
from supplychain.app import draft as drafts
from supplychain.app.parts import ranked
from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Range
from supplychain.core.scenario import Scenario
from supplychain.core.words import Language, Words, number
from supplychain.recommend import risk_changes
from supplychain.recommend.ranking import reason
from supplychain.views import gains, proposed
from supplychain.views.risks import change_of_share
from supplychain.views.trade import names

TOP = Words(en="Shown", id="Ditampilkan")
FOUND = Words(en="{count} possible partnerships.", id="{count} kemitraan yang mungkin.")
CHOOSE = Words(
    en="Choose a row to see why, and to try it.",
    id="Pilih satu baris untuk melihat alasannya dan mencobanya.",
)
TRY = Words(en="Try this one", id="Coba yang ini")
NAME = Words(en="{supplier} to {buyer}", id="{supplier} ke {buyer}")
TABLE = Words(
    en="Possible partnerships, the largest gain first",
    id="Kemitraan yang mungkin, kenaikan terbesar lebih dahulu",
)
LEAST = 10.0
RISKING = Words(en="Comparing the risk …", id="Membandingkan risiko …")
RISK = Words(
    en="Systemic risk (ESRI), the share of all sales that stop if one of them closes: "
    "supplier {supplier}, buyer {buyer}.",
    id="Risiko sistemik (ESRI), bagian semua penjualan yang terhenti bila salah satunya tutup: "
    "pemasok {supplier}, pembeli {buyer}.",
)


def proposals(network: SupplyNetwork, language: Language) -> None:
    """Rank; choose a row; try it."""
    rows = ranked.narrowed(network, ranked.asked(network, language), language)
    if rows.empty:
        ranked.nothing(language)
        return
    slider, text = st.columns([1, 2], gap="large", vertical_alignment="bottom")
    with slider:
        top = int(controls.step("baris", TOP, Range(LEAST, 100.0, 10.0), language, default=20.0))
    text.caption(FOUND.fill(count=number(len(rows), language))(language) + " " + CHOOSE(language))
    place = _chosen(network, rows.head(top), language)
    _reason(network, rows.iloc[place], language)
    look: dict[str, Any] = {"chosen": place, "language": language, "theme": figures.theme()}
    drawn = {
        "proposed": proposed.proposed_map(network, rows.head(top), **look),
        "gains": gains.plane(network, rows, **look),
    }
    for column, (name, figure) in zip(st.columns(2, gap="large"), drawn.items(), strict=True):
        with column:
            figures.put(figures.plain(figure), name)


def _chosen(network: SupplyNetwork, rows: pd.DataFrame, language: Language) -> int:
    table = gains.table(network, rows, language=language)
    event = st.dataframe(
        table,
        hide_index=True,
        height=330,
        on_select="rerun",
        selection_mode="single-row",
        key=f"ranked·{language}",
        placeholder="–",
        alt=TABLE(language),
    )
    picked = event["selection"]["rows"]
    return int(picked[0]) if picked and picked[0] < len(rows) else 0


def _reason(network: SupplyNetwork, row: pd.Series, language: Language) -> None:
    called = names(network)
    name = NAME.fill(supplier=called[row["supplier"]], buyer=called[row["buyer"]])(language)
    with st.container(border=True):
        st.markdown(f"**{messages.plain(name)}**")
        told = reason(network, row, language)
        st.markdown(messages.plain(told))
        with suppress(messages.GivenUp):  # it can be tried without
            st.caption(_risk(network, row, language))
        scenario = Scenario(name=name[:120], description=told, edits=(ranked.edit(row),))
        begin(scenario, TRY, language)


def _risk(network: SupplyNetwork, row: pd.Series, language: Language) -> str:
    wanted = {name: row[name] for name in ("supplier", "buyer", "product", "value")}
    changed = messages.awaited(network, changed_risk, wanted, RISKING(language))
    points = {
        side: change_of_share(value, language)
        for side, value in zip(("supplier", "buyer"), changed, strict=True)
    }
    return messages.plain(RISK.fill(**points)(language))


def changed_risk(network: SupplyNetwork, **row: Any) -> tuple[float, float]:
    """Change of systemic risk of the supplier and of the buyer by one new partnership."""
    found = risk_changes(network, pd.DataFrame([row])).iloc[0]
    return float(found["supplier_risk"]), float(found["buyer_risk"])


def begin(scenario: Scenario, words: Words, language: Language) -> None:
    """Draw the button that makes a scenario the draft and opens it in the simulation."""
    if st.button(words(language), type="primary", icon=":material/experiment:", key="try"):
        drafts.start(scenario)
        links.go("simulasi", language)
