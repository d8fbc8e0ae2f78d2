"""`supplychain check`: exit codes and messages in both languages."""

import json


def twice(folder):
    """Write one business a second time."""
    businesses = folder / "businesses.csv"
    businesses.write_text(businesses.read_text() + "02,Sentra lain,sentra,5,5,52.02\n")


def test_sound_data_pass(run, tiny):
    done = run("check", tiny)
    assert done.exit_code == 0, done.output
    assert "3 usaha, 2 kemitraan: tanpa kesalahan" in done.stdout


def test_speaks_english_when_asked(run, tiny):
    assert "3 businesses, 2 partnerships: no error" in run("check", tiny, "-l", "en").stdout


def test_a_business_that_stands_twice_is_refused_and_named(run, tiny):
    twice(tiny)
    done = run("check", tiny, "--language", "en")
    assert done.exit_code == 1
    assert "[Error]" in done.stdout
    assert "02" in done.stdout
    assert "cannot be used yet" in done.stdout


def test_findings_as_json(run, tiny):
    twice(tiny)
    done = run("check", tiny, "--format", "json", "--language", "en")
    assert done.exit_code == 1
    records = json.loads(done.stdout)
    assert {"code", "severity", "place", "cause", "remedy", "subjects"} == set(records[0])
    assert "error" in {record["severity"] for record in records}


def test_a_missing_file_is_no_finding(run, tmp_path):
    done = run("check", tmp_path / "nowhere.csv")
    assert done.exit_code == 2
    assert "tidak ada" in done.stderr
    assert done.stdout == ""


def test_an_unknown_option_is_wrong_usage(run, tiny):
    assert run("check", tiny, "--wrong").exit_code == 2
