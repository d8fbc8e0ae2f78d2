"""Paths between two businesses, with names instead of ids."""

from __future__ import annotations

import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words, number, percent
from supplychain.metrics.structural_paths import ARROW, REST
from supplychain.views.trade import names

HEADERS = {
    "path": Words(en="Path", id="Jalur"),
    "steps": Words(en="Transactions", id="Transaksi"),
    "direct": Words(en="Direct (Rp per Rp)", id="Langsung (Rp per Rp)"),
    "multiplier": Words(en="Path multiplier", id="Pengganda jalur"),
    "value": Words(en="In all (Rp per Rp)", id="Seluruhnya (Rp per Rp)"),
    "share": Words(en="Share", id="Bagian"),
}


def told(network: SupplyNetwork, found: pd.DataFrame, *, language: Language) -> pd.DataFrame:
    """Say structural paths in words.

    Parameters
    ----------
    found
        As `metrics.structural_paths` returns them.

    Returns
    -------
    pandas.DataFrame
        The same rows; every cell a text, every header in the language.
    """
    named = names(network)

    def path(text: str) -> str:
        if text == REST.en:
            return REST(language)
        return ARROW.join(str(named[business]) for business in text.split(ARROW))

    said = pd.DataFrame(
        {
            "path": found["path"].map(path),
            "steps": [number(steps, language) for steps in found["steps"]],
            "direct": [number(value, language, digits=5) for value in found["direct"]],
            "multiplier": [number(value, language, digits=3) for value in found["multiplier"]],
            "value": [number(value, language, digits=5) for value in found["value"]],
            "share": [percent(share, language, digits=1) for share in found["share"]],
        }
    )
    return said.rename(columns={name: words(language) for name, words in HEADERS.items()})


def connected(network: SupplyNetwork, around: str | None) -> tuple[str, str]:
    """Return a supplier and a buyer to begin with: the largest on both sides of a business.

    Parameters
    ----------
    around
        Id of a business that buys and sells; any trade will do if there is none.
    """
    trade = network.trade
    bought, sold = trade[trade["buyer"] == around], trade[trade["supplier"] == around]
    if len(bought) and len(sold):
        return _largest(bought, "supplier"), _largest(sold, "buyer")
    if len(trade):
        return _largest(trade, "supplier"), _largest(trade, "buyer")
    first = str(network.businesses.index[0])
    return first, first


def _largest(trade: pd.DataFrame, side: str) -> str:
    return str(trade[side].iloc[int(trade["value"].fillna(0.0).argmax())])
