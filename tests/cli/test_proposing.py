"""``supplychain simulate`` and ``supplychain recommend``."""

from __future__ import annotations

import json

from supplychain.core.scenario import ChangeDemand, Scenario
from supplychain.store import write_scenario

MORE = Scenario(
    name="300 ton", edits=(ChangeDemand(business="sentra-aik-darek", change=282_000 * 12_500.0),)
)


def test_a_larger_tapioca_plant_is_short_of_cassava(run, tmp_path):
    file = tmp_path / "300.json"
    file.write_text(write_scenario(MORE), encoding="utf-8")
    found = run("simulate", "data/ntb", "--scenario", file)
    assert found.exit_code == 0
    assert "Singkong kurang 1.253 ton per tahun" in found.stderr
    assert "104 ha" in found.stderr
    assert "tertahan oleh batas" in found.stdout


def test_effects_by_business(run, tiny, tmp_path):
    file = tmp_path / "more.json"
    edit = ChangeDemand(business="02", change=30_000_000)
    file.write_text(write_scenario(Scenario(name="more", edits=(edit,))), encoding="utf-8")
    found = run("simulate", tiny, "-s", file, "--format", "json")
    rows = {row["id"]: row for row in json.loads(found.stdout)}
    assert rows["02"]["change"] == 30_000_000
    assert rows["01"]["change"] == 8_000_000


def test_who_comes_first_when_goods_are_rationed(run, tmp_path):
    file = tmp_path / "300.json"
    file.write_text(write_scenario(MORE), encoding="utf-8")
    rationed = ("simulate", "data/ntb", "-s", file, "--shortage", "share")
    assert run(*rationed, "--first", "sentra-aik-darek").exit_code == 0
    assert "bukan-usaha" in run(*rationed, "--first", "bukan-usaha").stderr


def test_a_scenario_that_cannot_be_is_said_in_the_language(run, tiny, tmp_path):
    file = tmp_path / "wrong.json"
    edit = ChangeDemand(business="99", change=1.0)
    file.write_text(write_scenario(Scenario(name="wrong", edits=(edit,))), encoding="utf-8")
    found = run("simulate", tiny, "-s", file)
    assert found.exit_code == 2
    assert "Tidak ada usaha '99'" in found.stderr


def test_a_missing_scenario_is_said(run, tiny, tmp_path):
    found = run("simulate", tiny, "-s", tmp_path / "none.json")
    assert found.exit_code == 2
    assert "none.json: skenario tidak dapat dibaca" in found.stderr


def test_recommends_in_sentences_and_rows(run):
    told = run("recommend", "data/ntb", "--most", "3", "--language", "en")
    assert told.stdout.startswith("1. ")
    assert "presumably buys" in told.stdout
    rows = run("recommend", "data/ntb", "--most", "3", "--format", "csv").stdout.splitlines()
    assert rows[0].startswith("supplier,buyer,product")
    assert len(rows) == 4
