"""A scenario turned into arrays: trade, the output it belongs to, demand, and limits on output."""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array

from supplychain.core.completion import RAW_MATERIAL_SHARE
from supplychain.core.errors import ScenarioError
from supplychain.core.network import SupplyNetwork
from supplychain.core.scenario import (
    AddBusiness,
    AddPartnership,
    BelieveClaim,
    CapBusiness,
    ChangeDemand,
    CloseBusiness,
    EndPartnership,
    ExpandBusiness,
    ResizePartnership,
    RestatePartnership,
    Scenario,
)
from supplychain.core.words import Words, rupiah

Floats = NDArray[np.float64]
SLACK = 1e-9


@dataclass
class Plan:
    """The economy being edited; only `plan` makes one, and only edits change it.

    Attributes
    ----------
    network
        The network before, with the businesses the scenario founds and the claims it believes.
    partnerships
        Its partnerships and the new ones, with edited values, at the outputs in `output`.
    output
        Output that the values belong to, (n,), Rp/year.
    demand
        f', (n,), Rp/year.
    limits
        Output that a business cannot pass, (n,), Rp/year; infinite where none is known.
    """

    network: SupplyNetwork
    partnerships: pd.DataFrame
    output: Floats
    demand: Floats
    limits: Floats

    @property
    def carrying(self) -> pd.Series:
        """Which partnerships carry goods now."""
        table = self.partnerships
        return (table["relation"] == "supplies") & (table["status"] == "active")

    @property
    def trade(self) -> csr_array:
        """Z', (n, n), Rp/year."""
        return self.matrix(self.partnerships["value"].fillna(0.0).where(self.carrying, 0.0))

    def matrix(self, values: pd.Series) -> csr_array:
        """Sum values of partnerships by supplier (row) and buyer (column), without zeros."""
        place = self.network.businesses.index
        kept = values[values != 0]
        pairs = self.partnerships.loc[kept.index, ["supplier", "buyer"]]
        where = tuple(place.get_indexer(pd.Index(pairs[side])) for side in ("supplier", "buyer"))
        return csr_array(coo_array((kept.to_numpy(), where), shape=(len(place), len(place))))

    @property
    def coefficients(self) -> csr_array:
        """A', (n, n): purchases per rupiah of output."""
        per_output = np.divide(
            1.0, self.output, out=np.zeros_like(self.output), where=self.output > 0
        )
        return csr_array(self.trade.multiply(per_output[None, :]))


def set_up(network: SupplyNetwork, scenario: Scenario) -> SupplyNetwork:
    """Found businesses and believe claims as a scenario says, before its other edits; checked."""
    for edit in scenario.edits:
        network = _set_up(edit, network)
    return network


def plan(network: SupplyNetwork, scenario: Scenario, setting: SupplyNetwork | None = None) -> Plan:
    """Carry out the edits of a scenario one after another.

    Parameters
    ----------
    setting
        The network as `set_up` leaves it, if that is known.

    Raises
    ------
    UnknownNameError
        If an edit names a business that is not there.
    ScenarioError
        If an edit takes away more than there is.
    """
    setting = set_up(network, scenario) if setting is None else setting
    output = setting.businesses["output"].fillna(0.0).to_numpy(copy=True)
    edited = Plan(
        setting,
        setting.partnerships,
        output,
        setting.final_demand.fillna(0.0).to_numpy(copy=True),
        np.maximum(capacities(setting), output),
    )
    for edit in scenario.edits:
        _carry_out(edit, edited)
    return edited


def capacities(network: SupplyNetwork) -> Floats:
    """Output at full capacity, (n,), Rp/year: capacity times price; infinite where unknown."""
    businesses = network.businesses
    price = businesses["capacity_product"].map(network.products["price"])
    value = (businesses["capacity"] * price.astype(float)).to_numpy(copy=True)
    return np.where(np.isfinite(value) & (value > 0), value, np.inf)


@singledispatch
def _set_up(edit: object, network: SupplyNetwork) -> SupplyNetwork:
    """Return the network that an edit takes for granted; most leave it as it is."""
    return network


@_set_up.register
def _(edit: AddBusiness, network: SupplyNetwork) -> SupplyNetwork:
    if edit.business in network.businesses.index:
        raise ScenarioError(_IN_USE.fill(business=edit.business))
    row = edit.model_dump(include={"name", "kind", "value_added", "workers", "kbli", "district"})
    row |= {"output": edit.final_sales, "basis": "assumed"}
    founded = pd.DataFrame([row], index=pd.Index([edit.business], name="id"))
    return network.replace(businesses=pd.concat([network.businesses, founded]))


@_set_up.register
def _(edit: BelieveClaim, network: SupplyNetwork) -> SupplyNetwork:
    claims = network.claims
    rows = (
        claims[["business", "field", "source"]] == [edit.business, edit.field, edit.source]
    ).all(axis=1)
    if edit.value is not None:
        rows &= claims["value"] == edit.value
    if not rows.any():
        raise ScenarioError(_NO_CLAIM.fill(source=edit.source, business=edit.business))
    return network.prefer(int(claims.index[rows][0]))


@_set_up.register
def _(edit: RestatePartnership, network: SupplyNetwork) -> SupplyNetwork:
    for end in (edit.supplier, edit.buyer):
        network.position(end)
    table, trade = network.partnerships, network.trade
    rows = (trade["supplier"] == edit.supplier) & (trade["buyer"] == edit.buyer)
    if edit.product is not None:
        rows &= trade["product"] == edit.product
    meant = table.index.isin(trade.index[rows])
    stated = float(table.loc[meant, "value"].sum())
    if not stated > 0:
        called = network.businesses["name"]
        ends = {"supplier": called[edit.supplier], "buyer": called[edit.buyer]}
        raise ScenarioError(_NO_PARTNERSHIP.fill(**ends))
    factor = pd.Series(np.where(meant, edit.value / stated, 1.0), index=table.index)
    figures = table[["value", "volume"]].mul(factor, axis=0)
    basis = table["basis"].mask(meant, "assumed")
    return network.replace(partnerships=table.assign(**figures, basis=basis))


@singledispatch
def _carry_out(edit: object, plan: Plan) -> None:
    """Change the plan by one edit; some have done all they do when the network was set up."""


@_carry_out.register
def _(edit: AddPartnership, plan: Plan) -> None:
    plan.network.position(edit.supplier)
    buyer = plan.network.position(edit.buyer)
    if plan.output[buyer] <= 0:
        raise ScenarioError(_NO_OUTPUT.fill(buyer=_name(plan, edit.buyer)))
    if edit.displaces is not None:
        _take(plan, _rows(plan, edit.displaces, edit.buyer, None), edit.value)
    plan.partnerships = pd.concat([plan.partnerships, _added(plan, edit)], ignore_index=True)
    if edit.closure == "additional":
        sold = edit.value / _material_share(plan, buyer)
        plan.output[buyer] += sold
        plan.demand[buyer] += sold


@_carry_out.register
def _(edit: ResizePartnership, plan: Plan) -> None:
    rows = _rows(plan, edit.supplier, edit.buyer, edit.product)
    _take(plan, rows, (1 - edit.factor) * float(plan.partnerships.loc[rows, "value"].sum()))


@_carry_out.register
def _(edit: EndPartnership, plan: Plan) -> None:
    rows = _rows(plan, edit.supplier, edit.buyer, edit.product)
    plan.partnerships = plan.partnerships.assign(
        status=plan.partnerships["status"].mask(rows, "ended")
    )


@_carry_out.register
def _(edit: CloseBusiness, plan: Plan) -> None:
    closed = plan.network.position(edit.business)
    table = plan.partnerships
    touched = plan.carrying & (
        (table["supplier"] == edit.business) | (table["buyer"] == edit.business)
    )
    plan.partnerships = table.assign(status=table["status"].mask(touched, "ended"))
    plan.demand[closed] = 0
    plan.limits[closed] = 0


@_carry_out.register
def _(edit: CapBusiness, plan: Plan) -> None:
    capped = plan.network.position(edit.business)
    plan.limits[capped] = min(plan.limits[capped], edit.output)


@_carry_out.register
def _(edit: ExpandBusiness, plan: Plan) -> None:
    expanded = plan.network.position(edit.business)
    plan.limits[expanded] = max(edit.output, plan.output[expanded])


@_carry_out.register
def _(edit: ChangeDemand, plan: Plan) -> None:
    if edit.business is not None:
        changed, named = np.array([plan.network.position(edit.business)]), edit.business
    else:
        changed, named = _makers(plan, str(edit.product)), str(edit.product)
    there = plan.demand[changed]
    if edit.change < 0 and there.sum() + edit.change < -SLACK * plan.output[changed].sum():
        raise ScenarioError(
            _LESS_DEMAND.fill(business=_name(plan, named), demand=_money(there.sum()))
        )
    weight = there if there.sum() > 0 else plan.output[changed]
    plan.demand[changed] = np.maximum(there + edit.change * weight / weight.sum(), 0.0)


def _makers(plan: Plan, product: str) -> NDArray[np.intp]:
    """Businesses that make a product: it is what they sell most of, or count capacity in."""
    makers = np.flatnonzero(main_product(plan.network) == product)
    if not len(makers):
        raise ScenarioError(_NO_MAKER.fill(product=plan.network.product_name(product)))
    return makers


def main_product(network: SupplyNetwork) -> pd.Series:
    """Product of each business's capacity, or the one it sells most of; missing without either."""
    sold = network.trade.groupby(["supplier", "product"])["value"].sum().reset_index()
    most = sold.sort_values("value").drop_duplicates("supplier", keep="last")
    usual = most.set_index("supplier")["product"].reindex(network.businesses.index)
    return network.businesses["capacity_product"].fillna(usual)


def _added(plan: Plan, edit: AddPartnership) -> pd.DataFrame:
    price = plan.network.products["price"].get(edit.product, np.nan)
    row = dict.fromkeys(plan.partnerships.columns) | {
        "supplier": edit.supplier,
        "buyer": edit.buyer,
        "product": edit.product,
        "volume": edit.value / price,
        "value": edit.value,
        "relation": "supplies",
        "status": "active",
        "basis": "assumed",
    }
    return pd.DataFrame([row]).astype(plan.partnerships.dtypes)


def _rows(plan: Plan, supplier: str, buyer: str, product: str | None) -> pd.Series:
    """Partnerships of a pair that carry goods, of one product or of all."""
    plan.network.position(supplier)
    plan.network.position(buyer)
    table = plan.partnerships
    rows = plan.carrying & (table["supplier"] == supplier) & (table["buyer"] == buyer)
    if product is not None:
        rows &= table["product"] == product
    if not rows.any():
        raise ScenarioError(
            _NO_PARTNERSHIP.fill(supplier=_name(plan, supplier), buyer=_name(plan, buyer))
        )
    return rows


def _take(plan: Plan, rows: pd.Series, value: float) -> None:
    """Take a value away from partnerships of a pair in proportion; a negative one adds to them."""
    table = plan.partnerships
    there = float(table.loc[rows, "value"].sum())
    if value > there * (1 + SLACK):
        pair = table[rows].iloc[0]
        raise ScenarioError(
            _TOO_MUCH.fill(
                supplier=_name(plan, pair["supplier"]),
                buyer=_name(plan, pair["buyer"]),
                there=_money(there),
                value=_money(value),
            )
        )
    left = max(there - value, 0.0) / there
    scaled = table[["value", "volume"]].mul(left).where(rows, table[["value", "volume"]])
    plan.partnerships = table.assign(
        **scaled, status=table["status"].mask(rows & (left == 0), "ended")
    )


def _material_share(plan: Plan, buyer: int) -> float:
    """Material per output of a buyer: what it buys here, or the usual share if that is more."""
    bought = float(plan.network.purchases.iloc[buyer]) / plan.output[buyer]
    return max(RAW_MATERIAL_SHARE, bought)


def _name(plan: Plan, business: str) -> str:
    return str(plan.network.businesses["name"].get(business, business))


def _money(value: float) -> Words:
    return Words(en=rupiah(value, "en"), id=rupiah(value, "id"))


_IN_USE = Words(
    en="There is a business '{business}' already. Choose another id.",
    id="Usaha '{business}' sudah ada. Pilih kode lain.",
)
_NO_CLAIM = Words(
    en="No claim of source '{source}' about '{business}' fits. Choose one from the claims table.",
    id="Tidak ada klaim dari sumber '{source}' tentang '{business}'. Pilih dari tabel klaim.",
)
_NO_MAKER = Words(
    en="Nobody in the data makes {product}. Choose another product.",
    id="Tidak ada pembuat {product} dalam data. Pilih produk lain.",
)
_NO_OUTPUT = Words(
    en="{buyer} has no output, so its inputs per rupiah are unknown. Give its output first.",
    id="Nilai produksi {buyer} kosong, sehingga masukan per rupiah tidak diketahui. "
    "Isi nilai produksinya dahulu.",
)
_LESS_DEMAND = Words(
    en="Final demand for {business} is {demand}; it cannot fall by more than that.",
    id="Permintaan akhir bagi {business} hanya {demand}; penurunannya tidak boleh melebihi itu.",
)
_NO_PARTNERSHIP = Words(
    en="{supplier} does not supply {buyer}. Choose an existing partnership.",
    id="{supplier} tidak memasok {buyer}. Pilih kemitraan yang sudah ada.",
)
_TOO_MUCH = Words(
    en="{supplier} sells {there} a year to {buyer}; {value} cannot be taken away from it.",
    id="Penjualan {supplier} ke {buyer} hanya {there} per tahun; tidak dapat dikurangi {value}.",
)
