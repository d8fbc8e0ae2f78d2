"""``supplychain check``: what stands against a network, before anything is computed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from supplychain.cli.conventions import REFUSED, Network, Spoken, as_json, mended
from supplychain.core.errors import DataError
from supplychain.core.findings import SEVERITIES, Finding
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words


def check(
    path: Network,
    language: Spoken = "id",
    form: Annotated[
        Literal["text", "json"], typer.Option("--format", help="text, or json for scripts.")
    ] = "text",
) -> None:
    """Periksa data tanpa menghitung. · Check the data, compute nothing."""
    with mended(language):
        findings, network = _checked(path)
        if form == "json":
            typer.echo(as_json([_record(finding, language) for finding in findings]))
        else:
            for finding in findings:
                typer.echo(f"[{SEVERITIES[finding.severity](language)}] {finding.text(language)}")
            typer.echo(_verdict(findings, network)(language))
    if network is None:
        raise typer.Exit(REFUSED)


def _checked(path: Path) -> tuple[Sequence[Finding], SupplyNetwork | None]:
    """Every finding, and the network unless one of them refuses it."""
    try:
        network = SupplyNetwork.read(path)
    except DataError as error:
        return error.findings, None
    return network.findings, network


def _record(finding: Finding, language: Language) -> Mapping[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "place": finding.place(language),
        "cause": finding.cause(language),
        "remedy": finding.remedy(language),
        "subjects": list(finding.subjects),
    }


def _verdict(findings: Sequence[Finding], network: SupplyNetwork | None) -> Words:
    if network is None:
        wrong = sum(finding.severity == "error" for finding in findings)
        return _BAD.fill(errors=wrong, rest=len(findings) - wrong)
    return _GOOD.fill(
        businesses=len(network), partnerships=len(network.partnerships), rest=len(findings)
    )


_GOOD = Words(
    en="{businesses} businesses, {partnerships} partnerships: no error, {rest} remark(s).",
    id="{businesses} usaha, {partnerships} kemitraan: tanpa kesalahan, {rest} catatan.",
)
_BAD = Words(
    en="{errors} error(s), {rest} remark(s): the data cannot be used yet.",
    id="{errors} kesalahan, {rest} catatan: data belum dapat dipakai.",
)
