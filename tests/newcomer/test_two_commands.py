"""What the README promises a newcomer: the commands are there, and `make app` serves the app."""

import os
import re
import shlex
import signal
import socket
import subprocess
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PATIENCE = 120  # seconds; a busy machine is no bug


def blocks(language):
    """Texts of the README's code blocks in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)


def test_begins_with_one_sentence_and_the_two_commands():
    title, sentence, fence, first, second = [line for line in README.splitlines() if line][:5]
    assert title.startswith("# ")
    assert sentence.count(".") == 1
    assert fence == "```sh"
    assert (first.split("#")[0].strip(), second.split("#")[0].strip()) == ("make app", "make test")


def test_every_make_target_it_names_exists():
    named = set(re.findall(r"make ([a-z-]+)", "\n".join(blocks("sh"))))
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))
    assert {"app", "test", "check"} <= named <= targets


def test_make_alone_lists_the_targets():
    told = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for target in ("app", "test", "check", "lint", "types", "layers", "docs", "data", "bench"):
        assert re.search(rf"^  make {target} ", told, flags=re.MULTILINE), target


def test_plain_pip_is_offered_for_windows():
    assert "pip install -r requirements.txt\nstreamlit run streamlit_app.py\n" in blocks("sh")[1]


def test_the_library_example_runs(capsys):
    (example,) = blocks("python")
    assert len(example.splitlines()) <= 12
    exec(compile(example, "README.md", "exec"), {"__name__": "__readme__"})
    assert capsys.readouterr().out.strip()


@pytest.mark.parametrize(
    "command", ["make app ARGS='{}'", ".venv/bin/streamlit run streamlit_app.py {}"]
)
def test_serves_the_app(command):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    line = command.format(f"--server.port={port} --server.headless=true")
    with subprocess.Popen(
        shlex.split(line), cwd=ROOT, start_new_session=True, stdout=subprocess.DEVNULL
    ) as process:
        try:
            assert healthy(f"http://127.0.0.1:{port}", process)
        finally:
            os.killpg(process.pid, signal.SIGTERM)


def healthy(url, process):
    """Wait until the server answers that it is well."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urlopen(f"{url}/_stcore/health", timeout=5) as answer:
                return answer.read() == b"ok"
        except OSError:
            time.sleep(0.2)
    return False
