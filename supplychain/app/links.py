"""Pages as Streamlit knows them, and links from one page to another."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from supplychain.app.catalogue import CATALOGUE, Page, ordered
from supplychain.app.state import FIRST, LANGUAGE
from supplychain.core.words import Language, Words


def listed(page: Page, language: Language, run: Callable[[], None]) -> st.Page:
    """Describe a page to Streamlit; the first one stands at the bare address."""
    first = page is ordered()[0]
    return st.Page(
        run,
        title=page.title(language),
        icon=page.icon,
        url_path="" if first else page.id,
        default=first,
    )


def link(page: str, language: Language, *, label: Words | None = None, **choices: str) -> None:
    """Draw a link to a page, with choices already made there."""
    target = CATALOGUE.get(page)
    spoken: Mapping[str, str] = {} if language == FIRST else {LANGUAGE: language}
    st.page_link(
        listed(target, language, _nowhere),
        label=(label or target.title)(language),
        icon=target.icon,
        query_params={**spoken, **choices},
    )


def go(page: str, language: Language) -> None:
    """Leave for another page at once; what was chosen there before stays chosen."""
    spoken: Mapping[str, str] = {} if language == FIRST else {LANGUAGE: language}
    st.switch_page(listed(CATALOGUE.get(page), language, _nowhere), query_params=spoken)


def _nowhere() -> None:
    """Stand for a page's function: a link needs its address only."""
