"""How arrays of the compiled loops are called."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ids = NDArray[np.int32]
"""Businesses, 0 … n - 1."""
Places = NDArray[np.int64]
"""Where something starts in an array as long as the links."""
Marks = NDArray[np.bool_]
