"""A scenario made ready: one sentra grows to what was announced for it."""

from __future__ import annotations

from supplychain.core.network import SupplyNetwork
from supplychain.core.scenario import ChangeDemand, Scenario
from supplychain.core.words import Language, Words, quantity
from supplychain.views.trade import names

SENTRA, GOAL = "sentra-aik-darek", 300_000.0
"""Which business, and how much it is to make, in its product's unit a year."""
TITLE = Words(en="Aik Darek from {now} to {goal}", id="Aik Darek dari {now} ke {goal}")
WHY = Words(
    en="{name} makes {now} a year. Final buyers are to take {goal}. What does that need?",
    id="{name} kini membuat {now} per tahun. Pembeli akhir diandaikan mengambil {goal}. Apa yang "
    "diperlukan?",
)


def growing(network: SupplyNetwork, language: Language) -> Scenario | None:
    """Return the scenario, or nothing if the data lack the business or the price of its product."""
    if SENTRA not in network.businesses.index:
        return None
    product = str(network.businesses["capacity_product"][SENTRA])
    output = float(network.businesses["output"][SENTRA])
    price = float(network.products["price"].get(product, float("nan")))
    if not (price > 0 and 0 < output < GOAL * price):
        return None
    unit = network.unit_of(product)
    said = {
        "name": names(network)[SENTRA],
        "now": quantity(output / price, unit, language),
        "goal": quantity(GOAL, unit, language),
    }
    more = ChangeDemand(business=SENTRA, change=GOAL * price - output)
    return Scenario(
        name=TITLE.fill(**said)(language), description=WHY.fill(**said)(language), edits=(more,)
    )
