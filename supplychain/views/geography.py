"""Districts of a network: where they are, and how much flows between them."""

from __future__ import annotations

import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.places import district_name, districts
from supplychain.views.outline import island
from supplychain.views.trade import with_ends


def places(network: SupplyNetwork) -> pd.DataFrame:
    """Return where each district is: its listed point, or else the middle of its businesses.

    Returns
    -------
    pandas.DataFrame
        By district code: `lat`, `lon` (degrees), `name`.
    """
    listed = districts()[["lat", "lon"]]
    own = network.businesses.groupby("district")[["lat", "lon"]].mean()
    known = listed.reindex(own.index).fillna(own).dropna()
    return known.assign(name=[district_name(code) for code in known.index])


def crowded(network: SupplyNetwork) -> tuple[str, ...]:
    """Return the districts on the island with most businesses; none if all are on one island."""
    where = places(network)
    count = network.businesses["district"].value_counts()
    islands = pd.Series(
        [island(lon, lat) for lon, lat in zip(where["lon"], where["lat"], strict=True)],
        index=where.index,
    ).dropna()
    if islands.nunique() < 2:
        return ()
    most = count.reindex(islands.index).fillna(0).groupby(islands).sum().idxmax()
    return tuple(str(code) for code in islands.index[islands == most])


def between_districts(network: SupplyNetwork, *, trade: pd.DataFrame | None = None) -> pd.DataFrame:
    """Trade between kabupaten by kind of the supplier, added up.

    Returns
    -------
    pandas.DataFrame
        One row a flow: `start`, `end` (codes), `kind` (of the supplier), `value` (Rp/year),
        `product` (the largest), largest flow first.
    """
    ends = with_ends(network, trade).rename(
        columns={"supplier_district": "start", "buyer_district": "end", "supplier_kind": "kind"}
    )
    ends = ends[(ends["start"] != ends["end"]) & ends["start"].notna() & ends["end"].notna()]
    keys = ["start", "end", "kind"]
    by_product = ends.groupby([*keys, "product"], dropna=False, as_index=False).agg(
        value=("value", "sum")
    )
    largest = by_product.sort_values("value").drop_duplicates(keys, keep="last")
    total = by_product.groupby(keys, as_index=False).agg(value=("value", "sum"))
    found = total.merge(largest[[*keys, "product"]], on=keys)
    return found[found["value"] > 0].sort_values(
        by=["value", *keys], ascending=[False, True, True, True], ignore_index=True
    )
