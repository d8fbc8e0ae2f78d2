"""`supplychain export` and `template`: every format of the catalogue, and a workbook that reads."""

import pytest

from supplychain import SupplyNetwork, exports
from supplychain.core.places import DATA


@pytest.mark.parametrize("form", exports.CATALOGUE.ids())
def test_every_export_writes_a_file(run, tiny, tmp_path, form):
    target = tmp_path / f"out{exports.CATALOGUE.get(form).suffix}"
    done = run("export", tiny, "--format", form, "--only", "degree", "-o", target)
    assert done.exit_code == 0, done.output
    assert done.stdout == ""
    assert str(target.stat().st_size) in done.stderr


def test_an_unknown_format_is_told_with_the_nearest(run, tiny):
    done = run("export", tiny, "--format", "graphmll", "--language", "en")
    assert done.exit_code == 2
    assert "Did you mean 'graphml'?" in done.stderr


def test_a_graph_reads_back_equal(run, tiny, tmp_path):
    target = tmp_path / "out.graphml"
    assert run("export", tiny, "--format", "graphml", "-o", target).exit_code == 0
    assert SupplyNetwork.read(target).fingerprint == SupplyNetwork.read(tiny).fingerprint


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_template_is_a_workbook_of_tables(run, tmp_path, language):
    target = tmp_path / "template.xlsx"
    done = run("template", target, "--language", language)
    assert done.exit_code == 0, done.output
    assert target.read_bytes().startswith(b"PK")


@pytest.mark.parametrize("form", ["brief", "json", "xlsx"])
def test_a_scenario_is_taken_along(run, tiny, tmp_path, form):
    edits = tmp_path / "scenario.json"
    edits.write_text(
        '{"version": 1, "name": "Tutup", "edits": [{"edit": "close", "business": "03"}]}',
        encoding="utf-8",
    )
    target = tmp_path / f"out{exports.CATALOGUE.get(form).suffix}"
    done = run("export", tiny, "--format", form, "--scenario", edits, "-o", target)
    assert done.exit_code == 0, done.output
    if form == "json":
        assert SupplyNetwork.read(target).trade["value"].sum() < 2.3e8


def test_a_missing_scenario_is_told(run, tiny, tmp_path):
    done = run("export", tiny, "--format", "json", "-s", tmp_path / "none.json", "-l", "en")
    assert done.exit_code == 2
    assert "the file cannot be read" in done.stderr


def test_what_cannot_be_masked_is_refused_in_words(run, tiny):
    done = run("export", tiny, "--format", "json", "--public")
    assert done.exit_code == 2
    assert "tidak ada jenis usaha yang beranggota tiga" in done.stderr


def test_a_public_file_names_nobody(run, tmp_path):
    target = tmp_path / "out.json"
    done = run("export", DATA / "ntb", "--format", "json", "--public", "-o", target)
    assert done.exit_code == 0, done.output
    assert "Aik Darek" not in target.read_text(encoding="utf-8")
