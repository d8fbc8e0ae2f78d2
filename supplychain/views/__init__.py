"""Catalogue of views: figures, tables and the interactive graph, none of which knows the app.

Every module of this package may list some; `supplychain.views.CATALOGUE` goes through them.
"""

from __future__ import annotations

import sys

from supplychain.core.catalogue import discover
from supplychain.views.catalogue import CATALOGUE, View, view

__all__ = ["CATALOGUE", "View", "view"]

discover(sys.modules[__name__])
