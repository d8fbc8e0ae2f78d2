"""``supplychain metrics``: the catalogue of metrics over one network."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, Literal

import pandas as pd
import typer

from supplychain.cli.conventions import Network, Output, Settable, Spoken, as_json, deliver, mended
from supplychain.cli.settings import chosen_metrics, settings_of
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words, number
from supplychain.metrics import Metric


def compute(
    path: Network,
    only: Annotated[
        str, typer.Option(metavar="ID,ID", help="Which metrics; empty: all by business.")
    ] = "",
    settings: Settable = None,
    form: Annotated[Literal["csv", "json", "table"], typer.Option("--format")] = "table",
    output: Output = None,
    language: Spoken = "id",
) -> None:
    """Hitung metrik, satu baris per usaha. · Compute metrics, one row a business."""
    with mended(language):
        chosen = chosen_metrics(only)
        given = settings_of(settings or [], chosen)
        network = SupplyNetwork.read(path)
        for entry in chosen:
            _remark(entry.title, entry.notice(network), language)
        table = _table(network, chosen, given)
        deliver(_FORMS[form](table, chosen, language), output)


def _remark(title: Words, notice: Words | None, language: Language) -> None:
    if notice is not None:
        typer.echo(f"{title(language)}: {notice(language)}", err=True)


def _table(
    network: SupplyNetwork, chosen: Sequence[Metric], given: Mapping[str, Mapping[str, Any]]
) -> pd.DataFrame:
    """One row a business, or a partnership; a single metric of another level as it comes."""
    results = {entry.id: entry(network, **given[entry.id]) for entry in chosen}
    level = chosen[0].level
    if level == "business":
        return pd.DataFrame(results).rename_axis(index="id").reset_index()
    if level == "partnership":
        ends = network.partnerships[["supplier", "buyer", "product"]]
        return ends.join(pd.DataFrame(results)).reset_index()
    (result,) = results.values()
    return result.reset_index() if isinstance(result, pd.DataFrame) else pd.DataFrame([results])


def _csv(table: pd.DataFrame, chosen: Sequence[Metric], language: Language) -> str:
    return table.to_csv(index=False, lineterminator="\n").removesuffix("\n")


def _json_rows(table: pd.DataFrame, chosen: Sequence[Metric], language: Language) -> str:
    return as_json(table.astype(object).where(table.notna(), None).to_dict("records"))


def _text(table: pd.DataFrame, chosen: Sequence[Metric], language: Language) -> str:
    """Titles and numbers as the language writes them."""
    shown = pd.DataFrame({column: _written(table[column], language) for column in table})
    for entry in chosen:
        if entry.codes:
            shown[entry.id] = [entry.codes[code](language) for code in table[entry.id]]
    titles = {entry.id: f"{entry.title(language)} ({entry.unit(language)})" for entry in chosen}
    return shown.rename(columns=titles).to_string(index=False)


def _written(column: pd.Series, language: Language) -> list[str]:
    if not pd.api.types.is_numeric_dtype(column) or column.name == "partnership":
        return column.astype("str").tolist()
    return [number(value, language, digits=0 if abs(value) >= 1000 else 3) for value in column]


_FORMS: Mapping[str, Callable[[pd.DataFrame, Sequence[Metric], Language], str]] = {
    "csv": _csv,
    "json": _json_rows,
    "table": _text,
}
