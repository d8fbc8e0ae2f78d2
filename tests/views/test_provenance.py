"""Where numbers stand: shares, sources, reports side by side, and tables to read."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain.core.words import quantity
from supplychain.views import provenance
from supplychain.views.grounds import grounds
from supplychain.views.reports import claimed, reports
from supplychain.views.tables import business_table, matrix_table, partnership_table, ranking_table
from tests.views.drawn import INTERVAL, results
from tests.views.tiny import tiny

BASIS = st.sampled_from(["reported", "estimated", "assumed"])


@given(st.lists(st.tuples(BASIS, st.floats(0, 1e9)), max_size=30))
def test_shares_add_up_to_one_or_to_nothing(rows):
    basis = pd.Series([code for code, _ in rows], dtype="str")
    weights = pd.Series([weight for _, weight in rows], dtype=float)
    total = provenance.shares(basis, weights).sum()
    assert total == pytest.approx(1.0 if weights.sum() > 0 else 0.0)


def test_a_little_never_reads_as_nothing():
    assert provenance.share_text(0.001, "id") == "< 1%"
    assert provenance.share_text(0.999, "id") == "> 99%"
    assert provenance.share_text(0.0, "id") == "0%"
    assert provenance.share_text(1.0, "id") == "100%"


def test_sources_are_named_most_frequent_first():
    ids = ["SRC-2", "SRC-1", "SRC-2", None]
    line = provenance.source_line(tiny(), ids, "en")
    assert line == "Source: Kabar Lombok, Maklumat, not named."


def test_where_the_tiny_network_stands():
    found = grounds(tiny())
    trade = tiny().trade
    reported = trade.loc[trade["basis"] == "reported", "value"].sum() / trade["value"].sum()
    assert found.loc["trade", "reported"] == pytest.approx(reported)
    assert found.loc["wages", "assumed"] == 1.0
    assert found.loc["workers", "reported"] == pytest.approx(30 / 83)
    assert found[["reported", "estimated", "assumed"]].sum(axis=1).round(9).eq(1).all()
    assert "members" not in found.index


def test_a_part_of_the_network_stands_on_its_own():
    sentra = tiny().businesses.index[tiny().businesses["kind"] == "sentra"]
    found = grounds(tiny(), businesses=sentra)
    assert found.loc["output", "total"] == 315e6
    assert found.loc["output", "reported"] == pytest.approx(225 / 315)


def test_reports_of_one_number():
    rows = claimed(tiny(), "ID-3", "output", "id")
    assert rows["text"].tolist() == ["Rp 225 juta/tahun", "Rp 12,5 miliar/tahun"]
    assert rows["used"].tolist() == [True, False]
    assert rows["low"].tolist() == [225e6, 11e9]
    drawn = reports(tiny(), {}, language="en", business="ID-3", field="output")
    assert "The model uses Rp 225 million/year" in drawn.summary
    assert any(note.startswith("Logarithmic") for note in drawn.notes)


def test_a_number_that_nobody_speaks_of():
    drawn = reports(tiny(), {}, language="id", business="ID-4", field="funds")
    assert drawn.summary == "Belum ada sumber yang menyebut angka ini."


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (18_000, "kg/year", "18 ton/tahun"),
        (420, "kg/year", "420 kg/tahun"),
        (0.225, "kg/kg", "0,225 kg/kg"),
        (12_500, "Rp/kg", "Rp 12,5 ribu/kg"),
        (15_715, "kilns", "15.715 tungku"),
        (3e6, "unit/year", "3 juta satuan/tahun"),
        (7, "ha", "7 ha"),
        (7, "", "7"),
    ],
)
def test_amounts_with_units_in_indonesian(value, unit, text):
    assert quantity(value, unit, "id") == text


def _cells(styler):
    return [
        [cell["display_value"] for cell in row] for row in styler._translate(False, False)["body"]
    ]


def test_numbers_of_a_table_are_written_as_the_language_does():
    shown = str(_cells(business_table(tiny(), {}, language="id")))
    assert "225.000.000" in shown
    assert "225,000,000" in str(_cells(business_table(tiny(), {}, language="en")))
    assert "Kab. Lombok Tengah" in shown
    assert "Pati ubi kayu" in shown


def test_partnerships_are_shown_by_value_with_their_units():
    shown = partnership_table(tiny(), {}, language="id").data
    assert shown.iloc[0]["Nilai (Rp/tahun)"] == 60e6
    assert set(shown["Satuan"].dropna()) == {"kg", "buah"}
    assert "memiliki" in set(shown["Hubungan"])


def test_a_ranking_as_a_table():
    shown = ranking_table(
        tiny(), results(), language="id", metric="extraction_loss", interval=INTERVAL
    )
    assert shown.data["Bertumpu pada asumsi"].eq(0.4).all()
    assert "40%" in str(_cells(shown))
    bare = ranking_table(tiny(), results(), language="id", metric="degree")
    assert list(bare.data.columns) == [
        "Peringkat",
        "Usaha",
        "Jenis usaha",
        "Jumlah mitra (derajat) (usaha)",
    ]


def test_the_matrix_as_a_table_has_its_totals():
    table = matrix_table(tiny(), {}, language="en").data
    assert table.loc["Total", "Total"] == 154e6
    assert table.loc["Sentra Aik Darek", "Total"] == 107.5e6
