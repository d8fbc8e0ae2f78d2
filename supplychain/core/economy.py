"""Checks of the economy that the tables describe: whether it can work, and what looks unlikely."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from supplychain.core import schema
from supplychain.core.checks import at
from supplychain.core.findings import Finding, Severity, listed
from supplychain.core.words import Words, compact, percent, quantity, same
from supplychain.engine import leontief, radius

if TYPE_CHECKING:
    from supplychain.core.network import SupplyNetwork

SLACK = 1e-9
DOUBTFUL, USELESS = 1e8, 1e12
"""Condition numbers of I - A above which results are doubted, and refused."""
YIELD_TOLERANCE = 0.2
"""Share by which a sentra's product may differ from what its raw material yields."""


def findings(network: SupplyNetwork) -> list[Finding]:
    """Check that the economy can work, and tell what looks unlikely."""
    return [
        *_idle_buyers(network),
        *_overspending(network),
        *_value_added(network),
        *_productive(network),
        *_overselling(network),
        *_capacity(network),
        *_mass_balance(network),
        *_filled_in(network),
        *_without_value(network),
        *_without_trade(network),
        *_itself(network),
    ]


def _idle_buyers(network: SupplyNetwork) -> list[Finding]:
    idle = network.businesses["output"].fillna(0).le(0) & network.purchases.gt(0)
    return _each(
        network,
        idle,
        "economy.output_zero",
        "error",
        Words(
            en="buys but has an output of zero, so its inputs per rupiah are undefined.",
            id="membeli tetapi nilai produksinya nol, sehingga masukan per rupiah tak terhitung.",
        ),
        Words(en="Give its output.", id="Isi nilai produksinya."),
    )


def _overspending(network: SupplyNetwork) -> list[Finding]:
    output = network.businesses["output"].fillna(0)
    share = (network.purchases / output.where(output > 0)).fillna(0)
    return [
        Finding(
            "economy.purchases",
            "error",
            _business(network, str(business)),
            Words(
                en="It buys {share} of its own output from businesses in the data.",
                id="Pembeliannya dari usaha dalam data mencapai {share} dari nilai produksinya.",
            ).fill(share=_percent(value)),
            Words(
                en="Check its output, and the value of the partnerships into it.",
                id="Periksa nilai produksinya dan nilai kemitraan yang masuk.",
            ),
            (str(business),),
        )
        for business, value in share[share >= 1].to_dict().items()
    ]


def _value_added(network: SupplyNetwork) -> list[Finding]:
    negative = network.businesses["value_added"].lt(0) & ~network.filled.get(
        "value_added", pd.Series(False, index=network.businesses.index)
    )
    return _each(
        network,
        negative,
        "economy.value_added",
        "error",
        Words(en="has a value added below zero.", id="nilai tambahnya di bawah nol."),
        Words(
            en="Check value added, output and purchases.",
            id="Periksa nilai tambah, nilai produksi, dan pembelian.",
        ),
    )


def _productive(network: SupplyNetwork) -> list[Finding]:
    if not np.isfinite(network.coefficients.data).all():
        return []  # told already, as purchases beyond all output
    condition = leontief.condition(network.coefficients)
    if condition < np.inf:
        return _exactness(condition)
    cycle = network.businesses.index[radius.cycle_of_blame(network.coefficients)]
    return [
        Finding(
            "economy.productive",
            "error",
            same(" → ".join([*cycle, cycle[0]])),
            Words(
                en="These businesses need more of each other's goods than they make, so no finite "
                "multiplier exists.",
                id="Usaha-usaha ini saling membutuhkan barang lebih banyak daripada yang dibuat, "
                "sehingga pengganda tidak terhingga.",
            ),
            Words(
                en="Check the output of each, and the value of the partnerships between them.",
                id="Periksa nilai produksi masing-masing dan nilai kemitraan di antaranya.",
            ),
            tuple(cycle),
        )
    ]


def _exactness(condition: float) -> list[Finding]:
    """Tell how many of the sixteen digits a computer keeps are lost in every multiplier."""
    if condition <= DOUBTFUL:
        return []
    return [
        Finding(
            "economy.condition",
            "error" if condition > USELESS else "warning",
            schema.PARTNERSHIPS.title,
            Words(
                en="Some businesses need almost all they make from one another: small errors in "
                "the data grow up to {times} times.",
                id="Sebagian usaha saling membutuhkan hampir seluruh barang yang dibuat: galat "
                "kecil pada data membesar hingga {times} kali.",
            ).fill(times=Words(en=compact(condition, "en"), id=compact(condition, "id"))),
            Words(
                en="Check output and purchases of businesses that trade in a circle.",
                id="Periksa nilai produksi dan pembelian usaha yang berdagang melingkar.",
            ),
        )
    ]


def _overselling(network: SupplyNetwork) -> list[Finding]:
    output = network.businesses["output"].fillna(0)
    return _each(
        network,
        network.sales > output * (1 + SLACK),
        "economy.sales",
        "warning",
        Words(en="sells more than its output.", id="menjual melebihi nilai produksinya."),
        Words(
            en="Check its output, and the value of its sales.",
            id="Periksa nilai produksi dan nilai penjualannya.",
        ),
    )


def _capacity(network: SupplyNetwork) -> list[Finding]:
    sold = network.trade.groupby(["supplier", "product"])["volume"].sum()
    found = []
    for business, row in network.businesses[network.businesses["capacity"].gt(0)].iterrows():
        made = sold.get((business, row["capacity_product"]), 0.0)
        if made > row["capacity"] * (1 + SLACK):
            found.append(_beyond(network, str(business), made, row))
    return found


def _beyond(network: SupplyNetwork, business: str, made: float, row: pd.Series) -> Finding:
    unit = network.unit_of(row["capacity_product"])
    return Finding(
        "economy.capacity",
        "warning",
        _business(network, business),
        Words(
            en="It sells {made} a year; its capacity is {capacity}.",
            id="Penjualannya {made} per tahun; kapasitasnya {capacity}.",
        ).fill(made=_quantity(made, unit), capacity=_quantity(row["capacity"], unit)),
        Words(
            en="Check the volumes, or the capacity.", id="Periksa volume penjualan atau kapasitas."
        ),
        (business,),
    )


def _mass_balance(network: SupplyNetwork) -> list[Finding]:
    volumes = network.trade.dropna(subset="volume")
    sold = volumes.groupby(["supplier", "product"])["volume"].sum().reset_index()
    bought = volumes.groupby(["buyer", "product"])["volume"].sum().reset_index()
    recipes = network.products[network.products["yield"].gt(0)]
    made = sold.join(recipes[["made_from", "yield"]], on="product", how="inner")
    used = bought.rename(columns={"buyer": "supplier", "product": "made_from", "volume": "used"})
    balance = made.merge(used, on=["supplier", "made_from"])
    balance["possible"] = balance["used"] * balance["yield"]
    short = balance[balance["volume"] > balance["possible"] * (1 + YIELD_TOLERANCE)]
    return [
        _short_of_material(network, *row)
        for row in short[["supplier", "product", "volume", "possible"]].to_numpy()
    ]


def _short_of_material(
    network: SupplyNetwork, business: str, product: str, made: float, possible: float
) -> Finding:
    unit = network.unit_of(product)
    return Finding(
        "economy.mass_balance",
        "warning",
        _business(network, business),
        Words(
            en="It sells {made} of {product}, but the raw material it buys yields only {possible}.",
            id="Penjualan {product} {made}, padahal bahan baku yang dibeli hanya menghasilkan "
            "{possible}.",
        ).fill(
            made=_quantity(made, unit),
            product=network.product_name(product),
            possible=_quantity(possible, unit),
        ),
        Words(
            en="Check both volumes and the yield, or add the missing supplier.",
            id="Periksa kedua volume dan rendemen, atau tambahkan pemasok yang belum tercatat.",
        ),
        (business,),
    )


def _filled_in(network: SupplyNetwork) -> list[Finding]:
    rules = {
        "output": Words(en="output", id="nilai produksi"),
        "value_added": Words(en="value added", id="nilai tambah"),
        "wages": Words(en="wages", id="upah"),
        "kind": Words(en="kind", id="jenis usaha"),
    }
    return [
        Finding(
            f"completion.{column}",
            "info",
            schema.BUSINESSES.title,
            Words(
                en="{column}: {count} gap(s) filled in by rule and marked so.",
                id="{column}: {count} isian kosong diisi menurut kaidah dan ditandai.",
            ).fill(column=words, count=int(network.filled[column].sum())),
            Words(
                en="Give the true numbers where you have them.",
                id="Isi angka yang sebenarnya bila ada.",
            ),
        )
        for column, words in rules.items()
        if column in network.filled and network.filled[column].any()
    ]


def _without_value(network: SupplyNetwork) -> list[Finding]:
    unknown = network.trade[network.trade["value"].isna()]
    if unknown.empty:
        return []
    return [
        Finding(
            "partnerships.without_value",
            "warning",
            at("partnerships", listed(unknown.index + 1)),
            Words(
                en="{count} partnership(s) have no value, and no volume with a price; they count "
                "as zero in every figure.",
                id="{count} kemitraan tanpa nilai, atau tanpa volume dan harga; dihitung nol dalam "
                "setiap angka.",
            ).fill(count=len(unknown)),
            Words(
                en="Give the value, or volume and price.", id="Isi nilainya, atau volume dan harga."
            ),
        )
    ]


def _without_trade(network: SupplyNetwork) -> list[Finding]:
    linked = set(network.partnerships["supplier"]) | set(network.partnerships["buyer"])
    alone = network.businesses.index[~network.businesses.index.isin(linked)]
    if alone.empty:
        return []
    return [
        Finding(
            "businesses.alone",
            "info",
            schema.BUSINESSES.title,
            Words(
                en="{count} business(es) have no partnership: {names}.",
                id="{count} usaha belum bermitra: {names}.",
            ).fill(count=len(alone), names=listed(alone)),
            Words(en="They are kept.", id="Tetap disimpan."),
            tuple(alone),
        )
    ]


def _itself(network: SupplyNetwork) -> list[Finding]:
    own = network.trade[network.trade["supplier"] == network.trade["buyer"]]
    if own.empty:
        return []
    return [
        Finding(
            "partnerships.itself",
            "info",
            at("partnerships", listed(own.index + 1)),
            Words(
                en="{count} business(es) buy from themselves: {names}.",
                id="{count} usaha membeli dari dirinya sendiri: {names}.",
            ).fill(count=own["buyer"].nunique(), names=listed(own["buyer"].unique())),
            Words(
                en="This is kept as own use of output.",
                id="Ini dicatat sebagai pemakaian sendiri.",
            ),
            tuple(own["buyer"].unique()),
        )
    ]


def _each(
    network: SupplyNetwork,
    wrong: pd.Series,
    code: str,
    severity: Severity,
    cause: Words,
    remedy: Words,
) -> list[Finding]:
    return [
        Finding(
            code,
            severity,
            _business(network, business),
            Words(en=f"It {cause.en}", id=f"Usaha ini {cause.id}"),
            remedy,
            (str(business),),
        )
        for business in network.businesses.index[wrong]
    ]


def _business(network: SupplyNetwork, business: str) -> Words:
    name = str(network.businesses.loc[business, "name"])
    return same(name if name == business else f"{name} ({business})")


def _percent(share: float) -> Words:
    return Words(en=percent(share, "en"), id=percent(share, "id"))


def _quantity(value: float, unit: str) -> Words:
    return Words(en=quantity(value, unit, "en"), id=quantity(value, unit, "id"))
