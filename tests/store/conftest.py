"""A store on SQLite and one on PostgreSQL: what takes `store` or `place` runs on both."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from supplychain.store import Store
from tests.store.postgresql import Server, serving


class Clock:
    """Tells a time that tests set; it moves on by a minute each time it is asked."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Tell the time."""
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """PostgreSQL, for all tests; missing, it fails the test and says what to do."""
    with serving() as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty store may be made."""
    if request.param == "sqlite":
        return str(tmp_path / "made on opening" / "scenarios.db")
    running: Server = request.getfixturevalue("server")
    return running.new_place()


@pytest.fixture
def clock() -> Clock:
    """The time that the store is told."""
    return Clock()


@pytest.fixture
def store(place: str, clock: Clock) -> Iterator[Store]:
    """An empty store."""
    opened = Store(place, clock=clock)
    yield opened
    opened.close()
