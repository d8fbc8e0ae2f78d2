"""Raw-material suppliers of every sentra but the case, by mass balance."""

from __future__ import annotations

import math

from data.build.draws import lognormal, split, stream
from data.build.facts import RawTrade
from data.build.geography import SUPPLIER_DECAY, Map, Place, stand
from data.build.register import Register
from data.build.tables import Business

OUTPUT_PER_WORKER = 20e6
"""Rp/year; assumed for growers, fishers and collectors."""
SOLD_HERE = (0.45, 0.9)
"""Share of a supplier's output that goes to the sentra. Assumed."""


def slug(name: str) -> str:
    """Lower-case letters and hyphens."""
    return name.lower().replace("'", "").replace(" ", "-")


def build(register: Register, ground: Map) -> None:
    """Add the suppliers of each sentra that has none yet."""
    for sentra in register.of_kind("sentra"):
        if register.purchases(sentra.id):
            continue
        product = register.product(register.facts.sentra[sentra.id].product)
        needed = math.ceil((sentra.output or 0) / product.price / product.yield_)
        trade = register.facts.raw[product.made_from]
        weights = [lognormal(stream(sentra.id, "raw", i), 1, 0.5) for i in range(trade.count)]
        for part in split(needed, weights):
            supplier = _supplier(register, ground, trade, sentra)
            register.supply(
                supplier.id,
                sentra.id,
                trade.product,
                part,
                "assumption-suppliers",
                scheme=trade.scheme,
                input_class="essential",
            )
            settle(register, supplier)


def settle(register: Register, supplier: Business) -> None:
    """Give a supplier an output and workers that fit what it sells."""
    share = stream(supplier.id, "share").uniform(*SOLD_HERE)
    supplier.output = round(register.sales(supplier.id) / share, -3)
    supplier.workers = max(1, round(supplier.output / OUTPUT_PER_WORKER))


def _supplier(register: Register, ground: Map, trade: RawTrade, sentra: Business) -> Business:
    order = len(register.of_group(trade.prefix)) + 1
    key = f"{trade.prefix}-{order:02d}"
    centre = Place("", "", sentra.district, sentra.lat or 0, sentra.lon or 0)
    if trade.places:
        place = ground.among(key, centre, SUPPLIER_DECAY, trade.places)
    else:
        place = ground.near(key, centre, SUPPLIER_DECAY, by_people=False)
    name = f"{trade.name} {place.name} {order:02d}"
    business = Business(f"{trade.prefix}-{slug(place.name)}-{order:02d}", name, "supplier")
    business.kbli, business.kbli_version = trade.kbli, "2020"
    business.commodity, business.source = trade.commodity, "assumption-suppliers"
    return register.add(stand(business, place), trade.prefix)
