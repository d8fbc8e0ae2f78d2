"""What to do next: new partnerships by what they gain, and the few businesses that carry most."""

from supplychain.recommend.candidates import candidates
from supplychain.recommend.keystones import Keystones, keystones
from supplychain.recommend.portfolio import GOALS, Portfolio, portfolio
from supplychain.recommend.ranking import ranking
from supplychain.recommend.risk import risk_changes

__all__ = [
    "GOALS",
    "Keystones",
    "Portfolio",
    "candidates",
    "keystones",
    "portfolio",
    "ranking",
    "risk_changes",
]
