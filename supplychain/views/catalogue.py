"""What a view is: a pure function that turns a network and results into something to look at.

Add a view in one file of this package: write a function, put `@view(...)` on it. Pages, exports and
the tests find it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import pandas as pd

from supplychain.core.catalogue import Catalogue
from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Parameter, parameters
from supplychain.core.words import Words

Results = Mapping[str, pd.Series]
"""Values of metrics by their id; each Series by business or by partnership."""

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True)
class View:
    """One entry of the catalogue.

    Attributes
    ----------
    id, fn
        Name of the function, and the function: ``fn(network, results, *, parameters)``. It returns
        a figure, a table or a drawing, and knows no app.
    title, meaning
        Name, and one sentence on what it shows.
    parameters
        Its keyword-only parameters, described.
    """

    id: str
    fn: Callable[..., Any]
    title: Words
    meaning: Words
    parameters: tuple[Parameter, ...] = ()

    def __call__(
        self, network: SupplyNetwork, results: Results | None = None, **parameters: Any
    ) -> Any:
        """Draw it."""
        return self.fn(network, results or {}, **parameters)


CATALOGUE: Catalogue[View] = Catalogue("view")


def view(*, title: Words, meaning: Words) -> Callable[[F], F]:
    """List a function as a view and return it untouched."""

    def listed(fn: F) -> F:
        CATALOGUE.add(View(fn.__name__, fn, title, meaning, parameters(fn)))
        return fn

    return listed
