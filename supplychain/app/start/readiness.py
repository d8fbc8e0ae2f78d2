"""What happens before the first visit: pages are loaded, the data are read."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import streamlit as st

from supplychain.core.errors import SupplyChainError


@asynccontextmanager
async def ready(_app: st.App) -> AsyncIterator[None]:
    """Prepare while the server starts, so that the first visitor waits no longer than the next."""
    await asyncio.to_thread(prepare)
    yield


def prepare() -> None:
    """Load the pages and read the data; what is wrong with the data, the first page says."""
    from supplychain.app import cache, main

    assert main
    with suppress(SupplyChainError):
        cache.given()
