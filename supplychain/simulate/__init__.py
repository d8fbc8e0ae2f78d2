"""What a scenario changes: its effects by business, what limits it, and the network after it."""

from supplychain.simulate.effects import Effects, effects
from supplychain.simulate.limits import Limit, limits

__all__ = ["Effects", "Limit", "effects", "limits"]
