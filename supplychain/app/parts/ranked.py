"""The ranking of possible partnerships, narrowed down by what the user filters."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from supplychain.app import cache, controls, messages
from supplychain.core.network import SupplyNetwork
from supplychain.core.params import parameters
from supplychain.core.scenario import AddPartnership
from supplychain.core.words import Language, Words
from supplychain.recommend import ranking
from supplychain.views import offers

KIND = Words(en="Kind of supplier", id="Jenis pemasok")
PRODUCT = Words(en="Product", id="Produk")
DISTRICT = Words(en="Kabupaten or kota of the supplier", id="Kabupaten/kota pemasok")
FILTER = Words(en="Narrow down", id="Persempit")
WAITING = Words(
    en="Working out every possible partnership …", id="Menghitung semua kemitraan yang mungkin …"
)
NONE = Words(
    en="No possible partnership fits. Widen the distance or take away a filter.",
    id="Tidak ada kemitraan yang cocok. Perluas jaraknya atau kurangi saringannya.",
)
ANY = "semua"
ALL = Words(en="All kinds", id="Semua jenis")

Asked = dict[str, Any]


def asked(network: SupplyNetwork, language: Language) -> Asked:
    """Draw the filters and return what they ask for, as `rows` takes it."""
    kinds = {
        code: words
        for code, words in cache.result(network, offers.kinds, {}).items()
        if code != "institution"
    }
    left, middle, right = st.columns([3, 3, 2], gap="large", vertical_alignment="bottom")
    with left:
        kind = controls.choose(
            "pemasok-jenis", KIND, {ANY: ALL, **kinds}, language, default="sentra"
        )
    with middle:
        given = controls.draw(parameters(ranking), language, prefix="calon-")
    with right, st.popover(FILTER(language), icon=":material/filter_alt:"):
        known = offers.by_name(cache.result(network, offers.products, {}), language)
        products = controls.several("produk", PRODUCT, known, language)
        districts = controls.several(
            "kabupaten", DISTRICT, cache.result(network, offers.districts, {}), language
        )
    chosen = {"products": tuple(products), "districts": tuple(districts)}
    return {"kind": kind, **chosen, "within": given["within"]}


def narrowed(network: SupplyNetwork, wanted: Asked, language: Language) -> pd.DataFrame:
    """Return the rows that fit, waiting for the first time without holding up a click."""
    return messages.awaited(network, rows, wanted, WAITING(language))


def rows(
    network: SupplyNetwork,
    *,
    kind: str,
    products: tuple[str, ...],
    districts: tuple[str, ...],
    within: float,
) -> pd.DataFrame:
    """Rank the possible partnerships whose supplier and product fit, best first."""
    found = ranking(network, within=within)
    supplier = network.businesses.reindex(found["supplier"])
    fits = pd.Series(True, index=found.index)
    if kind != ANY:
        fits &= (supplier["kind"] == kind).to_numpy()
    if districts:
        fits &= supplier["district"].isin(districts).to_numpy()
    if products:
        fits &= found["product"].isin(products)
    return found[fits].reset_index(drop=True)


def nothing(language: Language) -> None:
    """Say that no partnership fits."""
    messages.empty(NONE, language)


def edit(row: pd.Series) -> AddPartnership:
    """Turn a row of the ranking into an edit."""
    return AddPartnership(
        supplier=row["supplier"],
        buyer=row["buyer"],
        product=row["product"],
        value=float(row["value"]),
        closure="outside",
    )
