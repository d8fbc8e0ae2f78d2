"""Which flows between groups may be told: those that many stand behind, and give nothing away."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from supplychain.core.network import SupplyNetwork

LEAST = 3
"""Businesses that stand behind a number that is told."""
MOST = 0.85
"""Share of a sum above which its largest part could be told from it."""
SIDES = ("supplier", "buyer")


@dataclass(frozen=True)
class Flows:
    """Flows between groups.

    Attributes
    ----------
    table
        `supplier`, `buyer` (groups), `product` (missing where it would give somebody away),
        `value` in Rp/year, `basis`.
    told
        Of each row of the trade, whether it is part of a flow in `table`.
    withheld, complementary
        Partnerships that are hidden since too few stand behind them, and those hidden besides,
        since what is hidden could be worked out.
    """

    table: pd.DataFrame
    told: pd.Series
    withheld: int
    complementary: int


def flows(network: SupplyNetwork, groups: pd.Series) -> Flows:
    """Add up the trade between groups and hide what would give a business away.

    Parameters
    ----------
    groups
        Group of each business, by id; missing for those withheld.
    """
    rows = _rows(network, groups)
    told = _first_round(rows)
    hidden = ~told
    hidden_besides = _complement(rows, hidden)
    shown = ~hidden & ~hidden_besides
    return Flows(_added(rows[shown]), shown, int(hidden.sum()), int(hidden_besides.sum()))


def _rows(network: SupplyNetwork, groups: pd.Series) -> pd.DataFrame:
    """Active trade with the groups of both ends, and products that many trade."""
    trade = network.trade
    rows = trade[["supplier", "buyer", "product", "value"]].assign(
        basis=network.value_basis.loc[trade.index],
        value=trade["value"].fillna(0.0),
        **{f"{side}_group": trade[side].map(groups) for side in SIDES},
    )
    many = rows.groupby("product")[list(SIDES)].nunique().min(axis=1) >= LEAST
    common = rows["product"].isin(many.index[many])
    return rows.assign(product=rows["product"].where(common))


def _first_round(rows: pd.DataFrame) -> pd.Series:
    """Tell which rows stand in a flow that many stand behind; too small ones lose their product."""
    grouped = rows["supplier_group"].notna() & rows["buyer_group"].notna()
    alone = _safe(rows[grouped & rows["product"].notna()])
    named = alone.reindex(rows.index).eq(True)
    pooled = _safe(rows[grouped & ~named].assign(product=None))
    together = pooled.reindex(rows.index).eq(True)
    rows.loc[together, "product"] = None
    return named | together


def _safe(rows: pd.DataFrame) -> pd.Series:
    """Tell of each row whether its flow has enough suppliers and buyers, none of them most."""
    if rows.empty:
        return pd.Series(dtype=bool)
    keys = [rows["supplier_group"], rows["buyer_group"], rows["product"].fillna("")]
    enough = pd.Series(True, index=rows.index)
    total = rows["value"].groupby(keys).transform("sum")
    for side in SIDES:
        enough &= rows[side].groupby(keys).transform("nunique") >= LEAST
        own = rows["value"].groupby([*keys, rows[side]]).transform("sum")
        enough &= own.groupby(keys).transform("max") <= MOST * total
    return enough


def _complement(rows: pd.DataFrame, hidden: pd.Series) -> pd.Series:
    """Hide further flows until what is hidden of each group could be anybody's of three."""
    besides = pd.Series(False, index=rows.index)
    for _ in range(len(rows)):
        more = _one_more(rows, hidden | besides)
        if more is None:
            return besides
        besides |= more
    return besides


def _one_more(rows: pd.DataFrame, hidden: pd.Series) -> pd.Series | None:
    """Return the smallest flow told of a group whose hidden part too few stand behind."""
    for side, other in (SIDES, SIDES[::-1]):
        secret = rows[hidden].groupby(f"{side}_group")[[side, other]].nunique().min(axis=1)
        for group in secret.index[secret < LEAST]:
            own = rows[(rows[f"{side}_group"] == group) & ~hidden]
            if own.empty:
                continue
            keys = [own[f"{other}_group"], own["product"].fillna("")]
            sums = own["value"].groupby(keys).sum()
            partner, product = sums.idxmin()
            return (
                ~hidden
                & (rows[f"{side}_group"] == group)
                & (rows[f"{other}_group"] == partner)
                & (rows["product"].fillna("") == product)
            )
    return None


def _added(rows: pd.DataFrame) -> pd.DataFrame:
    keys = ["supplier_group", "buyer_group", "product"]
    if rows.empty:
        return pd.DataFrame(columns=["supplier", "buyer", "product", "value", "basis"])
    filled = rows.assign(product=rows["product"].fillna(""))
    by_basis = filled.groupby([*keys, "basis"])["value"].sum().reset_index()
    heaviest = by_basis.sort_values("value", kind="stable").drop_duplicates(keys, keep="last")
    sums = filled.groupby(keys)["value"].sum().reset_index()
    joined = sums.merge(heaviest[[*keys, "basis"]], on=keys)
    joined["product"] = joined["product"].replace("", None)
    return joined.rename(columns={f"{side}_group": side for side in SIDES})
