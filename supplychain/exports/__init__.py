"""Catalogue of exports: files to take away, each from one function of a network and results.

Every module of this package may list some; `supplychain.exports.CATALOGUE` goes through them.
"""

from __future__ import annotations

import sys

from supplychain.core.catalogue import discover
from supplychain.exports.catalogue import CATALOGUE, Export, File, export

__all__ = ["CATALOGUE", "Export", "File", "export"]

discover(sys.modules[__name__])
