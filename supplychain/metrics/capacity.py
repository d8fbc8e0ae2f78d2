"""How much of what it could make a business makes."""

from __future__ import annotations

import pandas as pd

from supplychain.core.findings import listed
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Words
from supplychain.metrics.catalogue import RESILIENCE, SHARE, metric


def beyond_capacity(network: SupplyNetwork) -> Words | None:
    """Say who makes more than it can, or that no capacity is known."""
    used = _used(network)
    if used.isna().all():
        return Words(
            en="Means nothing here: no business has a capacity and a product of known price.",
            id="Tidak bermakna di sini: tidak ada usaha dengan kapasitas dan harga produk.",
        )
    over = used.index[used > 1]
    if not len(over):
        return Words(
            en="Known for {known} of {all} businesses.",
            id="Diketahui untuk {known} dari {all} usaha.",
        ).fill(known=int(used.notna().sum()), all=len(network))
    return Words(
        en="Beyond capacity, so check both numbers: {over}.",
        id="Melebihi kapasitas, periksa kedua angkanya: {over}.",
    ).fill(over=listed(network.businesses.loc[over, "name"]))


def _used(network: SupplyNetwork) -> pd.Series:
    """Output in units of the capacity's product, else the volume it sells, over the capacity."""
    businesses = network.businesses
    product = businesses["capacity_product"]
    price = product.map(network.products["price"]).astype("float64")
    made = businesses["output"] / price.where(price > 0)
    trade = network.trade
    own = trade["product"] == trade["supplier"].map(product)
    sold = trade[own].groupby("supplier")["volume"].sum(min_count=1)
    made = made.fillna(sold.reindex(businesses.index))
    return made / businesses["capacity"].where(businesses["capacity"] > 0)


@metric(
    level="business",
    unit=SHARE,
    title=Words(en="Use of capacity", id="Pemakaian kapasitas"),
    meaning=Words(
        en="Share of its capacity that a business uses; above 1 it claims more than it can make.",
        id="Bagian kapasitas yang terpakai; di atas 1 berarti produksi yang diklaim melebihi "
        "kemampuan.",
    ),
    formula="(xⱼ / price) / capacity",
    source="Klein & Summers (1966)",
    group=RESILIENCE,
    depends_on=frozenset({"values", "capacity"}),
    looks="own",
    notice=beyond_capacity,
)
def capacity_use(network: SupplyNetwork) -> pd.Series:
    """Share of its capacity that each business uses.

    Parameters
    ----------
    network
        Output in Rp/year, capacity in units of `capacity_product` a year, prices in Rp/unit.

    Returns
    -------
    pandas.Series
        Output over price, or the volume sold where no price is known, over capacity; NaN without
        capacity. Above 1 means output beyond capacity.

    References
    ----------
    Klein, L.R. & Summers, R. (1966). The Wharton Index of Capacity Utilization. University of
    Pennsylvania: output over capacity.

    Examples
    --------
    >>> import pandas as pd
    >>> from supplychain import SupplyNetwork
    >>> network = SupplyNetwork.from_tables(
    ...     pd.DataFrame({"id": ["mill"], "output": [225e6], "capacity": [3e6],
    ...                   "capacity_product": ["tapioca"]}),
    ...     pd.DataFrame({"supplier": [], "buyer": []}),
    ...     pd.DataFrame({"id": ["tapioca"], "unit": ["kg"], "price": [12500.0]}),
    ... )
    >>> capacity_use(network).round(4).to_dict()
    {'mill': 0.006}
    """
    return _used(network).astype("float64").rename("capacity_use")
