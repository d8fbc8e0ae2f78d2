"""The script and the style of the graph as single texts, joined from the modules beside this file.

The modules are plain ES modules that a browser could load as they are. An app's component and a
shared file need one text each, so imports are put in order and left out; nothing is minified.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Literal

from supplychain.views.drawing.adapter import vis_network

Entry = Literal["component", "page"]

FOLDER = Path(__file__).parent
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([\w-]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)
_STARTS = {"component": "export default component;\n", "page": "page();\n"}


@lru_cache(maxsize=2)
def script(entry: Entry) -> str:
    """Source of one module that needs nothing else: vis-network, ours, and the start.

    Parameters
    ----------
    entry
        `component` for the app: its default export mounts the graph; `page` draws it at once.
    """
    return "\n".join([_VIS.format(source=vis_network()), *_joined(entry), _STARTS[entry]])


def style() -> str:
    """Source of the style sheet."""
    return _read("graph.css") + _read("states.css")


def _joined(entry: str) -> list[str]:
    """Read a module and all it imports, those imported first, each once."""
    order: dict[str, str] = {}

    def visit(name: str) -> None:
        if name in order:
            return
        source = _read(f"{name}.js")
        for imported in _IMPORT.findall(source):
            visit(imported)
        order[name] = _EXPORT.sub("", _IMPORT.sub("", source))

    visit(entry)
    return list(order.values())


def _read(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


_VIS = """// The supply network graph: vis-network as it comes with pyvis, then our own modules.
const vis = (() => {{
const exports = {{}}, module = {{}};
{source}
return exports;
}})();
"""
