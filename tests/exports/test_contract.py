"""Every export of the catalogue: both languages, pure, repeatable, described."""

import inspect

import pandas as pd
import pytest

from supplychain import SupplyNetwork
from supplychain.core.words import LANGUAGES
from supplychain.exports import CATALOGUE


def tiny() -> SupplyNetwork:
    return SupplyNetwork.from_tables(
        pd.DataFrame(
            {
                "id": ["01", "02", "03"],
                "name": ["Kebun Ubi", "Sentra Tapioka", "Bakso Renteng"],
                "kind": ["supplier", "sentra", "ikm"],
                "output": [1e8, 3e8, 9e8],
                "workers": [4, 9, 6],
                "district": "52.02",
            }
        ),
        pd.DataFrame({"supplier": ["01", "02"], "buyer": ["02", "03"], "value": [8e7, 1.5e8]}),
    )


@pytest.mark.parametrize("form", CATALOGUE.ids())
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_export_writes_a_named_file_and_leaves_the_network_alone(form, language):
    entry, network = CATALOGUE.get(form), tiny()
    before = network.fingerprint
    file = entry(network, language=language)
    assert file.content
    assert file.name.endswith(entry.suffix)
    assert "/" in file.media_type
    assert network.fingerprint == before
    assert entry(tiny(), language=language).content == file.content


@pytest.mark.parametrize("entry", list(CATALOGUE), ids=lambda entry: entry.id)
def test_every_export_is_described_in_both_languages(entry):
    for words in (entry.title, entry.meaning, *(p.words for p in entry.parameters)):
        assert words.en
        assert words.id
    assert entry.meaning.en != entry.meaning.id
    doc = inspect.getdoc(entry.fn) or ""
    assert "Returns\n-------" in doc
