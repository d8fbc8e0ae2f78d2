"""Names of districts and industries, and the outline of the islands, from the shipped lists."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from supplychain.core.words import Words, same

DATA = Path(__file__).resolve().parents[2] / "data"


@lru_cache(maxsize=1)
def districts() -> pd.DataFrame:
    """Kabupaten and kota by Kemendagri code: name, province, lat, lon, population."""
    path = DATA / "regions" / "districts.csv"
    return pd.read_csv(path, dtype={"code": str, "bps_code": str}).set_index("code")


@lru_cache(maxsize=1)
def provinces() -> dict[str, str]:
    """Names of the provinces by Kemendagri code."""
    table = pd.read_csv(DATA / "regions" / "provinces.csv", dtype=str)
    return dict(zip(table["code"], table["name"], strict=True))


@lru_cache(maxsize=1)
def industries() -> pd.DataFrame:
    """KBLI codes: name_id, name_en."""
    return pd.read_csv(DATA / "kbli.csv", dtype={"code": str, "version": str}).set_index("code")


@lru_cache(maxsize=1)
def outline() -> dict[str, Any]:
    """Outline of Indonesia's islands as GeoJSON (Natural Earth, public domain)."""
    path = DATA / "regions" / "indonesia.geojson"
    outline: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return outline


def district_name(code: object) -> str:
    """Name of a kabupaten or kota; a code the list lacks stands for itself."""
    known = districts()
    return str(known["name"].get(str(code), code))


def province_name(code: object) -> str:
    """Name of a province; a code the list lacks stands for itself."""
    return provinces().get(str(code), str(code))


def industry_name(code: object) -> Words:
    """Title of a KBLI code in both languages; a code the list lacks stands for itself."""
    known = industries()
    row = str(code)
    if row not in known.index:
        return same(row)
    return Words(en=str(known.loc[row, "name_en"]), id=str(known.loc[row, "name_id"]))
