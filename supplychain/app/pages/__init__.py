"""Pages; every module of this package may list some."""

from __future__ import annotations

import sys

from supplychain.core.catalogue import discover

discover(sys.modules[__name__])
