"""The network: five validated tables, one graph, one matrix of flows."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Self

import networkx as nx
import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import coo_array, csr_array

from supplychain.core import checks, completion, economy, schema, validation
from supplychain.core.catalogue import unknown
from supplychain.core.completion import Filled
from supplychain.core.errors import UnknownNameError
from supplychain.core.findings import Finding
from supplychain.core.readers import reading
from supplychain.core.words import Words, same


@dataclass(frozen=True, eq=False, repr=False)
class SupplyNetwork:
    """Businesses and the partnerships among them, always supplier → buyer.

    Build one with `from_tables`, `from_flows` or `read`; the constructor itself checks nothing.

    Attributes
    ----------
    businesses
        One row a business, indexed by id; columns of `schema.BUSINESSES` without the id.
    partnerships
        One row a partnership, numbered from 0; columns of `schema.PARTNERSHIPS`.
    products, sources
        Indexed by id.
    claims
        One row a reported value of one field of one business.
    findings
        What the checks have to say, nothing of it an error.
    filled
        Which cells of `businesses` were filled in by rule, by column.
    filled_values
        Which values of `partnerships` were filled in by rule, by column.
    """

    businesses: pd.DataFrame
    partnerships: pd.DataFrame
    products: pd.DataFrame
    claims: pd.DataFrame
    sources: pd.DataFrame
    findings: tuple[Finding, ...] = ()
    filled: Filled = field(default_factory=dict)
    filled_values: Filled = field(default_factory=dict)

    @classmethod
    def from_tables(
        cls,
        businesses: pd.DataFrame,
        partnerships: pd.DataFrame,
        products: pd.DataFrame | None = None,
        claims: pd.DataFrame | None = None,
        sources: pd.DataFrame | None = None,
        *,
        findings: Sequence[Finding] = (),
    ) -> Self:
        """Check the tables, fill the gaps that rules can fill, and join them to a network.

        Parameters
        ----------
        businesses, products, sources
            With an `id` column or index.
        partnerships
            At least `supplier` and `buyer`.
        findings
            What the reader had to say; kept beside what the checks find.

        Raises
        ------
        DataError
            If a check refuses the tables; it holds every reason.
        NotProductiveError
            If businesses need more of each other's goods than they make.
        """
        given = {
            "businesses": businesses,
            "partnerships": partnerships,
            "products": products,
            "claims": claims,
            "sources": sources,
        }
        tables = {name: _conforming(name, frame) for name, frame in given.items()}
        told = checks.tables(tables)
        checks.require(told)
        indexed = {name: _indexed(name, frame) for name, frame in tables.items()}
        network = cls._completed(indexed)
        found = [*findings, *told, *economy.findings(network)]
        checks.require(found)
        return replace(network, findings=tuple(found))

    @classmethod
    def from_flows(  # noqa: PLR0913
        cls,
        flows: ArrayLike,
        output: ArrayLike,
        *,
        names: Sequence[str] | None = None,
        value_added: ArrayLike | None = None,
        wages: ArrayLike | None = None,
        workers: ArrayLike | None = None,
        sectors: Sequence[str] | None = None,
        check: bool = True,
    ) -> Self:
        """Build a network from a matrix, for scripts and textbook tables.

        Parameters
        ----------
        flows
            n × n, Rp/year, rows supply columns.
        output
            n, Rp/year.
        names
            Ids of the n businesses; `1` … `n` if left out.
        value_added, wages, workers
            n each; Rp/year, Rp/year and persons.
        sectors
            n codes of goods that replace one another.
        check
            Whether an economy that cannot work is refused.
        """
        trade = coo_array(np.asarray(flows, dtype=float))
        ids = [str(i + 1) for i in range(trade.shape[0])] if names is None else list(names)
        columns = {
            "output": output,
            "value_added": value_added,
            "wages": wages,
            "workers": workers,
            "sector": sectors,
        }
        businesses = pd.DataFrame(
            {"id": ids, **{key: value for key, value in columns.items() if value is not None}}
        )
        labels = np.asarray(ids, dtype=object)
        rows, cols = trade.coords
        partnerships = pd.DataFrame(
            {"supplier": labels[rows], "buyer": labels[cols], "value": trade.data}
        )
        if check:
            return cls.from_tables(businesses, partnerships)
        given = {"businesses": businesses, "partnerships": partnerships}
        return cls._completed(
            {name: _indexed(name, _conforming(name, given.get(name))) for name in schema.TABLES}
        )

    @classmethod
    def read(cls, path: str | Path) -> Self:
        """Read any format that `supplychain.io` lists: folders, workbooks, matrices, graphs.

        Raises
        ------
        ReadingError
            If there is no such path, or no reader knows the format.
        DataError
            If a check refuses what was read.
        """
        found = reading(Path(path))
        return cls.from_tables(**found.tables, findings=found.findings)

    @classmethod
    def _completed(cls, tables: Mapping[str, pd.DataFrame]) -> Self:
        believed = tables["businesses"].copy()
        stated = _defaults(tables["claims"], believed)
        for business, column, value in stated[["business", "field", "value"]].to_numpy():
            believed.loc[business, column] = value
        trade = completion.partnerships(tables["partnerships"], tables["products"])
        businesses = completion.businesses(believed, _carrying(trade.table))
        return cls(
            businesses.table,
            trade.table,
            tables["products"],
            tables["claims"],
            tables["sources"],
            filled=businesses.filled,
            filled_values=trade.filled,
        )

    def replace(self, **tables: pd.DataFrame) -> Self:
        """Return a new, checked network with some tables exchanged.

        Cells that were filled in by rule and left alone are filled in anew; a claim no longer
        speaks for a number that was changed. Partnerships are known by their row numbers.
        """
        now = {name: tables.get(name, getattr(self, name)) for name in schema.TABLES}
        businesses = _indexed("businesses", _conforming("businesses", now["businesses"]))
        if businesses.index.is_unique:
            now["claims"] = self._still_true(now["claims"], businesses)
            now["businesses"] = completion.reopened(businesses, self.businesses, self.filled)
        partnerships = validation.conform(schema.PARTNERSHIPS, now["partnerships"])
        now["partnerships"] = completion.reopened(
            partnerships, self.partnerships, self.filled_values
        )
        return type(self).from_tables(**now)

    def _still_true(self, claims: pd.DataFrame, businesses: pd.DataFrame) -> pd.DataFrame:
        stated = _defaults(claims, self.businesses)
        stated = stated[stated["business"].isin(businesses.index)]
        before, now = (
            [table.loc[row, column] for row, column in stated[["business", "field"]].to_numpy()]
            for table in (self.businesses, businesses)
        )
        overruled = stated.index[np.asarray(before, dtype=float) != np.asarray(now, dtype=float)]
        silent = claims.index.isin(overruled)
        return claims.assign(default=claims["default"].mask(silent, "no"))

    def prefer(self, claim: int) -> Self:
        """Return a network that believes one claim, by its row, instead of its rivals."""
        chosen = self.claims.loc[claim]
        rivals = (self.claims["business"] == chosen["business"]) & (
            self.claims["field"] == chosen["field"]
        )
        default = self.claims["default"].mask(rivals, "no")
        default = default.mask(self.claims.index == claim, "yes")
        return self.replace(claims=self.claims.assign(default=default))

    def __len__(self) -> int:
        """Count the businesses."""
        return len(self.businesses)

    def __repr__(self) -> str:
        """Name the sizes."""
        return f"SupplyNetwork({len(self)} businesses, {len(self.partnerships)} partnerships)"

    def product_name(self, product: str) -> Words:
        """Name of a product in both languages; its id where the products table has no name."""
        if product not in self.products.index:
            return same("" if pd.isna(product) else product)
        named = self.products.loc[product, ["name_en", "name_id"]].fillna(product)
        return Words(en=str(named["name_en"]), id=str(named["name_id"]))

    def unit_of(self, product: str) -> str:
        """Return the unit of a product's volume, empty where the products table has none."""
        unit = self.products["unit"].get(product)
        return "" if pd.isna(unit) else str(unit)

    def position(self, business: str) -> int:
        """Row of a business in `businesses` and in every matrix.

        Raises
        ------
        UnknownNameError
            If there is no such business.
        """
        if business not in self.businesses.index:
            raise UnknownNameError(unknown("business", business, list(self.businesses.index)))
        return int(np.flatnonzero(self.businesses.index == business)[0])

    @cached_property
    def trade(self) -> pd.DataFrame:
        """Partnerships that carry goods now: relation `supplies`, status `active`."""
        return _carrying(self.partnerships)

    @cached_property
    def flows(self) -> csr_array:
        """Z, n × n, Rp/year: rows supply columns; several partnerships of a pair are added up."""
        place = pd.Series(np.arange(len(self)), index=self.businesses.index)
        rows = place.reindex(self.trade["supplier"]).to_numpy()
        cols = place.reindex(self.trade["buyer"]).to_numpy()
        values = self.trade["value"].fillna(0.0).to_numpy()
        matrix = csr_array(coo_array((values, (rows, cols)), shape=(len(self), len(self))))
        matrix.sum_duplicates()
        return matrix

    @cached_property
    def coefficients(self) -> csr_array:
        """A, n × n: purchases per rupiah of the buyer's output."""
        return _divided(self.flows, self._output[self.flows.indices])

    @cached_property
    def allocation(self) -> csr_array:
        """B, n × n: sales per rupiah of the supplier's output."""
        return _divided(self.flows, np.repeat(self._output, np.diff(self.flows.indptr)))

    @property
    def _output(self) -> NDArray[np.float64]:
        return self.businesses["output"].fillna(0.0).to_numpy()

    @cached_property
    def sales(self) -> pd.Series:
        """Sales to businesses of the network, Rp/year, by business."""
        return pd.Series(self.flows.sum(axis=1), index=self.businesses.index, name="sales")

    @cached_property
    def purchases(self) -> pd.Series:
        """Purchases from businesses of the network, Rp/year, by business."""
        return pd.Series(self.flows.sum(axis=0), index=self.businesses.index, name="purchases")

    @cached_property
    def final_demand(self) -> pd.Series:
        """Output that leaves the network: to households, other regions and stock, Rp/year."""
        return (self.businesses["output"] - self.sales).rename("final_demand")

    @cached_property
    def graph(self) -> nx.MultiDiGraph[str]:
        """Everything as a NetworkX graph; a partnership's key is its row number."""
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        graph.add_nodes_from(zip(self.businesses.index, _known(self.businesses), strict=True))
        for key, known in enumerate(_known(self.partnerships)):
            graph.add_edge(known.pop("supplier"), known.pop("buyer"), key=key, **known)
        return graph

    def basis_of(self, column: str) -> pd.Series:
        """Where a number stands, by business.

        Its default claim's basis, else `estimated` where a rule filled it in (wages: `assumed`),
        else the basis of the row.
        """
        basis = self.businesses["basis"].copy()
        if column in self.filled:
            by_rule = "assumed" if column == "wages" else "estimated"
            basis = basis.mask(self.filled[column], by_rule)
        stated = _defaults(self.claims, self.businesses)
        believed = stated[stated["field"] == column].set_index("business")["basis"]
        basis.loc[believed.index] = believed
        return basis.rename(f"{column}_basis")

    @cached_property
    def value_basis(self) -> pd.Series:
        """Where the value of each partnership stands."""
        basis = self.partnerships["basis"]
        filled = self.filled_values.get("value")
        if filled is None:
            return basis
        return basis.mask(filled & (basis == "reported"), "estimated")

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the contents; equal tables have equal fingerprints."""
        digest = hashlib.sha256()
        for name in schema.TABLES:
            frame = getattr(self, name)
            digest.update(name.encode())
            digest.update(frame.to_csv().encode())
        return digest.hexdigest()


def _known(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Each row as a dictionary without its gaps."""
    rows = table.to_dict("records")
    return [{str(key): value for key, value in row.items() if pd.notna(value)} for row in rows]


def _conforming(name: str, frame: pd.DataFrame | None) -> pd.DataFrame:
    table = schema.TABLES[name]
    if frame is None:
        frame = pd.DataFrame(columns=table.names)
    if table.key is not None and frame.index.name == table.key:
        frame = frame.reset_index()
    return validation.conform(table, frame.reset_index(drop=True))


def _indexed(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    key = schema.TABLES[name].key
    if key is not None:
        return frame.set_index(key)
    return frame.rename_axis(index="partnership" if name == "partnerships" else None)


def _carrying(partnerships: pd.DataFrame) -> pd.DataFrame:
    return partnerships[
        (partnerships["relation"] == "supplies") & (partnerships["status"] == "active")
    ]


def _defaults(claims: pd.DataFrame, businesses: pd.DataFrame) -> pd.DataFrame:
    """Claims the model believes, about numbers that the businesses table has."""
    numbers = [column.name for column in schema.BUSINESSES.columns if column.type == "number"]
    usable = (claims["default"] == "yes") & claims["field"].isin(numbers) & claims["value"].notna()
    known = claims["business"].isin(businesses.index)
    return claims[usable & known].drop_duplicates(["business", "field"], keep="last")


def _divided(flows: csr_array, by: NDArray[np.float64]) -> csr_array:
    """Divide each stored flow; what is divided by zero is zero, and what overflows infinite."""
    shares = np.zeros_like(flows.data)
    with np.errstate(over="ignore"):
        np.divide(flows.data, by, out=shares, where=by > 0)
    return csr_array((shares, flows.indices, flows.indptr), shape=flows.shape)
