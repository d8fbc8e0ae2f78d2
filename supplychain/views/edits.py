"""The edits of a scenario in words: what kinds there are, and what each one says."""

from __future__ import annotations

from collections.abc import Mapping
from functools import singledispatch

from supplychain.core.network import SupplyNetwork
from supplychain.core.scenario import (
    AddBusiness,
    AddPartnership,
    BelieveClaim,
    CapBusiness,
    ChangeDemand,
    CloseBusiness,
    Closure,
    EndPartnership,
    ExpandBusiness,
    ResizePartnership,
    RestatePartnership,
    Scenario,
)
from supplychain.core.words import Words, percent, quantity, rupiah, same
from supplychain.views.claims import field_name
from supplychain.views.trade import names

KINDS: Mapping[str, Words] = {
    "add": Words(en="New partnership", id="Kemitraan baru"),
    "resize": Words(en="Larger or smaller partnership", id="Perbesar atau perkecil kemitraan"),
    "end": Words(en="End a partnership", id="Akhiri kemitraan"),
    "demand": Words(en="More or less demand", id="Permintaan naik atau turun"),
    "expand": Words(en="More capacity", id="Tambah kapasitas"),
    "cap": Words(en="Limit on output", id="Batasi produksi"),
    "found": Words(en="New business", id="Usaha baru"),
    "close": Words(en="A business stops", id="Usaha berhenti"),
    "believe": Words(en="Believe another report", id="Pakai laporan lain"),
    "restate": Words(en="Correct a partnership's figure", id="Koreksi angka kemitraan"),
}
"""Kinds of edit, the most usual first."""
CLOSURES: Mapping[Closure, Words] = {
    "outside": Words(
        en="The buyer stops buying this outside the network. Its own output stays as it is.",
        id="Pembeli berhenti membelinya dari luar jaringan. Produksi pembeli tetap.",
    ),
    "additional": Words(
        en="The buyer makes and sells more than today, because final buyers want more.",
        id="Pembeli memproduksi dan menjual lebih banyak, karena permintaan akhir bertambah.",
    ),
    "local": Words(
        en="Another supplier in the network loses the order. Whoever gains, someone loses.",
        id="Pemasok lain di dalam jaringan kehilangan pesanan. Ada yang untung, ada yang rugi.",
    ),
    "capped": Words(
        en="As the first, but never more than capacity and raw material allow.",
        id="Seperti pilihan pertama, tetapi tidak melebihi kapasitas dan bahan baku.",
    ),
}
"""What a new partnership replaces, in one sentence each."""

Names = Mapping[str, str]


def called(network: SupplyNetwork, scenario: Scenario) -> dict[str, str]:
    """Names of the businesses, with those that the scenario founds."""
    founded = {edit.business: edit.name for edit in scenario.edits if isinstance(edit, AddBusiness)}
    return {str(key): str(name) for key, name in names(network).items()} | founded


def told(network: SupplyNetwork, scenario: Scenario) -> list[Words]:
    """Say every edit of a scenario in one line.

    Examples
    --------
    >>> from supplychain.core.scenario import CloseBusiness
    >>> two = SupplyNetwork.from_flows([[0, 3], [0, 0]], [9, 9], names=["Tani", "Roti"])
    >>> told(two, Scenario(name="-", edits=(CloseBusiness(business="Tani"),)))[0].id
    'Tani berhenti beroperasi'
    """
    known = called(network, scenario)
    return [_told(edit, network, known) for edit in scenario.edits]


@singledispatch
def _told(edit: object, network: SupplyNetwork, known: Names) -> Words:
    """Say one edit; every kind has its own words."""
    raise NotImplementedError(type(edit).__name__)


@_told.register
def _(edit: AddPartnership, network: SupplyNetwork, known: Names) -> Words:
    words = _ADD + _CLOSED[edit.closure]
    return words.fill(
        **_ends(edit, network, known),
        amount=amount(network, edit.product, edit.value),
        loser=known.get(edit.displaces or "", edit.displaces or ""),
    )


@_told.register
def _(edit: ResizePartnership, network: SupplyNetwork, known: Names) -> Words:
    return _RESIZE.fill(**_ends(edit, network, known), share=_both_shares(edit.factor))


@_told.register
def _(edit: EndPartnership, network: SupplyNetwork, known: Names) -> Words:
    return _END.fill(**_ends(edit, network, known))


@_told.register
def _(edit: AddBusiness, network: SupplyNetwork, known: Names) -> Words:
    return _FOUND.fill(business=edit.name, money=money(edit.final_sales))


@_told.register
def _(edit: CloseBusiness, network: SupplyNetwork, known: Names) -> Words:
    return _CLOSE.fill(business=known.get(edit.business, edit.business))


@_told.register
def _(edit: CapBusiness, network: SupplyNetwork, known: Names) -> Words:
    return _CAP.fill(
        business=known.get(edit.business, edit.business), money=_made(network, edit, edit.output)
    )


@_told.register
def _(edit: ExpandBusiness, network: SupplyNetwork, known: Names) -> Words:
    return _EXPAND.fill(
        business=known.get(edit.business, edit.business), money=_made(network, edit, edit.output)
    )


@_told.register
def _(edit: ChangeDemand, network: SupplyNetwork, known: Names) -> Words:
    words = _MORE if edit.change >= 0 else _LESS
    if edit.business is None:
        product = str(edit.product)
        named = network.product_name(product)
    else:
        named = same(known.get(edit.business, edit.business))
        product = _product_of(network, edit.business)
    return words.fill(business=named, amount=amount(network, product, abs(edit.change)))


@_told.register
def _(edit: BelieveClaim, network: SupplyNetwork, known: Names) -> Words:
    said = same("")
    if edit.value is not None:
        said = _VALUE.fill(value=_claimed(network, edit))
    return _BELIEVE.fill(
        business=known.get(edit.business, edit.business), field=field_name(edit.field), value=said
    )


@_told.register
def _(edit: RestatePartnership, network: SupplyNetwork, known: Names) -> Words:
    said = _RESTATE.fill(
        **_ends(edit, network, known), amount=amount(network, edit.product, edit.value)
    )
    return said + _BY.fill(source=edit.source) if edit.source else said


def amount(network: SupplyNetwork, product: str | None, value: float) -> Words:
    """Say money, and the volume it buys where the product has a price."""
    price = network.products["price"].get(product, float("nan")) if product else float("nan")
    if not price > 0:
        return money(value)
    unit = network.unit_of(str(product))
    volume = Words(en=quantity(value / price, unit, "en"), id=quantity(value / price, unit, "id"))
    return _VOLUME.fill(volume=volume, money=money(value))


def money(value: float) -> Words:
    """Say money in both languages."""
    return Words(en=rupiah(value, "en"), id=rupiah(value, "id"))


def _ends(
    edit: AddPartnership | ResizePartnership | EndPartnership | RestatePartnership,
    network: SupplyNetwork,
    known: Names,
) -> dict[str, object]:
    goods = (
        same("")
        if edit.product is None
        else _GOODS.fill(product=network.product_name(edit.product))
    )
    return {
        "supplier": known.get(edit.supplier, edit.supplier),
        "buyer": known.get(edit.buyer, edit.buyer),
        "goods": goods,
    }


def _product_of(network: SupplyNetwork, business: str) -> str:
    product = network.businesses["capacity_product"].get(business)
    return product if isinstance(product, str) else ""


def _made(network: SupplyNetwork, edit: CapBusiness | ExpandBusiness, output: float) -> Words:
    return amount(network, _product_of(network, edit.business), output)


def _claimed(network: SupplyNetwork, edit: BelieveClaim) -> Words:
    claims = network.claims
    found = claims[
        (claims["business"] == edit.business)
        & (claims["field"] == edit.field)
        & (claims["source"] == edit.source)
    ]
    unit = str(found["unit"].iloc[0]) if len(found) and found["unit"].notna().iloc[0] else ""
    value = float(edit.value or 0.0)
    return Words(en=quantity(value, unit, "en"), id=quantity(value, unit, "id"))


def _both_shares(factor: float) -> Words:
    return Words(en=percent(factor, "en"), id=percent(factor, "id"))


_GOODS = Words(en=" ({product})", id=" ({product})")
_VOLUME = Words(en="{volume} ({money})", id="{volume} ({money})")
_ADD = Words(
    en="{supplier} → {buyer}{goods}: {amount} a year,",
    id="{supplier} → {buyer}{goods}: {amount} per tahun,",
)
_CLOSED: Mapping[Closure, Words] = {
    "outside": Words(en="instead of buying outside", id="mengganti pembelian dari luar"),
    "additional": Words(en="for additional demand", id="untuk permintaan tambahan"),
    "local": Words(en="taken from {loser}", id="diambil dari {loser}"),
    "capped": Words(
        en="instead of buying outside, as far as capacity allows",
        id="mengganti pembelian dari luar sebatas kapasitas",
    ),
}
_RESIZE = Words(
    en="{supplier} → {buyer}{goods}: {share} of today's value",
    id="{supplier} → {buyer}{goods}: menjadi {share} dari nilai sekarang",
)
_END = Words(
    en="{supplier} → {buyer}{goods} ends; the buyer buys outside",
    id="{supplier} → {buyer}{goods} berakhir; pembeli membeli dari luar",
)
_FOUND = Words(
    en="New: {business}, sells {money} a year to final buyers",
    id="Usaha baru: {business}, menjual {money} per tahun ke pembeli akhir",
)
_CLOSE = Words(en="{business} stops", id="{business} berhenti beroperasi")
_CAP = Words(
    en="{business} makes {money} a year at most",
    id="{business} paling banyak membuat {money} per tahun",
)
_EXPAND = Words(
    en="{business} can make {money} a year", id="{business} mampu membuat {money} per tahun"
)
_MORE = Words(
    en="Demand for {business} rises by {amount} a year",
    id="Permintaan bagi {business} naik {amount} per tahun",
)
_LESS = Words(
    en="Demand for {business} falls by {amount} a year",
    id="Permintaan bagi {business} turun {amount} per tahun",
)
_BELIEVE = Words(
    en="{business}: another report on {field} is believed{value}",
    id="{business}: memakai laporan lain tentang {field}{value}",
)
_RESTATE = Words(
    en="{supplier} → {buyer}{goods}: taken to be {amount} a year today",
    id="{supplier} → {buyer}{goods}: dianggap {amount} per tahun saat ini",
)
_BY = Words(en="(source: {source})", id="(sumber: {source})")
_VALUE = Words(en=", {value}", id=", {value}")
