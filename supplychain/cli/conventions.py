"""What every command shares: its arguments, its exit codes, where its results go."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from supplychain.core.errors import DataError, SupplyChainError
from supplychain.core.words import Language, Words

REFUSED = 1
UNUSABLE = 2

Network = Annotated[
    Path, typer.Argument(metavar="PATH", help="Folder, workbook, table or graph file to read.")
]
Spoken = Annotated[
    Language,
    typer.Option("--language", "-l", envvar="SUPPLYCHAIN_LANGUAGE", help="Of messages and titles."),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write here instead of to the screen."),
]
Settable = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="ID.PARAMETER=VALUE", help="Set a parameter; repeatable."),
]


@contextmanager
def mended(language: Language) -> Iterator[None]:
    """Say our own errors in the language, and end with the exit code that fits."""
    try:
        yield
    except SupplyChainError as error:
        typer.echo(error.words(language), err=True)
        raise typer.Exit(REFUSED if isinstance(error, DataError) else UNUSABLE) from None
    except OSError as error:
        typer.echo(UNWRITTEN.fill(reason=error)(language), err=True)
        raise typer.Exit(UNUSABLE) from None


def deliver(text: str, output: Path | None) -> None:
    """Print the text, or write it to the file."""
    if output is None:
        typer.echo(text)
    else:
        output.write_text(text + "\n", encoding="utf-8", newline="\n")


def as_json(value: object) -> str:
    """Write JSON as the standard has it: no NaN, letters as they are."""
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)


UNWRITTEN = Words(
    en="The file cannot be written: {reason}", id="Berkas tidak dapat ditulis: {reason}"
)
