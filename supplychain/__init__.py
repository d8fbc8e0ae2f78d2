"""Who feeds whom among small-industry clusters, and what depends on it."""

from supplychain import io, metrics
from supplychain.core.errors import SupplyChainError
from supplychain.core.network import SupplyNetwork

__all__ = ["SupplyChainError", "SupplyNetwork", "io", "metrics"]
__version__ = "0.1.0"
