"""`supplychain export` and `template`: every format of the catalogue, and a workbook that reads."""

import pytest

from supplychain import SupplyNetwork, exports


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
