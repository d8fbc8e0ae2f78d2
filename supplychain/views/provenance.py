"""Where a set of numbers stands, and who published them, in one line each."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.vocabulary import BASES, PUBLISHERS, label
from supplychain.core.words import Language, Words, percent

BY_VALUE = Words(en="Where the values stand: {parts}.", id="Dasar angka menurut nilai: {parts}.")
SOURCE = Words(en="Source: {names}.", id="Sumber: {names}.")
AND_MORE = Words(en="and {count} more", id="dan {count} lainnya")
NOT_NAMED = Words(en="not named", id="tidak disebut")
NAMED = 4
"""How many publishers a line names."""


def shares(basis: pd.Series, weights: pd.Series | None = None) -> pd.Series:
    """Share of a set of numbers that is reported, estimated and assumed.

    Parameters
    ----------
    basis
        Code of each number.
    weights
        What each counts, aligned and at least 0, such as its value in Rp/year; alike if left out.

    Returns
    -------
    pandas.Series
        By `reported`, `estimated`, `assumed`; adds up to 1, or to 0 without numbers.

    Examples
    --------
    >>> shares(pd.Series(["reported", "assumed"]), pd.Series([3.0, 1.0])).tolist()
    [0.75, 0.0, 0.25]
    """
    counted = pd.Series(1.0, index=basis.index) if weights is None else weights.fillna(0.0).abs()
    sums = counted.groupby(basis.to_numpy()).sum().reindex(list(BASES), fill_value=0.0)
    total = float(sums.sum())
    return (sums / total if total > 0 else sums).rename("share")


def basis_line(basis: pd.Series, weights: pd.Series | None, language: Language) -> str:
    """Say in one sentence where a set of numbers stands."""
    parts = ", ".join(
        f"{share_text(share, language)} {label(BASES, code, language)}"
        for code, share in shares(basis, weights).items()
        if share > 0
    )
    return BY_VALUE.fill(parts=parts)(language) if parts else ""


def share_text(share: float, language: Language) -> str:
    """Write a share so that what is there never reads as nothing, nor most as all."""
    if 0 < share < 0.005:
        return f"< {percent(0.01, language)}"
    if 0.995 <= share < 1:
        return f"> {percent(0.99, language)}"
    return percent(share, language)


def source_line(network: SupplyNetwork, ids: Iterable[object], language: Language) -> str:
    """Name the publishers behind a set of rows, the most frequent first."""
    said = pd.Series(list(ids), dtype="object").map(publishers(network, language)).astype(object)
    ranked = [str(name) for name in said.fillna(NOT_NAMED(language)).value_counts().index]
    if len(ranked) > NAMED:
        ranked = [*ranked[:NAMED], AND_MORE.fill(count=len(ranked) - NAMED)(language)]
    return SOURCE.fill(names=", ".join(ranked))(language) if ranked else ""


def publishers(network: SupplyNetwork, language: Language) -> dict[str, str]:
    """Return who published each source, or else its title, by id of the source."""
    sources = network.sources
    said = sources["publisher"].fillna(sources["title"]).fillna(NOT_NAMED(language))
    return {str(source): label(PUBLISHERS, name, language) for source, name in said.items()}
