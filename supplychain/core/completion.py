"""What is missing from the tables, filled in by documented rules, and marked as filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

RAW_MATERIAL_SHARE = 0.42
"""Raw material per output: Rp 170.0 bn of Rp 405.5 bn, Lombok Tengah (Radar Lombok, 2016)."""
WAGE_SHARE = 0.5
"""Wages per value added where none are given. Assumed."""

Filled = Mapping[str, pd.Series]


@dataclass(frozen=True)
class Completed:
    """A table without the gaps a rule can fill, and which cells of each column were filled."""

    table: pd.DataFrame
    filled: Filled


def partnerships(table: pd.DataFrame, products: pd.DataFrame) -> Completed:
    """Fill a missing value by volume times price, for partnerships that carry goods."""
    price = table["product"].map(products["price"]).astype("float64") if len(products) else np.nan
    value = table["value"].fillna(table["volume"] * price)
    return _completed(table, value=value)


def businesses(table: pd.DataFrame, trade: pd.DataFrame) -> Completed:
    """Fill name, sector, kind, output, value added and wages.

    Parameters
    ----------
    table
        Businesses by id, conforming to the schema.
    trade
        Partnerships that carry goods now, with their values.
    """
    sales = _total(trade, "supplier", table.index)
    purchases = _total(trade, "buyer", table.index)
    needed = purchases / RAW_MATERIAL_SHARE
    output = table["output"].fillna(sales.where(sales > needed, needed))
    bought = (purchases / output.where(output > 0)).fillna(0)
    kept = output * np.minimum(1 - RAW_MATERIAL_SHARE, 1 - bought)
    value_added = table["value_added"].fillna(kept)
    return _completed(
        table,
        name=table["name"].fillna(table.index.to_series()),
        sector=table["sector"].fillna(table["kbli"]),
        kind=table["kind"].fillna(_position(table.index, trade)),
        output=output,
        value_added=value_added,
        wages=table["wages"].fillna(value_added.clip(lower=0) * WAGE_SHARE),
    )


def reopened(table: pd.DataFrame, before: pd.DataFrame, filled: Filled) -> pd.DataFrame:
    """Make gaps again of cells that a rule had filled and nobody changed since."""
    columns = {}
    for column, marks in filled.items():
        old = before[column].reindex(table.index)
        ours = marks.reindex(table.index).eq(True) & (table[column] == old)
        columns[column] = table[column].where(~ours)
    return table.assign(**columns)


def _completed(table: pd.DataFrame, **columns: pd.Series) -> Completed:
    filled = {
        name: table[name].isna() & column.notna()
        for name, column in columns.items()
        if name != "sector" and name != "name"
    }
    return Completed(table.assign(**columns), filled)


def _total(trade: pd.DataFrame, side: str, index: pd.Index) -> pd.Series:
    return trade.groupby(side)["value"].sum().reindex(index).fillna(0.0)


def _position(index: pd.Index, trade: pd.DataFrame) -> pd.Series:
    """Kind by place in the trade: raw material first, then sentra, IKM, and those who only buy."""
    buys, sells = index.isin(trade["buyer"]), index.isin(trade["supplier"])
    raw = index[sells & ~buys]
    fed_by_others = index.isin(trade.loc[~trade["supplier"].isin(raw), "buyer"])
    kinds = np.select(
        [sells & ~buys, buys & ~sells, fed_by_others], ["supplier", "market", "ikm"], "sentra"
    )
    return pd.Series(kinds, index=index, dtype="str").where(buys | sells, "ikm")
