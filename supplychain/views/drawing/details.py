"""What the panel says about a business and a partnership, in both languages.

Every number comes with its unit, its basis and its source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.places import district_name, industry_name
from supplychain.core.schema import BUSINESSES, PARTNERSHIPS
from supplychain.core.vocabulary import (
    COMMODITIES,
    INPUT_CLASSES,
    PUBLISHERS,
    SCHEMES,
    STATUSES,
    label,
)
from supplychain.core.words import Language, Words, number, quantity, rupiah, same
from supplychain.views.drawing.measures import Measure

Record = dict[str, Any]
Fact = tuple[Any, ...]
"""Key of its label, text; for a number also its basis and the id of its source."""

MONEY = ("output", "value_added", "wages")
COUNTS: Mapping[str, Words] = {
    "workers": Words(en="persons", id="orang"),
    "members": Words(en="units", id="unit"),
}
SALES, PURCHASES = "sales", "purchases"
_OTHERS = ("capacity", "funds")
_LABELS: Mapping[str, Words] = {
    SALES: Words(en="Sales to businesses here", id="Penjualan ke usaha di sini"),
    PURCHASES: Words(en="Purchases from businesses here", id="Pembelian dari usaha di sini"),
    "place": Words(en="District", id="Kabupaten/kota"),
    "industry": Words(en="Industry", id="Industri"),
    "commodity": Words(en="Commodity", id="Komoditas"),
}
YEARLY = Words(en="{amount} a year", id="{amount} per tahun")
IN_YEAR = Words(en="{amount} ({year})", id="{amount} ({year})")
SPAN = Words(en="({low} to {high})", id="({low} sampai {high})")


def businesses(network: SupplyNetwork, measured: Sequence[Measure]) -> dict[str, Record]:
    """Describe every business, by id.

    Parameters
    ----------
    measured
        What size and colour stand for; said first.
    """
    claims = _claims(network)
    stated = _stated(network)
    goods = _Goods.of(network)
    bases = {column: dict(network.basis_of(column)) for column in (*MONEY, *COUNTS, *_OTHERS)}
    traded = {SALES: dict(network.sales), PURCHASES: dict(network.purchases)}
    described = {}
    for name, row in rows(network.businesses):
        facts: list[Fact] = [
            (column, text, bases[column][name], _text(stated.get((name, column), row["source"])))
            for column, text in _numbers(goods, row)
        ]
        facts += [
            (key, _money_a_year(sums[name])) for key, sums in traded.items() if sums[name] > 0
        ]
        described[name] = {
            "about": list(_about(row)),
            "measures": [(each.key, each.text_of(name)) for each in measured],
            "facts": facts,
            "claims": claims.get(name, []),
        }
    return described


def partnerships(network: SupplyNetwork, measure: Measure | None) -> dict[int, Record]:
    """Describe every partnership, by its row."""
    described = {}
    goods = _Goods.of(network)
    for row_number, row in rows(network.partnerships.assign(value_basis=network.value_basis)):
        facts = list(_terms(goods, row))
        if measure is not None:
            facts.insert(0, (measure.key, measure.text_of(row_number)))
        described[row_number] = {"facts": facts, "source": _text(row["source"])}
    return described


def labels(measured: Sequence[Measure]) -> dict[str, Words]:
    """Names of the facts, by key."""
    known = {column.name: column.meaning for column in (*PARTNERSHIPS.columns, *BUSINESSES.columns)}
    used = (*MONEY, *COUNTS, *_OTHERS, *_CODED, "product", "value", "volume", "since")
    named = {each.key: each.title for each in measured}
    return {**{key: known[key] for key in used}, **_LABELS, **named}


def sources(network: SupplyNetwork) -> dict[str, Words]:
    """Title, publisher and date of every source, by id."""
    return {name: _both(partial(_cited, name, row)) for name, row in rows(network.sources)}


def _cited(name: str, row: Record, language: Language) -> str:
    title = _translated(row, "title")
    publisher = _text(row["publisher"])
    parts = (
        title and title(language),
        publisher and label(PUBLISHERS, publisher, language),
        _text(row["date"]),
    )
    return ", ".join(part for part in parts if part) or name


def rows(table: pd.DataFrame) -> Iterator[tuple[Any, Record]]:
    """Go through a table, each row as a dictionary beside its label."""
    return iter(table.to_dict("index").items())  # type: ignore[arg-type]


@dataclass(frozen=True)
class _Goods:
    """Names and units of the products, looked up once."""

    names: Mapping[str, Words]
    units: Mapping[str, str]

    @classmethod
    def of(cls, network: SupplyNetwork) -> _Goods:
        columns = (network.partnerships["product"], network.businesses["capacity_product"])
        used = pd.concat(columns).dropna().unique()
        return cls(
            {code: network.product_name(code) for code in used},
            {code: network.unit_of(code) for code in used},
        )

    def amount(self, value: float, product: Any) -> Words:
        """Say an amount a year in the product's unit."""
        unit = "" if pd.isna(product) else self.units[product]
        return YEARLY.fill(amount=_both(partial(quantity, value, unit)))


def _about(row: Record) -> Iterator[Fact]:
    if pd.notna(row["district"]):
        yield "place", same(district_name(row["district"]))
    if pd.notna(row["commodity"]):
        code = str(row["commodity"])
        yield "commodity", COMMODITIES.get(code, same(code))
    if pd.notna(row["kbli"]):
        yield "industry", industry_name(row["kbli"]) + same(f"(KBLI {row['kbli']})")


def _numbers(goods: _Goods, row: Record) -> Iterator[tuple[str, Words]]:
    """Every number the table has of a business, by column."""
    for column in MONEY:
        if pd.notna(row[column]):
            yield column, _money_a_year(row[column])
    for column, persons in COUNTS.items():
        if pd.notna(row[column]):
            yield column, _both(partial(number, row[column])) + persons
    if pd.notna(row["capacity"]):
        said = goods.amount(row["capacity"], row["capacity_product"])
        named = pd.notna(row["capacity_product"])
        yield "capacity", goods.names[row["capacity_product"]] + said if named else said
    if pd.notna(row["funds"]):
        amount = _both(partial(rupiah, row["funds"]))
        year = _text(row["funds_year"])
        yield "funds", IN_YEAR.fill(amount=amount, year=year) if year else amount


def _stated(network: SupplyNetwork) -> dict[tuple[str, str], object]:
    """Source of the claim each number stands on, by business and field."""
    used = network.claims[network.claims["default"] == "yes"]
    keys = zip(used["business"], used["field"], strict=True)
    return dict(zip(keys, used["source"], strict=True))


def _claims(network: SupplyNetwork) -> dict[str, list[Record]]:
    """Collect what sources say of each business; of one field the claim in use comes first."""
    found: dict[str, list[Record]] = {}
    told = network.claims[~network.claims["field"].isin(["lat", "lon"])]
    order = told.assign(last=told["default"] != "yes")
    for _, row in rows(order.sort_values(["business", "field", "last"], kind="stable")):
        found.setdefault(row["business"], []).append(
            {
                "field": _field(row["field"]),
                "text": _claimed(row),
                "basis": row["basis"],
                "source": _text(row["source"]),
                "used": row["default"] == "yes",
            }
        )
    return found


def _field(name: str) -> Words:
    known = {column.name: column.meaning for column in BUSINESSES.columns}
    return known.get(name, same(name))


def _claimed(row: Record) -> Words:
    note = _translated(row, "note")
    if pd.isna(row["value"]):
        return note or same("")
    said = _both(partial(_written, row["value"], _text(row["unit"]) or ""))
    if pd.notna(row["low"]) and pd.notna(row["high"]):
        said += SPAN.fill(
            low=_both(partial(number, row["low"])), high=_both(partial(number, row["high"]))
        )
    return said + same("·") + note if note else said


def _translated(row: Record, column: str) -> Words | None:
    """Text of a column in both languages, as far as the data give the second."""
    text = _text(row[column])
    return Words(en=text, id=_text(row[f"{column}_id"]) or text) if text else None


def _written(value: float, unit: str, language: Language) -> str:
    if unit.startswith("Rp"):
        return rupiah(value, language) + unit.removeprefix("Rp")
    return quantity(value, unit, language)


def _terms(goods: _Goods, row: Record) -> Iterator[Fact]:
    """Say what is known of one partnership."""
    if pd.notna(row["product"]):
        yield "product", goods.names[row["product"]]
    if pd.notna(row["value"]):
        yield "value", _money_a_year(row["value"]), row["value_basis"], _text(row["source"])
    if pd.notna(row["volume"]):
        yield (
            "volume",
            goods.amount(row["volume"], row["product"]),
            row["basis"],
            _text(row["source"]),
        )
    for column, codes in _CODED.items():
        if pd.notna(row[column]) and row[column] != "active":
            yield column, codes.get(row[column], same(str(row[column])))
    if pd.notna(row["since"]):
        yield "since", same(str(row["since"]))


_CODED: Mapping[str, Mapping[str, Words]] = {
    "scheme": SCHEMES,
    "input_class": INPUT_CLASSES,
    "status": STATUSES,
}


def _money_a_year(value: float) -> Words:
    return YEARLY.fill(amount=_both(partial(rupiah, value)))


def _both(say: Callable[[Language], str]) -> Words:
    return Words(en=say("en"), id=say("id"))


def _text(value: Any) -> str | None:
    return None if pd.isna(value) else str(value)


def shared(
    described: Mapping[Any, Mapping[str, Any]], texts: dict[Words, int]
) -> dict[Any, dict[str, Any]]:
    """Put the position in `texts` in the place of each text that says two things; add new ones."""
    return {
        name: {
            part: [_sharing(fact, texts) for fact in held] if isinstance(held, list) else held
            for part, held in record.items()
        }
        for name, record in described.items()
    }


def _sharing(fact: Any, texts: dict[Words, int]) -> Any:
    if not isinstance(fact, tuple) or fact[1].en == fact[1].id:
        return fact
    return (fact[0], texts.setdefault(fact[1], len(texts)), *fact[2:])


def plain(value: Any) -> Any:
    """Turn words, tuples and mappings into what JSON holds; alike texts become one text."""
    if isinstance(value, Words):
        return value.en if value.en == value.id else {"en": value.en, "id": value.id}
    if isinstance(value, Mapping):
        return {str(key): plain(held) for key, held in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str | bytes):
        return [plain(held) for held in value]
    return value
