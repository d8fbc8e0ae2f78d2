"""Many businesses as few groups that open on demand: province, kabupaten, commodity, product.

A group holds businesses of one kind, so that shapes, tiers and directions mean what they mean for
single businesses, and is drawn by everything that draws a network.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from pandas.api.typing import SeriesGroupBy

from supplychain.core.network import SupplyNetwork
from supplychain.core.places import district_name, province_name
from supplychain.core.vocabulary import BASES, COMMODITIES, KINDS
from supplychain.core.words import Language, Words, number, same

MOST = 1000
"""Businesses that one drawing shows one by one."""
MARK = "group:"
REST = "*"
LEVELS = ("province", "district", "commodity", "product")
_SUMS = ("output", "value_added", "wages", "workers", "members", "funds")
OTHERS = Words(en="Others", id="Lainnya")
UNKNOWN = Words(en="Not stated", id="Tanpa keterangan")
TEXTS: Mapping[str, Words] = {
    "shown": Words(en="{shown} of {all} groups and businesses", id="{shown} dari {all} kelompok"),
    "shown_links": Words(en="{shown} of {all} flows", id="{shown} dari {all} aliran"),
    "focus_on": Words(en="Open, or focus on it", id="Buka atau fokus padanya"),
    "hint": Words(
        en="Click a group for its sums, double-click to open it. The number in brackets counts "
        "its businesses.",
        id="Klik satu kelompok untuk melihat jumlahnya, klik ganda untuk membukanya. Angka dalam "
        "kurung menghitung usahanya.",
    ),
}
"""What a drawing of groups says otherwise than one of businesses."""
NAMED = Words(en="{name} ({count})", id="{name} ({count})")
WITHIN = Words(en="{name}, {place}", id="{name}, {place}")


@dataclass(frozen=True)
class Grouped:
    """A network of groups, and where each business went.

    Attributes
    ----------
    network
        Groups and opened businesses; partnerships between them, added up.
    node
        By business of the network before: id of the group or business it stands in.
    inside
        By group: trade among its own businesses, which no line shows, Rp/year.
    """

    network: SupplyNetwork
    node: pd.Series
    inside: pd.Series
    _weight: pd.Series

    def mean(self, values: pd.Series) -> pd.Series:
        """Average a number by business over each group, weighted by output."""
        known = values.notna() & (self._weight > 0)
        weight = self._weight[known].groupby(self.node[known]).sum()
        total = (values * self._weight)[known].groupby(self.node[known]).sum()
        return (total / weight).reindex(self.network.businesses.index).rename(str(values.name))


def is_group(node: str) -> bool:
    """Tell a group from a business by its id."""
    return node.startswith(MARK)


def opens(node: str) -> bool:
    """Whether a node is a group that holds something to open."""
    return is_group(node) and not node.endswith(REST)


def crowded(network: SupplyNetwork) -> bool:
    """Whether a network has more businesses than one drawing shows one by one."""
    return len(network) > MOST


def found(network: SupplyNetwork, asked: str, most: int = 50) -> dict[str, str]:
    """Find businesses by a part of their name, the largest output first: name by id."""
    fits = network.businesses["name"].str.contains(asked.strip(), case=False, regex=False, na=False)
    rows = network.businesses[fits].sort_values("output", ascending=False, kind="stable")
    return {str(name): str(row) for name, row in rows["name"].head(most).items()}


def names(
    network: SupplyNetwork, *, opened: Collection[str], language: Language = "id"
) -> dict[str, str]:
    """Name the groups among `opened` that are open, by id; unknown ones are left out."""
    paths = _paths(network)
    named: dict[str, str] = {}
    for group in opened:
        closed, level = _nodes(paths, network.businesses["output"], {*opened} - {group}, MOST)
        known = paths.assign(node=closed, level=level)[closed == group]
        if len(known) > 1:
            named |= {
                str(node): str(name) for node, name in _names(network, known, language).items()
            }
    return named


def grouped(
    network: SupplyNetwork,
    *,
    opened: Collection[str] = (),
    language: Language = "id",
    most: int = MOST,
) -> Grouped:
    """Gather businesses into groups of one kind, place and trade.

    Parameters
    ----------
    network
        Of any size; time and memory grow with its businesses and partnerships.
    opened
        Ids of groups whose parts are shown instead; unknown ones are passed over.
    language
        Of the groups' names.
    most
        Single businesses that an opened group shows; smaller ones stay together as others.

    Returns
    -------
    Grouped
        A level at which a group would not split is left out, and a group of one business is that
        business.
    """
    paths = _paths(network)
    node, level = _nodes(paths, network.businesses["output"], set(opened), most)
    node = node.mask(node.groupby(node).transform("size") == 1, node.index.to_series())
    partnerships, inside = _partnerships(network, node)
    table = _businesses(network, paths.assign(node=node, level=level), language)
    return Grouped(
        SupplyNetwork(table, partnerships, network.products, network.claims[:0], network.sources),
        node.rename("node"),
        inside,
        network.businesses["output"].fillna(0.0),
    )


def _paths(network: SupplyNetwork) -> pd.DataFrame:
    """Code of each business at each level, beneath its kind; empty where it is not known."""
    table = network.businesses
    district = table["district"].fillna("").astype(str)
    sold = network.trade.assign(value=network.trade["value"].fillna(0.0))
    sold = sold.groupby(["supplier", "product"])["value"].sum().reset_index()
    main = sold.sort_values(["value", "product"]).drop_duplicates("supplier", keep="last")
    return pd.DataFrame(
        {
            "kind": table["kind"].fillna("").astype(str),
            "province": district.str.split(".").str[0],
            "district": district,
            "commodity": table["commodity"].fillna("").astype(str),
            "product": main.set_index("supplier")["product"].reindex(table.index).fillna(""),
        },
        index=table.index,
    ).astype(str)


def _nodes(
    paths: pd.DataFrame, output: pd.Series, opened: set[str], most: int
) -> tuple[pd.Series, pd.Series]:
    """Node of each business, down the levels that split as far as they are open; and its level."""
    root = MARK + paths["kind"]
    above, node = root, root
    reached = pd.Series("", index=paths.index)
    for level in LEVELS:
        splits = paths[level].groupby(above).transform("nunique") > 1
        goes_down = splits & (node == above) & ((above == root) | above.isin(opened))
        above = above.where(~splits, above + "/" + paths[level])
        node = above.where(goes_down, node)
        reached = reached.mask(goes_down, level)
    last = (node == above) & ((above == root) | above.isin(opened))
    rank = output.fillna(0.0)[last].groupby(node[last]).rank(method="first", ascending=False)
    alone = rank.reindex(node.index) <= most
    return node.mask(last, node + "/" + REST).mask(alone, node.index.to_series()), reached


def _businesses(network: SupplyNetwork, known: pd.DataFrame, language: Language) -> pd.DataFrame:
    """One row a node: sums, the place in the middle, and the weakest basis of its businesses."""
    node = known["node"]
    single = network.businesses[node == node.index]
    many = network.businesses[node != node.index].assign(node=node)
    if many.empty:
        return single
    by_node = many.groupby("node", sort=True)
    gathered = by_node[[*_SUMS]].sum(min_count=1)
    gathered[["lat", "lon"]] = by_node[["lat", "lon"]].mean()
    for column in ("kind", "commodity", "district"):
        gathered[column] = _common(by_node[column])
    gathered["basis"] = _weakest(many["basis"], [many["node"]])
    gathered["name"] = _names(network, known.loc[many.index], language)
    joined = pd.concat([single, gathered.reindex(columns=single.columns)])
    joined.index.name = single.index.name
    return joined.astype(single.dtypes.to_dict())


def _common(values: SeriesGroupBy[Any, Any]) -> pd.Series:
    """Keep what all of a group share; missing where they differ."""
    kinds = values.nunique(dropna=False)
    return values.first().where(kinds < 2)


def _weakest(basis: pd.Series, by: list[pd.Series]) -> pd.Series:
    """Take the basis of a sum from its least certain part."""
    codes = list(BASES)
    order = {code: place for place, code in enumerate(codes)}
    return basis.map(order).fillna(0).groupby(by).max().map(lambda place: codes[int(place)])


def _names(network: SupplyNetwork, known: pd.DataFrame, language: Language) -> pd.Series:
    """Name each group by what its level tells apart and the place it shares, and count it."""
    by_node = known.groupby("node", sort=True)
    shared = {column: _common(by_node[column]).fillna("") for column in (*LEVELS, "kind", "level")}
    names = {
        str(node): NAMED.fill(
            name=_said(network, str(node), {str(key): str(code) for key, code in row.items()})(
                language
            ),
            count=number(len(by_node.groups[node]), language),
        )(language)
        for node, row in pd.DataFrame(shared).to_dict("index").items()
    }
    return pd.Series(names, dtype=str)


def _said(network: SupplyNetwork, node: str, codes: Mapping[str, str]) -> Words:
    where = district_name(codes["district"]) or province_name(codes["province"])
    if node.endswith(REST):
        what = OTHERS
    elif codes["level"] == "product":
        what = network.product_name(codes["product"])
    elif codes["level"] == "commodity":
        what = COMMODITIES.get(codes["commodity"], same(codes["commodity"]))
    elif where:
        return same(where)
    else:
        what = KINDS.get(codes["kind"], UNKNOWN)
    what = what if what.id else UNKNOWN
    return WITHIN.fill(name=what, place=where) if where else what


def _partnerships(network: SupplyNetwork, node: pd.Series) -> tuple[pd.DataFrame, pd.Series]:
    """Add up partnerships from node to node, and the trade that stays inside each."""
    table = network.partnerships
    ends = {side: table[side].map(node) for side in ("supplier", "buyer")}
    table = table.assign(**ends, basis=network.value_basis)
    table = table[table["status"] != "ended"]
    stays = table["supplier"] == table["buyer"]
    inside = table[stays].groupby("supplier")["value"].sum()
    moves, keys = table[~stays], ["supplier", "buyer", "relation"]
    by_pair = moves.groupby(keys, sort=True)
    summed = by_pair[["value"]].sum(min_count=1)
    for column in ("product", "scheme", "input_class", "status", "source"):
        summed[column] = _common(by_pair[column])
    summed["basis"] = _weakest(moves["basis"], [moves[key] for key in keys])
    summed["status"] = summed["status"].fillna("active")
    joined = summed.reset_index().reindex(columns=table.columns)
    return joined.astype(table.dtypes.to_dict()).rename_axis(index="partnership"), inside
