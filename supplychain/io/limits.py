"""How much a file may ask of us."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Limits:
    """What a reader refuses to go beyond.

    Attributes
    ----------
    rows, columns, cells
        Of one table in a text file or sheet.
    text
        Characters in one cell, as in spreadsheet programs.
    entries, unpacked, ratio
        Of a packed file: parts, bytes once unpacked, and unpacked over packed bytes.
    upload
        Bytes of everything uploaded at once.
    memory
        Bytes the reading process of an upload may take beyond the program itself.
    seconds
        Processor time of that process.
    patience
        Seconds on the clock until it is stopped, whatever it waits for.
    at_once
        Uploads that are read at the same time; further ones wait.
    """

    rows: int = 200_000
    columns: int = 2_000
    cells: int = 5_000_000
    text: int = 32_767
    entries: int = 1_000
    unpacked: int = 100 * MEGABYTE
    ratio: int = 100
    upload: int = 20 * MEGABYTE
    memory: int = 512 * 1024 * 1024
    seconds: int = 20
    patience: int = 60
    at_once: int = 2


LIMITS = Limits()
