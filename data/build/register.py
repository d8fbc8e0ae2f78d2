"""The network under construction: businesses, partnerships, claims, and sums over them."""

from __future__ import annotations

from dataclasses import dataclass, field

from data.build.facts import Facts, Product
from data.build.tables import Business, Claim, Number, Partnership

Note = tuple[str, str]
"""What is said of a number, in English and in Indonesian."""


@dataclass
class Register:
    """What has been built so far."""

    facts: Facts
    businesses: dict[str, Business] = field(default_factory=dict)
    partnerships: list[Partnership] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    groups: dict[str, str] = field(default_factory=dict)
    """Business id to its trade: an industry, a raw-material trade, or ``sentra:product``."""

    def add(self, business: Business, group: str = "") -> Business:
        """Add a business; its id must be new."""
        if business.id in self.businesses:
            msg = f"{business.id} is there already"
            raise ValueError(msg)
        self.businesses[business.id] = business
        self.groups[business.id] = group
        return business

    def product(self, product: str) -> Product:
        """Find a product."""
        return self.facts.products[product]

    def supply(  # noqa: PLR0913
        self,
        supplier: str,
        buyer: str,
        product: str,
        volume: Number,
        source: str,
        *,
        price: Number | None = None,
        scheme: str = "perdagangan-umum",
        input_class: str = "",
        basis: str = "assumed",
        since: str = "",
    ) -> Partnership:
        """Add a flow of goods, valued at the list price or a given one."""
        value = round(volume * (self.product(product).price if price is None else price))
        link = Partnership(supplier, buyer, product, volume, value, "supplies", scheme)
        link.input_class, link.since, link.basis, link.source = input_class, since, basis, source
        self.partnerships.append(link)
        return link

    def claim(
        self, business: str, column: str, source: str, basis: str, note: Note, unit: str
    ) -> None:
        """Say where the number in a column of a reported business stands."""
        value = getattr(self.businesses[business], column)
        claim = Claim(business, column, value, unit=unit, source=source, default="yes")
        claim.basis, (claim.note, claim.note_id) = basis, note
        self.claims.append(claim)

    def sales(self, business: str) -> float:
        """Sum of a business's sales to others, Rp/year."""
        return sum(p.value or 0 for p in self.partnerships if p.supplier == business)

    def purchases(self, business: str) -> float:
        """Sum of a business's purchases from others, Rp/year."""
        return sum(p.value or 0 for p in self.partnerships if p.buyer == business)

    def sold(self, business: str, product: str) -> float:
        """Volume of one product that a business sells, units/year."""
        links = (p for p in self.partnerships if p.supplier == business and p.product == product)
        return sum(link.volume or 0 for link in links)

    def suppliers_of(self, business: str) -> set[str]:
        """Ids of the businesses that supply a business with goods."""
        return {p.supplier for p in self.partnerships if p.buyer == business and p.value}

    def of_kind(self, kind: str) -> list[Business]:
        """Businesses of one kind, in order."""
        return [b for b in self.businesses.values() if b.kind == kind]

    def of_group(self, group: str) -> list[Business]:
        """Businesses of one trade, in order."""
        return [b for b in self.businesses.values() if self.groups[b.id] == group]
