"""What a scenario leads to: how much, for whom, what limits it, what it risks, how sure it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import cast

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from supplychain.app import blocks, cache, controls, figures, messages, takeaway, working
from supplychain.app.parts import phases
from supplychain.app.working import Asked
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words
from supplychain.simulate import Effects, limits
from supplychain.views import headline, moves, shifts, unfolding

LIMITS = Words(en="What limits it", id="Yang membatasi")
FREE = Words(
    en="No limit binds: capacity and raw material suffice, as far as the data state them.",
    id="Tidak ada batas yang mengikat: kapasitas dan bahan baku cukup, sejauh tercatat dalam data.",
)
STANDS = Words(
    en="These changes are computed. The bars say where the numbers behind them stand.",
    id="Perubahan ini hasil hitungan. Batang menyebut dasar angka yang dipakai menghitungnya.",
)
WAITING = Words(en="Computing the 90% interval …", id="Menghitung selang 90% …")
MEASURING = Words(
    en="Finding which number moves the result most …",
    id="Mencari angka yang paling menggerakkan hasil …",
)
BY = Words(en="Shown", id="Ditampilkan")
RESULT = Words(en="Result", id="Hasil")
ALL = Words(en="All of them as a table", id="Semuanya sebagai tabel")
RISKING = Words(
    en="Comparing the risk before and after …", id="Membandingkan risiko sebelum dan sesudah …"
)
RISK = Words(
    en="ESRI: share of all sales that would stop if the business closed and nobody found new "
    "partners. HHI: 10,000 if it buys from one supplier only; above 2,500 is usually called high.",
    id="ESRI: bagian semua penjualan yang terhenti bila usaha itu tutup dan tidak ada yang "
    "mendapat mitra baru. HHI: 10.000 bila hanya membeli dari satu pemasok; di atas 2.500 lazim "
    "disebut tinggi.",
)
UNTOUCHED = Words(
    en="The edits name no single business, so there is no risk to compare.",
    id="Perubahan ini tidak menyebut usaha tertentu, jadi tidak ada risiko untuk dibandingkan.",
)
FILE = Words(en="before-and-after", id="sebelum-dan-sesudah")
DRAWING = Words(en="Drawing the network …", id="Menggambar jaringan …")


def shown(
    network: SupplyNetwork,
    found: Effects,
    asked: Asked,
    beside: DeltaGenerator,
    language: Language,
    *,
    name: str,
) -> None:
    """Draw the effect beside the form, the details below, and then the interval.

    Parameters
    ----------
    beside
        Place beside the form.
    name
        Of the scenario.
    """
    with beside:
        place = st.empty()
        place.html(blocks.facts(headline.headline(found, language), language))
        st.caption(STANDS(language))
        waiting = st.container()
        _limits(found, language)
        _picture(network, asked, "waterfall", language)

    def sure() -> None:
        with waiting:
            drawn = messages.awaited(network, working.spread, {"asked": asked}, WAITING(language))
        told = headline.headline(found, language, spread=drawn)
        place.html(blocks.facts(told, language))

    with beside:
        controls.parts("rinci", _details(name, found, asked, sure), network, language)
    sure()
    with beside:
        known = partial(cache.result, network, working.spread, {"asked": asked})
        takeaway.scenario(found, known, language, name=name)


def _details(
    name: str, found: Effects, asked: Asked, sure: Callable[[], None]
) -> Mapping[str, tuple[Words, controls.Part]]:
    return {
        "siapa": (
            Words(en="Who gains, who loses", id="Siapa untung, siapa rugi"),
            partial(_winners, found, asked),
        ),
        "risiko": (Words(en="Risk", id="Risiko"), partial(_risk, asked)),
        "ukur": (
            Words(en="Measure this first", id="Ukur ini dulu"),
            partial(_tornado, asked, sure),
        ),
        "graf": (
            Words(en="Before and after", id="Sebelum dan sesudah"),
            partial(_graph, name, asked),
        ),
    }


def _limits(found: Effects, language: Language) -> None:
    said = [messages.plain(limit.text(found.setting)(language)) for limit in limits(found)]
    if not said:
        st.caption(f":material/check_circle: {FREE(language)}")
        return
    text = "\n\n".join([f"**{LIMITS(language)}**", *said])
    st.warning(text, icon=":material/block:")


def _picture(network: SupplyNetwork, asked: Asked, drawn: str, language: Language) -> None:
    given = {"asked": asked, "drawn": drawn, "language": language, "theme": figures.theme()}
    figures.put(cache.result(network, working.picture, given), f"effect-{drawn}")


def _winners(found: Effects, asked: Asked, network: SupplyNetwork, language: Language) -> None:
    offered = {str(code): words for code, words in moves.BY.items()}
    by = cast(moves.By, controls.pick("per", BY, offered, language))
    _picture(network, asked, by, language)
    table = moves.table(found, by=by, language=language)
    if not table.empty:
        with st.expander(ALL(language)):
            st.dataframe(table, hide_index=True, alt=ALL(language))


def _risk(asked: Asked, network: SupplyNetwork, language: Language) -> None:
    table = messages.awaited(
        network, working.risk, {"asked": asked, "language": language}, RISKING(language)
    )
    if table.empty:
        messages.empty(UNTOUCHED, language, icon=":material/shield:")
        return
    st.table(table, hide_index=True)
    st.caption(RISK(language))


def _tornado(
    asked: Asked, sure: Callable[[], None], network: SupplyNetwork, language: Language
) -> None:
    offered = {name: moves.HEADINGS[name] for name in moves.MEASURES}
    measure = controls.pick("hasil", RESULT, offered, language)
    sure()
    wanted = {"asked": asked, "measure": measure}
    messages.awaited(network, working.tornado, wanted, MEASURING(language))
    given = {**wanted, "language": language, "theme": figures.theme()}
    figures.put(cache.result(network, working.tornado_picture, given), "effect-tornado")


def _graph(name: str, asked: Asked, network: SupplyNetwork, language: Language) -> None:
    """Switch between before, after and the change, on the graph."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        measure = controls.pick("diukur", RESULT, shifts.MEASURES, language)
        look, take = phases.look("graf", language), st.container(width="content")
    given = {"asked": asked, "measure": measure, "language": language, **look.given}
    with st.spinner(DRAWING(language)):
        drawn = cache.result(network, working.unfolded, given)
    phases.show(drawn, f"effect-{look.name}", language)
    title = unfolding.TITLE.fill(scenario=name)
    phases.offer(replace(drawn, title=title), network, FILE, take, language)
