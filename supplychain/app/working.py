"""What a scenario leads to, computed once for the same data and edits, whatever it is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
from supplychain.views import moves, risks, waterfall
from supplychain.views import tornado as tornados
from supplychain.views.figure import Figure
from supplychain.views.palette import Theme

DRAWS = 100
Drawn = Literal["waterfall", "business", "district"]
DRAWINGS: Mapping[str, Callable[..., Figure]] = {
    "waterfall": waterfall.waterfall,
    "business": partial(moves.winners_and_losers, by="business"),
    "district": partial(moves.winners_and_losers, by="district"),
}


def asked(scenario: Scenario, shortage: Shortage) -> dict[str, str]:
    """Describe what is computed: the edits, and what happens when goods are short."""
    nameless = Scenario(name="-", edits=scenario.edits)
    return {"edits": nameless.model_dump_json(exclude_none=True), "shortage": shortage}


def effects(network: SupplyNetwork, *, edits: str, shortage: Shortage) -> Effects:
    """Work out a scenario."""
    return simulate(network, Scenario.model_validate_json(edits), shortage=shortage)


def spread(network: SupplyNetwork, *, edits: str, shortage: Shortage) -> pd.DataFrame:
    """Work out a scenario in networks that could as well be true."""
    scenario = Scenario.model_validate_json(edits)
    return uncertainty.spread(network, scenario, draws=DRAWS, shortage=shortage)


def tornado(
    network: SupplyNetwork, *, edits: str, shortage: Shortage, measure: str
) -> pd.DataFrame:
    """Find the numbers that move a scenario's gain most."""
    scenario = Scenario.model_validate_json(edits)
    return uncertainty.tornado(network, scenario, draws=DRAWS, measure=measure, shortage=shortage)


def risk(
    network: SupplyNetwork, *, edits: str, shortage: Shortage, language: Language
) -> pd.DataFrame:
    """Compare the risk of those touched, before and after."""
    found = effects(network, edits=edits, shortage=shortage)
    return risks.table(found, language=language)


def after(network: SupplyNetwork, *, edits: str, shortage: Shortage) -> SupplyNetwork:
    """Return the network that a scenario leaves."""
    return effects(network, edits=edits, shortage=shortage).after


def picture(
    network: SupplyNetwork,
    *,
    edits: str,
    shortage: Shortage,
    drawn: Drawn,
    language: Language,
    theme: Theme,
) -> Figure:
    """Draw one of `DRAWINGS`."""
    found = cache.result(network, effects, {"edits": edits, "shortage": shortage})
    return figures.plain(DRAWINGS[drawn](found, language=language, theme=theme))


def tornado_picture(
    network: SupplyNetwork,
    *,
    edits: str,
    shortage: Shortage,
    measure: str,
    language: Language,
    theme: Theme,
) -> Figure:
    """Draw the numbers that move a gain most; `tornado` must be there already."""
    given: dict[str, Any] = {"edits": edits, "shortage": shortage}
    stated = cache.result(network, effects, given)
    moved = cache.result(network, tornado, {**given, "measure": measure})
    look: dict[str, Any] = {"language": language, "theme": theme}
    return figures.plain(tornados.tornado(stated, moved, measure=measure, **look))
