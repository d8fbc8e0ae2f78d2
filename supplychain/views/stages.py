"""Trade from stage to stage of the supply chain, added up by group."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language
from supplychain.views.trade import Side, folded, grouped, groups, with_ends

STAGES = ("origin", "supplier", "sentra", "trader", "ikm", "market")
"""Kinds, with suppliers of suppliers before them, and markets that sell on to IKM before IKM."""
BY_INDUSTRY = ("ikm", "market")
"""Stages grouped by industry; suppliers are by what they sell, and all others by name."""


def flows(
    network: SupplyNetwork,
    *,
    language: Language,
    trade: pd.DataFrame | None = None,
    by: Literal["activity", "district", "commodity"] = "activity",
    top: int = 8,
) -> pd.DataFrame:
    """Trade from one stage to a later one, added up by group.

    Every flow leads to a later stage, so no cycle is possible.

    Returns
    -------
    pandas.DataFrame
        One row a flow: `source_stage`, `source`, `target_stage`, `target` (names), `value`
        (Rp/year); largest first.
    """
    ends = forward(with_ends(network, trade))
    long = pd.DataFrame({"value": ends["value"]})
    sides: tuple[tuple[Side, str], ...] = (("supplier", "source"), ("buyer", "target"))
    for side, role in sides:
        long[f"{role}_stage"] = ends[f"{side}_stage"]
        long[role] = _groups(network, ends, side, by, language)
    long = _folded(long, top, language)
    keys = ["source_stage", "source", "target_stage", "target"]
    found = long.groupby(keys, as_index=False).agg(value=("value", "sum"))
    return found.sort_values(
        by=["value", *keys], ascending=[False, *[True] * len(keys)], ignore_index=True
    )


def forward(ends: pd.DataFrame) -> pd.DataFrame:
    """Keep what flows to a later stage, and say the stage of both ends."""
    staged = ends.assign(**_stages(ends))
    place = {stage: position for position, stage in enumerate(STAGES)}
    ahead = staged["supplier_stage"].map(place) < staged["buyer_stage"].map(place)
    return staged[ahead & (staged["value"] > 0)]


def _stages(ends: pd.DataFrame) -> dict[str, pd.Series]:
    def pairs(kind: str, *buyers: str) -> pd.DataFrame:
        return ends[(ends["supplier_kind"] == kind) & ends["buyer_kind"].isin(buyers)]

    upstream = pairs("supplier", "supplier")
    origin = set(upstream["supplier"]) - set(upstream["buyer"])
    trader = set(pairs("market", "ikm", "market")["supplier"])
    return {
        f"{side}_stage": ends[f"{side}_kind"]
        .mask(ends[side].isin(origin), "origin")
        .mask(ends[side].isin(trader), "trader")
        for side in ("supplier", "buyer")
    }


def _groups(
    network: SupplyNetwork,
    ends: pd.DataFrame,
    side: Side,
    by: Literal["activity", "district", "commodity"],
    language: Language,
) -> pd.Series:
    if by != "activity":
        return groups(network, ends, side, by, language)
    said = groups(network, ends, side, "business", language)
    raw = ends[f"{side}_stage"].isin(["origin", "supplier"])
    goods = ends["product"] if side == "supplier" else ends["buyer"].map(_main_product(network))
    said = said.mask(raw & goods.notna(), grouped(network, goods, "product", language))
    known = ends[f"{side}_stage"].isin(BY_INDUSTRY) & ends[f"{side}_kbli"].notna()
    return said.mask(known, groups(network, ends, side, "industry", language))


def _main_product(network: SupplyNetwork) -> pd.Series:
    """Return the product each business sells most of, by business."""
    sold = network.trade.groupby(["supplier", "product"], as_index=False).agg(
        value=("value", "sum")
    )
    return (
        sold.sort_values("value")
        .drop_duplicates("supplier", keep="last")
        .set_index("supplier")["product"]
    )


def _folded(long: pd.DataFrame, top: int, language: Language) -> pd.DataFrame:
    """Add up the small groups of each stage, so that both ends of a flow agree on its name."""
    shown = long.copy()
    for stage in STAGES:
        here = {role: long[f"{role}_stage"] == stage for role in ("source", "target")}
        labels = pd.concat([long.loc[rows, role] for role, rows in here.items()])
        values = pd.concat([long.loc[rows, "value"] for rows in here.values()])
        kept = folded(
            labels.reset_index(drop=True), values.reset_index(drop=True), top, language
        ).astype("str")
        named = dict(zip(labels, kept, strict=True))
        for role, rows in here.items():
            shown[role] = shown[role].mask(rows, long[role].map(named))
    return shown
