"""``make bench``: our app and its peer on the NTB data, in one run on one machine.

Writes ``benchmarks/results/ntb.json`` and ``ntb.md``. Measure on a machine that is at rest.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

from benchmarks import ours, theirs
from benchmarks.figures import Figures, machine, write
from tests.browser.walk import chromium

HEADER = ["| what | median, s | worst, s | times |", "|---|---|---|---|"]


def main() -> None:
    """Measure, print and write."""
    options = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    options.add_argument("--repeats", type=int, default=5, help="of our app")
    options.add_argument("--peer-repeats", type=int, default=1, help="of the peer; 0 leaves it out")
    given = options.parse_args()
    app, peer = Figures(), Figures()
    with chromium() as browser, tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "app.log"
        where = machine(browser.version)
        ours.measure(browser, app, log, given.repeats)
        theirs.measure(browser, peer, log, given.peer_repeats)
    record = {"machine": where, "app": app.record(), "peer": peer.record()}
    text = report(where, app, peer)
    write("ntb", record, text)


def report(where: dict[str, Any], app: Figures, peer: Figures) -> str:
    """Write the results as one Markdown page."""
    lines = [
        "# NTB data in the browser",
        "",
        "Seconds until nothing in the page changes any more; see `benchmarks/watch.py`.",
        "",
        ", ".join(f"{name} {value}" for name, value in where.items()),
        "",
        "## This app",
        "",
        *HEADER,
        *app.rows(),
        "",
        f"Other machines asked: {', '.join(sorted(app.outside)) or 'none'}.",
        "",
        "## Peer: pyvis as it comes, in a Streamlit page",
        "",
        "Same data, acts that draw its graph anew; ready when its physics has settled.",
        "",
        *HEADER,
        *peer.rows(),
        "",
        f"Other machines asked: {', '.join(sorted(peer.outside)) or 'none'}.",
        "",
    ]
    return "\n".join(lines)


main()
