"""Where businesses stand: kecamatan points, distances, and draws by population and distance."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from data.build.draws import choose, stream
from data.build.geonames import kilometres
from data.build.tables import Business, read

DATA = Path(__file__).parent.parent
LOMBOK = ("52.01", "52.02", "52.03", "52.08", "52.71")
BUYER_DECAY, SUPPLIER_DECAY, SHOP_DECAY = 40.0, 20.0, 25.0
"""Distances in km at which a link becomes e times less likely. Assumed."""
SPREAD = 0.012
"""Degrees (about 1.3 km) by which points are moved so that they do not cover each other."""
MANTANG = ("mantang", "Mantang", "52.02", -8.6155, 116.3137)


@dataclass(frozen=True)
class Place:
    """A kecamatan with its kabupaten or kota, and a point."""

    code: str
    name: str
    district: str
    lat: float
    lon: float


class Map:
    """Places of NTB and people of its ten kabupaten and kota."""

    def __init__(self) -> None:
        """Read the shipped region tables."""
        districts = read(DATA / "build" / "facts" / "ntb_districts.csv")
        names = {row["code"]: row["name"] for row in read(DATA / "regions" / "districts.csv")}
        self.people = {row["code"]: int(row["population"]) for row in districts}
        self.district_names = {code: names[code] for code in self.people}
        self.capitals = {
            row["code"]: Place(
                row["code"], row["capital"], row["code"], float(row["lat"]), float(row["lon"])
            )
            for row in districts
        }
        listed = read(DATA / "regions" / "ntb_kecamatan.csv")
        self.places = {
            row["code"]: Place(
                row["code"], row["name"], row["regency_code"], float(row["lat"]), float(row["lon"])
            )
            for row in listed
        }
        self.places["mantang"] = Place(*MANTANG)

    def place(self, code: str, district: str) -> Place:
        """Find the point of a kecamatan, or the capital of its kabupaten or kota."""
        return self.places.get(code, self.capitals[district])

    def inside(self, district: str) -> list[Place]:
        """Kecamatan of a kabupaten or kota that have a point; its capital when none has."""
        found = [p for p in self.places.values() if p.district == district and p.code != "mantang"]
        return found or [self.capitals[district]]

    def near(self, key: str, centre: Place, decay: float, *, by_people: bool) -> Place:
        """Draw a place on the same island: kabupaten by people and distance, then kecamatan."""
        island = same_island(centre.district)
        districts = [code for code in self.people if same_island(code) == island]
        weights = [
            (self.people[code] if by_people else 1) * closeness(centre, self.capitals[code], decay)
            for code in districts
        ]
        district = choose(stream(key, "district"), districts, weights, 1)[0]
        return closest(key, centre, self.inside(district), decay)

    def among(self, key: str, centre: Place, decay: float, codes: Sequence[str]) -> Place:
        """Draw one of some kecamatan on the same island, by distance."""
        island = same_island(centre.district)
        places = [self.places[code] for code in codes]
        near = [place for place in places if same_island(place.district) == island]
        return closest(key, centre, near, decay)


def closest(key: str, centre: Place, places: Sequence[Place], decay: float) -> Place:
    """Draw a place by distance."""
    weights = [closeness(centre, place, decay) for place in places]
    return choose(stream(key, "place"), places, weights, 1)[0]


def same_island(district: str) -> bool:
    """Tell Lombok (true) from Sumbawa (false)."""
    return district in LOMBOK


def distance(a: Place | Business, b: Place | Business) -> float:
    """Kilometres between two points; those without one count as far away."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return 1000.0
    return kilometres((a.lat, a.lon), (b.lat, b.lon))


def closeness(a: Place | Business, b: Place | Business, decay: float) -> float:
    """Weight that falls off exponentially with distance."""
    return math.exp(-distance(a, b) / decay)


def nearest(key: str, to: Business, options: Sequence[Business], count: int) -> list[Business]:
    """Draw shops or suppliers by distance."""
    weights = [closeness(to, option, SHOP_DECAY) for option in options]
    return choose(stream(key), options, weights, count)


def stand(business: Business, place: Place) -> Business:
    """Put a business near the point of a place."""
    chance = stream(business.id, "point")
    business.district = place.district
    business.lat = round(place.lat + chance.uniform(-SPREAD, SPREAD), 4)
    business.lon = round(place.lon + chance.uniform(-SPREAD, SPREAD), 4)
    return business
