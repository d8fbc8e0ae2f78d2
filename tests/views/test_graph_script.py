"""The script of the graph: joined whole, and without anything that reads text as code."""

import re

import pytest

from supplychain.views.drawing import assets, texts
from supplychain.views.drawing.adapter import vis_network

MODULES = sorted(assets.FOLDER.glob("*.js"))
TOP_LEVEL = re.compile(r"^(?:export )?(?:async )?(?:function|class|const|let) (\w+)", re.MULTILINE)
DANGEROUS = (
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "document.write",
    "eval(",
    "new Function",
    "createContextualFragment",
    'setTimeout("',
    "javascript:",
    "fetch(",
    "XMLHttpRequest",
    "import(",
    "localStorage",
)


def _source(path):
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_no_module_reads_text_as_code_or_reaches_out(path):
    source = _source(path)
    assert [word for word in DANGEROUS if word in source] == []
    assert re.findall(r"https?://[^\s\"']+", source) in ([], ["http://www.w3.org/2000/svg"])


@pytest.mark.parametrize("entry", ["component", "page"])
def test_the_modules_are_joined_whole(entry):
    joined = assets.script(entry)
    assert joined.startswith("//")  # Streamlit takes a script in one line for a path
    ours = joined.replace(vis_network(), "")
    assert not re.search(r"^import |^export (?!default component)", ours, re.MULTILINE)
    names = TOP_LEVEL.findall(ours)
    assert len(names) == len(set(names)), "two modules use one name at top level"


def test_every_module_is_used():
    joined = assets.script("component") + assets.script("page")
    for path in MODULES:
        names = TOP_LEVEL.findall(_source(path))
        assert names
        assert all(re.search(rf"\b{name}\b", joined) for name in names)


def test_every_text_is_used_and_every_text_used_is_there():
    source = "\n".join(_source(path) for path in MODULES)
    spare = [name for name in texts.TEXTS if not re.search(rf"""["'.]{name}\b""", source)]
    asked = set(re.findall(r"""\btext\(\s*"(\w+)\"""", source)) | set(
        re.findall(r"\btexts\.(\w+)", source)
    )
    assert spare == []
    assert asked - set(texts.TEXTS) == set()


def test_the_places_in_both_languages_are_the_same():
    for name, words in texts.TEXTS.items():
        assert set(re.findall(r"{\w+}", words.en)) == set(re.findall(r"{\w+}", words.id)), name
