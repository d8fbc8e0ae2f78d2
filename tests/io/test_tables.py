"""What goes out comes back equal, and no text becomes a formula."""

import io
import json
import tempfile
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from supplychain import SupplyNetwork
from supplychain.core.errors import DataError
from supplychain.io import to_csv_folder, to_parquet_folder, to_xlsx
from supplychain.io.graphs import riding_along
from supplychain.io.tables import csv_text, digits
from tests.io.networks import assert_equal, networks

NTB = Path(__file__).parents[2] / "data" / "ntb"
EXAMPLES = settings(max_examples=25)


def to_workbook(network: SupplyNetwork, room: Path) -> Path:
    path = room / "network.xlsx"
    path.write_bytes(to_xlsx(network))
    return path


def to_csv(network: SupplyNetwork, room: Path) -> Path:
    to_csv_folder(network, room / "csv")
    return room / "csv"


def to_parquet(network: SupplyNetwork, room: Path) -> Path:
    to_parquet_folder(network, room / "parquet")
    return room / "parquet"


def to_graphml(network: SupplyNetwork, room: Path) -> Path:
    graph = network.graph.copy()
    graph.graph.update(riding_along(network))
    nx.write_graphml(graph, room / "network.graphml")
    return room / "network.graphml"


def to_gexf(network: SupplyNetwork, room: Path) -> Path:
    text = "\n".join(nx.generate_gexf(network.graph))
    riding = escape(json.dumps(riding_along(network)))
    described = text.replace("</creator>", f"</creator><description>{riding}</description>")
    (room / "network.gexf").write_text(described, encoding="utf-8")
    return room / "network.gexf"


WAYS = [to_csv, to_parquet, to_workbook, to_graphml, to_gexf]


@pytest.mark.parametrize("way", WAYS)
@EXAMPLES
@given(network=networks())
def test_a_network_comes_back_equal(way, network):
    with tempfile.TemporaryDirectory() as room:
        assert_equal(network, SupplyNetwork.read(way(network, Path(room))))


@pytest.mark.parametrize("way", WAYS)
def test_the_shipped_network_comes_back_equal(way, tmp_path):
    network = SupplyNetwork.read(NTB)
    again = SupplyNetwork.read(way(network, tmp_path))
    assert_equal(network, again)
    assert not [finding for finding in again.findings if finding.severity == "warning"]


def test_the_shipped_network_is_read_without_a_doubt():
    found = SupplyNetwork.read(NTB).findings
    assert {finding.severity for finding in found} == {"info"}
    assert {finding.code.split(".")[0] for finding in found} == {"dialect", "completion"}


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", '=HYPERLINK("http://x")', "{=1}"]


@pytest.mark.parametrize("name", FORMULAS)
def test_no_text_becomes_a_formula_and_it_comes_back(name, tmp_path):
    network = SupplyNetwork.from_tables(
        pd.DataFrame({"id": [name, "B"], "name": [name, name]}),
        pd.DataFrame({"supplier": [name], "buyer": ["B"], "value": [1.0]}),
    )
    content = to_xlsx(network)
    package = zipfile.ZipFile(io.BytesIO(content))
    sheets = [package.read(part) for part in package.namelist() if "worksheets" in part]
    assert not any(b"<f>" in sheet for sheet in sheets)
    assert not any(b"hyperlink" in sheet for sheet in sheets)
    to_csv_folder(network, tmp_path)
    cells = (
        (tmp_path / "businesses.csv").read_text(encoding="utf-8").replace('"', "").split("\n")[1]
    )
    assert cells[0] not in "=+-@＝"
    assert_equal(network, SupplyNetwork.read(to_workbook(network, tmp_path)))
    assert_equal(network, SupplyNetwork.read(tmp_path))


def test_the_same_network_gives_the_same_bytes():
    assert to_xlsx(SupplyNetwork.read(NTB)) == to_xlsx(SupplyNetwork.read(NTB))


def test_a_text_too_long_for_a_sheet_is_refused_not_lost():
    network = SupplyNetwork.from_tables(
        pd.DataFrame({"id": ["A", "B"], "name": ["x" * 40_000, "y"]}),
        pd.DataFrame({"supplier": ["A"], "buyer": ["B"]}),
    )
    with pytest.raises(DataError, match="Column name"):
        to_xlsx(network)


@given(value=st.floats(allow_nan=False, allow_infinity=False))
def test_digits_give_the_number_back_and_never_look_like_thousands(value):
    assert float(digits(value)) == value
    frame = pd.DataFrame({"supplier": ["A"], "buyer": ["B"], "value": [value]})
    written = csv_text(frame).splitlines()[1].rpartition(",")[2]
    assert not (
        written.count(".") == 1
        and written[-4:-3] == "."
        and len(written) <= 8
        and written.lstrip("-")[0] != "0"
        and "e" not in written
    )


def test_an_independent_reader_finds_the_same_cells():
    """Calamine, which shares no code with us, reads our workbook."""
    network = SupplyNetwork.read(NTB)
    book = CalamineWorkbook.from_filelike(io.BytesIO(to_xlsx(network)))
    rows = book.get_sheet_by_name("businesses").to_python()
    assert rows[0][:3] == ["id", "name", "kind"]
    assert [row[0] for row in rows[1:]] == list(network.businesses.index)
