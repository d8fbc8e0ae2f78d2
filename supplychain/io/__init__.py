"""Readers of every format a network may come in, and the template to fill in.

Every module of `supplychain.io.formats` may list readers; `SupplyNetwork.read` goes through them.
"""

from __future__ import annotations

from supplychain.core.catalogue import discover
from supplychain.core.readers import READERS, Reading
from supplychain.io import formats

__all__ = ["READERS", "Reading"]

discover(formats)
