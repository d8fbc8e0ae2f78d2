"""A story: ordered steps, each with words in both languages and the view they speak of.

It is made in the app, played in the app and in the shared file, and reads and writes as a small
JSON file. `of_sentra` tells the example: one sentra from raw material to jobs.
"""

from __future__ import annotations

import json
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from supplychain.core.errors import ReadingError
from supplychain.core.findings import Finding
from supplychain.core.network import SupplyNetwork
from supplychain.core.vocabulary import BASES
from supplychain.core.words import LANGUAGES, Language, Words, same
from supplychain.views import story as chain
from supplychain.views.graph import Focus
from supplychain.views.provenance import share_text
from supplychain.views.trade import names
from supplychain.views.view import View

VERSION: Literal[1] = 1
MOST = 40
"""Steps of a story."""
LARGEST = 2_000_000
"""Bytes of a file."""
T = TypeVar("T", bound=BaseModel)
_Short = Annotated[str, Field(max_length=200)]
_Long = Annotated[str, Field(max_length=4000)]


class Said(BaseModel):
    """A text in both languages."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    en: _Long
    id: _Long

    @classmethod
    def of(cls, words: Words) -> Said:
        """Take it from words."""
        return cls(en=words.en, id=words.id)

    def __call__(self, language: Language) -> str:
        """Return the text in `language`."""
        return self.id if language == "id" else self.en

    def told(self, text: str, language: Language) -> Said:
        """Return it with another text in one language; in both, where they read alike."""
        if self.en == self.id:
            return Said(en=text, id=text)
        return self.model_copy(update={language: text})


class Step(BaseModel):
    """One step: what it is called, what is said, where the figures stand, and what is seen."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Said
    text: Said
    note: Said = Said(en="", id="")
    view: View = View()


class Story(BaseModel):
    """A title and steps in their order.

    Examples
    --------
    >>> made = Story(title=Said(en="A", id="A")).add("One", "What is seen", View(layout="map"))
    >>> read(write(made), file="story.json") == made
    True
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1] = VERSION
    title: Said
    steps: tuple[Step, ...] = Field(default=(), max_length=MOST)

    def add(self, title: str, text: str, view: View) -> Story:
        """Return it with one more step at the end; its words stand for both languages."""
        step = Step(title=Said.of(same(title)), text=Said.of(same(text)), view=view)
        return self._with((*self.steps, step))

    def without(self, place: int) -> Story:
        """Return it without one step."""
        return self._with(tuple(step for at, step in enumerate(self.steps) if at != place))

    def moved(self, place: int, by: int) -> Story:
        """Return it with one step further up (-1) or down (1); at the ends it stays."""
        other = place + by
        if not 0 <= other < len(self.steps):
            return self
        steps = list(self.steps)
        steps[place], steps[other] = steps[other], steps[place]
        return self._with(tuple(steps))

    def edited(self, place: int, title: str, text: str, language: Language) -> Story:
        """Return it with other words for one step, in one language."""
        old = self.steps[place]
        new = {"title": old.title.told(title, language), "text": old.text.told(text, language)}
        steps = list(self.steps)
        steps[place] = old.model_copy(update=new)
        return self._with(tuple(steps))

    def _with(self, steps: tuple[Step, ...]) -> Story:
        return self.model_copy(update={"steps": steps})


def write(story: Story) -> str:
    """Write a story as indented JSON."""
    told = story.model_dump(mode="json")
    for step, known in zip(told["steps"], story.steps, strict=True):
        step["view"] = known.view.brief()
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def read(content: bytes | str, *, file: str) -> Story:
    """Read a story.

    Raises
    ------
    ReadingError
        If it is none.
    """
    return _read(Story, content, file, _NO_STORY)


def read_view(content: bytes | str, *, file: str) -> View:
    """Read a view.

    Raises
    ------
    ReadingError
        If it is none.
    """
    return _read(View, content, file, _NO_VIEW)


def _read(model: type[T], content: bytes | str, file: str, cause: Words) -> T:
    try:
        if len(content) > LARGEST:
            raise ValueError(file)
        return model.model_validate_json(content)
    except (ValidationError, ValueError) as error:
        finding = Finding("story.unfit", "error", same(file), cause, _REMEDY)
        raise ReadingError(finding.words, (finding,)) from error


def of_sentra(network: SupplyNetwork, sentra: str) -> Story:
    """Tell one sentra from raw material to jobs, in six steps, each with where its figures stand.

    Parameters
    ----------
    sentra
        Id of a business that buys and sells.

    Raises
    ------
    UnknownNameError
        If there is no such business.
    """
    told = {code: chain.story(network, sentra=sentra, language=code) for code in LANGUAGES}
    views = (
        View(business=sentra, focus=Focus(sentra, 1, 0)),
        View(business=sentra),
        View(business=sentra, focus=Focus(sentra, 1, 1)),
        View(business=sentra, focus=Focus(sentra, 0, 2)),
        View(business=sentra, focus=Focus(sentra, 3, 3)),
    )
    steps = tuple(
        Step(
            title=Said(**{code: told[code][at].title for code in LANGUAGES}),
            text=Said(**{code: _text(told[code][at]) for code in LANGUAGES}),
            note=Said(**{code: _note(told[code][at], code) for code in LANGUAGES}),
            view=view,
        )
        for at, view in enumerate(views)
    )
    name = str(names(network)[sentra])
    first = Step(title=Said.of(_ALL), text=Said.of(_AMONG.fill(name=name)), note=Said.of(_COUNTED))
    return Story(title=Said.of(_TITLE.fill(name=name)), steps=(first, *steps))


def _text(step: chain.Step) -> str:
    return f"{step.text} {step.narrow}".strip()


def _note(step: chain.Step, language: Language) -> str:
    """Say where the figures of a step stand, and who published them."""
    parts = ", ".join(
        f"{share_text(share, language)} {BASES[code](language)}"
        for code, share in step.shares.items()
        if share > 0
    )
    stands = _STANDS.fill(parts=parts)(language) if parts else ""
    return f"{stands} {step.source}".strip()


_TITLE = Words(en="{name}, step by step", id="{name}, selangkah demi selangkah")
_ALL = Words(en="The whole network", id="Seluruh jaringan")
_AMONG = Words(
    en="From raw material on the left to markets on the right. The next steps follow one sentra: "
    "{name}.",
    id="Dari bahan baku di kiri sampai pasar di kanan. Langkah berikutnya mengikuti satu sentra: "
    "{name}.",
)
_COUNTED = Words(
    en="Every line says whether it is reported, estimated or assumed.",
    id="Tiap garis menyebut apakah dilaporkan, diperkirakan, atau diasumsikan.",
)
_STANDS = Words(en="Basis: {parts}.", id="Dasar angka: {parts}.")
_NO_STORY = Words(
    en="This is no story that this program wrote, or it was altered.",
    id="Ini bukan cerita buatan program ini, atau isinya sudah diubah.",
)
_NO_VIEW = Words(
    en="The view in it was not written by this program, or was altered.",
    id="Tampilan di dalamnya bukan buatan program ini, atau sudah diubah.",
)
_REMEDY = Words(
    en="Use the file as it was exported, or update the program.",
    id="Gunakan berkas seperti saat diekspor, atau perbarui programnya.",
)
