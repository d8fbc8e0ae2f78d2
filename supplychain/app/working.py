"""What a scenario leads to, computed once for the same data and edits, whatever it is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

import pandas as pd

from supplychain.app import cache, figures
from supplychain.core.network import SupplyNetwork
from supplychain.core.scenario import Scenario
from supplychain.core.words import Language
from supplychain.simulate import Effects, uncertainty
from supplychain.simulate import effects as simulate
from supplychain.simulate.effects import Shortage
from supplychain.views import differing as differ
from supplychain.views import moves, risks, unfolding, waterfall
from supplychain.views import tornado as tornados
from supplychain.views.figure import Figure
from supplychain.views.graph import Drawing
from supplychain.views.palette import Theme

DRAWS = 100
Drawn = Literal["waterfall", "business", "district"]
DRAWINGS: Mapping[str, Callable[..., Figure]] = {
    "waterfall": waterfall.waterfall,
    "business": partial(moves.winners_and_losers, by="business"),
    "district": partial(moves.winners_and_losers, by="district"),
}


@dataclass(frozen=True)
class Asked:
    """What is computed, whatever it is called; hashable.

    Attributes
    ----------
    edits
        The scenario as JSON, without its name.
    shortage
        What happens when goods are short.
    first
        Businesses whose final sales come first then.
    """

    edits: str
    shortage: Shortage = "outside"
    first: tuple[str, ...] = ()

    @classmethod
    def of(
        cls, scenario: Scenario, shortage: Shortage = "outside", first: Sequence[str] = ()
    ) -> Asked:
        """Describe a scenario; without rationing nobody comes first."""
        nameless = Scenario(name="-", edits=scenario.edits)
        text = nameless.model_dump_json(exclude_none=True)
        return cls(text, shortage, () if shortage == "outside" else tuple(sorted(first)))

    @property
    def scenario(self) -> Scenario:
        """The edits, nameless."""
        return Scenario.model_validate_json(self.edits)

    @property
    def rule(self) -> dict[str, Any]:
        """What happens when goods are short, as `simulate.effects` takes it."""
        return {"shortage": self.shortage, "first": self.first}


def effects(network: SupplyNetwork, *, asked: Asked) -> Effects:
    """Work out a scenario."""
    return simulate(network, asked.scenario, **asked.rule)


def spread(network: SupplyNetwork, *, asked: Asked) -> pd.DataFrame:
    """Work out a scenario in networks that could as well be true."""
    return uncertainty.spread(network, asked.scenario, draws=DRAWS, **asked.rule)


def tornado(network: SupplyNetwork, *, asked: Asked, measure: str) -> pd.DataFrame:
    """Find the numbers that move a scenario's gain most."""
    given: dict[str, Any] = {"draws": DRAWS, "measure": measure, **asked.rule}
    return uncertainty.tornado(network, asked.scenario, **given)


def risk(network: SupplyNetwork, *, asked: Asked, language: Language) -> pd.DataFrame:
    """Compare the risk of those touched, before and after."""
    return risks.table(effects(network, asked=asked), language=language)


def unfolded(network: SupplyNetwork, *, asked: Asked, **look: Any) -> Drawing:
    """Draw the network before and after, and the change."""
    return unfolding.unfolded(cache.result(network, effects, {"asked": asked}), **look)


def differing(
    network: SupplyNetwork, *, compared: tuple[tuple[str, Asked], ...], **look: Any
) -> Drawing:
    """Draw scenarios, by name, as states of one graph."""
    found = {name: cache.result(network, effects, {"asked": asked}) for name, asked in compared}
    return differ.differing(found, **look)


def picture(
    network: SupplyNetwork, *, asked: Asked, drawn: Drawn, language: Language, theme: Theme
) -> Figure:
    """Draw one of `DRAWINGS`."""
    found = cache.result(network, effects, {"asked": asked})
    return figures.plain(DRAWINGS[drawn](found, language=language, theme=theme))


def tornado_picture(
    network: SupplyNetwork, *, asked: Asked, measure: str, language: Language, theme: Theme
) -> Figure:
    """Draw the numbers that move a gain most; `tornado` must be there already."""
    stated = cache.result(network, effects, {"asked": asked})
    moved = cache.result(network, tornado, {"asked": asked, "measure": measure})
    look: dict[str, Any] = {"language": language, "theme": theme}
    return figures.plain(tornados.tornado(stated, moved, measure=measure, **look))
