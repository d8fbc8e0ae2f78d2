"""Markets, stalls, shops and cafés: the last buyers, and what sentra sell them directly."""

from __future__ import annotations

from data.build.draws import split, stream
from data.build.facts import ShopKind
from data.build.geography import Map, nearest, stand
from data.build.register import Register
from data.build.suppliers import slug
from data.build.tables import Business

SOURCE = "assumption-markets"
SOLD_TO_SHOPS = (0.45, 0.85)
"""Share of an IKM's output that markets and shops take; the rest goes to households. Assumed."""
FROM_HERE = (0.35, 0.6)
"""Share of a shop's turnover that is goods of the network. Assumed."""
OUTPUT_PER_WORKER = 60e6
FIRST_KIND = 0.65
"""Share of the first kind of shop where an industry sells to two."""
EXPORT_SHARE = 0.2
"""Share of the coconut sentra's output that goes to its partner in Yogyakarta. Assumed."""
COCONUT, PARTNER = "sentra-kelapa-pemenang", "pt-krambil-idjo-djogja"
SELLING: dict[str, tuple[str, tuple[str, ...]]] = {
    "kerupuk-udang": ("kerupuk", ("pasar",)),
    "kemiri": ("candlenut-kernel", ("pasar",)),
}
"""What the users of the Aik Darek building sell, and to whom."""


def build(register: Register, ground: Map) -> None:
    """Add the shops, then the sales of IKM and sentra to them."""
    register.groups["pasar-renteng"] = "pasar"
    for kind in register.facts.shops.values():
        for district in kind.districts:
            _add(register, ground, kind, district)
    for business in register.of_kind("ikm"):
        _sell(register, business)
    for kind in register.facts.shops.values():
        _direct(register, kind)
    _export(register)
    _close_idle(register)


def settle(register: Register) -> None:
    """Give each shop the turnover and workers that its purchases imply."""
    for shop in register.of_kind("market"):
        if register.groups[shop.id] not in register.facts.shops:
            continue
        share = stream(shop.id, "share").uniform(*FROM_HERE)
        shop.output = round(register.purchases(shop.id) / share, -4)
        shop.workers = min(30, max(1, round(shop.output / OUTPUT_PER_WORKER)))


def _add(register: Register, ground: Map, kind: ShopKind, district: str) -> None:
    order = len([b for b in register.of_group(kind.id) if b.id != "pasar-renteng"]) + 1
    key = f"{kind.id}-{order:02d}"
    place = ground.near(key, ground.capitals[district], 6.0, by_people=False)
    name = f"{kind.name} {place.name} {order:02d}"
    shop = Business(f"{kind.id}-{slug(place.name)}-{order:02d}", name, "market", kind.kbli, "2020")
    shop.commodity, shop.source = "trade", SOURCE
    register.add(stand(shop, place), kind.id)


def _sell(register: Register, business: Business) -> None:
    group = register.groups[business.id]
    product, kinds = _offer(register, group)
    chance = stream(business.id, "sales")
    price = register.product(product).price
    room = float(business.output or 0) - register.sales(business.id)
    total = max(2, round(room * chance.uniform(*SOLD_TO_SHOPS) / price))
    weights = [FIRST_KIND, 1 - FIRST_KIND] if len(kinds) == 2 else [1.0]
    for kind, volume in zip(kinds, split(total, weights), strict=True):
        shop = nearest(f"{business.id}/{kind}", business, register.of_group(kind), 1)[0]
        scheme = "distribusi-keagenan" if chance.random() < 0.3 else "perdagangan-umum"
        register.supply(
            business.id, shop.id, product, volume, SOURCE, scheme=scheme, input_class="linear"
        )


def _offer(register: Register, group: str) -> tuple[str, tuple[str, ...]]:
    """Tell what a trade sells, and to which kinds of shop."""
    if group in SELLING:
        return SELLING[group]
    industry = register.facts.industries[group]
    return industry.product, industry.shops


def _direct(register: Register, kind: ShopKind) -> None:
    for product, share in kind.direct:
        price = register.product(product).price
        for sentra in register.of_group(f"sentra:{product}"):
            shops = nearest(f"{sentra.id}/{kind.id}", sentra, register.of_group(kind.id), 2)
            volume = round(share * float(sentra.output or 0) / price)
            for shop, part in zip(shops, split(volume, [2, 1][: len(shops)]), strict=True):
                register.supply(sentra.id, shop.id, product, part, SOURCE, input_class="linear")


def _export(register: Register) -> None:
    product = register.product("coconut-oil")
    output = float(register.businesses[COCONUT].output or 0)
    volume = round(EXPORT_SHARE * output / product.price)
    register.supply(
        COCONUT,
        PARTNER,
        product.id,
        volume,
        "assumption-coconut",
        scheme="rantai-pasok",
        since="2024",
    )


def _close_idle(register: Register) -> None:
    """Leave out shops that nobody sells to."""
    for shop in register.of_kind("market"):
        if not register.purchases(shop.id):
            del register.businesses[shop.id], register.groups[shop.id]
