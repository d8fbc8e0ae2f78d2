"""One sentra from raw material to jobs, in five steps, with what holds it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.places import district_name
from supplychain.core.words import Language, Words, number, percent, quantity, rupiah
from supplychain.metrics import CATALOGUE
from supplychain.views.claims import Topic, topic
from supplychain.views.provenance import shares, source_line
from supplychain.views.trade import names

MOST = 4
"""How many names a sentence holds."""
AND_MORE = Words(en="and {count} more", id="dan {count} lainnya")
AND = Words(en="and", id="dan")
GOODS = Words(en="goods", id="barang")
SOME = Words(en="an unknown amount", id="sejumlah")
SOMEWHERE = Words(en="places not stated", id="tempat yang tidak disebut")


@dataclass(frozen=True)
class Step:
    """One step of the story.

    Attributes
    ----------
    title, text
        What happens, with the figures of the network.
    shares, source
        Where these figures stand, and who says so; empty where they are computed.
    topics
        What sources say, also where they disagree.
    narrow
        Why the chain can carry no more, at the step where that is so.
    """

    title: str
    text: str
    shares: Mapping[str, float]
    source: str
    topics: tuple[Topic, ...] = ()
    narrow: str = ""


@dataclass(frozen=True)
class _Chain:
    """What goes into a sentra and what comes out of it."""

    network: SupplyNetwork
    sentra: str
    language: Language
    bought: pd.DataFrame
    sold: pd.DataFrame
    material: str
    product: str

    def amount(self, volume: float, product: str) -> str:
        """Volume in the product's unit; how much is not known says so."""
        if not volume > 0:
            return SOME(self.language)
        return quantity(volume, self.network.unit_of(product), self.language)

    def named(self, product: str) -> str:
        """Name of a product within a sentence; goods without a name are just goods."""
        return self.network.product_name(product)(self.language).lower() or GOODS(self.language)

    def places(self, businesses: pd.Series) -> str:
        """Kabupaten and kota of some businesses, as far as known."""
        codes = self.network.businesses["district"].reindex(businesses).dropna().unique()
        named = _listed([district_name(code) for code in codes], self.language)
        return named or SOMEWHERE(self.language)


def best_told(network: SupplyNetwork) -> str | None:
    """Return the sentra that sources say most about, among those that buy and sell."""
    businesses = network.businesses
    sentra = businesses.index[businesses["kind"] == "sentra"]
    linked = sentra[sentra.isin(network.trade["buyer"]) & sentra.isin(network.trade["supplier"])]
    if linked.empty:
        return None
    told = network.claims["business"].value_counts().reindex(linked).fillna(0)
    return str(told.sort_values(ascending=False, kind="stable").index[0])


def story(network: SupplyNetwork, *, sentra: str, language: Language) -> list[Step]:
    """Tell how one sentra works, from its suppliers to the jobs that hang on it.

    Parameters
    ----------
    sentra
        Id of a business that buys and sells.

    Raises
    ------
    UnknownNameError
        If there is no such business.
    """
    network.position(sentra)
    trade = network.trade
    bought, sold = trade[trade["buyer"] == sentra], trade[trade["supplier"] == sentra]
    chain = _Chain(network, sentra, language, bought, sold, _main(bought), _main(sold))
    return [_material(chain), _site(chain), _product(chain), _buyers(chain), _benefit(chain)]


def _main(trade: pd.DataFrame) -> str:
    by_product = trade.groupby("product")["value"].sum()
    return str(by_product.idxmax()) if len(by_product) else ""


def _of(trade: pd.DataFrame, product: str) -> pd.DataFrame:
    return trade[trade["product"] == product] if product else trade


_MATERIAL = Words(en="Raw material comes in", id="Bahan baku masuk")
_COMES = Words(
    en="{volume} of {material} a year from {count} supplier(s) in {places}, worth {value}.",
    id="{volume} {material} setahun dari {count} pemasok di {places}, senilai {value}.",
)
_NARROW = Words(
    en="This is the bottleneck. To use its capacity of {capacity} a year the sentra would need "
    "{need} of {material}; it gets {have}, enough for {share}. More buyers do not help while "
    "{material} is short.",
    id="Di sinilah sempitnya. Untuk memakai kapasitas {capacity} setahun, sentra perlu {need} "
    "{material}; yang masuk {have}, cukup untuk {share}. Menambah pembeli tidak menolong selama "
    "{material} kurang.",
)


def _material(chain: _Chain) -> Step:
    rows = _of(chain.bought, chain.material)
    said = _COMES.fill(
        volume=chain.amount(rows["volume"].sum(), chain.material),
        material=chain.named(chain.material),
        count=number(rows["supplier"].nunique(), chain.language),
        places=chain.places(rows["supplier"]),
        value=rupiah(rows["value"].sum(), chain.language),
    )
    return Step(
        _MATERIAL(chain.language),
        _sentence(said(chain.language)),
        *_ground(chain, rows),
        narrow=_bottleneck(chain, rows["volume"].sum()),
    )


def _bottleneck(chain: _Chain, have: float) -> str:
    capacity = float(chain.network.businesses["capacity"][chain.sentra])
    recipe = chain.network.products.reindex([chain.product]).iloc[0]
    if not (capacity > 0 and recipe["yield"] > 0 and recipe["made_from"] == chain.material):
        return ""
    need = capacity / recipe["yield"]
    if have >= need:
        return ""
    return _NARROW.fill(
        capacity=chain.amount(capacity, chain.product),
        need=chain.amount(need, chain.material),
        have=chain.amount(have, chain.material),
        share=percent(have / need, chain.language, digits=1),
        material=chain.named(chain.material),
    )(chain.language)


_SITE = Words(en="A shared building, paid with public money", id="Gedung bersama, dana publik")
_MAKES = Words(en="{name} turns it into {product}.", id="{name} mengolahnya menjadi {product}.")
_TIES: Mapping[str, tuple[str, Words]] = {
    "operates": ("supplier", Words(en="Operator: {names}.", id="Pengelola: {names}.")),
    "owns": ("supplier", Words(en="Owner: {names}.", id="Pemilik: {names}.")),
    "hosts": (
        "buyer",
        Words(
            en="The building also hosts {names}; they buy nothing from it.",
            id="Gedung juga dipakai {names}; mereka bukan pembeli.",
        ),
    ),
}


def _site(chain: _Chain) -> Step:
    said = [
        _MAKES.fill(name=names(chain.network)[chain.sentra], product=chain.named(chain.product))
    ]
    ties = chain.network.partnerships[
        (chain.network.partnerships[["supplier", "buyer"]] == chain.sentra).any(axis=1)
    ]
    for relation, (side, words) in _TIES.items():
        others = ties.loc[ties["relation"] == relation, side]
        others = others[others != chain.sentra]
        if len(others):
            called = [str(name) for name in names(chain.network).reindex(others)]
            said.append(words.fill(names=_listed(called, chain.language)))
    held = ties[ties["relation"].isin(_TIES)]
    return Step(
        _SITE(chain.language),
        " ".join(words(chain.language) for words in said),
        _by_rows(held["basis"]),
        source_line(chain.network, held["source"], chain.language),
        _topics(chain, "funds", "capacity"),
    )


_PRODUCT = Words(en="The intermediate product", id="Produk antara")
_SELLS = Words(
    en="What it sells: {volume} of {product} a year, worth {value}.",
    id="Yang dijual sentra: {volume} {product} setahun, senilai {value}.",
)


def _product(chain: _Chain) -> Step:
    rows = _of(chain.sold, chain.product)
    said = _SELLS.fill(
        volume=chain.amount(rows["volume"].sum(), chain.product),
        product=chain.named(chain.product),
        value=rupiah(rows["value"].sum(), chain.language),
    )
    fields = ("output_volume", f"price_{chain.product}")
    return Step(
        _PRODUCT(chain.language),
        said(chain.language),
        *_ground(chain, rows),
        topics=_topics(chain, *fields) or _topics(chain, "output"),
    )


_BUYERS = Words(en="Other industries buy it", id="Dibeli industri lain")
_BOUGHT = Words(
    en="{count} business(es) buy from the sentra; by what they sell themselves: {goods}.",
    id="{count} usaha membeli dari sentra; menurut yang mereka jual: {goods}.",
)
_AGAIN = Words(en="the same again", id="dijual lagi")
_ELSE = Words(en="not stated", id="tidak disebut")


def _buyers(chain: _Chain) -> Step:
    buyers = chain.sold["buyer"].drop_duplicates()
    trade = chain.network.trade[chain.network.trade["supplier"].isin(buyers)]
    by_buyer = {str(buyer): _main(rows) for buyer, rows in trade.groupby("supplier")}
    counts = pd.Series([by_buyer.get(str(buyer), "") for buyer in buyers]).value_counts()
    said = _BOUGHT.fill(
        count=number(len(buyers), chain.language),
        goods=_listed(
            [f"{_goods(chain, str(code))} ({count})" for code, count in counts.items()],
            chain.language,
        ),
    )
    return Step(_BUYERS(chain.language), said(chain.language), *_ground(chain, chain.sold))


def _goods(chain: _Chain, product: str) -> str:
    if not product:
        return _ELSE(chain.language)
    return _AGAIN(chain.language) if product == chain.product else chain.named(product)


_BENEFIT = Words(en="What it sets in motion", id="Yang digerakkannya")
_SPREADS = Words(
    en="Each rupiah of final demand for it moves {multiplier} rupiah of output in the network. "
    "Without it the network would lose {loss} a year (computed).",
    id="Tiap rupiah permintaan akhir menggerakkan produksi {multiplier} rupiah di jaringan. "
    "Tanpanya, jaringan kehilangan {loss} setahun (dihitung).",
)


def _benefit(chain: _Chain) -> Step:
    multiplier = CATALOGUE.get("output_multiplier").fn(chain.network)[chain.sentra]
    loss = CATALOGUE.get("extraction_loss").fn(chain.network)[chain.sentra]
    said = _SPREADS.fill(
        multiplier=number(multiplier, chain.language, digits=2),
        loss=rupiah(loss, chain.language),
    )
    basis = chain.network.basis_of("output")[[chain.sentra]]
    return Step(
        _BENEFIT(chain.language),
        said(chain.language),
        _by_rows(basis),
        "",
        _topics(chain, "workers"),
    )


def _ground(chain: _Chain, rows: pd.DataFrame) -> tuple[Mapping[str, float], str]:
    basis = chain.network.value_basis.loc[rows.index]
    found = {str(code): float(share) for code, share in shares(basis, rows["value"]).items()}
    return found, source_line(chain.network, rows["source"], chain.language)


def _by_rows(basis: pd.Series) -> Mapping[str, float]:
    return {str(code): float(share) for code, share in shares(basis).items()}


def _topics(chain: _Chain, *fields: str) -> tuple[Topic, ...]:
    found = (topic(chain.network, chain.sentra, field, chain.language) for field in fields)
    return tuple(each for each in found if each.claims)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _listed(items: Sequence[str], language: Language) -> str:
    if len(items) > MOST + 1:
        items = [*items[:MOST], AND_MORE.fill(count=len(items) - MOST)(language)]
        return ", ".join(items)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {AND(language)} {items[-1]}"
