"""No upload takes the program down, and nothing of it is left behind."""

import dataclasses
import os
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from supplychain import SupplyNetwork
from supplychain.core.errors import DataError, ReadingError
from supplychain.core.findings import Finding
from supplychain.core.readers import Reading
from supplychain.core.words import Words, same
from supplychain.io import guard, read_upload, read_uploads, verdict, worker
from supplychain.io.limits import LIMITS
from supplychain.io.verdict import Verdict
from tests.io.files import LIBRARY_WORDS, cell, packed, rows, single

GOOD = b"supplier,buyer,value\n01,NA,1500\n"


def said(error) -> str:
    return f"{error.words.en}\n{error.words.id}"


def test_a_good_file_comes_back_with_its_types_and_findings():
    found = read_upload("kemitraan.csv", GOOD)
    network = SupplyNetwork.from_tables(**found.tables, findings=found.findings)
    assert list(network.businesses.index) == ["01", "NA"]
    assert network.partnerships["value"].tolist() == [1500.0]
    assert found.tables["partnerships"].dtypes.astype(str).to_dict() == {
        "supplier": "str",
        "buyer": "str",
        "value": "float64",
    }
    assert {"dialect.text", "businesses.inferred"} <= {finding.code for finding in found.findings}


def test_several_files_are_a_folder():
    found = read_uploads({"usaha.csv": b"kode;nama\n01;Satu\n02;Dua\n", "kemitraan.csv": GOOD})
    assert found.tables["businesses"]["id"].tolist() == ["01", "02", "NA"]


BOMBS = {
    "far cell": ("a.xlsx", single(f'<row r="1048576">{cell("XFD1048576", "x")}</row>')),
    "damaged OLE2 header": ("a.xlsx", b"\xd0\xcf\x11\xe0" + b"\xff" * 1500),
    "damaged OLE2 header, old name": ("a.xls", b"\xd0\xcf\x11\xe0" + b"\x00\xff" * 800),
    "zip bomb": ("a.xlsx", packed({"xl/workbook.xml": bytes(90_000_000)})),
    "entities": (
        "a.graphml",
        b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><graphml>&b;</graphml>",
    ),
    "deep nesting": ("a.graphml", b"<a>" * 200_000),
}


@pytest.mark.parametrize(("name", "content"), BOMBS.values(), ids=BOMBS)
def test_what_kills_other_readers_is_refused(name, content):
    with pytest.raises(ReadingError) as refused:
        read_upload(name, content)
    assert not LIBRARY_WORDS.search(said(refused.value))


def test_two_files_of_one_name_are_refused_not_lost():
    with pytest.raises(ReadingError, match="same name"):
        read_uploads({"a/Kemitraan.csv": GOOD, "b/kemitraan.csv": GOOD})


def test_errors_of_cells_come_back_with_their_lines():
    with pytest.raises(DataError, match=r"kemitraan.csv, line 2, column value") as refused:
        read_upload("kemitraan.csv", b"supplier,buyer,value\nA,B,many\n")
    assert refused.value.findings[0].code == "numbers.unreadable"


def test_an_unknown_format_is_named():
    with pytest.raises(ReadingError, match="not known"):
        read_upload("data.docx", b"{}")


def test_too_many_bytes_are_refused_before_anything_starts():
    with pytest.raises(ReadingError, match="20 MB"):
        read_uploads({"a.csv": bytes(LIMITS.upload // 2 + 1), "b.csv": bytes(LIMITS.upload // 2)})


def test_a_file_that_eats_memory_is_stopped(tmp_path):
    zeros = pa.table({"supplier": np.zeros(2_000_000), "buyer": np.zeros(2_000_000)})
    file = tmp_path / "partnerships.parquet"
    with pq.ParquetWriter(file, zeros.schema) as writer:
        for _ in range(60):
            writer.write_table(zeros)
    assert file.stat().st_size < LIMITS.upload
    with pytest.raises(ReadingError, match=r"memory|broke off") as refused:
        read_uploads({"partnerships.parquet": file.read_bytes(), "x.parquet": b""})
    assert not LIBRARY_WORDS.search(said(refused.value))


def test_a_reading_process_may_be_killed(monkeypatch):
    started = threading.Event()
    processes = []

    class Watched(subprocess.Popen):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            processes.append(self)
            started.set()

    monkeypatch.setattr(guard.subprocess, "Popen", Watched)
    killer = threading.Thread(
        target=lambda: started.wait(30) and os.kill(processes[0].pid, signal.SIGKILL)
    )
    killer.start()
    with pytest.raises(ReadingError, match="broke off") as refused:
        read_upload("kemitraan.csv", GOOD)
    killer.join()
    assert "terhenti" in refused.value.words.id


def test_a_file_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(guard, "LIMITS", dataclasses.replace(LIMITS, patience=0))
    with pytest.raises(ReadingError, match="longer than 0 seconds"):
        read_upload("kemitraan.csv", GOOD)


def test_whoever_reads_may_give_up_on_the_way(tmp_path, monkeypatch):
    """The sign of life raises: the reading process ends, and its folder is gone."""
    started = []

    class Seen(subprocess.Popen):
        def __init__(self, command, **options):
            super().__init__([sys.executable, "-c", "import time; time.sleep(600)"], **options)
            started.append(self)

    def give_up():
        raise InterruptedError

    monkeypatch.setattr(guard.subprocess, "Popen", Seen)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(InterruptedError):
        read_uploads({"kemitraan.csv": GOOD}, meanwhile=give_up)
    assert started[0].returncode == -signal.SIGKILL
    assert not list(tmp_path.iterdir())


def test_nothing_is_left_behind(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    read_upload("kemitraan.csv", GOOD)
    with pytest.raises(ReadingError):
        read_upload("kemitraan.csv", b"")
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def in_process(monkeypatch):
    """Read where the tests run: names need no process of their own."""
    monkeypatch.setattr(worker, "restrict", lambda: None)
    monkeypatch.setattr(guard, "_run", lambda source, target, *_: worker.main(source, target))


@pytest.mark.usefixtures("in_process")
@pytest.mark.parametrize(
    "name",
    [
        "../../kemitraan.csv",
        "C:\\data\\kemitraan.csv",
        "kemi\x00tra\nan.csv",
        f"{'k' * 300}.csv",
        "a:b|c?.csv",
        "Kemitraan Café 2024 (1).csv",
    ],
)
def test_names_stay_in_their_folder(name):
    found = read_upload(name, GOOD)
    place = found.findings[0].place.en
    assert place.endswith(".csv")
    assert not set(place) & set('/\\:|?\x00\n"')


@pytest.mark.usefixtures("in_process")
def test_a_name_of_dots_is_no_way_out():
    with pytest.raises(ReadingError, match="not known"):
        read_upload("..", GOOD)


def test_a_failing_reader_leaves_no_verdict_and_quotes_nothing(tmp_path, monkeypatch, capsys):
    def fail(_):
        name = "".join(["PT ", "Rahasia"])
        raise KeyError(name)

    monkeypatch.setattr(worker, "restrict", lambda: None)
    monkeypatch.setattr(worker, "reading", fail)
    assert worker.main(tmp_path, tmp_path) == 1
    assert verdict.left_in(tmp_path) is None
    assert "KeyError" in (trace := capsys.readouterr().err)
    assert "Rahasia" not in trace


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (MemoryError(), "memory"),
        (ReadingError(Words(en="a", id="b")), "reading"),
        (DataError([Finding("c", "error", same("p"), same("x"), same("y"))]), "data"),
    ],
)
def test_every_ending_has_its_verdict(tmp_path, monkeypatch, error, expected):
    def fail(_):
        raise error

    monkeypatch.setattr(worker, "restrict", lambda: None)
    monkeypatch.setattr(worker, "reading", fail)
    assert worker.main(tmp_path, tmp_path) == 0
    left = verdict.left_in(tmp_path)
    assert left.outcome == expected
    assert left.findings == getattr(error, "findings", ())


def test_a_verdict_keeps_words_and_subjects(tmp_path):
    finding = Finding("c", "warning", same("p"), Words(en="x", id="y"), same("z"), ("A", "B"))
    verdict.write(tmp_path, Verdict("read", (finding,)), Reading({}))
    assert verdict.left_in(tmp_path).reading(tmp_path) == Reading({}, (finding,))


def test_a_reading_process_limits_itself():
    code = (
        "import resource; from supplychain.io import worker; worker.restrict();"
        "print(resource.getrlimit(resource.RLIMIT_CPU)[0],"
        "resource.getrlimit(resource.RLIMIT_CORE)[0],"
        "resource.getrlimit(resource.RLIMIT_AS)[0] < 2**31)"
    )
    ran = subprocess.run(
        [guard.sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(guard.__file__).parents[2],
        env={**os.environ, **guard.QUIET},
    )
    assert ran.stdout.split() == [str(LIMITS.seconds), "0", "True"]


def test_a_normal_workbook_fits_the_limits():
    lines = [[f"S{at}", f"B{at}", "tapioca", 1.0, float(at + 1)] for at in range(20_000)]
    content = single(rows(["supplier", "buyer", "product", "volume", "value"], *lines))
    assert len(read_upload("besar.xlsx", content).tables["partnerships"]) == 20_000
