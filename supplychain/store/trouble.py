"""What a database complains about, in words that a user can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoConnectionLeftError

from supplychain.core.errors import (
    StoreBusyError,
    StoreDamagedError,
    StoreError,
    StoreFullError,
    StoreReadOnlyError,
    StoreUnreachableError,
)
from supplychain.core.words import Words

_SQLITE: dict[str, type[StoreError]] = {
    "BUSY": StoreBusyError,
    "LOCKED": StoreBusyError,
    "FULL": StoreFullError,
    "IOERR": StoreFullError,
    "READONLY": StoreReadOnlyError,
    "CANTOPEN": StoreReadOnlyError,
    "PERM": StoreReadOnlyError,
    "AUTH": StoreReadOnlyError,
    "CORRUPT": StoreDamagedError,
    "NOTADB": StoreDamagedError,
    "ERROR": StoreDamagedError,
}
# SQLSTATE by its beginning; the longest that fits decides.
_POSTGRESQL: dict[str, type[StoreError]] = {
    "08": StoreUnreachableError,
    "25006": StoreReadOnlyError,
    "25P": StoreBusyError,
    "28": StoreUnreachableError,
    "3D": StoreUnreachableError,
    "40": StoreBusyError,
    "42501": StoreReadOnlyError,
    "42P01": StoreDamagedError,
    "42703": StoreDamagedError,
    "53": StoreBusyError,
    "53100": StoreFullError,
    "55": StoreBusyError,
    "57014": StoreBusyError,
    "57P": StoreUnreachableError,
    "58030": StoreFullError,
    "XX": StoreDamagedError,
}


@contextmanager
def told(place: str) -> Iterator[None]:
    """Turn a database's complaints into errors of ours; `place` says whose they are."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        kind = _kind(error)
        if kind is None:
            raise
        raise trouble(kind, place) from error
    except ModuleNotFoundError as error:
        raise StoreUnreachableError(_NO_DRIVER) from error


def trouble(kind: type[StoreError], place: str) -> StoreError:
    """Make the error of one kind."""
    return kind(_WORDS[kind].fill(place=place))


def _kind(error: Exception) -> type[StoreError] | None:
    """Name the trouble; None when it is a mistake of the program, which must not be hidden."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        code = str(getattr(cause, "sqlite_errorname", ""))
        return _SQLITE.get(code.removeprefix("SQLITE_").partition("_")[0])
    state: str | None = getattr(cause, "sqlstate", None)
    if state is not None:
        known = [begin for begin in _POSTGRESQL if state.startswith(begin)]
        return _POSTGRESQL[max(known, key=len)] if known else None
    if isinstance(error, NoConnectionLeftError):
        return StoreBusyError
    return StoreUnreachableError if isinstance(error, (OperationalError, InterfaceError)) else None


_WORDS: dict[type[StoreError], Words] = {
    StoreUnreachableError: Words(
        en="The database of the saved scenarios ({place}) does not answer or refuses to let us in. "
        "Nothing unconfirmed was saved. Try again shortly, or tell whoever looks after it.",
        id="Basis data skenario tersimpan ({place}) tidak menjawab atau menolak masuk. "
        "Yang belum dikonfirmasi tidak tersimpan. Coba lagi sebentar lagi, atau hubungi "
        "pengelolanya.",
    ),
    StoreBusyError: Words(
        en="Others are writing to the saved scenarios ({place}) for too long. "
        "Nothing was saved. Try again shortly.",
        id="Pengguna lain terlalu lama menulis ke skenario tersimpan ({place}). "
        "Perubahan Anda tidak tersimpan. Coba lagi sebentar lagi.",
    ),
    StoreFullError: Words(
        en="The disk did not take the scenario: it is full or faulty ({place}). "
        "Free some space and save again; until then, export it as a file elsewhere.",
        id="Diska tidak menerima skenario ini: penuh atau rusak ({place}). "
        "Kosongkan sebagian ruangnya lalu simpan lagi; sementara itu, ekspor ke berkas di tempat "
        "lain.",
    ),
    StoreReadOnlyError: Words(
        en="There is no right to write to {place}. Ask for it, choose another place with "
        "SUPPLYCHAIN_STORE, or export the scenario as a file.",
        id="Tidak ada izin menulis ke {place}. Mintalah izinnya, pilih tempat lain dengan "
        "SUPPLYCHAIN_STORE, atau ekspor skenarionya sebagai berkas.",
    ),
    StoreDamagedError: Words(
        en="{place} cannot be read as saved scenarios: it is damaged or something else. "
        "Put a backup in its place, or choose another place with SUPPLYCHAIN_STORE.",
        id="{place} tidak terbaca sebagai skenario tersimpan: rusak atau berkas lain. "
        "Pulihkan dari cadangan, atau pilih tempat lain dengan SUPPLYCHAIN_STORE.",
    ),
}
_NO_DRIVER = Words(
    en="Scenarios in PostgreSQL need its driver. Install it: pip install 'psycopg[binary]'.",
    id="Skenario di PostgreSQL memerlukan penggeraknya. Pasang dengan: "
    "pip install 'psycopg[binary]'.",
)
