"""What a page is: a function of a network and a language, with its title, icon and place.

Add a page in one file of `supplychain.app.pages`: write a function, put `@page(...)` on it. The
navigation, the address bar and the tests find it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from supplychain.core.catalogue import Catalogue
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words

Body = Callable[[SupplyNetwork, Language], None]


@dataclass(frozen=True)
class Page:
    """One page.

    Attributes
    ----------
    id
        Its title in Bahasa Indonesia as an address, the same in both languages.
    fn
        Draws it.
    title, lead
        Name in the navigation and in the heading; one sentence on what is to be found there.
    icon
        A Material symbol, which Streamlit ships.
    place
        Order in the navigation; the page with the least opens first.
    """

    id: str
    fn: Body
    title: Words
    lead: Words
    icon: str
    place: int


CATALOGUE: Catalogue[Page] = Catalogue("page")


def page(*, title: Words, lead: Words, icon: str, place: int) -> Callable[[Body], Body]:
    """List a function as a page and return it untouched."""

    def listed(fn: Body) -> Body:
        CATALOGUE.add(Page(_address(title), fn, title, lead, icon, place))
        return fn

    return listed


def ordered() -> list[Page]:
    """Pages by their place."""
    return sorted(CATALOGUE, key=lambda page: page.place)


def _address(title: Words) -> str:
    return re.sub(r"\W+", "-", title.id.lower()).strip("-")
