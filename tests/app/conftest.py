"""Pages write to a store of their own."""

import pytest

from supplychain.store.place import VARIABLE


@pytest.fixture(autouse=True)
def own_store(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    """Keep saved scenarios out of the user's data folder."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "scenarios.db"))
