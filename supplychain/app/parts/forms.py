"""One form for each kind of edit; each returns the edit it describes, or nothing as yet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, cast

import streamlit as st

from supplychain.app import controls, messages, state
from supplychain.app.parts.amounts import Asked, amount, figure, text
from supplychain.core.network import SupplyNetwork
from supplychain.core.scenario import (
    CLOSURES,
    AddBusiness,
    AddPartnership,
    BelieveClaim,
    CapBusiness,
    ChangeDemand,
    CloseBusiness,
    Closure,
    Edit,
    EndPartnership,
    ExpandBusiness,
    ResizePartnership,
    RestatePartnership,
)
from supplychain.core.vocabulary import KINDS
from supplychain.core.words import Language, Words
from supplychain.views import claims, edits, offers, partners
from supplychain.views.edits import money

Kind = Literal["supplier", "sentra", "ikm", "market"]
Form = Callable[[SupplyNetwork, Language], Edit | None]

SUPPLIER = Words(en="Supplier", id="Pemasok")
BUYER = Words(en="Buyer", id="Pembeli")
PRODUCT = Words(en="Product", id="Produk")
BUSINESS = Words(en="Business", id="Usaha")
PURCHASES = Words(en="Purchases", id="Pembelian")
CLOSURE = Words(en="What it replaces", id="Apa yang digantikan")
LOSER = Words(en="Supplier that loses the order", id="Pemasok yang kehilangan pesanan")
NO_LOSER = Words(
    en="This buyer has no supplier in the network yet, so nobody local can be replaced.",
    id="Pembeli ini belum punya pemasok di dalam jaringan, sehingga tidak ada yang tergantikan.",
)
SHARE = Words(en="New size (% of today's)", id="Besar baru (% dari sekarang)")
NOW = Words(en="Now {now} a year, then {then}.", id="Sekarang {now} per tahun, nanti {then}.")
FOR = Words(en="Demand for", id="Permintaan bagi")
ONE = Words(en="One business", id="Satu usaha")
MAKERS = Words(en="A product, whoever makes it", id="Suatu produk, siapa pun pembuatnya")
UP = Words(en="Rises", id="Naik")
DOWN = Words(en="Falls", id="Turun")
DIRECTION = Words(en="Direction", id="Arah")
BY = Words(en="By", id="Sebesar")
FULL = Words(en="Output at full capacity", id="Produksi pada kapasitas penuh")
MOST = Words(en="Most it can make", id="Produksi paling banyak")
ROOM = Words(
    en="It makes {now} a year now; at full capacity {full}.",
    id="Kini membuat {now} per tahun; pada kapasitas penuh {full}.",
)
NO_ROOM = Words(
    en="It makes {now} a year now; no capacity is stated.",
    id="Kini membuat {now} per tahun; kapasitas tidak disebut.",
)
NAME = Words(en="Name of the new business", id="Nama usaha baru")
KIND = Words(en="Kind of business", id="Jenis usaha")
DISTRICT = Words(en="Kabupaten or kota", id="Kabupaten/kota")
INDUSTRY = Words(en="Industry (KBLI)", id="Industri (KBLI)")
SALES = Words(en="Sales to final buyers", id="Penjualan ke pembeli akhir")
ADDED = Words(en="Value added (% of sales)", id="Nilai tambah (% dari penjualan)")
WORKERS = Words(en="Workers (persons)", id="Tenaga kerja (orang)")
STATED = Words(en="Trade today", id="Nilai perdagangan saat ini")
WHO_SAYS = Words(en="Who says so (optional)", id="Menurut siapa (boleh kosong)")
BELIEF = Words(
    en="This corrects what is recorded; nobody trades more or less for it. What the supplier sells "
    "to final buyers follows.",
    id="Ini mengoreksi catatan; tidak ada yang berdagang lebih banyak atau sedikit karenanya. "
    "Penjualan pemasok ke pembeli akhir menyesuaikan.",
)
NUMBER = Words(en="Number", id="Angka")
REPORT = Words(en="Report to believe", id="Laporan yang dipakai")
AGREED = Words(
    en="No two sources disagree in these data.", id="Tidak ada laporan yang berbeda dalam data ini."
)
USUAL_ADDED = 58.0
"""Per cent of sales: what raw material of 42 % leaves."""


def adding(network: SupplyNetwork, language: Language) -> Edit | None:
    """Draw the form of a new partnership."""
    supplier = controls.choose("pemasok", SUPPLIER, partners.makers(network), language)
    buyer = controls.choose(
        "pembeli", BUYER, partners.makers(network, without=[supplier]), language
    )
    goods = partners.goods(network, supplier)
    product = controls.choose("barang", PRODUCT, goods, language) if goods else None
    value = amount(network, product, Asked("beli", PURCHASES, 100e6, 1.0), language)
    closure = _closure(language)
    loser = None
    if closure == "local":
        losers = {
            key: said for key, said in partners.suppliers(network, buyer).items() if key != supplier
        }
        if not losers:
            st.caption(NO_LOSER(language))
            return None
        loser = controls.choose("tergeser", LOSER, losers, language)
    return AddPartnership(
        supplier=supplier,
        buyer=buyer,
        product=product,
        value=value,
        closure=closure,
        displaces=loser,
    )


def _closure(language: Language) -> Closure:
    codes = list(edits.CLOSURES)
    known = state.recall("ganti", codes[0])
    chosen: Closure = st.radio(
        CLOSURE(language),
        codes,
        index=next((place for place, code in enumerate(codes) if code == known), 0),
        format_func=lambda code: CLOSURES[code](language),
        captions=[words(language) for words in edits.CLOSURES.values()],
        key=state.key("ganti", language),
    )
    state.keep("ganti", chosen, codes[0])
    return chosen


def resizing(network: SupplyNetwork, language: Language) -> Edit | None:
    """Draw the form of a larger or smaller partnership."""
    pair = _pair(network, language)
    if pair is None:
        return None
    supplier, buyer, product, value = pair
    share = figure("besar", SHARE, 150.0, language, most=10_000.0)
    said = NOW.fill(now=money(value), then=money(value * share / 100))
    st.caption(messages.plain(said(language)))
    return ResizePartnership(supplier=supplier, buyer=buyer, product=product, factor=share / 100)


def ending(network: SupplyNetwork, language: Language) -> Edit | None:
    """Draw the form of a partnership that ends."""
    pair = _pair(network, language)
    if pair is None:
        return None
    supplier, buyer, product, value = pair
    st.caption(messages.plain(NOW.fill(now=money(value), then=money(0.0))(language)))
    return EndPartnership(supplier=supplier, buyer=buyer, product=product)


def restating(network: SupplyNetwork, language: Language) -> Edit | None:
    """Draw the form of another figure for a partnership as it is today."""
    pair = _pair(network, language)
    if pair is None:
        return None
    supplier, buyer, product, value = pair
    of = product or _only_product(network, supplier, buyer)
    stated = amount(network, of, Asked("dinyatakan", STATED, value), language)
    source = text("sumber-angka", WHO_SAYS, language)
    st.caption(messages.plain(BELIEF(language)))
    if stated == 0:
        return None
    return RestatePartnership(
        supplier=supplier, buyer=buyer, product=product, value=stated, source=source
    )


def _only_product(network: SupplyNetwork, supplier: str, buyer: str) -> str | None:
    return next(iter(partners.shared(network, supplier, buyer)), None) or None


def _pair(network: SupplyNetwork, language: Language) -> tuple[str, str, str | None, float] | None:
    """Draw the choice of an existing partnership; return its ends, product and value."""
    sellers = partners.sellers(network)
    if not sellers:
        return None
    supplier = controls.choose("pemasok", SUPPLIER, sellers, language)
    buyer = controls.choose("pembeli", BUYER, partners.bought(network, supplier), language)
    traded = partners.shared(network, supplier, buyer)
    if len(traded) == 1:
        return supplier, buyer, None, next(iter(traded.values()))
    offered = {key: network.product_name(key) for key in traded if key}
    product = controls.choose("barang", PRODUCT, offered, language)
    return supplier, buyer, product, traded[product]


def demanding(network: SupplyNetwork, language: Language) -> Edit | None:
    """Draw the form of a change of final demand."""
    whose = controls.pick("permintaan", FOR, {"usaha": ONE, "produk": MAKERS}, language)
    business = None
    if whose == "usaha":
        business = controls.choose("usaha-ubah", BUSINESS, partners.makers(network), language)
        product = next(iter(partners.goods(network, business)), None)
    else:
        product = controls.choose("barang-ubah", PRODUCT, partners.made(network), language)
    way = controls.pick("arah", DIRECTION, {"naik": UP, "turun": DOWN}, language)
    value = amount(network, product, Asked("ubah", BY, 100e6), language)
    if value == 0:
        return None
    change = value if way == "naik" else -value
    return ChangeDemand(business=business, product=None if business else product, change=change)


def expanding(network: SupplyNetwork, language: Language) -> Edit | None:
    """Draw the form of more capacity."""
    business, product, now = _capacity(network, language)
    output = amount(network, product, Asked("penuh", FULL, now * 1.5, 1.0), language)
    return ExpandBusiness(business=business, output=output)


def capping(network: SupplyNetwork, language: Language) -> Edit | None:
    """Draw the form of a limit on output."""
    business, product, now = _capacity(network, language)
    output = amount(network, product, Asked("batas", MOST, now / 2), language)
    return CapBusiness(business=business, output=output)


def _capacity(network: SupplyNetwork, language: Language) -> tuple[str, str | None, float]:
    business = controls.choose("usaha-ubah", BUSINESS, partners.makers(network), language)
    product = next(iter(partners.goods(network, business)), None)
    now, full = partners.room(network, business)
    words = ROOM if full < float("inf") else NO_ROOM
    said = words.fill(
        now=edits.amount(network, product, now), full=edits.amount(network, product, full)
    )
    st.caption(messages.plain(said(language)))
    return business, product, now


def founding(network: SupplyNetwork, language: Language) -> Edit | None:
    """Draw the form of a new business."""
    name = text("nama-usaha", NAME, language)
    kinds = {code: words for code, words in KINDS.items() if code != "institution"}
    kind = controls.choose("jenis-baru", KIND, kinds, language, default="ikm")
    district = controls.choose("wilayah-baru", DISTRICT, offers.districts(network), language)
    kbli = controls.choose("kbli-baru", INDUSTRY, partners.trades(), language, default="10799")
    sales = amount(network, None, Asked("jual", SALES, 100e6, 1.0), language)
    share = figure("tambah", ADDED, USUAL_ADDED, language, most=100.0)
    workers = figure("pekerja", WORKERS, 3.0, language)
    if not name:
        return None
    return AddBusiness(
        business=partners.new_id(network, name),
        name=name,
        kind=cast(Kind, kind),
        final_sales=sales,
        value_added=sales * share / 100,
        workers=workers,
        kbli=kbli,
        district=district,
    )


def closing(network: SupplyNetwork, language: Language) -> Edit | None:
    """Draw the form of a business that stops."""
    business = controls.choose("usaha-ubah", BUSINESS, partners.makers(network), language)
    return CloseBusiness(business=business)


def believing(network: SupplyNetwork, language: Language) -> Edit | None:
    """Draw the form of another report that is believed."""
    topics = {topic.id: topic for topic in claims.conflicts(network, language)}
    if not topics:
        st.caption(AGREED(language))
        return None
    offered = {name: topic.title for name, topic in topics.items()}
    topic = topics[controls.choose("angka", NUMBER, offered, language)]
    others = {claim.row: claim for claim in topic.claims if not claim.used}
    row = st.radio(
        REPORT(language),
        list(others),
        format_func=lambda row: messages.plain(f"{others[row].text} — {others[row].source}"),
        key=state.key(f"laporan-{topic.id}", language),
    )
    source, value = (network.claims[column][row] for column in ("source", "value"))
    return BelieveClaim(
        business=topic.business, field=topic.field, source=str(source), value=float(value)
    )


FORMS: Mapping[str, Form] = {
    "add": adding,
    "resize": resizing,
    "end": ending,
    "demand": demanding,
    "expand": expanding,
    "cap": capping,
    "found": founding,
    "close": closing,
    "believe": believing,
    "restate": restating,
}
"""Form of each kind of edit."""
