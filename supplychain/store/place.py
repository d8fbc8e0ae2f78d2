"""Where saved scenarios are kept: a file of one's own, or a database that several share."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from supplychain.core.errors import StoreUnreachableError
from supplychain.core.words import Words

VARIABLE = "SUPPLYCHAIN_STORE"
_DRIVERS = {
    "sqlite": "sqlite+pysqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
}


def locate(place: str | Path | None = None) -> URL:
    """Address of a store.

    Parameters
    ----------
    place
        A file, ``postgresql://user@host/database``, or None for what `SUPPLYCHAIN_STORE` says; a
        file in the user's data folder if that says nothing.

    Raises
    ------
    StoreUnreachableError
        If the address names neither a file nor a PostgreSQL database.
    """
    named = place or os.environ.get(VARIABLE) or usual_file()
    if isinstance(named, Path) or "://" not in named:
        return URL.create(_DRIVERS["sqlite"], database=str(Path(named).expanduser().absolute()))
    try:
        url = make_url(named)
    except (ArgumentError, ValueError):
        raise StoreUnreachableError(_NO_ADDRESS) from None
    driver = _DRIVERS.get(url.get_backend_name())
    if driver is None or url.database in {None, "", ":memory:"}:
        raise StoreUnreachableError(_NO_ADDRESS)
    return url.set(drivername=driver)


def usual_file() -> Path:
    """Where this user's scenarios are kept unless told otherwise."""
    return platformdirs.user_data_path("supplychain", appauthor=False) / "scenarios.db"


def shown(url: URL) -> str:
    """Write an address without user and password."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    return f"{url.host or 'localhost'}/{url.database}"


_NO_ADDRESS = Words(
    en="The address of the saved scenarios is not usable. Give a file, or "
    "postgresql://user@host/database.",
    id="Alamat penyimpanan skenario tidak dapat dipakai. Isi nama berkas, atau "
    "postgresql://pengguna@host/basisdata.",
)
