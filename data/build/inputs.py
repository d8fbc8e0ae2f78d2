"""Second inputs: salt, packaging, sugar, oil, cloth, tools bought from a further sentra.

They make the network more than twenty separate trees, so that centrality means something.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from data.build.draws import choose, stream
from data.build.facts import Input
from data.build.geography import closeness
from data.build.register import Register
from data.build.tables import Business

SOURCE = "assumption-inputs"
DECAY = 60.0
"""Kilometres; second inputs travel farther than the first. Assumed."""
SELLABLE = 0.96
"""Share of its output that a sentra can promise at most."""


@dataclass
class Wish:
    """What one business would like to buy from one sentra, in Rp/year."""

    supplier: Business
    buyer: Business
    input: Input
    value: float


def build(register: Register) -> None:
    """Add second inputs; a sentra that is asked for too much serves all in proportion."""
    by_supplier: dict[str, list[Wish]] = defaultdict(list)
    for wish in wishes(register):
        by_supplier[wish.supplier.id].append(wish)
    for supplier, asked in by_supplier.items():
        room = max(0.0, SELLABLE - _direct_share(register, supplier)) * _output(register, supplier)
        room -= register.sales(supplier)
        served = min(1.0, room / sum(wish.value for wish in asked))
        for wish in asked:
            _serve(register, wish, served)


def wishes(register: Register) -> Iterator[Wish]:
    """All second inputs that businesses want, with the sentra each would buy from."""
    for buyer in list(register.businesses.values()):
        for wanted in register.facts.inputs:
            if wanted.user != register.groups[buyer.id]:
                continue
            chance = stream(buyer.id, "input", wanted.product)
            if chance.random() >= wanted.chance:
                continue
            supplier = _supplier(register, buyer, wanted.product)
            value = wanted.share * (buyer.output or 0) * chance.uniform(0.7, 1.3)
            yield Wish(supplier, buyer, wanted, value)


def _supplier(register: Register, buyer: Business, product: str) -> Business:
    known = register.suppliers_of(buyer.id) | {buyer.id}
    makers = register.of_group(f"sentra:{product}")
    others = [maker for maker in makers if maker.id not in known]
    weights = [closeness(buyer, maker, DECAY) for maker in others]
    return choose(stream(buyer.id, "input from", product), others, weights, 1)[0]


def _serve(register: Register, wish: Wish, served: float) -> None:
    price = register.product(wish.input.product).price
    volume = max(1, round(wish.value * served / price))
    register.supply(
        wish.supplier.id,
        wish.buyer.id,
        wish.input.product,
        volume,
        SOURCE,
        input_class=wish.input.input_class,
    )


def _direct_share(register: Register, supplier: str) -> float:
    product = register.facts.sentra[supplier].product
    return sum(dict(shop.direct).get(product, 0.0) for shop in register.facts.shops.values())


def _output(register: Register, business: str) -> float:
    return float(register.businesses[business].output or 0)
