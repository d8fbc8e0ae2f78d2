"""Graph files of other programs: what is known is read, what is not is told."""

import networkx as nx
import pytest

from tests.io.files import outcome

GEPHI = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <graph defaultedgetype="directed">
    <attributes class="node"><attribute id="0" title="Tenaga kerja" type="integer"/></attributes>
    <nodes>
      <node id="01" label="Kebun"><attvalues><attvalue for="0" value="7"/></attvalues>
        <viz:size value="3"/></node>
      <node id="02" label="Pabrik"/>
    </nodes>
    <edges><edge id="e1" source="01" target="02" weight="1500.5"/></edges>
  </graph>
</gexf>"""
YED = """<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="d0" for="edge" attr.name="weight" attr.type="double"><default>2.5</default></key>
  <key id="d1" for="node" attr.name="label" attr.type="string"/>
  <key id="d2" for="node" attr.name="colour" attr.type="string"/>
  <graph edgedefault="directed">
    <node id="a"><data key="d1">NA</data><data key="d2">red</data></node>
    <node id="b"/>
    <edge source="a" target="b"/>
    <edge source="b" target="c"><data key="d0">1.500</data></edge>
  </graph>
</graphml>"""


def test_gephi_writes_weights_and_labels():
    network = outcome(GEPHI.encode(), "g.gexf").network
    assert list(network.businesses.index) == ["01", "02"]
    assert network.businesses["name"].tolist() == ["Kebun", "Pabrik"]
    assert network.businesses["workers"]["01"] == 7
    assert network.partnerships["value"].tolist() == [1500.5]


def test_graphml_with_defaults_unlisted_nodes_and_unknown_attributes():
    found = outcome(YED.encode(), "g.graphml")
    assert found.network.partnerships["value"].tolist() == [2.5, 1.5]
    assert found.network.businesses["name"]["a"] == "NA"
    assert {"businesses.unlisted", "header.unknown"} <= found.codes
    assert "colour" in found.say("en")
    assert "edge 2" in found.say("en")


@pytest.mark.parametrize(
    ("write", "name"), [(nx.write_gexf, "g.gexf"), (nx.write_graphml, "g.graphml")]
)
def test_an_undirected_graph_is_told(write, name, tmp_path):
    write(nx.path_graph(3), tmp_path / name)
    found = outcome((tmp_path / name).read_bytes(), name)
    assert "graph.undirected" in found.codes
    assert len(found.network) == 3


@pytest.mark.parametrize(
    "riding", ["[", '[["x"]]', '{"a": 1}', '[{"id": 1, "price": "x"}]', "[1]", "[" * 100_000]
)
def test_damaged_tables_that_ride_along_are_refused(riding, tmp_path):
    graph = nx.MultiDiGraph([("a", "b")], products=riding)
    nx.write_graphml(graph, tmp_path / "g.graphml")
    found = outcome((tmp_path / "g.graphml").read_bytes(), "g.graphml")
    assert found.verdict == "refuse"
    assert "graph.riding" in found.codes


@pytest.mark.parametrize(
    "filled", ["[", "[]", '{"businesses": 3}', '{"businesses": {"output": 3}}']
)
def test_damaged_marks_are_refused(filled, tmp_path):
    graph = nx.MultiDiGraph([("a", "b")], filled=filled)
    nx.write_graphml(graph, tmp_path / "g.graphml")
    found = outcome((tmp_path / "g.graphml").read_bytes(), "g.graphml")
    assert "graph.riding" in found.codes


def test_errors_name_the_edge():
    text = YED.replace("1.500", "many")
    found = outcome(text.encode(), "g.graphml")
    assert found.verdict == "refuse"
    assert "edge 2, column value" in found.say("en")
