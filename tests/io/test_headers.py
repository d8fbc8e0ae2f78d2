"""Titles of columns, files and sheets in either language and any dress."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain.core.schema import BUSINESSES, CLAIMS, PARTNERSHIPS, TABLES
from supplychain.io.headers import complete, key, match
from supplychain.io.titles import table_named
from tests.io.files import outcome

COLUMNS = [
    (table, column, name)
    for table in TABLES.values()
    for column in table.columns
    for name in (column.name, column.header, *column.synonyms)
]


@given(
    st.sampled_from(COLUMNS),
    st.sampled_from([str.upper, str.title, str.lower]),
    st.sampled_from(["{}", " {} ", "\u00a0{}\u00a0", "{}:", "{} *", "{} (Rp/tahun)", "{} [kg]"]),
)
def test_every_title_is_known_in_any_dress(titled, case, dress):
    table, column, name = titled
    written = dress.format(case(name)).replace(" ", "\u00a0")
    assert match(table, written) is not None
    if name in (column.name, column.header):
        assert match(table, written) is column


@pytest.mark.parametrize("title", ["", " ", "alamat lengkap", "x", "supplier buyer", "()"])
def test_other_titles_are_not(title):
    assert match(PARTNERSHIPS, title) is None


@given(st.text(max_size=20))
def test_folding_twice_changes_nothing(text):
    assert key(key(text)) == key(text)


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("Kemitraan", "partnerships"),
        ("PARTNERSHIPS", "partnerships"),
        (" usaha ", "businesses"),
        ("sumber", "sources"),
        ("Sheet1", None),
    ],
)
def test_files_and_sheets_are_known_by_name(name, table):
    assert table_named(name) == table


def test_an_edge_list_is_partnerships_unless_it_says_otherwise():
    assert complete(PARTNERSHIPS, ["Source", "Target", "Weight"])
    assert complete(PARTNERSHIPS, ["dari", "ke"])
    assert not complete(PARTNERSHIPS, ["supplier", "target"])
    found = outcome(b"source,target,weight\nA,B,5\n")
    assert found.network.partnerships["value"].tolist() == [5.0]
    assert found.network.partnerships["source"].isna().all()


def test_the_field_of_a_claim_is_a_column_by_any_title():
    claims = "usaha;kolom;nilai;bawaan\nA;Tenaga Kerja;30;ya\nA;luas tanam;7;ya\n"
    found = outcome({"klaim.csv": claims.encode(), "kemitraan.csv": b"pemasok;pembeli\nA;B\n"})
    assert found.network.claims["field"].tolist() == ["workers", "luas tanam"]
    assert found.network.businesses["workers"]["A"] == 30
    assert match(CLAIMS, "Kolom").name == "field"
    assert match(BUSINESSES, "Tenaga Kerja").name == "workers"
