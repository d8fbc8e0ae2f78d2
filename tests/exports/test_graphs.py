"""Graph files and JSON: they read back equal, with results beside the attributes."""

import io
import json
import tempfile
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given, settings

from supplychain import SupplyNetwork
from supplychain.core.errors import ReadingError
from supplychain.core.places import DATA
from supplychain.exports import CATALOGUE
from tests.io.networks import assert_equal, networks

FORMS = ["graphml", "gexf"]
READ = [*FORMS, "json"]
FEW = settings(max_examples=20)


@pytest.mark.parametrize("form", READ)
@FEW
@given(network=networks())
def test_a_network_comes_back_equal(form, network):
    file = CATALOGUE.get(form)(network)
    with tempfile.TemporaryDirectory() as room:
        path = Path(room) / file.name
        path.write_bytes(file.content)
        assert_equal(network, SupplyNetwork.read(path))


@pytest.mark.parametrize("form", READ)
def test_the_shipped_network_comes_back_equal(form, tmp_path):
    network = SupplyNetwork.read(DATA / "ntb")
    results = {
        "degree": pd.Series(1.0, index=network.businesses.index),
        "edge_betweenness": pd.Series(0.5, index=network.partnerships.index),
    }
    file = CATALOGUE.get(form)(network, results)
    (tmp_path / file.name).write_bytes(file.content)
    again = SupplyNetwork.read(tmp_path / file.name)
    assert_equal(network, again)
    assert again.fingerprint == network.fingerprint


def test_other_programs_find_the_metrics_in_graphml():
    network = SupplyNetwork.from_flows([[0, 5], [0, 0]], [10, 20], names=["a", "b"])
    results = {
        "degree": pd.Series([1.0, 2.0], index=network.businesses.index),
        "weight": pd.Series([0.5], index=network.partnerships.index),
    }
    graph = nx.read_graphml(io.BytesIO(CATALOGUE.get("graphml")(network, results).content))
    assert graph.nodes["b"]["degree"] == 2.0
    assert next(iter(graph.edges(data=True)))[2]["weight"] == 0.5


def test_gephi_finds_positions_sizes_and_colours():
    network = SupplyNetwork.from_flows([[0, 5], [0, 0]], [10, 90], names=["a", "b"])
    graph = nx.read_gexf(io.BytesIO(CATALOGUE.get("gexf")(network).content))
    looks = {name: known["viz"] for name, known in graph.nodes(data=True)}
    assert looks["a"]["position"]["x"] < looks["b"]["position"]["x"]
    assert looks["a"]["size"] < looks["b"]["size"]
    assert looks["a"]["color"]["g"] == 158  # the green of suppliers


@pytest.mark.parametrize("form", FORMS)
def test_control_characters_are_left_out_and_told(form, tmp_path):
    network = SupplyNetwork.from_tables(
        pd.DataFrame({"id": ["a", "b"], "name": ["PT \x1b[31mA", "B"], "output": 1e9}),
        pd.DataFrame({"supplier": ["a"], "buyer": ["b"], "value": [1e6]}),
    )
    file = CATALOGUE.get(form)(network)
    assert [finding.code for finding in file.findings] == ["export.control"]
    assert "PT [31mA" in file.findings[0].text("id")
    (tmp_path / file.name).write_bytes(file.content)
    assert SupplyNetwork.read(tmp_path / file.name).businesses.loc["a", "name"] == "PT [31mA"


@pytest.mark.parametrize("form", READ)
def test_the_same_network_gives_the_same_bytes(form):
    network = SupplyNetwork.from_flows([[0, 5], [0, 0]], [10, 20], names=["a", "b"])
    export = CATALOGUE.get(form)
    assert export(network).content == export(network).content


def test_json_tells_results_meanings_and_units():
    network = SupplyNetwork.from_flows([[0, 5], [0, 0]], [10, 20], names=["a", "b"])
    results = {"degree": pd.Series([1.0, 2.0], index=network.businesses.index)}
    told = json.loads(CATALOGUE.get("json")(network, results, language="en").content)
    assert told["results"]["degree"]["values"] == {"a": 1.0, "b": 2.0}
    assert told["columns"]["businesses"]["output"] == {"meaning": "Output", "unit": "Rp/year"}
    assert told["fingerprint"] == network.fingerprint


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "json.damaged"),
        ("[" * 100_000, "json.damaged"),
        ('{"format": "other"}', "json.strange"),
        ("[]", "json.strange"),
        ('{"format": "supplychain.network", "version": 2}', "json.version"),
        ('{"format": "supplychain.network", "version": 1, "tables": []}', "json.damaged"),
        (
            '{"format": "supplychain.network", "version": 1, "tables": {"businesses": '
            '[{"id": 5}], "partnerships": []}}',
            "json.type",
        ),
        (
            '{"format": "supplychain.network", "version": 1, "tables": {"businesses": '
            '[{"id": "a", "output": NaN}]}}',
            "json.damaged",
        ),
    ],
)
def test_a_strange_json_is_refused_in_words(text, code, tmp_path):
    path = tmp_path / "x.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReadingError) as refused:
        SupplyNetwork.read(path)
    assert [finding.code for finding in refused.value.findings] == [code]
