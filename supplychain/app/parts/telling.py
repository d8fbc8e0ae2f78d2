"""The story of a session: made from views of the graph, shown step by step, kept as a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from supplychain.app import cache, messages, state
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words
from supplychain.views import stories, story
from supplychain.views.stories import Said, Story
from supplychain.views.view import View

Show = Callable[[View], None]
STORY = Words(en="Story", id="Cerita")
UNTITLED = Said(en="Story of the network", id="Cerita jaringan")
ADD = Words(en="Add this view to the story", id="Tambahkan tampilan ini ke cerita")
TITLE = Words(en="Title of the step", id="Judul langkah")
TEXT = Words(en="What is said", id="Yang diceritakan")
SAVE = Words(en="Save", id="Simpan")
INTRO = Words(
    en="A story leads through views of the graph. It is inside the HTML file you download, and "
    "is played there with the arrow keys.",
    id="Cerita menuntun melalui beberapa tampilan graf. Cerita ikut dalam berkas HTML yang "
    "diunduh, dan diputar di sana dengan tombol panah.",
)
EXAMPLE = Words(en="Open the example: {name}", id="Buka contoh: {name}")
FILE = Words(en="Open a story (JSON)", id="Buka cerita (JSON)")
SHOW = Words(en="Show", id="Tampilkan")
EDIT = Words(en="Edit", id="Sunting")
UP = Words(en="Move up", id="Naikkan")
DOWN = Words(en="Move down", id="Turunkan")
DELETE = Words(en="Delete", id="Hapus")
TAKE = Words(en="Download the story (JSON)", id="Unduh cerita (JSON)")
CLOSE = Words(en="Close the story", id="Tutup cerita")
NAME = Words(en="story.json", id="cerita.json")
_KEPT = "story"


def kept() -> Story | None:
    """Return the story of this session."""
    found: Story | None = st.session_state.get(_KEPT)
    return found


def keep(told: Story | None) -> None:
    """Let this session have a story, or none."""
    st.session_state[_KEPT] = told


def add(view: View, language: Language) -> None:
    """Draw the form that adds what is seen to the story."""
    told = kept() or Story(title=UNTITLED)
    if len(told.steps) >= stories.MOST:
        return
    place = f"{len(told.steps)}-{state.key('add', language)}"
    with (
        st.popover(ADD(language), icon=":material/playlist_add:"),
        st.form(f"story-{place}", border=False),
    ):
        title = st.text_input(TITLE(language), max_chars=200)
        text = st.text_area(TEXT(language), max_chars=4000)
        if st.form_submit_button(SAVE(language), type="primary") and title:
            keep(told.add(title, text, view))
            st.rerun(scope="fragment")


def draw(network: SupplyNetwork, show: Show, language: Language) -> None:
    """Draw the steps: show, edit, order and delete them; open and take along a story."""
    told = kept()
    label = STORY(language) + (f" ({len(told.steps)})" if told else "")
    with st.expander(label, icon=":material/slideshow:", expanded=told is not None):
        if told is None:
            _begin(network, language)
            return
        st.markdown(f"**{messages.plain(told.title(language))}**")
        for place in range(len(told.steps)):
            _step(told, place, show, language)
        with st.container(horizontal=True):
            st.download_button(
                TAKE(language),
                stories.write(told),
                NAME(language),
                "application/json",
                icon=":material/download:",
                on_click="ignore",
            )
            st.button(CLOSE(language), icon=":material/close:", on_click=keep, args=(None,))


def _begin(network: SupplyNetwork, language: Language) -> None:
    st.markdown(INTRO(language))
    sentra = cache.result(network, story.best_told, {})
    if sentra:
        name = messages.plain(str(network.businesses["name"][sentra]))
        st.button(
            EXAMPLE.fill(name=name)(language),
            icon=":material/auto_stories:",
            on_click=lambda: keep(cache.result(network, stories.of_sentra, {"sentra": sentra})),
        )
    with st.container(key=f"story-uploader-{language}"):
        file = st.file_uploader(FILE(language), "json", key=state.key("story-file", language))
    if file is not None:
        with messages.told(language):
            keep(stories.read(file.getvalue(), file=file.name))
            st.rerun(scope="fragment")


def _step(told: Story, place: int, show: Show, language: Language) -> None:
    step = told.steps[place]
    with st.container(border=True, key=f"story-step-{place}"):
        st.markdown(f"**{place + 1}. {messages.plain(step.title(language))}**")
        st.markdown(messages.plain(step.text(language)))
        if step.note(language):
            st.caption(messages.plain(step.note(language)))
        with st.container(horizontal=True):
            _button(SHOW, "visibility", place, partial(show, step.view), language)
            _edit(told, place, language)
            _button(UP, "arrow_upward", place, lambda: keep(told.moved(place, -1)), language)
            _button(DOWN, "arrow_downward", place, lambda: keep(told.moved(place, 1)), language)
            _button(DELETE, "delete", place, lambda: keep(told.without(place)), language)


def _button(
    label: Words, icon: str, place: int, act: Callable[[], None], language: Language
) -> None:
    name = f"story-{icon}-{place}-{language}"
    st.button(label(language), icon=f":material/{icon}:", on_click=act, key=name)


def _edit(told: Story, place: int, language: Language) -> None:
    step = told.steps[place]
    with st.popover(EDIT(language), icon=":material/edit:", key=f"story-edit-{place}-{language}"):
        name = f"{place}-{language}-{hash((step.title, step.text))}"
        title = st.text_input(TITLE(language), step.title(language), 200, key=f"title-{name}")
        text = st.text_area(TEXT(language), step.text(language), max_chars=4000, key=f"text-{name}")
        if st.button(SAVE(language), type="primary", key=f"save-{name}") and title:
            keep(told.edited(place, title, text, language))
            st.rerun(scope="fragment")
