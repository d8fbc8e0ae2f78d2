"""A tiny network as a folder of CSV, and the command line as a script sees it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from supplychain.cli import app

BUSINESSES = """\
id,name,kind,output,workers,district
01,Kebun Ubi,supplier,100000000,4,52.02
02,Sentra Tapioka,sentra,300000000,9,52.02
03,Bakso Renteng,ikm,900000000,6,52.02
"""
PARTNERSHIPS = """\
supplier,buyer,value
01,02,80000000
02,03,150000000
"""


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """Write three businesses in a row."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    (folder / "businesses.csv").write_text(BUSINESSES, encoding="utf-8")
    (folder / "partnerships.csv").write_text(PARTNERSHIPS, encoding="utf-8")
    return folder


@pytest.fixture
def run() -> Callable[..., Result]:
    """Run a command as the shell would."""

    def command(*arguments: object) -> Result:
        return CliRunner().invoke(app, [str(argument) for argument in arguments])

    return command
