"""Partnerships that do not exist yet, ranked by what they would gain."""

from supplychain.recommend.candidates import candidates
from supplychain.recommend.portfolio import Portfolio, portfolio
from supplychain.recommend.ranking import ranking

__all__ = ["Portfolio", "candidates", "portfolio", "ranking"]
