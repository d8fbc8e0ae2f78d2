"""B72: the same data twice, and a newer file that changes some of it."""

import pandas as pd
from hypothesis import given, settings

from supplychain import SupplyNetwork
from supplychain.io import differences
from tests.io.networks import networks

BUSINESSES = pd.DataFrame({"id": ["A", "B", "C"], "name": ["Aik", "Batu", "Cakra"]})
PARTNERSHIPS = pd.DataFrame({"supplier": ["A", "B"], "buyer": ["B", "C"], "value": [1.0, 2.0]})


def network(businesses=BUSINESSES, partnerships=PARTNERSHIPS) -> SupplyNetwork:
    return SupplyNetwork.from_tables(businesses, partnerships)


@settings(max_examples=8)
@given(networks())
def test_the_same_file_twice_is_already_loaded(given_network):
    (finding,) = differences(given_network, given_network.replace())
    assert finding.code == "upload.same"
    assert finding.cause.id == "Data yang sama sudah dimuat."


def test_a_newer_file_shows_what_changes():
    newer = network(
        pd.DataFrame({"id": ["A", "B", "D"], "name": ["Aik Darek", "Batu", "Darek"]}),
        pd.DataFrame({"supplier": ["A", "B"], "buyer": ["B", "D"], "value": [5.0, 2.0]}),
    )
    said = {finding.code: finding.cause.en for finding in differences(network(), newer)}
    assert said == {
        "upload.business.new": "1 new: D.",
        "upload.business.gone": "1 no longer there: C.",
        "upload.business.renamed": "1 with another name: Aik → Aik Darek.",
        "upload.partnership.new": "1 new: B → D.",
        "upload.partnership.gone": "1 no longer there: B → C.",
        "upload.partnership.value": "1 with another value: A → B.",
    }


def test_other_details_are_told_too():
    (finding,) = differences(network(), network(BUSINESSES.assign(workers=[1.0, 2.0, 3.0])))
    assert finding.code == "upload.details"
