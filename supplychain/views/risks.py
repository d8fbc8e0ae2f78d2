"""How a scenario changes the risk of those it touches."""

from __future__ import annotations

import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.scenario import Scenario
from supplychain.core.words import NOTHING, Language, Words, number, percent
from supplychain.metrics.concentration import supplier_concentration
from supplychain.simulate.cascade import cascade
from supplychain.simulate.effects import Effects
from supplychain.views.trade import names

MOST = 6
"""Businesses listed."""
HEADINGS = {
    "name": Words(en="Business", id="Usaha"),
    "measure": Words(en="Risk", id="Risiko"),
    "before": Words(en="Before", id="Sebelum"),
    "after": Words(en="After", id="Sesudah"),
    "verdict": Words(en="That means", id="Artinya"),
}
SYSTEMIC = Words(
    en="Share of all sales that stop if it closes (ESRI)",
    id="Bagian penjualan yang terhenti bila ia tutup (ESRI)",
)
CONCENTRATION = Words(
    en="Dependence on few suppliers (HHI, 0 to 10,000)",
    id="Ketergantungan pada sedikit pemasok (HHI, 0 sampai 10.000)",
)
POINTS = Words(en="{points} percentage points", id="{points} poin persen")
VERDICTS = {
    "more": Words(en="more risk", id="risiko naik"),
    "less": Words(en="less risk", id="risiko turun"),
    "same": Words(en="as before", id="tetap"),
    "new": Words(en="new", id="baru"),
    "gone": Words(en="no longer", id="tidak lagi"),
}


def touched(scenario: Scenario) -> list[str]:
    """Businesses that the edits name, suppliers and buyers first, each once."""
    found: dict[str, None] = {}
    for edit in scenario.edits:
        for field in ("supplier", "buyer", "displaces", "business"):
            name = getattr(edit, field, None)
            if name:
                found[name] = None
    return list(found)[:MOST]


def table(effects: Effects, *, language: Language) -> pd.DataFrame:
    """Return systemic risk and supplier concentration of those touched, before and after.

    Returns
    -------
    pandas.DataFrame
        In words; one row a business and measure, empty if the edits name no business.
    """
    called = names(effects.setting)
    before, after = effects.network, effects.after
    found = []
    for business in touched(effects.scenario):
        name = str(called.get(business, business))
        was, now = (_systemic(network, business) for network in (before, after))
        found.append((name, SYSTEMIC, _share(was, language), _share(now, language), was, now))
        was, now = (_dependence(network, business) for network in (before, after))
        if pd.notna(now) or pd.notna(was):
            told = (number(was, language), number(now, language))
            found.append((name, CONCENTRATION, *told, was, now))
    return pd.DataFrame(
        [
            (name, measure(language), was, now, _verdict(*numbers)(language))
            for name, measure, was, now, *numbers in found
        ],
        columns=[words(language) for words in HEADINGS.values()],
    )


def _systemic(network: SupplyNetwork, business: str) -> float:
    if business not in network.businesses.index:
        return float("nan")
    return cascade(network, {business: 0.0}).loss


def _dependence(network: SupplyNetwork, business: str) -> float:
    return float(supplier_concentration(network).get(business, float("nan")))


def _share(value: float, language: Language) -> str:
    return NOTHING if pd.isna(value) else percent(value, language, digits=2)


def change_of_share(change: float, language: Language) -> str:
    """Write a change of a share in percentage points.

    Examples
    --------
    >>> change_of_share(0.0012, "id"), change_of_share(-1e-9, "en")
    ('+0,12 poin persen', 'as before')
    """
    if not abs(change) >= 5e-5:
        return VERDICTS["same"](language)
    points = number(abs(100 * change), language, digits=2)
    return POINTS.fill(points=f"{'+' if change > 0 else '−'}{points}")(language)


def _verdict(was: float, now: float) -> Words:
    if pd.isna(was):
        return VERDICTS["new"]
    if pd.isna(now):
        return VERDICTS["gone"]
    if abs(now - was) <= 5e-4 * max(abs(was), 1e-9):
        return VERDICTS["same"]
    return VERDICTS["more" if now > was else "less"]
