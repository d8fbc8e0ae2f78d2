"""What was measured: seconds by name, requests to other machines, and the machine itself."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

RESULTS = Path(__file__).parent / "results"
PACKAGES = ("streamlit", "pyvis", "pandas", "numpy", "scipy", "networkx")


@dataclass
class Figures:
    """Seconds of every repetition by name of what was done."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    outside: set[str] = field(default_factory=set)

    def note(self, name: str, seconds: float) -> None:
        """Keep one repetition."""
        self.seconds.setdefault(name, []).append(round(seconds, 3))

    def asked(self, url: str) -> None:
        """Keep the host of a request that left this machine."""
        parts = urlsplit(url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname != "127.0.0.1":
            self.outside.add(str(parts.hostname))

    def record(self) -> dict[str, Any]:
        """Everything, as JSON holds it."""
        return {"seconds": self.seconds, "outside": sorted(self.outside)}

    def rows(self) -> list[str]:
        """One row of a Markdown table for each name: median, worst, repetitions."""
        return [
            f"| {name} | {median(each):.2f} | {max(each):.2f} | {len(each)} |"
            for name, each in self.seconds.items()
        ]


def write(name: str, record: Mapping[str, Any], text: str) -> None:
    """Keep what was measured as `results/NAME.json` and `results/NAME.md`, and print it."""
    RESULTS.mkdir(exist_ok=True)
    kept = json.dumps(record, indent=1) + "\n"
    (RESULTS / f"{name}.json").write_text(kept, encoding="utf-8")
    (RESULTS / f"{name}.md").write_text(text, encoding="utf-8")
    print(text)


def machine(browser: str) -> dict[str, Any]:
    """Where it was measured, without a name of the machine."""
    return {
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
        "system": platform.system(),
        "python": platform.python_version(),
        "chromium": browser,
        **{package: version(package) for package in PACKAGES},
    }
