"""What was acknowledged as saved is there after ``kill -9``, whoever is killed."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RESULT = re.compile(
    r"(?P<kills>\d+) kills, (?P<saves>\d+) saves acknowledged, 0 lost, "
    r"longest until the next save (?P<slowest>[\d.]+) s"
)


@pytest.mark.parametrize(("kills", "options"), [(200, []), (12, ["--postgresql"])])
def test_no_acknowledged_save_is_lost(kills, options, capsys):
    command = [sys.executable, "-m", "tests.store.kill", f"--kills={kills}", *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600)
    with capsys.disabled():
        sys.stdout.write(f"\n{' '.join(options)} {done.stdout}")
    result = RESULT.match(done.stdout)
    assert done.returncode == 0, done.stderr
    assert result
    assert int(result["kills"]) == kills
    assert int(result["saves"]) >= kills / 2
    assert float(result["slowest"]) <= 10
