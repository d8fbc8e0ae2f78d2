"""The shipped NTB data: rebuilt byte for byte, balanced, and honest about where numbers stand."""

import re
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from data.build import ntb

DATA = Path(__file__).parents[2] / "data"
TABLES = ("businesses", "partnerships", "products", "claims", "sources")
CASE = "sentra-aik-darek"
TITLES = re.compile(
    r"\b(Bapak|Ibu|Pak|Bu|H|Hj|Haji|Hajah|Tuan|Nyonya|Sdr|Sdri|Lalu|Baiq|Amaq|Inaq|Raden|Drs?|Ir|"
    r"S\.?E|S\.?H|M\.?M|S\.?Pd|S\.?T)\.(?=\s|$)|\b(Bapak|Ibu|Haji|Hajah|Lalu|Baiq|Amaq|Inaq)\s[A-Z]"
)


@cache
def table(name: str) -> pd.DataFrame:
    codes = dict.fromkeys(("id", "kbli", "kbli_version", "district", "funds_year", "code"), str)
    frame = pd.read_csv(
        DATA / "ntb" / f"{name}.csv", dtype=codes, keep_default_na=False, na_values=[""]
    )
    return frame.set_index("id") if "id" in frame else frame


def trade() -> pd.DataFrame:
    links = table("partnerships")
    return links[links["relation"] == "supplies"]


def output() -> pd.Series:
    """Output in Rp/year; where it is missing, by the rule of the package."""
    sales = trade().groupby("supplier")["value"].sum()
    bought = trade().groupby("buyer")["value"].sum()
    given = table("businesses")["output"]
    known = pd.DataFrame({"sales": sales, "bought": bought / 0.42}).reindex(given.index).fillna(0)
    return given.fillna(known.max(axis=1))


def sentra() -> pd.DataFrame:
    businesses = table("businesses")
    return businesses[businesses["kind"] == "sentra"]


def test_a_rebuild_gives_the_same_bytes(tmp_path):
    ntb.save(ntb.build(), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(f"{t}.csv" for t in TABLES)
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (DATA / "ntb" / path.name).read_bytes(), path.name


@pytest.mark.parametrize("name", TABLES)
def test_files_are_plain_text(name):
    raw = (DATA / "ntb" / f"{name}.csv").read_bytes()
    assert b"\r" not in raw
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert raw.decode("utf-8").endswith("\n")


def test_ids_are_lower_case_with_hyphens_and_known_everywhere():
    businesses = table("businesses")
    assert businesses.index.is_unique
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", business) for business in businesses.index)
    links = table("partnerships")
    assert set(links["supplier"]) | set(links["buyer"]) <= set(businesses.index)
    assert set(table("claims")["business"]) <= set(businesses.index)
    assert set(trade()["product"]) <= set(table("products").index)
    assert not links.duplicated(["supplier", "buyer", "product", "relation"]).any()


def test_three_to_four_hundred_businesses_of_all_kinds():
    kinds = table("businesses")["kind"].value_counts()
    assert 300 <= kinds.sum() <= 400
    assert set(kinds.index) == {"supplier", "sentra", "ikm", "market", "institution"}


def test_twenty_dak_sentra_cover_ten_districts_and_seven_commodities():
    listed = sentra()
    assert len(listed) == 20
    assert (listed["basis"] == "reported").sum() == 7
    assert (listed["basis"] == "assumed").sum() == 13
    assert listed["district"].nunique() == 10
    assert set(listed["commodity"]) == {
        "food", "textile", "craft", "metal", "jewellery", "salt", "packaging"
    }  # fmt: skip
    funds = table("partnerships").query("relation == 'funds'")
    assert set(funds["buyer"]) == set(listed.index)


@pytest.mark.parametrize("business", sentra().index)
def test_mass_balance_of_each_sentra(business):
    product = trade().loc[trade()["supplier"] == business, "product"].unique()
    assert len(product) == 1
    recipe = table("products").loc[product[0]]
    raw = trade().query("buyer == @business and product == @recipe.made_from")["volume"].sum()
    sold = trade().query("supplier == @business")["volume"].sum()
    made = sentra().loc[business, "output"] / recipe["price"]
    assert raw * recipe["yield"] == pytest.approx(made, rel=0.01)
    assert sold <= made * (1 + 1e-9)


def test_the_case_sells_the_eighteen_tonnes_it_is_reported_to_make():
    sold = trade().query("supplier == @CASE")
    bought = trade().query("buyer == @CASE and product == 'cassava'")
    assert sold["volume"].sum() == 18_000
    assert 72_000 <= bought["volume"].sum() <= 90_000
    assert sold["value"].sum() == sentra().loc[CASE, "output"] == 225_000_000
    assert sentra().loc[CASE, "capacity"] == 3_000_000


def test_bakso_makers_use_the_starch_of_the_vendor_study():
    starch = trade().query("product == 'tapioca' and buyer.str.startswith('bakso-')")["volume"]
    assert 30 <= len(starch) <= 50
    assert starch.between(350, 530).all()
    assert starch.sum() > 0.7 * 18_000


def test_conflicting_reports_of_the_case_are_kept():
    claims = table("claims").query("business == @CASE")
    volumes = claims.query("field == 'output_volume'")
    assert set(volumes["value"]) == {18_000, 300_000, 1_050_000, 10_000}
    assert volumes.query("default == 'yes'")["value"].tolist() == [18_000]
    outputs = claims.query("field == 'output'")
    assert outputs["value"].tolist() == [225e6, 3.75e9, 13.125e9]
    assert set(outputs["basis"]) == {"estimated"}
    assert set(claims.query("field == 'workers'")["value"]) == {10, 30}
    assert set(claims.query("field == 'funds'")["value"]) == {9e9, 12e9}


def test_users_of_the_building_are_not_buyers():
    links = table("partnerships")
    hosted = links.loc[links["relation"] == "hosts", "buyer"]
    assert len(hosted) == 2
    assert trade().query("supplier == @CASE and buyer in @hosted").empty


def test_value_is_volume_times_a_price_near_the_list():
    links = trade()
    listed = links["product"].map(table("products")["price"])
    resold = links["supplier"] == "pasar-renteng"
    assert (links["value"] / links["volume"])[~resold].to_numpy() == pytest.approx(listed[~resold])
    assert ((links["value"] / links["volume"])[resold] == 13_000).all()


def test_no_business_sells_or_spends_more_than_its_output():
    sales = trade().groupby("supplier")["value"].sum()
    bought = trade().groupby("buyer")["value"].sum()
    made = output()
    assert (sales <= made.reindex(sales.index) * (1 + 1e-9)).all()
    assert (bought <= 0.8 * made.reindex(bought.index)).all()


def test_value_added_is_positive_and_leaves_room_for_purchases():
    value_added = table("businesses")["value_added"].dropna()
    bought = trade().groupby("buyer")["value"].sum().reindex(value_added.index).fillna(0)
    assert (value_added > 0).all()
    assert (value_added + bought <= output().reindex(value_added.index) * (1 + 1e-6)).all()


def test_the_economy_is_productive_and_one_giant_component_trades():
    index = table("businesses").index
    place = pd.Series(np.arange(len(index)), index=index)
    flows = np.zeros((len(index), len(index)))
    rows, columns = place[trade()["supplier"]], place[trade()["buyer"]]
    np.add.at(flows, (rows.to_numpy(), columns.to_numpy()), trade()["value"].to_numpy())
    made = output().to_numpy()
    coefficients = flows / np.where(made > 0, made, 1)
    assert np.abs(np.linalg.eigvals(coefficients)).max() < 0.5
    assert coefficients.sum(axis=0).max() < 0.8
    linked = (flows + flows.T > 0) | np.eye(len(index), dtype=bool)
    reached = linked[0 if flows[0].any() else int(flows.sum(axis=1).argmax())]
    for _ in range(len(index)):
        reached = linked[reached].any(axis=0)
    assert reached.mean() > 0.8


def test_firm_sizes_are_those_of_small_industry():
    assumed = table("businesses").query("kind == 'ikm' and basis == 'assumed'")
    assert assumed["workers"].mean() == pytest.approx(2.8, abs=0.3)
    assert assumed["workers"].between(1, 19).all()
    inputs = 1 - assumed["value_added"] / assumed["output"]
    assert inputs.mean() == pytest.approx(0.42, abs=0.05)


def test_every_source_is_listed_and_every_assumption_says_so():
    known = set(table("sources").index)
    for name in ("businesses", "partnerships", "products", "claims"):
        rows = table(name)
        assert rows["source"].notna().all()
        assert set(rows["source"]) <= known
        ours = rows["source"].str.startswith("assumption-")
        assert ours[rows["basis"] == "assumed"].all()
        assert not ours[rows["basis"] == "reported"].any()


def test_each_number_of_a_reported_business_has_a_default_claim_that_agrees():
    claims = table("claims")
    believed = claims[claims["default"] == "yes"].set_index(["business", "field"])["value"]
    assert believed.index.is_unique
    reported = table("businesses").query("basis == 'reported'")
    columns = ["lat", "lon", "output", "capacity", "value_added", "workers", "members", "funds"]
    for column in columns:
        for business, value in reported[column].dropna().items():
            assert believed[business, column] == pytest.approx(value)


def test_industry_and_district_codes_have_names():
    kbli = pd.read_csv(DATA / "kbli.csv", dtype=str)
    assert kbli["code"].is_unique
    assert set(kbli["verified"]) == {"yes", "no"}
    used = set(table("businesses")["kbli"].dropna()) | set(table("products")["kbli"].dropna())
    assert used <= set(kbli["code"])
    districts = pd.read_csv(DATA / "regions" / "districts.csv", dtype={"code": str})
    assert set(table("businesses")["district"].dropna()) <= set(districts["code"])


def test_no_private_person_is_named():
    assert TITLES.search("Bakso H. Contoh")
    for name in TABLES:
        texts = table(name).select_dtypes(exclude="number").drop(columns="address", errors="ignore")
        named = texts.melt()["value"].dropna().astype(str)
        assert not [text for text in named if TITLES.search(text)]


def test_the_readme_counts_what_is_there():
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    for name in ("businesses", "partnerships", "claims", "products"):
        counts = table(name)["basis"].value_counts()
        cells = [f"{counts.get(b, 0):,}" for b in ("reported", "estimated", "assumed")]
        assert f"| `{name}` | {counts.sum():,} | {' | '.join(cells)} |" in readme
