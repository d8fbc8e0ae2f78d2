"""Readers of every format a network may come in, and the template to fill in.

Every module of `supplychain.io.formats` may list readers; `SupplyNetwork.read` goes through them.
"""

from __future__ import annotations

from supplychain.core.catalogue import discover
from supplychain.core.readers import READERS, Reading
from supplychain.io import formats
from supplychain.io.differences import differences
from supplychain.io.guard import read_upload, read_uploads
from supplychain.io.tables import to_csv_folder, to_parquet_folder, to_xlsx
from supplychain.io.templates import template

__all__ = [
    "READERS",
    "Reading",
    "differences",
    "read_upload",
    "read_uploads",
    "template",
    "to_csv_folder",
    "to_parquet_folder",
    "to_xlsx",
]

discover(formats)
