"""When, from which data and by what a file was made: the last lines of everything handed over."""

from __future__ import annotations

import datetime
import re
import unicodedata

from babel.dates import format_date

from supplychain import __version__
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words
from supplychain.exports import masking
from supplychain.views.provenance import basis_line, source_line

MADE = Words(
    en="Made on {date} with supplychain {version}; fingerprint of the data {print}.",
    id="Dibuat {date} dengan supplychain {version}; sidik data {print}.",
)
SHOWN = 12
"""Signs of the fingerprint that are said."""


def today() -> datetime.date:
    """Return the date where the machine stands."""
    return datetime.datetime.now().astimezone().date()


def made(network: SupplyNetwork, language: Language, day: datetime.date | None = None) -> str:
    """Say when a file was made, from which data and by which version.

    Parameters
    ----------
    day
        Today if left out.
    """
    date = format_date(day or today(), "d MMMM y", locale=language)
    said = MADE.fill(date=date, version=__version__, print=network.fingerprint[:SHOWN])
    return said(language)


def standing(network: SupplyNetwork, language: Language) -> tuple[str, str]:
    """Say where the values of the trade stand, and who published them."""
    trade = network.trade
    basis = network.value_basis.loc[trade.index]
    return (
        basis_line(basis, trade["value"], language),
        source_line(network, trade["source"], language),
    )


def masked(network: SupplyNetwork, language: Language) -> tuple[str, ...]:
    """Say what was hidden, if the network is one for the public."""
    source = masking.SOURCE.format(language=language)
    if source not in network.sources.index:
        return ()
    row = network.sources.loc[[source]].iloc[0]
    return (f"{row['title']}. {row['note']}",)


def slug(text: str, fallback: str = "supplychain") -> str:
    """Name for a file: plain letters, digits and hyphens.

    Examples
    --------
    >>> slug("Siapa memasok siapa: aliran")
    'siapa-memasok-siapa-aliran'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].rstrip("-") or fallback
