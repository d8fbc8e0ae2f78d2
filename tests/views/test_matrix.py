"""The matrix of sentra and industries adds up, in both directions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supplychain.views.matrix import cells, grid, matrix
from supplychain.views.trade import chosen, with_ends
from tests.views.tiny import tiny


def test_sales_of_the_sentra_by_industry():
    found = grid(cells(tiny(), language="en"))
    assert found.loc["Sentra Aik Darek", "Processing and preserving of meat products"] == 75e6
    assert found.loc["Sentra Aik Darek", "Bread and cakes"] == 12.5e6
    assert found.loc["Sentra Aik Darek", "Not stated"] == 20e6
    assert list(found.index) == ["Sentra Aik Darek", "Sentra Ketak"]
    assert found.columns[0] == "Processing and preserving of meat products"


def test_what_the_sentra_depend_on():
    found = grid(cells(tiny(), language="id", partners="suppliers", by="product"))
    assert found.loc["Sentra Aik Darek"].to_dict() == {"Singkong": 60e6, "Anyaman ketak": 1.5e6}


def test_the_share_reported_is_by_value():
    found = cells(tiny(), language="en", by="commodity")
    food = found[(found["row"] == "Sentra Aik Darek") & (found["column"] == "Food")].iloc[0]
    assert food["value"] == 87.5e6
    assert food["reported"] == pytest.approx(50 / 87.5)
    assert food["partnerships"] == 3


@settings(max_examples=40)
@given(
    rows=st.integers(1, 5),
    columns=st.integers(1, 5),
    by=st.sampled_from(["industry", "product", "commodity", "district", "business"]),
    partners=st.sampled_from(["buyers", "suppliers"]),
)
def test_however_it_is_cut_nothing_is_lost(rows, columns, by, partners):
    found = cells(
        tiny(), language="id", by=by, partners=partners, top_rows=rows, top_columns=columns
    )
    own = "supplier" if partners == "buyers" else "buyer"
    ends = with_ends(tiny())
    assert found["value"].sum() == ends["value"][ends[f"{own}_kind"] == "sentra"].sum()
    assert found["row"].nunique() <= rows + 1
    assert found["column"].nunique() <= columns + 1
    assert found["reported"].between(0, 1).all()


def test_an_empty_choice_says_so():
    drawn = matrix(tiny(), {}, language="id", trade=chosen(tiny(), products=["none"]))
    assert drawn.summary == "Tidak ada yang tampil untuk pilihan ini."
    assert drawn.title.startswith("Penjualan setiap sentra")


def test_a_long_industry_is_wrapped_and_whole_in_the_tooltip():
    drawn = matrix(tiny(), {}, language="id")
    text = str(drawn.spec)
    assert "Pengolahan dan pengawetan\\\\nproduk daging dan daging\\\\nunggas" in text or (
        "Pengolahan dan pengawetan\\nproduk daging dan daging\\nunggas" in text
    )
    assert "Pengolahan dan pengawetan produk daging dan daging unggas" in text
