"""What happens before the first visit: pages are loaded, data read, first pictures drawn."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import streamlit as st

from supplychain.core.errors import SupplyChainError
from supplychain.core.words import LANGUAGES


@asynccontextmanager
async def ready(_app: st.App) -> AsyncIterator[None]:
    """Prepare while the server starts, so that the first visitor waits no longer than the next."""
    await asyncio.to_thread(prepare)
    yield


def prepare() -> None:
    """Load the pages, read the data and draw what is seen first.

    What is wrong with the data, the first page says.
    """
    from supplychain.app import cache, main
    from supplychain.app.pages import home
    from supplychain.app.parts import graph

    assert main
    with suppress(SupplyChainError):
        network = cache.given()
        for language in LANGUAGES:
            home.ahead(network, language)
            graph.ahead(network, language)
