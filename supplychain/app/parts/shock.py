"""Something fails: choose what, and follow the loss to where it ends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from supplychain.app import cache, controls, figures, messages
from supplychain.app.parts import phases
from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Parameter, Range, parameters
from supplychain.core.places import district_name
from supplychain.core.words import Language, Words, number, percent, same
from supplychain.simulate.cascade import Cascade, cascade, hit
from supplychain.views import cascades, offers, partners, spreading, story
from supplychain.views.figure import Figure
from supplychain.views.graph import Drawing
from supplychain.views.palette import Theme
from supplychain.views.trade import names

WHAT = Words(en="What fails", id="Apa yang terganggu")
WHATS = {
    "usaha": Words(en="A business", id="Satu usaha"),
    "wilayah": Words(en="A kabupaten or kota", id="Satu kabupaten/kota"),
    "produk": Words(en="All makers of a product", id="Semua pembuat suatu produk"),
}
BUSINESS = Words(en="Business", id="Usaha")
DISTRICT = Words(en="Kabupaten or kota", id="Kabupaten/kota")
PRODUCT = Words(en="Product", id="Produk")
LOST = Words(en="Share of output lost (%)", id="Bagian produksi yang hilang (%)")
LOSS = Words(
    en="Of all sales between businesses, this stops", id="Dari semua penjualan antarusaha, terhenti"
)
HIT = Words(en="Businesses hit at the start", id="Usaha yang terkena langsung")
HARDEST = Words(
    en="Hit hardest besides them, by rupiah of output lost",
    id="Yang paling terpukul selain itu, menurut rupiah produksi yang hilang",
)
PLAYED = Words(en="The shock on the graph, step by step", id="Guncangan pada graf, bertahap")
CAUSE = Words(en="Loss shown", id="Kehilangan yang ditampilkan")
FAILS = Words(en="Shock: {what}", id="Guncangan: {what}")
FILE = Words(en="shock", id="guncangan")
DRAWING = Words(en="Drawing the network …", id="Menggambar jaringan …")
NOBODY = Words(en="Nobody else is hit.", id="Tidak ada usaha lain yang terpukul.")
SHORT_RUN = Words(
    en="In the short run, while nobody finds another supplier or buyer. The extraction loss on the "
    "page Metrics lets buyers buy outside instead, and is therefore smaller.",
    id="Dalam jangka pendek, selama belum ada pemasok atau pembeli pengganti. Kerugian bila hilang "
    "pada halaman Metrik mengandaikan pembeli membeli dari luar, sehingga lebih kecil.",
)
WHOLE = 100.0


def shock(network: SupplyNetwork, language: Language) -> None:
    """Choose what fails; see how much stops, step by step, and whom it hits."""
    where, how = st.columns(2, gap="large")
    with where:
        chosen = _chosen(network, language)
    with how:
        share = controls.step("hilang", LOST, Range(5.0, WHOLE, 5.0), language, default=WHOLE)
        production = controls.draw([_production()], language, prefix="guncangan-")["production"]
    given = {**chosen, "lost": share / WHOLE, "production": production}
    found = cache.result(network, followed, given)
    count = len(_hit(network, **chosen, lost=share / WHOLE))
    with st.container(horizontal=True):
        st.metric(LOSS(language), percent(found.loss, language, digits=1), width="content")
        st.metric(HIT(language), number(count, language), width="content")
    st.caption(SHORT_RUN(language))
    _graph(network, given, language)
    chart, hit = st.columns(2, gap="large")
    with chart:
        drawn = {**given, "language": language, "theme": figures.theme()}
        figures.put(cache.result(network, picture, drawn), "shock")
    with hit:
        _hardest(network, found, language)


def _graph(network: SupplyNetwork, given: Mapping[str, Any], language: Language) -> None:
    """Play the steps on the graph."""
    st.markdown(f"**{PLAYED(language)}**")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        part = controls.pick("akibat", CAUSE, spreading.PARTS, language)
        look, take = phases.look("jalar", language), st.container(width="content")
    asked = {**given, "part": part, "language": language, **look.given}
    with st.spinner(DRAWING(language)):
        drawn = cache.result(network, played, asked)
    phases.show(drawn, f"shock-{look.name}", language)
    phases.offer(drawn, network, FILE, take, language)


def _hardest(network: SupplyNetwork, found: Cascade, language: Language) -> None:
    st.markdown(f"**{HARDEST(language)}**")
    table = cascades.hardest_hit(network, found, language=language)
    if table.empty:
        messages.empty(NOBODY, language, icon=":material/shield:")
    else:
        st.table(table, hide_index=True)


def followed(
    network: SupplyNetwork, *, what: str, which: str, lost: float, production: str
) -> Cascade:
    """Follow a shock to where it ends."""
    return cascade(
        network,
        _hit(network, what=what, which=which, lost=lost),
        production=production,  # type: ignore[arg-type]
    )


def played(
    network: SupplyNetwork, *, what: str, which: str, lost: float, production: str, **look: Any
) -> Drawing:
    """Draw a shock on the graph, one state a step."""
    found = followed(network, what=what, which=which, lost=lost, production=production)
    title = FAILS.fill(what=_called(network, what, which))
    return spreading.spreading(network, found, title=title, **look)


def _called(network: SupplyNetwork, what: str, which: str) -> Words:
    if what == "wilayah":
        return same(district_name(which))
    return network.product_name(which) if what == "produk" else same(str(names(network)[which]))


def picture(  # noqa: PLR0913
    network: SupplyNetwork,
    *,
    what: str,
    which: str,
    lost: float,
    production: str,
    language: Language,
    theme: Theme,
) -> Figure:
    """Draw a shock step by step."""
    found = followed(network, what=what, which=which, lost=lost, production=production)
    return figures.plain(cascades.steps(network, found, language=language, theme=theme))


def _hit(network: SupplyNetwork, *, what: str, which: str, lost: float) -> Mapping[str, float]:
    share = 1.0 - lost
    if what == "wilayah":
        return hit(network, district=which, share=share)
    return hit(network, product=which, share=share) if what == "produk" else {which: share}


def _chosen(network: SupplyNetwork, language: Language) -> dict[str, str]:
    what = controls.pick("terganggu", WHAT, WHATS, language)
    if what == "wilayah":
        offered = cache.result(network, offers.districts, {})
        which = controls.choose("wilayah", DISTRICT, offered, language)
    elif what == "produk":
        which = controls.choose("barang-ubah", PRODUCT, partners.made(network), language)
    else:
        first = cache.result(network, story.best_told, {})
        offered = partners.makers(network)
        which = controls.choose("usaha-ubah", BUSINESS, offered, language, default=first)
    return {"what": what, "which": which}


def _production() -> Parameter:
    return next(each for each in parameters(cascade) if each.id == "production")
