"""Build ``data/ntb``: reported facts, and a calibrated economy around them.

The order matters: sentra have sizes first, suppliers and buyers follow from them by mass balance,
then second inputs, shops, and the accounts. ``data/README.md`` explains each rule.
"""

from __future__ import annotations

import sys
from pathlib import Path

from data.build import accounts, buyers, case, inputs, meat, provenance, sentra, shops, suppliers
from data.build.facts import FOLDER, Facts
from data.build.geography import Map, stand
from data.build.register import Register
from data.build.tables import read, write, write_rows

TARGET = Path(__file__).parent.parent / "ntb"
KINDS = ("institution", "supplier", "sentra", "ikm", "market")
RELATIONS = ("funds", "owns", "operates", "hosts", "supplies")


def build() -> Register:
    """Build the whole network.

    Returns
    -------
    Register
        Businesses, partnerships and claims, complete.
    """
    facts, ground = Facts(), Map()
    register = Register(facts)
    _reported(register, ground)
    sentra.build(register, ground)
    case.origins(register)
    suppliers.build(register, ground)
    case.customers(register, ground)
    case.hosts(register)
    buyers.build(register, ground)
    meat.build(register, ground)
    inputs.build(register)
    shops.build(register, ground)
    shops.settle(register)
    accounts.build(register)
    provenance.build(register)
    return register


def _reported(register: Register, ground: Map) -> None:
    for business, place in register.facts.businesses():
        register.add(business)
        if place == "mantang":
            point = ground.places[place]
            business.lat, business.lon = point.lat, point.lon
        elif business.district:
            stand(business, ground.place(place, business.district))
    register.partnerships += register.facts.partnerships()
    register.claims += register.facts.claims()


def save(register: Register, folder: Path) -> None:
    """Write the five tables into a folder, in an order that does not depend on the building."""
    folder.mkdir(parents=True, exist_ok=True)
    businesses = sorted(register.businesses.values(), key=lambda b: (KINDS.index(b.kind), b.id))
    partnerships = sorted(
        register.partnerships,
        key=lambda p: (RELATIONS.index(p.relation), p.supplier, p.buyer, p.product),
    )
    claims = sorted(register.claims, key=lambda c: (c.business, c.field, c.default != "yes"))
    write_rows(folder / "businesses.csv", businesses)
    write_rows(folder / "partnerships.csv", partnerships)
    write_rows(folder / "claims.csv", claims)
    for name in ("products", "sources"):
        rows = read(FOLDER / f"{name}.csv")
        write(folder / f"{name}.csv", list(rows[0]), rows)


def main() -> None:
    """Write the tables into the folder named on the command line, else into ``data/ntb``."""
    save(build(), Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)


if __name__ == "__main__":
    main()
