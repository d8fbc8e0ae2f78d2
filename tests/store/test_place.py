"""Where a store is, from a file, an address or the environment."""

from pathlib import Path

import pytest

from supplychain.core.errors import StoreUnreachableError
from supplychain.store import Store
from supplychain.store.place import locate, shown, usual_file


def test_a_file_is_an_sqlite_store(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for named in ("plans.db", Path("plans.db"), f"sqlite:///{tmp_path}/plans.db"):
        assert shown(locate(named)) == str(tmp_path / "plans.db")


def test_without_a_word_it_is_in_the_users_data_folder(monkeypatch):
    monkeypatch.delenv("SUPPLYCHAIN_STORE", raising=False)
    assert shown(locate()) == str(usual_file())
    assert usual_file().is_absolute()
    assert usual_file().parts[-2:] == ("supplychain", "scenarios.db")


def test_the_environment_says_where(tmp_path, monkeypatch):
    monkeypatch.setenv("SUPPLYCHAIN_STORE", str(tmp_path / "office.db"))
    store = Store()
    assert store.place == str(tmp_path / "office.db")
    assert (tmp_path / "office.db").exists()
    store.close()


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_a_shown_address_has_no_password(scheme):
    url = locate(f"{scheme}://ani:rahasia@db.example/perindustrian?sslmode=require")
    assert url.drivername == "postgresql+psycopg"
    assert url.query["sslmode"] == "require"
    assert shown(url) == "db.example/perindustrian"


@pytest.mark.parametrize(
    "address",
    ["mysql://host/x", "sqlite://", "sqlite:///:memory:", "postgresql://host", "://", "x://"],
)
def test_any_other_address_is_refused(address):
    with pytest.raises(StoreUnreachableError, match="Give a file, or postgresql://"):
        locate(address)


def test_a_folder_of_the_store_is_ones_own(tmp_path):
    Store(tmp_path / "new" / "scenarios.db").close()
    assert (tmp_path / "new").stat().st_mode & 0o077 == 0
