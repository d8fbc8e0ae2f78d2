"""Tables as a grid shows them for editing, and the network that an edited grid makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from supplychain.core import schema
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language

Editable = Literal["businesses", "partnerships"]


@dataclass(frozen=True)
class Edited:
    """What an edited grid led to.

    Attributes
    ----------
    network
        The new, checked network.
    overruled
        Names of businesses with a number that follows a claim, so that the edit had no effect.
    """

    network: SupplyNetwork
    overruled: tuple[str, ...]


def grid(network: SupplyNetwork, table: Editable) -> pd.DataFrame:
    """One table with every column of the schema, numbered from 0."""
    frame: pd.DataFrame = getattr(network, table)
    named = frame.reset_index() if schema.TABLES[table].key else frame
    return named[schema.TABLES[table].names].reset_index(drop=True)


def applied(network: SupplyNetwork, table: Editable, edited: pd.DataFrame) -> Edited:
    """Put an edited grid in the place of a table.

    Raises
    ------
    DataError
        If a check refuses the edit; the network is untouched then.
    """
    rows = edited.dropna(how="all").reset_index(drop=True)
    new = network.replace(**{table: rows})
    if table != "businesses":
        return Edited(new, ())
    wanted = rows.drop_duplicates("id").set_index("id").reindex(new.businesses.index)
    numbers = [column.name for column in schema.BUSINESSES.columns if column.type == "number"]
    ignored = (wanted[numbers].notna() & wanted[numbers].ne(new.businesses[numbers])).any(axis=1)
    return Edited(new, tuple(new.businesses.loc[ignored & _claimed(new), "name"].astype(str)))


def header(table: Editable, column: str, language: Language) -> str:
    """Header of a column in a language."""
    known = schema.TABLES[table].column(column)
    said = known.header if language == "id" else known.name.replace("_", " ")
    unit = f" ({known.unit})" if known.unit and language == "en" else ""
    return said[:1].upper() + said[1:] + unit


def _claimed(network: SupplyNetwork) -> pd.Series:
    believed = network.claims.loc[network.claims["default"] == "yes", "business"]
    return network.businesses.index.to_series().isin(believed)
