"""`supplychain metrics`: one row a business by its id, and nothing else in the pipe."""

import csv
import io
import json
import math

import pytest

from supplychain import SupplyNetwork, metrics


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_one_row_a_business_with_its_id(run, tiny):
    done = run("metrics", tiny, "--only", "degree,output_multiplier", "--format", "csv")
    assert done.exit_code == 0, done.output
    assert [row["id"] for row in rows(done.stdout)] == ["01", "02", "03"]
    assert list(rows(done.stdout)[0]) == ["id", "degree", "output_multiplier"]


def test_values_are_those_of_the_library(run, tiny):
    expected = metrics.output_multiplier(SupplyNetwork.read(tiny))
    done = run("metrics", tiny, "--only", "output_multiplier", "--format", "csv")
    assert [float(row["output_multiplier"]) for row in rows(done.stdout)] == expected.tolist()


def test_all_metrics_by_business_when_none_is_named(run, tiny):
    done = run("metrics", tiny, "--format", "json")
    assert done.exit_code == 0, done.output
    records = json.loads(done.stdout)
    wanted = [entry.id for entry in metrics.CATALOGUE.find(level="business")]
    assert [list(record) for record in records] == [["id", *wanted]] * 3


def test_partnerships_have_a_table_of_their_own(run, tiny):
    done = run("metrics", tiny, "--only", "edge_betweenness", "--format", "csv")
    assert done.exit_code == 0, done.output
    ends = [(row["supplier"], row["buyer"]) for row in rows(done.stdout)]
    assert ends == [("01", "02"), ("02", "03")]


def test_levels_do_not_mix(run, tiny):
    done = run("metrics", tiny, "--only", "degree,edge_betweenness", "--language", "en")
    assert done.exit_code == 2
    assert "do not share a table" in done.stderr


def test_a_parameter_is_set_as_the_signature_says(run, tiny):
    done = run(
        "metrics", tiny, "--only", "degree", "--set", "degree.side=buyers", "--format", "csv"
    )
    assert [float(row["degree"]) for row in rows(done.stdout)] == [1, 1, 0]


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("degree.side=boyers", "Did you mean 'buyers'?"),
        ("degree.sied=buyers", "Did you mean 'side'?"),
        ("degre.side=buyers", "Did you mean 'degree'?"),
        ("side=buyers", "ID.PARAMETER=VALUE"),
    ],
)
def test_a_wrong_setting_is_told_with_the_nearest(run, tiny, setting, said):
    done = run("metrics", tiny, "--only", "degree", "--set", setting, "--language", "en")
    assert done.exit_code == 2
    assert said in done.stderr
    assert done.stdout == ""


def test_an_unknown_metric_is_told_with_the_nearest(run, tiny):
    done = run("metrics", tiny, "--only", "output_multiplyer", "--language", "en")
    assert done.exit_code == 2
    assert "Did you mean 'output_multiplier'?" in done.stderr


def test_a_number_outside_its_range_is_refused(run, tiny):
    done = run(
        "metrics", tiny, "--only", "pagerank", "--set", "pagerank.damping=7", "--language", "en"
    )
    assert done.exit_code == 2
    assert "between" in done.stderr


def test_the_table_has_titles_and_numbers_of_the_language(run, tiny):
    done = run("metrics", tiny, "--only", "output_multiplier", "--language", "id")
    assert metrics.CATALOGUE.get("output_multiplier").title.id in done.stdout
    assert "1,000" in done.stdout
    assert "1.000" in run("metrics", tiny, "--only", "output_multiplier", "-l", "en").stdout


def test_refused_data_end_with_one(run, tiny):
    (tiny / "businesses.csv").write_text("id,output\n01,1\n01,2\n")
    done = run("metrics", tiny, "--only", "degree")
    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr


def test_writes_a_file(run, tiny, tmp_path):
    target = tmp_path / "out.csv"
    done = run("metrics", tiny, "--only", "degree", "--format", "csv", "-o", target)
    assert (done.exit_code, done.stdout) == (0, "")
    assert target.read_bytes().startswith(b"id,degree\n01,")


def test_a_folder_that_is_not_there_is_told(run, tiny, tmp_path):
    done = run("metrics", tiny, "--only", "degree", "-o", tmp_path / "no" / "out.csv")
    assert done.exit_code == 2
    assert done.stderr


def test_a_pair_needs_its_two_ends(run, tiny):
    asked = ("metrics", tiny, "--only", "structural_paths", "--language", "en")
    alone = run(*asked)
    assert alone.exit_code == 2
    assert "--set structural_paths.supplier=VALUE" in alone.stderr
    ends = ("--set", "structural_paths.supplier=01", "--set", "structural_paths.buyer=03")
    done = run(*asked, *ends, "--format", "csv")
    assert done.exit_code == 0, done.output
    assert sum(float(row["share"]) for row in rows(done.stdout)) == pytest.approx(1)


def test_intervals_hold_the_value(run, tiny):
    done = run("metrics", tiny, "--only", "output_multiplier", "--interval", "--format", "csv")
    assert done.exit_code == 0, done.output
    for row in rows(done.stdout):
        low, value, high = (float(row[f"output_multiplier{end}"]) for end in ("_low", "", "_high"))
        assert low <= value <= high
        assert 0 <= float(row["output_multiplier_assumed"]) <= 1


def test_says_why_a_metric_has_no_interval(run, tiny):
    done = run("metrics", tiny, "--only", "degree", "--interval", "--language", "en")
    assert done.exit_code == 0, done.output
    assert "No interval" in done.stderr
    assert "at least" in done.stdout


def test_every_metric_of_the_shipped_data(run):
    done = run("metrics", "data/ntb", "--format", "csv")
    assert done.exit_code == 0, done.output
    table = rows(done.stdout)
    assert len(table) == len(SupplyNetwork.read("data/ntb")) > 300
    multipliers = [float(row["output_multiplier"]) for row in table]
    assert all(math.isfinite(value) and value >= 1 for value in multipliers)
