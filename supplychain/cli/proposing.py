"""``supplychain simulate`` and ``supplychain recommend``: try a scenario, and find the next one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import pandas as pd
import typer

from supplychain.cli.conventions import Network, Output, Spoken, as_json, deliver, mended
from supplychain.core.errors import ReadingError
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words, number, rupiah
from supplychain.recommend.ranking import ranking, reason
from supplychain.simulate import Effects, effects, limits
from supplychain.simulate.effects import Shortage
from supplychain.store import read_scenario

Form = Annotated[Literal["csv", "json", "table"], typer.Option("--format")]
MEASURES: dict[str, tuple[Words, bool]] = {
    "change": (Words(en="Output", id="Nilai produksi"), True),
    "direct": (Words(en="  direct", id="  langsung"), True),
    "indirect": (Words(en="  indirect", id="  tidak langsung"), True),
    "withheld": (Words(en="  withheld by limits", id="  tertahan oleh batas"), True),
    "induced": (Words(en="Induced, not added above", id="Terimbas, di luar angka di atas"), True),
    "value_added": (Words(en="Value added", id="Nilai tambah"), True),
    "workers": (Words(en="Jobs (persons)", id="Tenaga kerja (orang)"), False),
}


def simulate(  # noqa: PLR0913
    path: Network,
    scenario: Annotated[
        Path, typer.Option("--scenario", "-s", metavar="FILE", help="Scenario as JSON.")
    ],
    shortage: Annotated[
        Shortage, typer.Option(help="When a limit binds: buy outside, or ration.")
    ] = "outside",
    first: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Served first when goods are rationed; may be repeated."),
    ] = None,
    form: Form = "table",
    output: Output = None,
    language: Spoken = "id",
) -> None:
    """Coba skenario: dampak menurut usaha. · Try a scenario: effects by business."""
    with mended(language):
        edits = read_scenario(_content(scenario), file=scenario.name)
        found = effects(SupplyNetwork.read(path), edits, shortage=shortage, first=first or ())
        for limit in limits(found):
            typer.echo(limit.text(found.setting)(language), err=True)
        if form == "table":
            deliver(_summary(found, language), output)
        else:
            deliver(_written(found.by_business.rename_axis("id").reset_index(), form), output)


def recommend(
    path: Network,
    within: Annotated[float, typer.Option(help="Largest distance, km.")] = 100.0,
    most: Annotated[int, typer.Option("--most", help="How many rows.")] = 20,
    form: Form = "table",
    output: Output = None,
    language: Spoken = "id",
) -> None:
    """Urutkan kemitraan baru yang mungkin. · Rank the new partnerships that are possible."""
    with mended(language):
        network = SupplyNetwork.read(path)
        rows = ranking(network, within=within).head(most)
        if form == "table":
            said = (reason(network, row, language) for _, row in rows.iterrows())
            lines = [f"{place}. {text}" for place, text in enumerate(said, start=1)]
            deliver("\n".join(lines) or _NONE(language), output)
        else:
            deliver(_written(rows, form), output)


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise ReadingError(_UNREADABLE.fill(file=file.name, reason=error.strerror)) from None


def _summary(found: Effects, language: Language) -> str:
    total = found.total
    return "\n".join(
        f"{words(language):34} {_amount(float(total[column]), money, language):>20}"
        for column, (words, money) in MEASURES.items()
    )


def _amount(value: float, money: bool, language: Language) -> str:
    return rupiah(value, language) if money else number(value, language, digits=1)


def _written(table: pd.DataFrame, form: str) -> str:
    if form == "csv":
        return table.to_csv(index=False, lineterminator="\n").removesuffix("\n")
    finite: Any = table.astype(object).where(table.notna() & ~table.isin([float("inf")]), None)
    return as_json(finite.to_dict("records"))


_UNREADABLE = Words(
    en="{file}: the scenario cannot be read ({reason}). Check the name.",
    id="{file}: skenario tidak dapat dibaca ({reason}). Periksa namanya.",
)
_NONE = Words(
    en="No partnership is possible within this distance.",
    id="Tidak ada kemitraan yang mungkin dalam jarak ini.",
)
