"""Whatever happens to a file on its way, reading ends in tables or in our own words."""

import io

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supplychain import SupplyNetwork
from supplychain.io import template, to_xlsx
from supplychain.io.graphs import riding_along
from supplychain.io.tables import as_given
from tests.io.files import LIBRARY_WORDS, cell, outcome, rows, single

NETWORK = SupplyNetwork.from_tables(
    pd.DataFrame({"id": ["A", "B"], "name": ["Aik", "Café"], "output": [9.0, 9.0]}),
    pd.DataFrame({"supplier": ["A"], "buyer": ["B"], "value": [1.5], "product": ["t"]}),
    pd.DataFrame({"id": ["t"], "price": [2.0]}),
)


def graph_bytes(write) -> bytes:
    graph = NETWORK.graph.copy()
    graph.graph.update(riding_along(NETWORK))
    content = io.BytesIO()
    write(graph, content)
    return content.getvalue()


def parquet_bytes() -> bytes:
    content = io.BytesIO()
    as_given(NETWORK)["partnerships"].to_parquet(content, index=False)
    return content.getvalue()


STORED = rows(["supplier", "buyer", "value", "since"], ["A", "B", 1.5, "2024"]) + (
    f'<row r="3">{cell("A3", "A")}{cell("B3", "C", "str", formula="1")}{cell("C3", "1", "b")}</row>'
)
GOOD = {
    "kemitraan.csv": b'pemasok;pembeli;nilai;satuan\nA;"B";1.500,75;x\nB;C;3;y\n',
    "io.csv": b",a,b,output\na,1,5,9\nb,0,0,9\n",
    "written.xlsx": to_xlsx(NETWORK),
    "template.xlsx": template("id", examples=True),
    "plain.xlsx": single(STORED),
    "g.graphml": graph_bytes(nx.write_graphml),
    "g.gexf": graph_bytes(nx.write_gexf),
}


@st.composite
def damaged(draw, content: bytes) -> bytes:
    """Change, cut, double or insert some bytes."""
    broken = bytearray(content)
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, max(0, len(broken) - 1)))
        length = draw(st.integers(0, 40))
        piece = draw(st.binary(max_size=4) | st.sampled_from([b"<", b">", b"&", b'"', b";", b"\n"]))
        broken[place : place + length] = piece
    return bytes(broken)


@pytest.mark.parametrize("name", GOOD)
@settings(max_examples=60)
@given(data=st.data())
def test_a_damaged_file_ends_in_tables_or_in_our_words(name, data):
    found = outcome(data.draw(damaged(GOOD[name])), name)
    assert found.network is not None or found.findings
    assert not LIBRARY_WORDS.search(found.say("en"))


@settings(max_examples=40)
@given(data=st.data())
def test_a_damaged_parquet_file_ends_in_tables_or_in_our_words(data):
    found = outcome({"partnerships.parquet": data.draw(damaged(parquet_bytes()))})
    assert found.network is not None or found.findings


@pytest.mark.parametrize("name", ["a.csv", "a.txt", "a.xlsx", "a.graphml", "a.gexf", "a.zip"])
@settings(max_examples=40)
@given(
    content=st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-16"))
)
def test_noise_ends_in_tables_or_in_our_words(name, content):
    found = outcome(content, name)
    assert found.network is not None or found.findings
