"""IKM that buy a sentra's product, placed by people and distance, sized lognormally."""

from __future__ import annotations

from data.build.draws import firm_size, lognormal, split, stream
from data.build.facts import BuyerGroup, Industry
from data.build.geography import BUYER_DECAY, Map, Place, stand
from data.build.register import Register
from data.build.suppliers import slug
from data.build.tables import Business

SOURCE = "assumption-buyers"
SIZE_POWER = 0.8
"""Purchases grow a little less than workers do. Assumed."""


def build(register: Register, ground: Map) -> None:
    """Add the buyers of every sentra, but those of the case, whose volumes are built apart."""
    for group in register.facts.buyers:
        if group.share:
            _feed(register, ground, group)


def members(register: Register, ground: Map, group: BuyerGroup) -> list[Business]:
    """Add the IKM of one group around their sentra."""
    industry = register.facts.industries[group.industry]
    sentra = register.businesses[group.sentra]
    centre = Place("", "", sentra.district, sentra.lat or 0, sentra.lon or 0)
    return [_ikm(register, ground, industry, centre) for _ in range(group.count)]


def _feed(register: Register, ground: Map, group: BuyerGroup) -> None:
    industry = register.facts.industries[group.industry]
    sentra = register.businesses[group.sentra]
    price = register.product(industry.input).price
    ikm = members(register, ground, group)
    total = round(group.share * (sentra.output or 0) / price)
    for business, volume in zip(ikm, split(total, [_weight(b) for b in ikm]), strict=True):
        register.supply(
            sentra.id,
            business.id,
            industry.input,
            volume,
            SOURCE,
            scheme=group.scheme,
            input_class="essential",
        )
        settle(register, business, industry)


def settle(register: Register, business: Business, industry: Industry) -> None:
    """Give an IKM the output that its main input's share implies, within a spread of 15 %."""
    spread = lognormal(stream(business.id, "output"), 1, 0.15)
    output = register.purchases(business.id) / industry.input_share * spread
    business.output = round(output, -4)


def _weight(business: Business) -> float:
    size = float(business.workers or 1) ** SIZE_POWER
    return size * lognormal(stream(business.id, "purchases"), 1, 0.3)


def _ikm(register: Register, ground: Map, industry: Industry, centre: Place) -> Business:
    order = len(register.of_group(industry.id)) + 1
    key = f"{industry.id}-{order:02d}"
    place = ground.near(key, centre, BUYER_DECAY, by_people=True)
    name = f"{industry.name} {place.name} {order:02d}"
    business = Business(f"{industry.id}-{slug(place.name)}-{order:02d}", name, "ikm")
    business.kbli, business.kbli_version = industry.kbli, "2020"
    business.commodity, business.source = industry.commodity, SOURCE
    business.workers = firm_size(stream(business.id, "workers"))
    return register.add(stand(business, place), industry.id)
