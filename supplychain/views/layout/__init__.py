"""Where each business stands in the graph: four layouts, computed once for a whole network.

Positions depend on the network alone, never on a filter, a metric or what is selected, so that a
reader who has learnt where something stands finds it again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Words
from supplychain.views.layout.arrangement import Arrangement
from supplychain.views.layout.concentric import concentric
from supplychain.views.layout.force import force
from supplychain.views.layout.geographic import geographic
from supplychain.views.layout.tiers import tiers

__all__ = ["LAYOUTS", "Arrangement", "Layout", "arrange"]

Layout = Literal["tiers", "map", "force", "focus"]
LAYOUTS: Mapping[Layout, Words] = {
    "tiers": Words(en="By tier", id="Menurut tahap"),
    "map": Words(en="On the map", id="Di peta"),
    "force": Words(en="By ties", id="Menurut kedekatan"),
    "focus": Words(en="Around one business", id="Di sekitar satu usaha"),
}
_WHOLE: Mapping[Layout, Callable[[SupplyNetwork], Arrangement]] = {
    "tiers": tiers,
    "map": geographic,
    "force": force,
}


def arrange(network: SupplyNetwork, layout: Layout, focus: str | None = None) -> Arrangement:
    """Place the businesses of a network.

    Parameters
    ----------
    network
        All of it, unfiltered.
    layout
        One of `LAYOUTS`; `focus` without a business in the middle is `tiers`.
    focus
        Id of the business in the middle.

    Returns
    -------
    Arrangement
        Positions by business id and what stands behind them.

    Raises
    ------
    UnknownNameError
        If there is no business `focus`.
    """
    if layout == "focus":
        return tiers(network) if focus is None else concentric(network, focus)
    return _WHOLE[layout](network)
