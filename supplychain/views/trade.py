"""Which trade a view shows, and how the businesses at its ends are named and grouped."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Literal

import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.places import district_name, industry_name
from supplychain.core.vocabulary import COMMODITIES, KINDS, label
from supplychain.core.words import Language, Words

Side = Literal["supplier", "buyer"]
Group = Literal["business", "industry", "product", "commodity", "district", "kind"]

OTHERS = Words(en="Others ({count})", id="Lainnya ({count})")
NOT_STATED = Words(en="Not stated", id="Tidak disebut")
_FIELDS = ("kind", "commodity", "district", "kbli")


def chosen(
    network: SupplyNetwork,
    *,
    districts: Collection[str] = (),
    commodities: Collection[str] = (),
    products: Collection[str] = (),
    kinds: Collection[str] = (),
    bases: Collection[str] = (),
) -> pd.DataFrame:
    """Rows of `network.trade` that fit every choice; an empty choice takes all.

    Parameters
    ----------
    districts, commodities
        Codes; the supplier or the buyer has one of them.
    products
        Ids of what is traded.
    kinds
        Codes; supplier and buyer each have one of them.
    bases
        Where the value stands.
    """
    trade = network.trade
    by_end = {
        side: network.businesses.reindex(trade[side]).set_axis(trade.index)
        for side in ("supplier", "buyer")
    }
    fits = pd.Series(True, index=trade.index)
    for column, wanted in (("district", districts), ("commodity", commodities)):
        if wanted:
            fits &= by_end["supplier"][column].isin(wanted) | by_end["buyer"][column].isin(wanted)
    if kinds:
        fits &= by_end["supplier"]["kind"].isin(kinds) & by_end["buyer"]["kind"].isin(kinds)
    if products:
        fits &= trade["product"].isin(products)
    if bases:
        fits &= network.value_basis.loc[trade.index].isin(bases)
    return trade[fits]


def with_ends(network: SupplyNetwork, trade: pd.DataFrame | None = None) -> pd.DataFrame:
    """Trade with the kind, commodity, district and KBLI of both ends, and where its value stands.

    Parameters
    ----------
    trade
        Rows of `network.trade`; all of them if left out.
    """
    rows = network.trade if trade is None else trade
    ends = {
        f"{side}_{field}": network.businesses[field].reindex(rows[side]).to_numpy()
        for side in ("supplier", "buyer")
        for field in _FIELDS
    }
    return rows.assign(
        **ends,
        basis=network.value_basis.loc[rows.index],
        value=rows["value"].fillna(0.0),
    )


def names(network: SupplyNetwork) -> pd.Series:
    """Names of the businesses by id, each once: alike ones get their district, or else their id."""
    businesses = network.businesses
    name = businesses["name"].astype("str")
    twice = name.duplicated(keep=False) & businesses["district"].notna()
    name = name.mask(twice, name + ", " + _each(businesses["district"], district_name))
    twice = name.duplicated(keep=False)
    return name.mask(twice, name + " (" + businesses.index.astype("str") + ")")


def groups(
    network: SupplyNetwork, ends: pd.DataFrame, side: Side, by: Group, language: Language
) -> pd.Series:
    """Name of the group that one end of each row of trade belongs to.

    Parameters
    ----------
    ends
        As `with_ends` returns them.
    """
    if by == "business":
        return pd.Series(names(network).reindex(ends[side]).to_numpy(), index=ends.index)
    codes = ends["product"] if by == "product" else ends[f"{side}_{_column(by)}"]
    return grouped(network, codes, by, language)


def grouped(network: SupplyNetwork, codes: pd.Series, by: Group, language: Language) -> pd.Series:
    """Say the codes of a group in words."""

    def say(code: object) -> str:
        if by == "product":
            return network.product_name(str(code))(language)
        if by == "industry":
            return industry(code, language)
        if by == "district":
            return district_name(code)
        return label(KINDS if by == "kind" else COMMODITIES, code, language)

    return _each(codes, say).fillna(NOT_STATED(language))


def industry(code: object, language: Language) -> str:
    """Title of a KBLI code without the word Industri, which a heading says for all of them.

    Examples
    --------
    >>> industry("10710", "id"), industry("99999", "id")
    ('Produk roti dan kue', 'KBLI 99999')
    """
    title = industry_name(code)(language)
    short = title.removeprefix("Industri ")
    return f"KBLI {code}" if title == str(code) else short[:1].upper() + short[1:]


def _column(by: Group) -> str:
    return "kbli" if by == "industry" else by


def _each(codes: pd.Series, say: Callable[[object], str]) -> pd.Series:
    known = {code: say(code) for code in codes.dropna().unique()}
    return codes.map(known).astype("str").where(codes.notna())


def folded(labels: pd.Series, values: pd.Series, top: int, language: Language) -> pd.Series:
    """Keep the labels with the largest sums; the rest becomes one group that says how many.

    Parameters
    ----------
    labels, values
        Aligned; Rp/year.
    top
        How many groups remain beside the rest.

    Returns
    -------
    pandas.Series
        Labels as an ordered category, the largest first and the rest last.
    """
    ranked = list(values.groupby(labels).sum().sort_values(ascending=False, kind="stable").index)
    kept = ranked if len(ranked) <= top + 1 else ranked[:top]
    rest = OTHERS.fill(count=len(ranked) - len(kept))(language)
    order = kept if kept == ranked else [*kept, rest]
    named = labels.where(labels.isin(kept), rest)
    return named.astype(pd.CategoricalDtype(order, ordered=True))
