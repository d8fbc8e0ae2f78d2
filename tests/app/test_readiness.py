"""What is prepared at the start is what the first visitor asks for."""

import pytest
from streamlit.testing.v1 import AppTest

from supplychain.app.parts import graph
from supplychain.app.start import readiness
from supplychain.core.words import LANGUAGES
from supplychain.views import overview, story

PATIENCE = 120
pytestmark = pytest.mark.filterwarnings("ignore:.*No runtime found")


def script(page: str, language: str) -> None:
    from supplychain.app import pages, state
    from supplychain.app.catalogue import CATALOGUE

    assert pages
    state.begin()
    CATALOGUE.get(page).fn(state.opened().network, language)


def forbid(monkeypatch: pytest.MonkeyPatch, module: object, name: str) -> None:
    """Let a function fail when it is really called; its name still finds what is kept."""

    def computed_again(*_: object, **__: object) -> None:
        pytest.fail(f"{name} was computed again")

    original = getattr(module, name)
    computed_again.__module__ = original.__module__
    computed_again.__qualname__ = original.__qualname__
    monkeypatch.setattr(module, name, computed_again)


@pytest.mark.parametrize("page", ["beranda", "jaringan"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_visitor_waits_for_nothing(monkeypatch, page, language):
    readiness.prepare()
    forbid(monkeypatch, overview, "facts")
    forbid(monkeypatch, story, "story")
    forbid(monkeypatch, graph, "picture")
    kwargs = {"page": page, "language": language}
    test = AppTest.from_function(script, kwargs=kwargs, default_timeout=PATIENCE).run()
    assert not test.exception


def test_bad_data_do_not_keep_the_server_from_starting(monkeypatch, tmp_path):
    monkeypatch.setenv("SUPPLYCHAIN_DATA", str(tmp_path / "nothing"))
    readiness.prepare()


def test_bad_data_are_told_on_the_page(monkeypatch, tmp_path):
    monkeypatch.setenv("SUPPLYCHAIN_DATA", str(tmp_path / "nothing"))
    test = AppTest.from_file(
        str(readiness.__file__).replace("readiness", "script"), default_timeout=PATIENCE
    ).run()
    assert not test.exception
    assert test.error
    assert any("berkas atau folder tidak ada" in block.value.lower() for block in test.html)
