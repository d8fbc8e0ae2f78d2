"""Tables to take away: they read back equal, and no text becomes a formula."""

import io
import re
import tempfile
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from supplychain import SupplyNetwork, metrics
from supplychain.core.places import DATA
from supplychain.core.words import LANGUAGES, Words
from supplychain.exports import CATALOGUE
from supplychain.exports.sheets import Note, Sheet, table_csv, table_xlsx
from tests.io.networks import assert_equal, networks

RUN_BY_EXCEL = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "\t=1", "\r=1", '=HYPERLINK("x")', "{=1}"]
FEW = settings(max_examples=20)


def _read_back(content: bytes, name: str, room: Path) -> SupplyNetwork:
    """Read a file that an export wrote; an archive is unpacked first."""
    if name.endswith(".zip"):
        zipfile.ZipFile(io.BytesIO(content)).extractall(room)
        return SupplyNetwork.read(room)
    (room / name).write_bytes(content)
    return SupplyNetwork.read(room / name)


def _parts(workbook: bytes) -> dict[str, str]:
    archive = zipfile.ZipFile(io.BytesIO(workbook))
    return {name: archive.read(name).decode() for name in archive.namelist() if "xml" in name}


@pytest.mark.parametrize("form", ["xlsx", "csv"])
@pytest.mark.parametrize("language", LANGUAGES)
@FEW
@given(network=networks())
def test_a_network_comes_back_equal(form, language, network):
    file = CATALOGUE.get(form)(network, language=language)
    with tempfile.TemporaryDirectory() as room:
        assert_equal(network, _read_back(file.content, file.name, Path(room)))


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_the_shipped_network_comes_back_equal_with_metrics_beside_it(form, tmp_path):
    network = SupplyNetwork.read(DATA / "ntb")
    results = {
        "degree": pd.Series(1.0, index=network.businesses.index, name="degree"),
        "edge_betweenness": pd.Series(0.5, index=network.partnerships.index),
    }
    file = CATALOGUE.get(form)(network, results)
    assert_equal(network, _read_back(file.content, file.name, tmp_path))


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_the_same_network_gives_the_same_bytes(form):
    network = SupplyNetwork.from_flows([[0, 5], [0, 0]], [10, 20], names=["a", "b"])
    export = CATALOGUE.get(form)
    assert export(network).content == export(network).content


def test_the_workbook_holds_every_table_the_metrics_and_a_guide():
    network = SupplyNetwork.read(DATA / "ntb")
    results = {"degree": pd.Series(2.0, index=network.businesses.index, name="degree")}
    file = CATALOGUE.get("xlsx")(network, results, language="id")
    book = CalamineWorkbook.from_filelike(io.BytesIO(file.content))
    assert book.sheet_names == [
        "Isi", "Usaha", "Kemitraan", "Produk", "Klaim", "Sumber", "Metrik", "Petunjuk",
    ]  # fmt: skip
    contents = book.get_sheet_by_name("Isi").to_python()
    assert [row[0] for row in contents[1:8]] == book.sheet_names[1:]
    assert contents[1][2] == len(network)
    assert network.fingerprint[:12] in contents[-1][1]
    rows = book.get_sheet_by_name("Metrik").to_python()
    assert rows[0] == ["kode", "nama", metrics.CATALOGUE.get("degree").title("id")]
    assert len(rows) == len(network) + 1
    guide = dict(book.get_sheet_by_name("Petunjuk").to_python()[1:])
    assert "value_added" in guide["Sel kosong"]
    assert guide["Sidik data"] == network.fingerprint


def test_the_units_stand_in_notes_at_the_titles():
    network = SupplyNetwork.read(DATA / "ntb")
    parts = _parts(CATALOGUE.get("xlsx")(network, language="id").content)
    notes = "\n".join(text for name, text in parts.items() if "comments" in name)
    assert "Nilai produksi\nRp/year" in notes or "Nilai produksi\nRp/tahun" in notes


@pytest.mark.parametrize("text", RUN_BY_EXCEL)
def test_no_text_becomes_a_formula_in_a_workbook(text):
    sheet = Sheet(Words(en="Sheet", id="Lembar"), pd.DataFrame({text: [text, "x"]}))
    parts = _parts(table_xlsx([sheet], "en"))
    assert not any(re.search(r"<f[ >]|<hyperlink", part) for part in parts.values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", RUN_BY_EXCEL[:-1])
def test_no_text_becomes_a_formula_in_csv(text, language):
    lines = table_csv(pd.DataFrame({"name": [text]}), language).decode("utf-8-sig")
    assert lines.split("\n", 1)[1].lstrip('"').startswith("'")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("id", "nama;nilai;jumlah\nAik Darek;1234,5;\n'=x;1,5;3\n"),
        ("en", "nama,nilai,jumlah\nAik Darek,1234.5,\n'=x,1.5,3\n"),
    ],
)
def test_csv_is_written_as_excel_of_the_language_opens_it(language, expected):
    frame = pd.DataFrame(
        {"nama": ["Aik Darek", "=x"], "nilai": [1234.5, 1.5], "jumlah": [None, 3.0]}
    )
    content = table_csv(frame, language)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig") == expected


@given(
    values=st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1),
    language=st.sampled_from(LANGUAGES),
)
def test_numbers_keep_their_last_digit(values, language):
    lines = table_csv(pd.DataFrame({"value": values}), language).decode("utf-8-sig")
    mark = "," if language == "id" else "."
    told = [line.strip('"').replace(mark, ".") for line in lines.split()[1:]]
    assert [float(text) for text in told] == values


def test_empty_tables_are_written_too():
    words = Words(en="Empty", id="Kosong")
    sheet = Sheet(words, pd.DataFrame({"name": []}), {"name": Note(words)})
    assert table_xlsx([sheet], "id")
    assert table_csv(sheet.frame, "id").decode("utf-8-sig") == "name\n"
