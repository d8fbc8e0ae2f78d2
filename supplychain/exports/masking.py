"""A network for the public: groups of three and more, rounded, with nothing to be worked out.

Every public file is made of the network this module returns and of nothing else. So what is not
told here is told nowhere: no writer has to know what is secret.

- Businesses become groups by kind, commodity and district; a group of fewer than three is widened,
  first by its district, then by its commodity, and withheld if that does not help.
- A number is told if at least three businesses stand behind it and none makes up most of it.
- A flow is told if at least three suppliers and three buyers stand behind it. Where too few stand
  behind what is hidden of a group's sales, or purchases, further flows are hidden, since the rest
  could be worked out from the group's total (complementary suppression).
- Amounts are rounded to two digits, flows downwards and outputs upwards, so that books still close.
- A group stands at the capital of its district, from the public list.
- Names, places, contacts, claims, prices, volumes and titles of sources are left out.

References
----------
Hundepool, A. et al. (2012). Statistical Disclosure Control. Wiley, chapter 4.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from supplychain.core.errors import SupplyChainError
from supplychain.core.network import SupplyNetwork
from supplychain.core.places import district_name, districts
from supplychain.core.vocabulary import COMMODITIES, KINDS, label
from supplychain.core.words import LANGUAGES, Language, Words
from supplychain.exports import hiding
from supplychain.exports.hiding import LEAST, MOST, Flows
from supplychain.metrics import CATALOGUE as METRICS
from supplychain.views.catalogue import Results

KEYS = ("kind", "commodity", "district")
SUMMED = ("value_added", "wages", "workers")
SOURCE = "public-{language}"
TITLE = Words(en="Masked for the public", id="Disamarkan untuk umum")
GROUP = Words(en="{name} ({count} businesses)", id="{name} ({count} usaha)")
ELSEWHERE = Words(en="other districts", id="kabupaten/kota lain")
OTHERS = Words(en="other commodities", id="komoditas lain")
TOO_FEW = Words(
    en="There is no file for the public: no kind of business has three members. Add businesses, or "
    "keep the file to those who may see it.",
    id="Berkas untuk umum tidak dapat dibuat: tidak ada jenis usaha yang beranggota tiga. "
    "Tambahkan usaha, atau bagikan berkas hanya kepada yang berwenang.",
)
RULES: Mapping[str, Words] = {
    "named": Words(
        en="Names are hidden: {businesses} businesses are shown as {groups} groups of three or "
        "more.",
        id="Nama disembunyikan: {businesses} usaha ditampilkan sebagai {groups} kelompok "
        "beranggota tiga atau lebih.",
    ),
    "widened": Words(
        en="Groups that name no district or no commodity, since too few share it: {widened}.",
        id="Kelompok yang tidak menyebut kabupaten/kota atau komoditas karena terlalu sedikit "
        "anggotanya: {widened}.",
    ),
    "withheld": Words(
        en="Withheld, for fewer than three stand behind them or one makes up most: businesses "
        "{businesses_withheld}, totals {totals}, partnerships {partnerships}.",
        id="Ditahan karena kurang dari tiga usaha di baliknya atau satu usaha mendominasi: usaha "
        "{businesses_withheld}, jumlah {totals}, kemitraan {partnerships}.",
    ),
    "complementary": Words(
        en="Further partnerships withheld, for hidden ones could be worked out: {complementary}.",
        id="Kemitraan lain yang ditahan agar yang tersembunyi tidak dapat dihitung: "
        "{complementary}.",
    ),
    "dropped": Words(
        en="Left out: coordinates, addresses, capacities, funds, prices, volumes, titles of "
        "sources, and claims ({claims}).",
        id="Tidak dimuat: koordinat, alamat, kapasitas, dana, harga, volume, judul sumber, dan "
        "klaim ({claims}).",
    ),
    "rounded": Words(
        en="Amounts are rounded to two digits; results are worked out from them.",
        id="Nilai dibulatkan menjadi dua angka; hasil hitungan memakai nilai itu.",
    ),
}
"""What is said of each rule, with how often it applied."""


@dataclass(frozen=True)
class Public:
    """A network for the public.

    Attributes
    ----------
    network, results
        Of groups; results are worked out anew from them, with their usual parameters.
    groups
        Group of each business, by business id; missing for those withheld.
    counts
        How often each rule applied.
    """

    network: SupplyNetwork
    results: Results
    groups: pd.Series
    counts: Mapping[str, int]

    def translated(self, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """Put its group in the place of a business that an export is asked about."""
        given = dict(parameters)
        if given.get("business"):
            group = self.groups.get(given["business"])
            given["business"] = "" if pd.isna(group) else str(group)
        return given


def public(
    network: SupplyNetwork, results: Results | None = None, language: Language = "id"
) -> Public:
    """Mask a network for the public.

    Parameters
    ----------
    results
        Values of metrics by id; those of businesses and partnerships are worked out anew.
    language
        Of the groups' names.

    Raises
    ------
    SupplyChainError
        If no kind of business has three members.
    """
    groups, named = _grouped(network, language)
    if named.empty:
        raise SupplyChainError(TOO_FEW)
    flows = hiding.flows(network, groups)
    businesses, hidden = _summed(network, groups, named)
    counts = {
        "businesses": int(groups.notna().sum()),
        "groups": len(named),
        "widened": int(named["widened"].sum()),
        "businesses_withheld": int(groups.isna().sum()),
        "totals": hidden,
        "partnerships": flows.withheld,
        "complementary": flows.complementary,
        "claims": len(network.claims),
    }
    masked = _built(network, businesses, flows, counts)
    return Public(masked, _again(masked, results or {}), groups, counts)


def _grouped(network: SupplyNetwork, language: Language) -> tuple[pd.Series, pd.DataFrame]:
    """Group of each business, and the name of each group."""
    codes = network.businesses[list(KEYS)].astype("object").where(lambda known: known.notna(), "")
    found = pd.Series(None, index=codes.index, dtype="object")
    for width in (3, 2, 1):
        left = codes[found.isna()]
        keys = pd.Series(
            list(left[list(KEYS[:width])].itertuples(index=False, name=None)), left.index
        )
        held = network.businesses["output"].fillna(0.0).groupby(keys)
        safe = keys.map(_may_be_told(held)).eq(True)
        found = found.combine_first(keys[safe]).reindex(codes.index)
    sizes = found.value_counts()
    order = sorted(sizes.index, key=lambda key: (_place(key[0]), -len(key), key))
    ids = {key: f"group-{place:03d}" for place, key in enumerate(order, start=1)}
    named = pd.DataFrame(
        [
            {
                "id": ids[key],
                "name": GROUP.fill(name=_said(key, language), count=sizes[key])(language),
                **{name: part or None for name, part in zip(KEYS, (*key, "", ""), strict=False)},
                "members": sizes[key],
                "widened": len(key) < len(KEYS),
            }
            for key in order
        ]
    )
    return found.map(ids, na_action="ignore"), named


def _place(kind: str) -> int:
    return list(KINDS).index(kind) if kind in KINDS else len(KINDS)


def _said(key: tuple[str, ...], language: Language) -> str:
    """Name of a group: kind, commodity, district, as far as it has them."""
    parts = [label(KINDS, key[0], language)]
    if len(key) > 1:
        parts += [label(COMMODITIES, key[1], language)] if key[1] else []
    else:
        parts.append(OTHERS(language))
    if len(key) > 2:
        parts += [district_name(key[2])] if key[2] else []
    else:
        parts.append(ELSEWHERE(language))
    return " · ".join(parts)


def _summed(
    network: SupplyNetwork, groups: pd.Series, named: pd.DataFrame
) -> tuple[pd.DataFrame, int]:
    """Return groups with their totals, as far as these may be told, and how many may not."""
    table = named.drop(columns="widened").set_index("id")
    hidden = 0
    for column in ("output", *SUMMED):
        numbers = network.businesses[column].groupby(groups)
        told = _may_be_told(numbers)
        hidden += int((~told & (numbers.count() > 0)).sum())
        up = column == "output"
        table[column] = numbers.sum().where(told).map(lambda value, up=up: rounded(value, up=up))
    basis = (
        network.basis_of("output")
        .to_frame("basis")
        .assign(weight=network.businesses["output"].fillna(0.0), group=groups)
    )
    heaviest = basis.groupby(["group", "basis"])["weight"].sum().sort_values(kind="stable")
    table["basis"] = (
        heaviest.reset_index().drop_duplicates("group", keep="last").set_index("group")["basis"]
    )
    return table, hidden


def _may_be_told(numbers: Any) -> pd.Series:
    """Tell of which groups a sum gives nobody away."""
    largest = numbers.apply(lambda held: held.abs().max())
    total = numbers.apply(lambda held: held.abs().sum())
    told: pd.Series = (numbers.count() >= LEAST) & (largest <= MOST * total)
    return told


def rounded(value: float, *, up: bool = False) -> float:
    """Round to two digits, downwards or upwards.

    Examples
    --------
    >>> rounded(1_294_000), rounded(1_294_000, up=True), rounded(0.0)
    (1200000.0, 1300000.0, 0.0)
    """
    if not math.isfinite(value) or value == 0:
        return value
    step = 10.0 ** (math.floor(math.log10(abs(value))) - 1)
    turn = math.ceil if up else math.floor
    return float(turn(round(value / step, 6)) * step)


def _built(
    network: SupplyNetwork, businesses: pd.DataFrame, flows: Flows, counts: Mapping[str, int]
) -> SupplyNetwork:
    capitals = districts()[["lat", "lon"]].reindex(businesses["district"].fillna(""))
    businesses = businesses.assign(lat=capitals["lat"].to_numpy(), lon=capitals["lon"].to_numpy())
    told = flows.table.assign(
        value=flows.table["value"].map(rounded), source=SOURCE.format(language="id")
    )
    kept = network.products.index.isin(told["product"].dropna())
    products = network.products.loc[kept, ["name_en", "name_id", "unit"]]
    return SupplyNetwork.from_tables(
        businesses.assign(source=SOURCE.format(language="id")).reset_index(),
        told[told["value"] > 0],
        products.reset_index(),
        sources=_sources(counts),
    )


def _sources(counts: Mapping[str, int]) -> pd.DataFrame:
    """Say what was masked, by rule, once in each language."""
    rows = [
        {
            "id": SOURCE.format(language=language),
            "title": TITLE(language),
            "publisher": "This data set",
            "note": " ".join(words.fill(**counts)(language) for words in RULES.values()),
        }
        for language in LANGUAGES
    ]
    return pd.DataFrame(rows)


def _again(masked: SupplyNetwork, results: Results) -> dict[str, pd.Series]:
    """Work the results out anew from what may be told."""
    found = {}
    for name in results:
        if name in METRICS and METRICS.get(name).level in {"business", "partnership"}:
            try:
                found[name] = METRICS.get(name).fn(masked)
            except SupplyChainError:
                continue
    return found
