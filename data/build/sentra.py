"""The twenty DAK sentra: seven known by name, thirteen assumed, each with size, owner and funds."""

from __future__ import annotations

from data.build.draws import lognormal, stream
from data.build.facts import Sentra
from data.build.geography import Map, stand
from data.build.register import Register
from data.build.tables import Business, Partnership

OUTPUT_PER_UNIT = 14.4e6
"""Rp/year: Rp 11.4 m per IKM in Lombok Tengah 2016, at 3 % a year for eight years."""
WORKERS_PER_UNIT = 1.63
"""57,962 workers in 35,652 IKM, Lombok Tengah 2016."""
MEMBERS = (22, 38)
"""Units per sentra: 22 (2017) and 37.5 (2020), all Indonesia."""
MINISTRY = "kemenperin"


def build(register: Register, ground: Map) -> None:
    """Complete the known sentra, add the assumed ones, and link owners and funds."""
    for sentra in register.facts.sentra.values():
        if not sentra.known:
            register.add(assumed(register, ground, sentra))
            _owned(register, ground, sentra)
        register.groups[sentra.id] = f"sentra:{sentra.product}"
        size(register, sentra)


def assumed(register: Register, ground: Map, sentra: Sentra) -> Business:
    """Make a sentra that nobody named, with the mean grant of a year drawn from those known."""
    chance = stream(sentra.id, "funds")
    year = chance.choice(sorted(register.facts.grants))
    funds = round(register.facts.grants[year] * lognormal(chance, 1, 0.2), -7)
    business = Business(sentra.id, sentra.name, "sentra", sentra.kbli, "2020")
    business.commodity, business.source = sentra.commodity, "assumption-sentra"
    business.funds, business.funds_year = funds, year
    return stand(business, ground.place(sentra.place, sentra.district))


def size(register: Register, sentra: Sentra) -> None:
    """Give a sentra members, workers, and an output of whole units at the list price."""
    business, chance = register.businesses[sentra.id], stream(sentra.id, "size")
    if business.output is not None:
        return
    if sentra.output is None and business.members is None:
        business.members = chance.randint(*MEMBERS)
    per_unit = OUTPUT_PER_UNIT * lognormal(chance, 1, 0.2)
    output = sentra.output or (business.members or 0) * per_unit
    price = register.product(sentra.product).price
    business.output = round(output / price) * price
    business.workers = sentra.workers or round((business.members or 0) * WORKERS_PER_UNIT)


def _owned(register: Register, ground: Map, sentra: Sentra) -> None:
    office = _office(register, ground, sentra.district)
    year = register.businesses[sentra.id].funds_year
    for party, relation in ((MINISTRY, "funds"), (office.id, "owns")):
        link = Partnership(party, sentra.id, relation=relation, since=year)
        link.source = "assumption-relations"
        register.partnerships.append(link)


def _office(register: Register, ground: Map, district: str) -> Business:
    """Find the industry office of a kabupaten or kota, or assume one."""
    for known in register.of_kind("institution"):
        if known.id.startswith("dinas-") and known.id != "dinas-ntb" and known.district == district:
            return known
    area = ground.district_names[district]
    name = area.removeprefix("Kab. ").lower().replace(" ", "-")
    office = Business(f"dinas-{name}", f"Dinas urusan perindustrian {area}", "institution")
    office.commodity, office.source = "government", "assumption-relations"
    return register.add(stand(office, ground.capitals[district]))
