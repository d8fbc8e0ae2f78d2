"""What can be taken away from a page: every kind of file, also masked, or a reason why not."""

import pytest
from streamlit.testing.v1 import AppTest

from supplychain.app import takeaway
from supplychain.core.places import DATA
from supplychain.core.words import LANGUAGES
from supplychain.exports import CATALOGUE

PATIENCE = 120


def shipped(language: str) -> None:
    from supplychain import SupplyNetwork
    from supplychain.app import takeaway
    from supplychain.core.places import DATA

    takeaway.whole(SupplyNetwork.read(DATA / "ntb"), language)


def two(language: str) -> None:
    from supplychain import SupplyNetwork
    from supplychain.app import takeaway

    network = SupplyNetwork.from_flows([[0, 5], [0, 0]], [10, 20], names=["a", "b"])
    takeaway.whole(network, language)


def page(script, language: str) -> AppTest:
    return AppTest.from_function(script, default_timeout=PATIENCE, args=(language,)).run()


def buttons(test: AppTest) -> list[str]:
    return [each.proto.label for each in test.get("download_button")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_export_but_the_page_is_offered_by_kind(language):
    test = page(shipped, language)
    offered = {CATALOGUE.get(name).title(language) for name in CATALOGUE.ids() if name != "html"}
    assert set(buttons(test)) == offered
    headings = [caption.value for caption in test.caption]
    assert headings == [kind(language) for kind in takeaway.KINDS]


def test_masked_files_are_offered_for_the_public():
    test = page(shipped, "id")
    test.toggle[0].set_value(True).run()
    assert not test.exception
    assert len(buttons(test)) == len(CATALOGUE) - 1


def test_the_name_of_a_file_says_that_it_is_for_the_public():
    assert takeaway._called("jaringan", "id", public=True) == "jaringan-umum"
    assert takeaway._called("network", "en", public=True) == "network-public"
    assert takeaway._called("jaringan", "id", public=False) == "jaringan"


def test_where_nothing_can_be_masked_the_reason_is_said():
    test = page(two, "id")
    test.toggle[0].set_value(True).run()
    assert "tidak ada jenis usaha yang beranggota tiga" in test.error[0].value.replace("\\", "")
    assert not buttons(test)


def test_a_file_is_written_only_when_it_is_asked_for():
    from supplychain import SupplyNetwork

    asked = []

    def network() -> SupplyNetwork:
        asked.append(True)
        return SupplyNetwork.read(DATA / "ntb")

    content = takeaway._written(network, "json", "id", public=True)
    assert asked == [True]
    assert b"Aik Darek" not in content
