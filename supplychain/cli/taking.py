"""``supplychain export`` and ``template``: files to take away and to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from supplychain import exports
from supplychain.cli.conventions import Network, Settable, Spoken, mended
from supplychain.cli.settings import named_metrics, settings_of
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words
from supplychain.io import templates


def export(
    path: Network,
    form: Annotated[
        str, typer.Option("--format", help=f"One of {', '.join(exports.CATALOGUE.ids())}.")
    ],
    only: Annotated[
        str, typer.Option(metavar="ID,ID", help="Metrics to take along; empty: none.")
    ] = "",
    settings: Settable = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where to; else its own name, here."),
    ] = None,
    language: Spoken = "id",
) -> None:
    """Tulis jaringan sebagai satu berkas. · Write the network as one file."""
    with mended(language):
        chosen = named_metrics(only)
        entry = exports.CATALOGUE.get(form)
        given = settings_of(settings or [], [*chosen, entry])
        network = SupplyNetwork.read(path)
        results = {metric.id: metric(network, **given[metric.id]) for metric in chosen}
        file = entry(network, results, **given[entry.id])
        for finding in file.findings:
            typer.echo(finding.text(language), err=True)
        _save(file.content, output or Path(file.name), language)


def template(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The workbook to write, .xlsx.")],
    language: Spoken = "id",
) -> None:
    """Tulis buku kerja kosong untuk diisi. · Write an empty workbook to fill in."""
    with mended(language):
        _save(templates.template(language), path, language)


def _save(content: bytes, path: Path, language: Language) -> None:
    path.write_bytes(content)
    typer.echo(_WRITTEN.fill(path=path, size=len(content))(language), err=True)


_WRITTEN = Words(en="{path}: {size} bytes written.", id="{path}: {size} bita ditulis.")
