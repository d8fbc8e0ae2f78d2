"""Value added of every business whose output is modelled."""

from __future__ import annotations

from data.build.draws import stream
from data.build.register import Register
from data.build.tables import Business

RAW_MATERIAL = (0.25, 0.6, 0.42)
"""Lowest, highest and likeliest share of inputs in the output of industry (Lombok Tengah 2016)."""
FARMING, TRADE = (0.2, 0.35), (0.75, 0.85)
"""Inputs in output: farming; trade, where goods for sale count as inputs."""
MARGIN_LEFT = 0.03
"""Least share of output above purchases from the network that goes to other inputs."""
BY_RULE = ("sentra-aik-darek",)
"""Left empty: the package fills value added in by its documented rule and marks it."""


def build(register: Register) -> None:
    """Give value added: output less inputs bought here and elsewhere."""
    for business in register.businesses.values():
        if business.output and business.id not in BY_RULE:
            share = _inputs(register, business)
            business.value_added = round(business.output * (1 - share), -3)


def _inputs(register: Register, business: Business) -> float:
    chance = stream(business.id, "inputs")
    bought = register.purchases(business.id) / float(business.output or 1)
    if business.commodity == "trade":
        drawn = chance.uniform(*TRADE)
    elif business.commodity == "farming":
        drawn = chance.uniform(*FARMING)
    else:
        drawn = chance.triangular(*RAW_MATERIAL)
    return min(0.95, max(drawn, bought + MARGIN_LEFT))
