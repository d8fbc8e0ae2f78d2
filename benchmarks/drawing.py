"""``python -m benchmarks.drawing``: first paint and frames of the graph, beside plain pyvis.

Both are files opened from disk in Chromium without a GPU, so drawn by software: an office PC or a
remote desktop. A crowd of more than a thousand businesses is drawn as groups by us; the peer draws
each business with the same positions it would find by its own physics, which is switched off for
the sizes marked so, since it would not settle in minutes. Writes ``benchmarks/results/drawing.*``.
"""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

import networkx as nx
from playwright.sync_api import Browser, Page
from pyvis.network import Network

from benchmarks.figures import machine, write
from supplychain.core.network import SupplyNetwork
from supplychain.exports import html
from supplychain.views import picked
from tests.browser.walk import chromium
from tests.views.province import province

SIZES = (300, 1_000, 2_000, 20_000, 100_000)
PEER_SIZES = (300, 1_000, 2_000)
SETTLES = 300  # the largest peer that is left to its physics
PATIENCE = 120_000  # ms
STEPS = 40

# Notes when a canvas is first and last drawn on, and the time between frames.
OBSERVE = """
(() => {
    window.firstMark = null; window.lastMark = null; window.frames = [];
    const noted = (name) => {
        const plain = CanvasRenderingContext2D.prototype[name];
        CanvasRenderingContext2D.prototype[name] = function (...given) {
            window.lastMark = performance.now();
            window.firstMark ??= window.lastMark;
            return plain.apply(this, given);
        };
    };
    ["fill", "stroke"].forEach(noted);
    const tick = (now) => { window.frames.push(now); requestAnimationFrame(tick); };
    requestAnimationFrame(tick);
})();
"""
AT_REST = "() => window.lastMark !== null && performance.now() - window.lastMark > 1500"


@dataclass(frozen=True)
class Drawn:
    """What one file showed.

    Attributes
    ----------
    file
        Size, MB.
    marks
        Businesses or groups drawn.
    first, settled
        Seconds from opening to the first mark on the canvas, and to the last before it rests.
    frame, worst
        Milliseconds between frames while the drawing is dragged: median and 95th percentile.
    """

    what: str
    businesses: int
    marks: int
    file: float
    first: float
    settled: float
    frame: float
    worst: float


def measure(browser: Browser, folder: Path) -> Iterator[Drawn]:
    """Open our file and the peer's at every size."""
    for size in SIZES:
        network = province(size)
        drawn = picked.picture(network, language="id")
        text = html.of_drawing(drawn, network).content
        yield _opened(browser, folder, "this project", len(network), len(drawn.nodes), text)
        if size in PEER_SIZES:
            name = "plain pyvis" if size <= SETTLES else "plain pyvis, physics off"
            peer = _peer(network, physics=size <= SETTLES).encode()
            yield _opened(browser, folder, name, len(network), len(network), peer)


def _peer(network: SupplyNetwork, *, physics: bool) -> str:
    drawing = Network(height="700px", width="100%", directed=True, cdn_resources="in_line")
    graph = nx.DiGraph()
    for business, row in network.businesses.iterrows():
        graph.add_node(business, label=str(row["name"]), group=str(row["kind"]))
    for row in network.trade.itertuples():
        graph.add_edge(row.supplier, row.buyer, value=float(row.value))
    if not physics:
        for business, place in nx.random_layout(graph, seed=1).items():
            graph.nodes[business].update(x=4000 * float(place[0]), y=4000 * float(place[1]))
    drawing.from_nx(graph)
    drawing.toggle_physics(physics)
    return drawing.generate_html()


def _opened(
    browser: Browser, folder: Path, what: str, businesses: int, marks: int, text: bytes
) -> Drawn:
    file = folder / "drawn.html"
    file.write_bytes(text)
    context = browser.new_context(viewport={"width": 1366, "height": 900}, offline=True)
    page = context.new_page()
    page.add_init_script(OBSERVE)
    page.goto(file.as_uri(), wait_until="commit")
    page.wait_for_function(AT_REST, timeout=PATIENCE, polling=200)
    first, settled = page.evaluate("[window.firstMark, window.lastMark]")
    frames = _dragged(page)
    context.close()
    return Drawn(
        what,
        businesses,
        marks,
        round(len(text) / 1e6, 2),
        round(first / 1e3, 2),
        round(settled / 1e3, 2),
        round(median(frames), 1),
        round(sorted(frames)[int(0.95 * len(frames))], 1),
    )


def _dragged(page: Page) -> list[float]:
    """Return times between frames, ms, while the hand moves the whole drawing."""
    canvas = page.locator("canvas").first.bounding_box()
    assert canvas is not None
    x, y = canvas["x"] + 0.5 * canvas["width"], canvas["y"] + 6
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate("window.frames = []")
    for step in range(STEPS):
        page.mouse.move(x + 4 * step, y + 3 * step)
    times: list[float] = page.evaluate("window.frames")
    page.mouse.up()
    return [later - earlier for earlier, later in itertools.pairwise(times)]


def main() -> None:
    """Measure, print and write."""
    with chromium() as browser, tempfile.TemporaryDirectory() as folder:
        where = machine(browser.version)
        found = list(measure(browser, Path(folder)))
    head = "| what | businesses | marks | MB | first mark, s | at rest, s | frame, ms | 95 %, ms |"
    lines = [
        "# Drawing the graph",
        "",
        "Software rendering; see `benchmarks/drawing.py`.",
        "",
        ", ".join(f"{name} {value}" for name, value in where.items()),
        "",
        head,
        "|---" * 8 + "|",
        *("| " + " | ".join(str(value) for value in asdict(row).values()) + " |" for row in found),
        "",
    ]
    record = {"machine": where, "drawn": [asdict(row) for row in found]}
    write("drawing", record, "\n".join(lines))


if __name__ == "__main__":
    main()
