"""Input-output tables: published numbers read back, titles in either language, doubts told."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supplychain.metrics import output_multiplier
from tests.io.files import outcome, rows, single

MILLER_BLAIR = """;pertanian;industri;permintaan akhir;output;tenaga kerja
pertanian;150;500;350;1000;300
industri;200;100;1700;2000;500
nilai tambah;650;1400;;;
"""


def test_miller_and_blair_table_2_3_reads_back():
    network = outcome(MILLER_BLAIR.encode(), "io.csv").network
    assert network.flows.toarray().tolist() == [[150, 500], [200, 100]]
    assert network.businesses["output"].tolist() == [1000, 2000]
    assert network.businesses["value_added"].tolist() == [650, 1400]
    assert network.businesses["workers"].tolist() == [300, 500]
    assert network.final_demand.tolist() == [350, 1700]
    assert output_multiplier(network).tolist() == pytest.approx([1.518152, 1.452145], abs=1e-6)
    assert set(network.businesses["basis"]) == {"reported"}


def test_a_workbook_with_titles_above_and_figures_below():
    body = rows(
        ["Tabel input-output 2 sektor"],
        ["", "a", "b", "Output"],
        ["a", 150.0, 500.0, 1000.0],
        ["b", 200.0, 100.0, 2000.0],
        ["Value added", 650.0, 1400.0],
        ["Jobs", 300.0, 500.0],
    )
    network = outcome(single(body), "io.xlsx").network
    assert network.flows.toarray().tolist() == [[150, 500], [200, 100]]
    assert network.businesses["workers"].tolist() == [300, 500]


def test_columns_may_stand_in_another_order():
    table = ",b,a,output\na,500,150,1000\nb,100,200,2000\n"
    network = outcome(table.encode(), "io.csv").network
    assert list(network.businesses.index) == ["a", "b"]
    assert network.flows.toarray().tolist() == [[150, 500], [200, 100]]


def test_output_is_added_up_and_told_where_it_is_not_given():
    found = outcome(b",a,b,final demand\na,150,500,350\nb,200,100,1700\n", "io.csv")
    assert found.network.businesses["output"].tolist() == [1000, 2000]
    assert "square.output" in found.codes


def test_a_table_of_flows_alone_is_estimated_and_marked_so():
    network = outcome(b",a,b\na,0,5\nb,0,0\n", "io.csv").network
    assert network.businesses["output"]["a"] == 5
    assert network.basis_of("output").tolist() == ["estimated", "estimated"]


@pytest.mark.parametrize(
    ("table", "code", "says"),
    [
        (b",a,b\na,-1,5\nb,0,0\n", "square.negative", "line 2"),
        (b",a,b\na,x,5\nb,0,0\n", "numbers.unreadable", "line 2"),
        (b",a,b,a\na,1,5,2\nb,0,0,3\n", "square.twice", "a"),
        (b",a,b,output\na,1,5,9\nb,0,0,9\noutput,9,8,\n", "square.unequal", "line 3"),
    ],
)
def test_what_is_refused(table, code, says):
    found = outcome(table, "io.csv")
    assert found.verdict == "refuse"
    assert code in found.codes
    assert says in found.say("en")


@pytest.mark.parametrize(
    ("table", "code", "says"),
    [
        (b",a,b,exports,output\na,1,5,2,9\nb,0,0,3,9\n", "square.unread", "exports"),
        (b",a,b,final demand,output\na,1,5,2,9\nb,0,0,9,9\n", "square.balance", ": a."),
        (b",a,b,output\na,-,5,9\nb,0,0,9\n", "numbers.gap", "line 2"),
    ],
)
def test_what_is_told(table, code, says):
    found = outcome(table, "io.csv")
    assert found.verdict == "tell"
    assert code in found.codes
    assert says in found.say("en")


@settings(max_examples=30)
@given(
    st.integers(2, 5).flatmap(lambda n: st.lists(st.floats(0, 1e6), min_size=n * n, max_size=n * n))
)
def test_any_table_reads_back_equal(values):
    size = int(len(values) ** 0.5)
    flows = np.array(values).reshape(size, size)
    output = flows.sum(axis=0) * 2 + flows.sum(axis=1) + 1
    names = [f"s{place}" for place in range(size)]
    lines = [",".join(["", *names, "output"])]
    lines += [
        ",".join([name, *map(repr, row.tolist()), repr(float(total))])
        for name, row, total in zip(names, flows, output, strict=True)
    ]
    network = outcome("\n".join(lines).encode(), "io.csv").network
    assert network.flows.toarray().tolist() == flows.tolist()
    assert network.businesses["output"].tolist() == output.tolist()
