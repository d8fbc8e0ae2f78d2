"""What to do next: new partnerships by what they gain, and the few businesses that carry most."""

from supplychain.recommend.candidates import candidates
from supplychain.recommend.keystones import Keystones, keystones
from supplychain.recommend.portfolio import Portfolio, portfolio
from supplychain.recommend.ranking import ranking

__all__ = ["Keystones", "Portfolio", "candidates", "keystones", "portfolio", "ranking"]
