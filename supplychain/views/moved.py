"""What moves when the tables change: key numbers of two networks, side by side."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from supplychain.core import schema
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words, percent, quantity
from supplychain.metrics import CATALOGUE
from supplychain.views.scores import written
from supplychain.views.trade import names

COLUMNS = ("output", "workers", "funds", "capacity")
METRICS = (
    "output_multiplier",
    "employment_multiplier",
    "extraction_loss",
    "output_per_fund",
    "capacity_use",
)
STILL = 1e-9
"""Relative change below which a number counts as unmoved."""
HEADERS = {
    "business": Words(en="Business", id="Usaha"),
    "number": Words(en="Number", id="Angka"),
    "before": Words(en="Before", id="Sebelum"),
    "after": Words(en="After", id="Sesudah"),
    "change": Words(en="Change", id="Perubahan"),
}
NEW = Words(en="new", id="baru")


def moved(
    before: SupplyNetwork, after: SupplyNetwork, *, language: Language, top: int = 12
) -> pd.DataFrame:
    """Return the key numbers that change most between two networks, in words.

    Parameters
    ----------
    before, after
        Businesses that only one of them has are left out.
    top
        How many rows at most.

    Returns
    -------
    pandas.DataFrame
        One row a number of a business: its name, the number's title, before, after and relative
        change; the largest change first.
    """
    rows = pd.concat([_compared(*pair) for pair in _numbers(before, after)], ignore_index=True)
    ranked = rows.sort_values("size", ascending=False, kind="stable").head(top)
    named = names(after)
    said = [
        {
            "business": named[row["business"]],
            "number": _title(row["number"])(language),
            "before": _said(row["number"], row["before"], language),
            "after": _said(row["number"], row["after"], language),
            "change": _change(row["before"], row["after"], language),
        }
        for row in ranked.to_dict("records")
    ]
    table = pd.DataFrame(said, columns=list(HEADERS))
    return table.rename(columns={name: words(language) for name, words in HEADERS.items()})


def _numbers(
    before: SupplyNetwork, after: SupplyNetwork
) -> Iterator[tuple[str, pd.Series, pd.Series]]:
    for column in COLUMNS:
        yield column, before.businesses[column], after.businesses[column]
    for name in METRICS:
        fn = CATALOGUE.get(name).fn
        yield name, fn(before), fn(after)


def _compared(number: str, before: pd.Series, after: pd.Series) -> pd.DataFrame:
    both = pd.DataFrame({"before": before, "after": after}).reindex(
        before.index.intersection(after.index)
    )
    gap = both["before"].isna() != both["after"].isna()
    base = both[["before", "after"]].abs().max(axis=1)
    size = ((both["after"] - both["before"]).abs() / base.where(base > 0)).fillna(0.0)
    both = both.assign(size=size.mask(gap, 1.0), number=number)
    return both[both["size"] > STILL].rename_axis("business").reset_index()


def _title(number: str) -> Words:
    if number in CATALOGUE:
        return CATALOGUE.get(number).title
    return schema.BUSINESSES.column(number).meaning


def _said(number: str, value: float, language: Language) -> str:
    if number in CATALOGUE:
        return written(value, CATALOGUE.get(number).unit, language)
    return quantity(value, schema.BUSINESSES.column(number).unit, language)


def _change(before: float, after: float, language: Language) -> str:
    if not np.isfinite(before) or before == 0:
        return NEW(language)
    share = after / before - 1
    return ("+" if share > 0 else "") + percent(share, language, digits=0 if abs(share) >= 1 else 1)
