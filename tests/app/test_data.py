"""Own data are checked before they are opened; edits and reports are taken as a whole or not."""

import pytest
from streamlit.testing.v1 import AppTest

PATIENCE = 120
GOOD = "pemasok;pembeli;nilai\nKebun;Sentra;1.000.000\nSentra;Bakso;2.500.000\n"
GREEDY = "businesses", "id;output\na;10\nb;10\n"


def script() -> None:
    from supplychain.app import messages, state
    from supplychain.app.pages.data import data

    state.begin()
    with messages.told("id"):
        data(state.opened().network, "id")
    state.tidy()


def opened(part: str) -> AppTest:
    test = AppTest.from_function(script, default_timeout=PATIENCE)
    test.query_params["bagian"] = part
    return test.run()


def button(test: AppTest, label: str):
    return next(each for each in test.button if each.label == label)


def said(test: AppTest) -> str:
    blocks = [*test.html, *test.markdown, *test.success, *test.error, *test.caption]
    return "\n".join(str(block.value) for block in blocks)


def network(test: AppTest):
    return test.session_state["opened"].network


def test_a_good_file_is_opened():
    test = opened("buka")
    test.file_uploader[0].upload("kemitraan.csv", GOOD.encode(), "text/csv").run()
    button(test, "Periksa dan buka").click().run()
    assert not test.exception
    assert "kemitraan.csv sudah dibuka: 3 usaha, 2 kemitraan" in said(test).replace("\\", "")
    assert set(network(test).businesses.index) == {"Kebun", "Sentra", "Bakso"}


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", "kosong"),
        (b"pemasok;pembeli;nilai\nA;B;-5\n", "kurang dari 0"),
        (b"pemasok;pembeli;nilai\nA;B;banyak\n", "banyak"),
    ],
)
def test_a_bad_file_is_refused_with_its_reason(content, cause):
    test = opened("buka")
    test.file_uploader[0].upload("kemitraan.csv", content, "text/csv").run()
    button(test, "Periksa dan buka").click().run()
    assert not test.exception
    assert test.error
    assert cause in said(test)
    assert "opened" not in test.session_state


def test_another_report_moves_the_model():
    test = opened("laporan")
    topic = next(name for name in test.selectbox[0].options if "Aik Darek · Nilai produksi" in name)
    test.selectbox[0].set_value("sentra-aik-darek/output").run()
    assert topic
    before = test.radio[0].value
    other = next(row for row in range(1000) if row != before and str(row) in _rows(test))
    test.radio[0].set_value(other).run()
    assert said(test).count('<th scope="row">') > 3
    button(test, "Pakai laporan ini di semua halaman").click().run()
    assert not test.exception
    changed = test.session_state["opened"]
    assert changed.changed
    assert changed.network.claims.loc[other, "default"] == "yes"


def _rows(test: AppTest) -> set[str]:
    from supplychain.app import cache

    claims = cache.given().claims
    rows = claims[(claims["business"] == "sentra-aik-darek") & (claims["field"] == "output")].index
    return {str(row) for row in rows}
