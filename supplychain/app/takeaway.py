"""Tables and pictures to take away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from supplychain.app import figures
from supplychain.app.figures import Request
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words
from supplychain.exports import CATALOGUE as EXPORTS
from supplychain.exports import html
from supplychain.exports.sheets import Sheet, table_csv, table_xlsx
from supplychain.exports.tables import NAME
from supplychain.views import CATALOGUE as VIEWS
from supplychain.views import pictures

TAKE = Words(en="Download", id="Unduh")
CSV = Words(en="Table (CSV)", id="Tabel (CSV)")
XLSX = Words(en="Table (XLSX)", id="Tabel (XLSX)")
PNG = Words(en="Picture (PNG)", id="Gambar (PNG)")
BEHIND = Words(en="Numbers behind the picture", id="Angka di balik gambar")
SAVED_THERE = {"sankey"}
"""Pictures that only a browser draws."""
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def offer(
    network: SupplyNetwork,
    table: Request,
    language: Language,
    *,
    name: str,
    picture: Request | None = None,
) -> None:
    """Offer a table, and the picture drawn from it, behind one button.

    Parameters
    ----------
    name
        Of the files, without their ending.
    picture
        Left out where there is none; a chart of ECharts is saved from its own menu.
    """
    title = VIEWS.get(table.view).title
    with st.popover(TAKE(language), icon=":material/download:", key=f"take-{name}"):
        plain = partial(_plain, network, table, language)
        _button(CSV(language), lambda: table_csv(plain(), language), f"{name}.csv", "text/csv")
        _button(
            XLSX(language),
            lambda: table_xlsx([Sheet(title, plain())], language),
            f"{name}.xlsx",
            WORKBOOK,
        )
        if picture is not None and picture.view not in SAVED_THERE:
            drawn = partial(figures.draw, network, asked=picture, language=language)
            _button(PNG(language), lambda: pictures.png(drawn()), f"{name}.png", "image/png")


def whole(network: SupplyNetwork, language: Language) -> None:
    """Offer the whole network in every format that reads back."""
    for export in EXPORTS:
        if export.id != html.html.__name__:
            st.download_button(
                export.title(language),
                partial(_written, network, export.id, language),
                f"{NAME(language)}{export.suffix}",
                on_click="ignore",
                help=export.meaning(language),
                width="stretch",
                key=f"take-whole-{export.id}",
            )


def _written(network: SupplyNetwork, export: str, language: Language) -> bytes:
    return EXPORTS.get(export)(network, language=language).content


def behind(network: SupplyNetwork, table: Request, language: Language) -> None:
    """Show the numbers of a picture as a table, once they are asked for."""
    shown = st.expander(BEHIND(language), key=f"table-{table.view}", on_change="rerun")
    if shown.open:
        with shown:
            full(network, table, language)


def full(network: SupplyNetwork, table: Request, language: Language) -> None:
    """Show a table whole."""
    written = figures.table(network, table, language)
    st.dataframe(
        written,
        hide_index=_data(written).index.name in (None, "id", "partnership"),
        placeholder="–",
        alt=VIEWS.get(table.view).title(language),
    )


def _plain(network: SupplyNetwork, table: Request, language: Language) -> pd.DataFrame:
    data = _data(figures.table(network, table, language))
    return data.reset_index() if data.index.name else data


def _data(written: Styler) -> pd.DataFrame:
    data: pd.DataFrame = written.data  # type: ignore[attr-defined]
    return data


def _button(label: str, content: Callable[[], bytes], name: str, kind: str) -> None:
    st.download_button(
        label, content, name, kind, on_click="ignore", width="stretch", key=f"take-{name}-{kind}"
    )
