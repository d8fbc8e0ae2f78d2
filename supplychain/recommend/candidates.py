"""Which partnerships are possible: who sells what others of the buyer's industry use."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from supplychain.core.network import SupplyNetwork
from supplychain.simulate.plan import capacities

Floats = NDArray[np.float64]
EARTH_RADIUS = 6371.0
COLUMNS = ["supplier", "buyer", "product", "need", "spare", "value", "distance"]


def candidates(network: SupplyNetwork, *, within: float = 100.0) -> pd.DataFrame:
    """Feasible new partnerships.

    Parameters
    ----------
    network
        Trade in Rp/year; coordinates in degrees.
    within
        Largest distance along the great circle, km; pairs of unknown distance are kept.

    Returns
    -------
    pandas.DataFrame
        One row a pair and product that do not trade yet: `supplier`, `buyer`, `product`; `need`,
        what the buyer presumably buys of it outside, and `spare`, what the supplier can still make
        (Rp/year, infinite without a stated capacity); `value`, the smaller of the two;
        `distance`, km.

    Notes
    -----
    A buyer's need is the median use of the product per rupiah of output in its industry (`sector`),
    times its output, less what it buys in the network already. Raw material for the supplier is not
    looked at here: a simulation of the row does.
    """
    trade = network.trade.dropna(subset="product")
    needs = _needs(network, trade)
    offers = _offers(network, trade)
    pairs = offers.merge(needs, on="product")
    pairs = pairs[pairs["supplier"] != pairs["buyer"]]
    known = pd.MultiIndex.from_frame(trade[["supplier", "buyer", "product"]])
    pairs = pairs[~pd.MultiIndex.from_frame(pairs[["supplier", "buyer", "product"]]).isin(known)]
    pairs["value"] = pairs[["need", "spare"]].min(axis=1)
    pairs["distance"] = _distance(network, pairs["supplier"], pairs["buyer"])
    near = ~(pairs["distance"] > within)
    return pairs.loc[near & (pairs["value"] > 0), COLUMNS].reset_index(drop=True)


def _needs(network: SupplyNetwork, trade: pd.DataFrame) -> pd.DataFrame:
    """Estimate what each business buys outside of each product that its industry uses."""
    bought = trade.groupby(["buyer", "product"])["value"].sum().reset_index()
    makers = network.businesses[network.businesses["output"].gt(0)]
    users = bought.join(makers[["sector", "output"]], on="buyer", how="inner")
    users["use"] = users["value"] / users["output"]
    usual = users.groupby(["sector", "product"])["use"].median().reset_index()
    peers = makers[["sector", "output"]].rename_axis("buyer").reset_index()
    wanted = usual.merge(peers, on="sector")
    wanted = wanted.merge(bought, on=["buyer", "product"], how="left")
    wanted["need"] = wanted["use"] * wanted["output"] - wanted["value"].fillna(0.0)
    return wanted.loc[wanted["need"] > 0, ["buyer", "product", "need"]]


def _offers(network: SupplyNetwork, trade: pd.DataFrame) -> pd.DataFrame:
    """Products that each business sells, with the room left below its capacity."""
    full = pd.Series(capacities(network), index=network.businesses.index)
    room: pd.Series = full - network.businesses["output"].fillna(0.0)
    offers = trade[["supplier", "product"]].drop_duplicates()
    offers["spare"] = room.clip(lower=0.0).reindex(offers["supplier"]).to_numpy()
    return offers


def _distance(network: SupplyNetwork, suppliers: pd.Series, buyers: pd.Series) -> Floats:
    """Great-circle distance of pairs, km."""
    place = network.businesses[["lat", "lon"]]
    here, there = (np.radians(place.reindex(side).to_numpy()) for side in (suppliers, buyers))
    north, east = ((there - here) / 2).T
    chord = np.sin(north) ** 2 + np.cos(here[:, 0]) * np.cos(there[:, 0]) * np.sin(east) ** 2
    return 2 * EARTH_RADIUS * np.arcsin(np.sqrt(chord))
