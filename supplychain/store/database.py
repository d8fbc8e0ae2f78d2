"""Transactions alike on SQLite and PostgreSQL: one writer at a time, readers never wait.

SQLite: write-ahead log, a sync before every acknowledgement, writers queue. PostgreSQL: a
connection is looked at before it is used, so that a server that was away is found again at once,
and waiting for one that froze has an end.
"""

from __future__ import annotations

import selectors
import socket
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from supplychain.core.errors import StoreBusyError, StoreUnreachableError
from supplychain.store.place import shown
from supplychain.store.trouble import told, trouble

QUEUE = 15.0
"""Seconds that a writer waits for the writers before it, as long as they get on."""
PATIENCE = 4.0
"""Seconds after which a server that has not finished is given up (PostgreSQL)."""
_CONNECTING = 3
_WAITING = 4
_LIMITS = (
    "SET LOCAL statement_timeout = '3500ms'; SET LOCAL lock_timeout = '3s'; "
    "SET LOCAL idle_in_transaction_session_timeout = '10s'"
)


class Database:
    """One database, of either kind; safe to share among threads."""

    def __init__(self, url: URL) -> None:
        self.place = shown(url)
        self.file = Path(str(url.database)) if url.get_backend_name() == "sqlite" else None
        with told(self.place):
            self._engine = _sqlite(url) if self.file else _postgresql(url)
        self._reader = self._engine.execution_options(
            **({} if self.file else {"isolation_level": "REPEATABLE READ"})
        )
        self._writer = self._engine.execution_options(writes=True)
        self._queue = threading.Lock()
        self._losses = 0

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One consistent view of everything."""
        with self._transaction(self._reader, time.monotonic() + PATIENCE) as session:
            yield session

    @contextmanager
    def writing(self, patience: float = PATIENCE) -> Iterator[Session]:
        """All of what is written, or nothing; on leaving without an error it is on disk."""
        with (
            self._turn(),
            self._transaction(self._writer, time.monotonic() + patience) as session,
        ):
            yield session

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Let the threads of a process queue here: the databases' own queues are slower.

        Who waited while another one found the server gone need not find out again.
        """
        known = self._losses
        if not self._queue.acquire(timeout=QUEUE):
            raise trouble(StoreBusyError, self.place)
        try:
            if self._losses != known:
                raise trouble(StoreUnreachableError, self.place)
            yield
        except StoreUnreachableError:
            self._losses += 1
            raise
        finally:
            self._queue.release()

    @contextmanager
    def _transaction(self, engine: Engine, end: float) -> Iterator[Session]:
        with (
            told(self.place),
            engine.connect() as connection,
            nullcontext() if self.file else _given_up(connection, end),
            Session(connection, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, pool_size=5, max_overflow=-1, connect_args={"timeout": QUEUE})
    event.listen(engine, "connect", _ready)
    event.listen(engine, "begin", _begin)
    return engine


def _ready(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")
    connection.execute("PRAGMA foreign_keys = ON")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _postgresql(url: URL) -> Engine:
    given: dict[str, Any] = {"connect_timeout": _CONNECTING, "application_name": "supplychain"}
    missing = {name: value for name, value in given.items() if name not in url.query}
    engine = create_engine(
        url, max_overflow=25, pool_timeout=_WAITING, connect_args=missing, use_native_hstore=False
    )
    event.listen(engine, "checkout", _look_at)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(_LIMITS))
    return engine


def _look_at(raw: Any, entry: ConnectionPoolEntry, _proxy: object) -> None:
    """Refuse a connection on which something came unasked: the server's farewell."""
    if not entry.info.setdefault("used", False):
        entry.info["used"] = True
        return
    with selectors.DefaultSelector() as selector:
        selector.register(raw.fileno(), selectors.EVENT_READ)
        if selector.select(0):
            raise DisconnectionError


@contextmanager
def _given_up(connection: Connection, end: float) -> Iterator[None]:
    """Hang up at `end`: a server that froze, or a network that swallows, never says so itself."""
    raw: Any = connection.connection.dbapi_connection
    with socket.fromfd(raw.fileno(), socket.AF_INET, socket.SOCK_STREAM) as line:
        alarm = threading.Timer(max(end - time.monotonic(), 0), _hang_up, (line,))
        alarm.start()
        try:
            yield
        finally:
            alarm.cancel()
            alarm.join()


def _hang_up(line: socket.socket) -> None:
    with suppress(OSError):  # the other side may have been faster
        line.shutdown(socket.SHUT_RDWR)
