"""``supplychain export`` and ``template``: files to take away and to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from supplychain import exports
from supplychain.cli.conventions import Network, Settable, Spoken, mended
from supplychain.cli.settings import named_metrics, settings_of
from supplychain.core.errors import ReadingError
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words
from supplychain.exports.brief import brief
from supplychain.exports.deck import pptx
from supplychain.exports.scenario_brief import of_scenario
from supplychain.exports.storied import of_story
from supplychain.io import templates
from supplychain.simulate import Effects, effects
from supplychain.store import read_scenario
from supplychain.views.stories import read

BRIEF, SLIDES = brief.__name__, pptx.__name__


def export(  # noqa: PLR0913 (each is an option of the command)
    path: Network,
    form: Annotated[
        str, typer.Option("--format", help=f"One of {', '.join(exports.CATALOGUE.ids())}.")
    ],
    only: Annotated[
        str, typer.Option(metavar="ID,ID", help="Metrics to take along; empty: none.")
    ] = "",
    settings: Settable = None,
    scenario: Annotated[
        Path | None,
        typer.Option(
            "--scenario", "-s", metavar="FILE", help="Take the network after this scenario (JSON)."
        ),
    ] = None,
    story: Annotated[
        Path | None,
        typer.Option("--story", metavar="FILE", help="Tell this story (JSON) in the slides."),
    ] = None,
    public: Annotated[
        bool, typer.Option("--public", help="Mask for the public: groups of three, rounded.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where to; else its own name, here."),
    ] = None,
    language: Spoken = "id",
) -> None:
    """Tulis jaringan sebagai satu berkas. · Write the network as one file."""
    with mended(language):
        chosen = named_metrics(only)
        entry = exports.CATALOGUE.get(form)
        given = settings_of(settings or [], [*chosen, entry])
        network = SupplyNetwork.read(path)
        found = None if scenario is None else _effects(network, scenario)
        if found is not None and entry.id == BRIEF and not public:
            file = of_scenario(found, language)
        elif story is not None and entry.id == SLIDES and not public:
            file = of_story(read(_content(story), file=story.name), network, language)
        else:
            network = network if found is None else found.after
            results = {metric.id: metric(network, **given[metric.id]) for metric in chosen}
            asked = {"language": language, **given[entry.id]}
            file = entry(network, results, public=public, **asked)
        for finding in file.findings:
            typer.echo(finding.text(language), err=True)
        _save(file.content, output or Path(file.name), language)


def _effects(network: SupplyNetwork, scenario: Path) -> Effects:
    return effects(network, read_scenario(_content(scenario), file=scenario.name))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        said = _UNREADABLE.fill(file=path.name, reason=error.strerror)
        raise ReadingError(said) from None


def template(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The workbook to write, .xlsx.")],
    language: Spoken = "id",
) -> None:
    """Tulis buku kerja kosong untuk diisi. · Write an empty workbook to fill in."""
    with mended(language):
        _save(templates.template(language), path, language)


def _save(content: bytes, path: Path, language: Language) -> None:
    path.write_bytes(content)
    typer.echo(_WRITTEN.fill(path=path, size=len(content))(language), err=True)


_UNREADABLE = Words(
    en="{file}: the file cannot be read ({reason}). Check the name.",
    id="{file}: berkas tidak dapat dibaca ({reason}). Periksa namanya.",
)
_WRITTEN = Words(en="{path}: {size} bytes written.", id="{path}: {size} bita ditulis.")
