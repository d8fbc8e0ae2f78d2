"""The whole network, and results, as one JSON text for other programs; it reads back equal."""

from __future__ import annotations

import json as text
from typing import Any

import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.schema import TABLES
from supplychain.core.words import Language, Words
from supplychain.exports import imprint
from supplychain.exports.catalogue import File, export
from supplychain.exports.tables import NAME
from supplychain.io.formats.json_tables import FORMAT, VERSION
from supplychain.io.tables import as_given
from supplychain.metrics import CATALOGUE as METRICS
from supplychain.views.catalogue import Results


@export(
    title=Words(en="Data for programs (JSON)", id="Data untuk program (JSON)"),
    meaning=Words(
        en="All tables and results in one text, with the meaning and unit of every column; can be "
        "read back here.",
        id="Semua tabel dan hasil dalam satu teks, dengan arti dan satuan setiap kolom; dapat "
        "dibaca kembali di sini.",
    ),
    suffix=".json",
)
def json(network: SupplyNetwork, results: Results, *, language: Language = "id") -> File:
    """Write all tables, with gaps left where a rule filled something in, and results.

    Parameters
    ----------
    results
        Values of metrics by id; a business's by its id, a partnership's by its row.

    Returns
    -------
    File
        UTF-8.
    """
    told = {
        "format": FORMAT,
        "version": VERSION,
        "made": imprint.made(network, language),
        "masked": list(imprint.masked(network, language)),
        "fingerprint": network.fingerprint,
        "columns": _columns(language),
        "tables": {name: _rows(frame) for name, frame in as_given(network).items()},
        "results": {name: _result(name, values, language) for name, values in results.items()},
    }
    content = text.dumps(told, ensure_ascii=False, allow_nan=False, indent=1)
    return File(f"{NAME(language)}.json", "application/json", content.encode())


def _columns(language: Language) -> dict[str, Any]:
    return {
        name: {c.name: {"meaning": c.meaning(language), "unit": c.unit} for c in table.columns}
        for name, table in TABLES.items()
    }


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [
        {str(key): _plain(value) for key, value in row.items() if pd.notna(value)}
        for row in frame.to_dict("records")
    ]


def _result(name: str, values: pd.Series, language: Language) -> dict[str, Any]:
    known = METRICS.get(name) if name in METRICS else None
    return {
        "title": known.title(language) if known else name,
        "unit": known.unit(language) if known else "",
        "values": {str(key): _plain(value) for key, value in values.dropna().items()},
    }


def _plain(value: Any) -> Any:
    """Turn a NumPy value into Python's own; what is not finite becomes text."""
    plain = value.item() if hasattr(value, "item") else value
    return (
        str(plain) if isinstance(plain, float) and plain in {float("inf"), -float("inf")} else plain
    )
