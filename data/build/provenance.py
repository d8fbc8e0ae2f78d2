"""Claims for the numbers of reported businesses that no report gives.

A business that is reported by name may still have an output that we assumed. Each such number gets
a default claim with its own basis and source, so that the row's basis is not read as the number's.
"""

from __future__ import annotations

from data.build.register import Note, Register
from data.build.tables import UNITS, Business

POINT = (
    "Point of the kecamatan or of its kabupaten's capital, not of the site",
    "Titik kecamatan atau ibu kota kabupatennya, bukan titik lokasinya",
)
LEFT = ("Output less inputs", "Nilai produksi dikurangi masukan")
RULE = ("Set by the rule in the source", "Ditetapkan dengan aturan dalam sumber")


def build(register: Register) -> None:
    """Add a default claim for each number of a reported business that has none."""
    stated = {(claim.business, claim.field) for claim in register.claims}
    for business in list(register.businesses.values()):
        if business.basis != "reported":
            continue
        for column, unit in UNITS.items():
            if getattr(business, column) is None or (business.id, column) in stated:
                continue
            basis, source, note = _origin(register, business, column)
            register.claim(business.id, column, source, basis, note, unit)


def _origin(register: Register, business: Business, column: str) -> tuple[str, str, Note]:
    if column in ("lat", "lon"):
        return "estimated", "geonames", POINT
    if column == "value_added":
        return "assumed", "assumption-accounts", LEFT
    group = register.groups[business.id]
    if group == "petani-singkong" and column in ("output", "capacity"):
        return _cassava(register, business)
    return "assumed", _rule(business, group), RULE


def _cassava(register: Register, business: Business) -> tuple[str, str, Note]:
    areas = [c for c in register.claims if c.business == business.id and c.field == "planted_area"]
    if areas:
        return "estimated", areas[0].source, _harvest(areas[0].value)
    return "assumed", "assumption-origins", _harvest(5)


def _harvest(area: float) -> Note:
    return (
        f"{area:g} ha at 12 t/ha; Rp 1,100/kg",
        f"{area:g} ha dengan 12 ton/ha; Rp 1.100/kg",
    )


def _rule(business: Business, group: str) -> str:
    if business.kind == "sentra":
        return "assumption-size"
    if group == "petani-singkong":
        return "assumption-origins"
    if business.kind == "market":
        return "assumption-markets"
    return "assumption-candlenut" if "kemiri" in business.id + group else "assumption-hosts"
