"""Command line: ``supplychain check|metrics|simulate|recommend|export|template|app``.

Exit codes
----------
0
    Done; the data has no error.
1
    The data was read and refused: a check found an error, or no finite result exists.
2
    Nothing was done: wrong usage, an unknown name, or a file that cannot be read or written.

Results go to standard output, remarks and errors to standard error: a pipe gets results only.
"""

from __future__ import annotations

import sys
from io import TextIOWrapper

import typer

from supplychain.cli.checking import check
from supplychain.cli.computing import compute
from supplychain.cli.proposing import recommend, simulate
from supplychain.cli.serving import serve
from supplychain.cli.taking import export, template

app = typer.Typer(
    help="Jaringan pemasok sentra: periksa, hitung, ekspor. · Sentra supply networks: check, "
    "compute, export. Exit codes: 0 done, 1 the data has errors, 2 wrong usage or unreadable file.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("check")(check)
app.command("metrics")(compute)
app.command("simulate")(simulate)
app.command("recommend")(recommend)
app.command("export")(export)
app.command("template")(template)
app.command("app")(serve)


def main() -> None:
    """Run the command line; what it prints is UTF-8 on every system."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    app(prog_name="supplychain")
