"""A story is made, changed, written and read; what is no story is refused."""

import pytest

from supplychain import SupplyNetwork
from supplychain.core.errors import ReadingError
from supplychain.core.places import DATA
from supplychain.core.words import LANGUAGES
from supplychain.views import stories, story
from supplychain.views.stories import Said, Story
from supplychain.views.view import View

EMPTY = Story(title=Said(en="Story", id="Cerita"))
THREE = EMPTY.add("a", "one", View()).add("b", "two", View(layout="map")).add("c", "", View())


@pytest.fixture(scope="module")
def ntb() -> SupplyNetwork:
    return SupplyNetwork.read(DATA / "ntb")


def names(told: Story) -> list[str]:
    return [step.title("en") for step in told.steps]


def test_steps_are_ordered_and_deleted():
    assert names(THREE) == ["a", "b", "c"]
    assert names(THREE.moved(2, -1)) == ["a", "c", "b"]
    assert THREE.moved(0, -1) == THREE.moved(2, 1) == THREE
    assert names(THREE.without(1)) == ["a", "c"]


def test_words_are_edited_in_one_language_unless_they_read_alike():
    both = THREE.edited(0, "x", "y", "id")
    assert both.steps[0].title == Said(en="x", id="x")
    apart = EMPTY.model_copy(
        update={"steps": (THREE.steps[0].model_copy(update={"title": Said(en="A", id="B")}),)}
    )
    assert apart.edited(0, "C", "one", "id").steps[0].title == Said(en="A", id="C")


def test_a_story_reads_back_equal(ntb):
    told = stories.of_sentra(ntb, "sentra-aik-darek")
    for known in (EMPTY, THREE, told):
        assert stories.read(stories.write(known), file="s.json") == known


def test_the_example_tells_the_figures_of_the_network_in_both_languages(ntb):
    told = stories.of_sentra(ntb, "sentra-aik-darek")
    assert len(told.steps) == 6
    for language in LANGUAGES:
        steps = story.story(ntb, sentra="sentra-aik-darek", language=language)
        for step, known in zip(told.steps[1:], steps, strict=True):
            assert step.title(language) == known.title
            assert step.text(language).startswith(known.text)
            assert known.source in step.note(language)
    assert "Basis: " in told.steps[1].note("en")
    assert all(step.note.id for step in told.steps)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"\xff\xfe",
        b"{" * 5000,
        b'{"version": 2, "title": {"en": "", "id": ""}}',
        b'{"version": 1, "title": {"en": "", "id": ""}, "steps": [{}]}',
        b'{"version": 1, "title": {"en": "", "id": ""}, "surprise": 1}',
        b"1" * 3_000_000,
    ],
    ids=range(8),
)
def test_what_is_no_story_is_refused_in_words(content):
    with pytest.raises(ReadingError, match="no story that this program wrote"):
        stories.read(content, file="s.json")
    with pytest.raises(ReadingError, match="view in it"):
        stories.read_view(content, file="s.json")
