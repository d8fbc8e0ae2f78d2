"""What the reading process hands back: tables as Arrow files, the rest as JSON; no code."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

import pandas as pd
import pyarrow as pa
from pyarrow import feather

from supplychain.core.errors import DataError, ReadingError
from supplychain.core.findings import Finding
from supplychain.core.readers import Reading
from supplychain.core.schema import TABLES
from supplychain.core.words import Words

Outcome = Literal["read", "data", "reading", "memory"]
_FILE = "verdict.json"
_NOTHING = Words(en="", id="")


@dataclass(frozen=True)
class Verdict:
    """What became of a reading.

    Attributes
    ----------
    outcome
        `read`, or which error ended it.
    findings
        What was told, or why it was refused.
    words
        Message of a `ReadingError`.
    notes
        Texts beside the tables.
    """

    outcome: Outcome
    findings: Sequence[Finding] = ()
    words: Words = _NOTHING
    notes: Mapping[str, str] = field(default_factory=dict)

    def reading(self, folder: Path) -> Reading:
        """Tables and findings.

        Raises
        ------
        DataError, ReadingError
            As the reader did.
        """
        if self.outcome == "data":
            raise DataError(self.findings)
        if self.outcome == "reading":
            raise ReadingError(self.words, self.findings)
        return Reading(_tables(folder), tuple(self.findings), self.notes)


def write(folder: Path, verdict: Verdict, tables: Reading | None = None) -> None:
    """Leave a verdict, and the tables of a reading, in a folder."""
    for name, frame in (tables.tables if tables else {}).items():
        table = pa.Table.from_pandas(frame, preserve_index=False)
        feather.write_feather(table, folder / f"{name}.arrow", compression="uncompressed")
    (folder / _FILE).write_text(json.dumps(asdict(verdict)), encoding="utf-8")


def left_in(folder: Path) -> Verdict | None:
    """Return the verdict in a folder; None if the process ended before it wrote one."""
    file = folder / _FILE
    if not file.exists():
        return None
    told = json.loads(file.read_text(encoding="utf-8"))
    findings = tuple(_finding(row) for row in told["findings"])
    return Verdict(told["outcome"], findings, Words(**told["words"]), told["notes"])


def _tables(folder: Path) -> dict[str, pd.DataFrame]:
    files = {name: folder / f"{name}.arrow" for name in TABLES}
    return {
        name: feather.read_feather(file, memory_map=False)
        for name, file in files.items()
        if file.exists()
    }


def _finding(row: dict[str, Any]) -> Finding:
    words = {name: Words(**row[name]) for name in ("place", "cause", "remedy")}
    return Finding(row["code"], row["severity"], **words, subjects=tuple(row["subjects"]))
