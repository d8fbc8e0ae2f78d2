"""Beef for the bakso makers: slaughterers nearby, and the cattle they buy."""

from __future__ import annotations

import math

from data.build.draws import split, stream
from data.build.geography import SUPPLIER_DECAY, Map, nearest, stand
from data.build.register import Register
from data.build.suppliers import settle, slug
from data.build.tables import Business

SOURCE = "assumption-meat"
STARCH_PER_BEEF = (0.25, 0.54)
"""Kilograms; recipes of the bakso vendor study."""
INPUTS_IN_OUTPUT = (0.4, 0.52)
"""Starch and beef together in the output of a bakso maker; 0.42 is the mean raw-material share."""
SLAUGHTERERS = {"52.01": 1, "52.02": 2, "52.03": 2, "52.71": 1}
FARMS_EACH = 2
WORKERS = (3, 6)


def build(register: Register, ground: Map) -> None:
    """Add slaughterers, cattle keepers, and the beef that each bakso maker needs."""
    for district, count in SLAUGHTERERS.items():
        for _ in range(count):
            _add(register, ground, district)
    slaughterers = register.of_group("jagal")
    for maker in register.of_group("bakso"):
        _feed(register, maker, slaughterers)
    for slaughterer in slaughterers:
        _stock(register, ground, slaughterer)


def _add(register: Register, ground: Map, district: str) -> None:
    order = len(register.of_group("jagal")) + 1
    place = ground.near(f"jagal-{order}", ground.capitals[district], 10.0, by_people=False)
    name = f"Pemotongan sapi {place.name} {order:02d}"
    business = Business(f"jagal-{slug(place.name)}-{order:02d}", name, "supplier", "10110", "2020")
    business.commodity, business.source = "food", SOURCE
    business.workers = stream(business.id, "workers").randint(*WORKERS)
    register.add(stand(business, place), "jagal")


def _feed(register: Register, maker: Business, slaughterers: list[Business]) -> None:
    starch = sum(p.volume or 0 for p in register.partnerships if p.buyer == maker.id and p.value)
    chance = stream(maker.id, "recipe")
    beef = round(starch / chance.uniform(*STARCH_PER_BEEF))
    supplier = nearest(f"{maker.id}/beef", maker, slaughterers, 1)[0]
    register.supply(supplier.id, maker.id, "beef", beef, SOURCE, input_class="essential")
    share = chance.uniform(*INPUTS_IN_OUTPUT)
    maker.output = round(register.purchases(maker.id) / share, -4)


def _stock(register: Register, ground: Map, slaughterer: Business) -> None:
    beef = register.product("beef")
    share = stream(slaughterer.id, "share").uniform(0.55, 0.85)
    output = max(1, round(register.sales(slaughterer.id) / share / beef.price)) * beef.price
    slaughterer.output = round(output)
    heads = max(FARMS_EACH, math.ceil(output / beef.price / beef.yield_))
    for part in split(heads, [2, 1]):
        farm = _farm(register, ground, slaughterer)
        register.supply(farm.id, slaughterer.id, "cattle", part, SOURCE, input_class="essential")
        settle(register, farm)


def _farm(register: Register, ground: Map, slaughterer: Business) -> Business:
    order = len(register.of_group("peternak-sapi")) + 1
    centre = ground.capitals[slaughterer.district]
    place = ground.near(f"peternak-sapi-{order}", centre, SUPPLIER_DECAY, by_people=False)
    name = f"Peternak sapi {place.name} {order:02d}"
    farm = Business(f"peternak-sapi-{slug(place.name)}-{order:02d}", name, "supplier")
    farm.kbli, farm.kbli_version, farm.commodity, farm.source = "01411", "2020", "farming", SOURCE
    return register.add(stand(farm, place), "peternak-sapi")
