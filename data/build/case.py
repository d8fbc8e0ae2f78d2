"""The Aik Darek tapioca sentra: cassava from its named origins, starch to bakso, roti and kue."""

from __future__ import annotations

from data.build import buyers
from data.build.draws import stream
from data.build.facts import BuyerGroup
from data.build.geography import Map, distance
from data.build.register import Register
from data.build.tables import Business, Number

SENTRA, MARKET, OWN = "sentra-aik-darek", "pasar-renteng", "kebun-singkong-aik-darek"
TAPIOCA = 18_000
"""Kilograms a year, the default claim."""
CASSAVA = 80_000
"""Kilograms a year that 18 t of tapioca need at 22.5 %."""
CASSAVA_PER_HECTARE = 12_000
OWN_HECTARES, ASSUMED_HECTARES = 2, 5
HECTARES = {"petani-singkong-lombok-utara": 200, "petani-singkong-lombok-timur": 200}
WORKERS_PER_HECTARE = 0.5
STARCH = {"bakso": (350, 530), "cilok": (150, 250), "roti": (60, 130), "kue": (70, 140)}
"""Kilograms a year for one maker: 0.35-0.53 t for bakso, 5-15 % of flour for bread and kue."""
FROM_MARKET = 11
"""Bakso makers that buy from the stall in Renteng market."""
STALL_PRICE = 13_000
"""Rp/kg: the upper end of the price reported for the sentra."""
CANDLENUT = {"pasar-jelojok": 2500, "pasar-mantang": 2000, "pengumpul-kemiri-parado": 1500}
"""Kilograms in shell a year by origin."""


def origins(register: Register) -> None:
    """Add the cassava: two hectares of own planting, the rest in equal parts."""
    named = [b.id for b in register.businesses.values() if b.id.startswith("petani-singkong-")]
    own = OWN_HECTARES * CASSAVA_PER_HECTARE
    each = (CASSAVA - own) // len(named)
    _cassava(register, OWN, own, "estimated", "antara-ntb-2025")
    for grower in named:
        _cassava(register, grower, each, "assumed", "assumption-origins")
    for grower in [OWN, *named]:
        area = OWN_HECTARES if grower == OWN else HECTARES.get(grower, ASSUMED_HECTARES)
        price = register.product("cassava").price
        business = register.businesses[grower]
        business.capacity, business.capacity_product = area * CASSAVA_PER_HECTARE, "cassava"
        business.output = round(area * CASSAVA_PER_HECTARE * price)
        business.workers = max(1, round(area * WORKERS_PER_HECTARE))
        register.groups[grower] = "petani-singkong"


def customers(register: Register, ground: Map) -> None:
    """Add bakso, cilok, roti and kue makers, and share the 18 tonnes among them and the market."""
    groups = [group for group in register.facts.buyers if group.sentra == SENTRA]
    makers = {g.industry: buyers.members(register, ground, g) for g in groups}
    market = register.businesses[MARKET]
    by_distance = sorted(makers["bakso"], key=lambda maker: distance(maker, market))
    from_market = {maker.id for maker in by_distance[:FROM_MARKET]}
    left = TAPIOCA
    for group in groups:
        direct = [maker for maker in makers[group.industry] if maker.id not in from_market]
        left -= sum(_tapioca(register, maker, group) for maker in direct)
    _starch(register, SENTRA, MARKET, left, "assumption-split")
    for maker in by_distance[:FROM_MARKET]:
        volume = _need(maker, "bakso")
        _starch(register, MARKET, maker.id, volume, "assumption-bakso", price=STALL_PRICE)


def hosts(register: Register) -> None:
    """Give the users of the building an economy of their own; they buy no tapioca here."""
    crackers = register.businesses["perajin-kerupuk-udang-aik-darek"]
    crackers.output, crackers.workers = 150_000_000, 6
    register.groups[crackers.id] = "kerupuk-udang"
    shellers = register.businesses["pengupas-kemiri-pancor-dao"]
    for origin, volume in CANDLENUT.items():
        register.supply(
            origin,
            shellers.id,
            "candlenut",
            volume,
            "assumption-candlenut",
            input_class="essential",
        )
        business = register.businesses[origin]
        business.output = round(register.sales(origin) / 0.6)
        business.workers = 3
    nuts = sum(CANDLENUT.values())
    kernel, shell = register.product("candlenut-kernel"), register.product("candlenut-shell")
    shells = round(nuts * shell.yield_)
    register.supply(shellers.id, "oven-tembakau-lombok", shell.id, shells, "assumption-candlenut")
    shellers.output = round(nuts * kernel.yield_ * kernel.price + shells * shell.price)
    shellers.workers = 8
    register.groups[shellers.id] = "kemiri"


def _cassava(register: Register, grower: str, volume: int, basis: str, source: str) -> None:
    register.supply(
        grower,
        SENTRA,
        "cassava",
        volume,
        source,
        scheme="kerja-sama-operasional" if grower == OWN else "perdagangan-umum",
        input_class="essential",
        basis=basis,
        since="2024",
    )


def _need(maker: Business, industry: str) -> int:
    return round(stream(maker.id, "starch").uniform(*STARCH[industry]))


def _tapioca(register: Register, maker: Business, group: BuyerGroup) -> int:
    volume = _need(maker, group.industry)
    source = "assumption-bakso" if group.industry == "bakso" else "assumption-split"
    _starch(register, SENTRA, maker.id, volume, source, scheme=group.scheme)
    if group.industry != "bakso":
        buyers.settle(register, maker, register.facts.industries[group.industry])
    return volume


def _starch(  # noqa: PLR0913
    register: Register,
    supplier: str,
    buyer: str,
    volume: int,
    source: str,
    *,
    price: Number | None = None,
    scheme: str = "perdagangan-umum",
) -> None:
    register.supply(
        supplier,
        buyer,
        "tapioca",
        volume,
        source,
        price=price,
        scheme=scheme,
        input_class="essential",
        since="2024",
    )
