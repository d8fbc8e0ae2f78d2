"""The workbook to fill in: every column explained, filled in it reads back."""

import io
import zipfile
from xml.etree import ElementTree as ET

import pytest

from supplychain.core.schema import TABLES
from supplychain.core.words import LANGUAGES
from supplychain.io import template
from supplychain.io.headers import match
from supplychain.io.templates import title
from supplychain.io.workbook import opened
from tests.io.files import SHEET, outcome


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


def grids(content: bytes, tmp_path):
    path = tmp_path / "template.xlsx"
    path.write_bytes(content)
    with opened(path) as book:
        return {sheet: book.grid(sheet) for sheet in book.sheets}


def test_filled_with_its_examples_it_reads_back(language):
    found = outcome(template(language, examples=True), "templat.xlsx")
    network = found.network
    assert network.businesses.loc["sentra-aik-darek", "workers"] == 30
    assert network.businesses.loc["sentra-aik-darek", "kind"] == "sentra"
    assert network.partnerships.loc[0, ["buyer", "relation"]].tolist() == [
        "bakso-praya-01",
        "supplies",
    ]
    assert network.products.loc["tapioca", "price"] == 12_500
    assert network.claims.loc[0, "default"] == "yes"
    assert network.sources.index.tolist() == ["maklumat-2025"]
    warnings = {finding.code for finding in found.findings if finding.severity == "warning"}
    assert warnings == {"businesses.unlisted"}, "the example buyer stands in no example row"


def test_empty_it_says_that_it_is_empty(language):
    found = outcome(template(language), "templat.xlsx")
    assert found.verdict == "refuse"
    assert "businesses.empty" in found.codes


def test_every_column_has_a_title_that_means_it(language):
    for table in TABLES.values():
        for column in table.columns:
            assert match(table, title(column, language)) is column


def test_the_guide_explains_every_column(language, tmp_path):
    sheets = grids(template(language), tmp_path)
    guide = next(iter(sheets.values()))
    explained = {tuple(row.cells[:2]): row.cells for row in guide.rows if len(row.cells) > 2}
    for table in TABLES.values():
        for column in table.columns:
            cells = explained[table.title(language), title(column, language)]
            assert cells[2] == column.meaning(language)
            assert cells[3] == column.unit
            assert bool(cells[4]) == column.required


def test_codes_have_drop_downs_and_headers_stay_in_sight(language):
    package = zipfile.ZipFile(io.BytesIO(template(language)))
    for number, table in enumerate(TABLES.values(), start=2):
        sheet = ET.fromstring(package.read(f"xl/worksheets/sheet{number}.xml"))
        lists = sheet.findall(f".//{{{SHEET}}}dataValidation")
        assert len(lists) == sum(column.codes is not None for column in table.columns)
        assert sheet.find(f".//{{{SHEET}}}pane").get("ySplit") == "1"
    assert any("comments" in name for name in package.namelist())


def test_the_same_template_has_the_same_bytes(language):
    assert template(language) == template(language)
