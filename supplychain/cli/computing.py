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
from supplychain.metrics import Metric, uncertainty
from supplychain.metrics.catalogue import Level


def compute(  # noqa: PLR0913
    path: Network,
    only: Annotated[
        str, typer.Option(metavar="ID,ID", help="Which metrics; empty: all by business.")
    ] = "",
    settings: Settable = None,
    interval: Annotated[
        bool, typer.Option("--interval", help="Add the 90 % interval and the share assumed.")
    ] = False,
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
            if interval:
                _remark(entry.title, uncertainty.no_interval(entry, **given[entry.id]), language)
        results = {
            entry.id: _columns(network, entry, given[entry.id], interval) for entry in chosen
        }
        table = _table(network, chosen[0].level, results)
        deliver(_FORMS[form](table, chosen, language), output)


def _remark(title: Words, notice: Words | None, language: Language) -> None:
    if notice is not None:
        typer.echo(f"{title(language)}: {notice(language)}", err=True)


def _columns(
    network: SupplyNetwork, entry: Metric, given: Mapping[str, Any], interval: bool
) -> pd.DataFrame:
    """Value of a metric and, when asked, its interval and the share that rests on assumptions."""
    if not interval:
        result = entry(network, **given)
        return result if isinstance(result, pd.DataFrame) else _frame(entry, result)
    table = uncertainty.interval(network, entry, **given)
    names = {"value": entry.id}
    names |= {found: f"{entry.id}_{column}" for found, (column, _) in _INTERVAL.items()}
    return table[list(names)].rename(columns=names)


def _frame(entry: Metric, result: object) -> pd.DataFrame:
    series = result if isinstance(result, pd.Series) else pd.Series([result], index=[entry.id])
    return series.to_frame(entry.id)


def _table(
    network: SupplyNetwork, level: Level, results: Mapping[str, pd.DataFrame]
) -> pd.DataFrame:
    """One row a business, or a partnership; a single metric of another level as it comes."""
    table = pd.concat(list(results.values()), axis=1)
    if level == "business":
        return table.rename_axis(index="id").reset_index()
    if level == "partnership":
        return network.partnerships[["supplier", "buyer", "product"]].join(table).reset_index()
    return table.reset_index(drop=isinstance(table.index, pd.RangeIndex), names="id")


def _csv(table: pd.DataFrame, chosen: Sequence[Metric], language: Language) -> str:
    return table.to_csv(index=False, lineterminator="\n").removesuffix("\n")


def _json_rows(table: pd.DataFrame, chosen: Sequence[Metric], language: Language) -> str:
    return as_json(table.astype(object).where(table.notna(), None).to_dict("records"))


def _text(table: pd.DataFrame, chosen: Sequence[Metric], language: Language) -> str:
    """Titles and numbers as the language writes them."""
    shown = pd.DataFrame({column: _written(table[column], language) for column in table})
    for entry in chosen:
        if entry.codes:
            said = {code: words(language) for code, words in entry.codes.items()}
            shown[entry.id] = [said.get(code, str(code)) for code in table[entry.id]]
    return shown.rename(columns=_titles(chosen, language)).to_string(index=False)


def _titles(chosen: Sequence[Metric], language: Language) -> dict[str, str]:
    titles = {}
    for entry in chosen:
        titles[entry.id] = f"{entry.title(language)} ({entry.unit(language)})"
        for column, words in _INTERVAL.values():
            titles[f"{entry.id}_{column}"] = words(language)
    return titles


def _written(column: pd.Series, language: Language) -> list[str]:
    if not pd.api.types.is_numeric_dtype(column) or column.name == "partnership":
        return column.astype("str").tolist()
    return [number(value, language, digits=0 if abs(value) >= 1000 else 3) for value in column]


_INTERVAL: Mapping[str, tuple[str, Words]] = {
    "low": ("low", Words(en="at least", id="paling rendah")),
    "high": ("high", Words(en="at most", id="paling tinggi")),
    "assumed_share": ("assumed", Words(en="share assumed", id="bagian diasumsikan")),
}
_FORMS: Mapping[str, Callable[[pd.DataFrame, Sequence[Metric], Language], str]] = {
    "csv": _csv,
    "json": _json_rows,
    "table": _text,
}
