"""The shell around the pages: settings, navigation, heading, which data is open."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path

import streamlit as st

from supplychain.app import links, messages, pages, sidebar, state, tour
from supplychain.app.catalogue import Page, ordered
from supplychain.core.errors import SupplyChainError
from supplychain.core.words import Language, Words

HERE = Path(__file__).parent
TITLE = Words(en="Sentra Partnership Explorer", id="Peta Kemitraan Sentra")
LANGUAGE = Words(en="Language", id="Bahasa")
SIDEBAR = 256  # px
LANGUAGES = {"id": "Indonesia", "en": "English"}

__all__ = ["main", "pages"]


def main() -> None:
    """Run the app once, for one session and one page."""
    state.begin()
    language = state.language()
    st.set_page_config(
        page_title=TITLE(language),
        page_icon=str(HERE / "icon.png"),
        layout="wide",
        initial_sidebar_state=SIDEBAR,
    )
    st.html(HERE / "style.css")
    _speak(language)
    chosen = st.navigation(
        [links.listed(page, language, partial(_page, page, language)) for page in ordered()]
    )
    with suppress(SupplyChainError):  # the page says what is wrong with the data
        sidebar.draw(state.opened(), language)
    with st.sidebar:
        tour.button(language)
    chosen.run()
    tour.draw(language, first_page=chosen.url_path == "")
    state.tidy()


def _page(page: Page, language: Language) -> None:
    with st.container(key="heading", horizontal=True, vertical_alignment="center"):
        heading = TITLE if page is ordered()[0] else page.title
        st.title(heading(language), anchor=False, width="content")
        _language_switch(language)
    st.markdown(page.lead(language))
    with messages.told(language):
        page.fn(state.opened().network, language)


def _language_switch(language: Language) -> None:
    st.segmented_control(
        LANGUAGE(language),
        list(LANGUAGES),
        default=language,
        required=True,
        format_func=lambda code: LANGUAGES[code],
        key=state.SWITCH,
        on_change=state.switch_language,
        label_visibility="collapsed",
    )


def _speak(language: Language) -> None:
    """Tell the browser and the screen reader which language the page is in."""
    st.html(
        f"<script>document.documentElement.lang = '{language}'</script>",
        unsafe_allow_javascript=True,
    )
