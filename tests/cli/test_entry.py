"""The command line from outside: as a module and as a script, with its codes and its bytes."""

import subprocess
import sys
from pathlib import Path


def module(*arguments):
    command = [sys.executable, "-m", "supplychain", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False)


def test_as_a_module_it_lists_its_commands():
    done = module("--help")
    assert done.returncode == 0
    for command in (b"check", b"metrics", b"export", b"template", b"app"):
        assert command in done.stdout


def test_the_script_is_the_same():
    script = Path(sys.executable).parent / "supplychain"
    done = subprocess.run([script, "--help"], capture_output=True, check=True)
    assert done.stdout == module("--help").stdout


def test_the_codes_reach_the_shell(tiny, tmp_path):
    assert module("check", tiny).returncode == 0
    assert module("check", tmp_path / "nowhere").returncode == 2
    (tiny / "businesses.csv").write_text("id,output\n01,5\n01,6\n")
    assert module("check", tiny).returncode == 1


def test_the_app_says_when_its_data_are_missing(tmp_path):
    done = module("app", tmp_path / "nowhere", "--language", "en")
    assert done.returncode == 2
    assert b"no such file or folder" in done.stderr
