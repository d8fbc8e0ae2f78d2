"""The locks install the same everywhere, carry no address, and bring no copyleft."""

import ast
import importlib.metadata
import re
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ;]+)(?: ; (?P<marker>.+?))? \\$")
PERMISSIVE = re.compile(
    r"MIT|BSD|Apache|ISC|PSF|Python Software Foundation|MPL|Mozilla Public|Zlib|CC0|Unlicense"
)
COPYLEFT = re.compile(r"GPL|General Public|EUPL|CC-BY-NC|NonCommercial", re.IGNORECASE)


def plain(name):
    """Write a package's name as the index does."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(name):
    """Map each locked package to its version and its marker."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    found = [PIN.match(line) for line in lines if line and line[0] not in "# "]
    assert all(found), f"{name} has a line that is no pin with hashes"
    return {pin["name"]: (pin["version"], pin["marker"]) for pin in found if pin}


def licence(package):
    """Say what the package declares: its expression, else its classifiers, else its own words."""
    about = importlib.metadata.metadata(package)
    declared = [
        line.split("::")[-1]
        for line in about.get_all("Classifier") or []
        if line.startswith("License ::")
    ]
    return (
        about.get("License-Expression") or " ".join(declared) or (about.get("License") or "")[:60]
    )


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_pin_has_hashes_and_no_address(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"://|--index|--extra-index|--find-links| @ ", text)
    blocks = re.split(r"\n(?=[a-z0-9])", text)[1:]
    assert len(blocks) == len(pins(name))
    assert all("--hash=sha256:" in block for block in blocks)


def test_the_tests_run_on_what_the_app_runs_on():
    app, tests = pins("requirements.txt"), pins("requirements-dev.txt")
    assert app.items() <= tests.items()


def test_the_lock_serves_windows_too():
    versions = pins("requirements.txt")
    assert versions["colorama"][1] == "sys_platform == 'win32'"
    assert not Marker(str(versions["pexpect"][1])).evaluate({"sys_platform": "win32"})


def test_the_locks_keep_to_the_project_file():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = {
        "requirements.txt": project["project"]["dependencies"],
        "requirements-dev.txt": project["dependency-groups"]["dev"],
    }
    for name, lines in wanted.items():
        locked = pins(name)
        for requirement in map(Requirement, lines):
            version = locked[plain(requirement.name)][0]
            assert requirement.specifier.contains(version), f"{requirement}: locked {version}"


def test_what_is_installed_is_what_is_locked():
    for package, (version, marker) in pins("requirements.txt").items():
        if marker is None or Marker(marker).evaluate():
            assert importlib.metadata.version(package) == version, package


def test_nothing_at_run_time_is_copyleft():
    here = [
        package
        for package, (_, marker) in pins("requirements.txt").items()
        if marker is None or Marker(marker).evaluate()
    ]
    said = {package: licence(package) for package in here}
    refused = {
        package: words
        for package, words in said.items()
        if COPYLEFT.search(words) or not PERMISSIVE.search(words)
    }
    assert len(said) > 50
    assert not refused


def test_the_package_imports_only_what_it_declares():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {plain(Requirement(line).name) for line in project["dependencies"]}
    provided = importlib.metadata.packages_distributions()
    imported = {name for path in (ROOT / "supplychain").rglob("*.py") for name in imports(path)}
    foreign = imported - sys.stdlib_module_names - {"supplychain"}
    undeclared = {
        name for name in foreign if not {plain(known) for known in provided[name]} & declared
    }
    assert not undeclared


def imports(path):
    """Name the top-level packages that a module imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]
