"""``supplychain app``: the app on a network of one's own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

import supplychain
from supplychain.cli.conventions import Spoken, mended
from supplychain.core.errors import ReadingError
from supplychain.core.words import Words

HOME = Path(supplychain.__file__).parents[1]
START = HOME / "streamlit_app.py"


def serve(
    path: Annotated[
        Path | None, typer.Argument(metavar="PATH", help="Data to open; left out: the NTB data.")
    ] = None,
    port: Annotated[int | None, typer.Option(help="Else the first free one from 8501.")] = None,
    language: Spoken = "id",
) -> None:
    """Buka aplikasi di peramban. · Open the app in the browser."""
    with mended(language):
        if not START.exists():
            raise ReadingError(_NO_CHECKOUT)
        if path is not None and not path.exists():
            raise ReadingError(_MISSING.fill(path=path))
        raise typer.Exit(_streamlit(path, port))


def _streamlit(path: Path | None, port: int | None) -> int:
    """Run the server until it is stopped; it reads its settings from where the app stands."""
    command = [sys.executable, "-m", "streamlit", "run", str(START)]
    options = [] if port is None else [f"--server.port={port}"]
    data = {} if path is None else {"SUPPLYCHAIN_DATA": str(path.resolve())}
    try:
        return subprocess.run(
            command + options, env=os.environ | data, cwd=HOME, check=False
        ).returncode
    except KeyboardInterrupt:
        return 0


_NO_CHECKOUT = Words(
    en="The app needs the project's folder, with streamlit_app.py and data/, and was not found "
    "beside the package. Run it from a checkout.",
    id="Aplikasi memerlukan folder proyek, dengan streamlit_app.py dan data/, yang tidak ada di "
    "samping paket. Jalankan dari folder proyek.",
)
_MISSING = Words(
    en="{path}: there is no such file or folder. Check the name.",
    id="{path}: berkas atau folder tidak ada. Periksa namanya.",
)
