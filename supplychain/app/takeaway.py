"""Tables and pictures to take away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from supplychain.app import cache, figures, messages
from supplychain.app.figures import Request
from supplychain.core.errors import SupplyChainError
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words
from supplychain.exports import CATALOGUE as EXPORTS
from supplychain.exports import html, imprint, masking, presenting, sheets
from supplychain.exports.imprint import slug
from supplychain.exports.pictures import said
from supplychain.exports.scenario_brief import of_scenario
from supplychain.exports.sheets import Sheet, table_csv, table_xlsx
from supplychain.exports.storied import of_story, seen
from supplychain.exports.tables import NAME
from supplychain.simulate import Effects
from supplychain.views import CATALOGUE as VIEWS
from supplychain.views import pictures
from supplychain.views.graph import Drawing
from supplychain.views.stories import Story
from supplychain.views.view import View

TAKE = Words(en="Download", id="Unduh")
CSV = Words(en="Table (CSV)", id="Tabel (CSV)")
XLSX = Words(en="Table (XLSX)", id="Tabel (XLSX)")
PNG = Words(en="Picture for screens (PNG)", id="Gambar untuk layar (PNG)")
PRINTED = Words(en="Picture for print, A4 (PNG)", id="Gambar untuk cetak, A4 (PNG)")
SVG = Words(en="Picture, sharp at any size (SVG)", id="Gambar, tajam di ukuran apa pun (SVG)")
BEHIND = Words(en="Numbers behind the picture", id="Angka di balik gambar")
PUBLIC = Words(en="For the public (masked)", id="Untuk umum (disamarkan)")
PUBLIC_NAME = Words(en="{name}-public", id="{name}-umum")
PUBLIC_MEANS = Words(
    en="Groups of three or more businesses instead of names, rounded amounts; the file says what "
    "was hidden.",
    id="Kelompok beranggota tiga usaha atau lebih sebagai pengganti nama, nilai dibulatkan; berkas "
    "menyebut apa yang disembunyikan.",
)
KINDS: Mapping[Words, tuple[str, ...]] = {
    Words(en="Pictures", id="Gambar"): ("png", "svg"),
    Words(en="Brief", id="Ringkasan"): ("brief",),
    Words(en="Slides", id="Salindia"): ("pptx",),
    Words(en="Worksheets", id="Kertas kerja"): ("xlsx", "csv"),
    Words(en="Data", id="Data"): ("json", "graphml", "gexf"),
}
"""What a reader looks for, and the exports that give it."""
SCENARIO_BRIEF = Words(en="Brief of two pages (PDF)", id="Ringkasan dua halaman (PDF)")
AFTER = Words(en="The network after this scenario", id="Jaringan setelah skenario ini")
NOT_PUBLIC = Words(
    en="The brief names businesses, so there is none for the public.",
    id="Ringkasan skenario menyebut nama usaha, sehingga tidak tersedia untuk umum.",
)
THIS = Words(en="view", id="tampilan")
EXACTLY = Words(en="Exactly this view (HTML)", id="Persis tampilan ini (HTML)")
WHOLE = Words(en="The whole network", id="Seluruh jaringan")
ORIGIN = Words(en="Origin", id="Asal data")
AS_SLIDES = Words(en="The story as slides (PPTX)", id="Cerita sebagai salindia (PPTX)")


def offer(
    network: SupplyNetwork,
    table: Request,
    language: Language,
    *,
    name: str,
    picture: Request | None = None,
) -> None:
    """Offer a table, and the picture drawn from it, behind one button; made when asked for.

    Parameters
    ----------
    name
        Of the files, without their ending.
    picture
        Left out where there is none.
    """
    title = VIEWS.get(table.view).title
    with st.popover(TAKE(language), icon=":material/download:", key=f"take-{name}"):
        shown = _shown(network, language, f"take-public-{name}")
        if shown is None:
            return
        name = _called(name, language, public=shown is not network)
        if picture is not None:
            drawn = partial(figures.draw, shown, asked=picture, language=language)
            _pictures(drawn, shown, language, name)
        plain = partial(_plain, shown, table, language)
        _button(CSV(language), lambda: table_csv(plain(), language), f"{name}.csv", "text/csv")
        _button(
            XLSX(language),
            lambda: table_xlsx([Sheet(title, plain()), _origin(shown, language)], language),
            f"{name}.xlsx",
            sheets.MEDIA,
        )


def drawing(
    network: SupplyNetwork,
    this_view: Callable[[], Drawing],
    language: Language,
    *,
    view: View,
    story: Story | None = None,
    opened: tuple[str, ...] = (),
) -> None:
    """Offer the graph exactly as it stands, as one page and as pictures, and the whole network.

    Parameters
    ----------
    view, story
        What the page shows first, and what it tells; the story is offered as slides too.
    opened
        Groups whose parts are shown, where a crowd is drawn as groups.
    """
    key = "graph"
    public = _switch(f"take-public-{key}", language)
    if public and _masked(network, language) is None:
        return
    name = _called(NAME(language), language, public=public)

    def page() -> bytes:
        if public:
            return _written(lambda: network, html.html.__name__, language, public=True)
        return html.of_drawing(this_view(), network, view=view, story=story).content

    st.download_button(
        EXACTLY(language) if not public else EXPORTS.get("html").title(language),
        page,
        f"{name}.html",
        "text/html",
        on_click="ignore",
        type="primary",
        width="stretch",
        key=f"{key}-html-{public}",
    )
    if not public:
        shown = partial(seen, network, view, language, opened)
        _pictures(shown, network, language, f"{name}-{THIS(language)}")
        if story is not None and story.steps:
            told = partial(of_story, story, network, language)
            _button(
                AS_SLIDES(language), lambda: told().content, f"{name}-cerita.pptx", presenting.MEDIA
            )
    st.caption(WHOLE(language))
    _files(lambda: network, language, public=public, key=key)


def whole(network: SupplyNetwork, language: Language) -> None:
    """Offer the whole network in every format, if so wanted masked for the public."""
    public = _switch("take-public-whole", language)
    if not public or _masked(network, language) is not None:
        _files(lambda: network, language, public=public, key="whole")


def scenario(
    found: Effects, spread: Callable[[], pd.DataFrame], language: Language, *, name: str
) -> None:
    """Offer what a scenario leads to: a brief, and the network after it.

    Parameters
    ----------
    name
        Of the scenario.
    spread
        Returns what `simulate.uncertainty.spread` does.
    """
    named = replace(found, scenario=found.scenario.model_copy(update={"name": name}))
    with st.popover(TAKE(language), icon=":material/download:", key="take-scenario"):
        public = _switch("take-public-scenario", language)
        if public:
            st.caption(NOT_PUBLIC(language))
        else:
            _button(
                SCENARIO_BRIEF(language),
                lambda: of_scenario(named, language, spread=spread()).content,
                f"{slug(name, 'skenario')}.pdf",
                "application/pdf",
            )
        if not public or _masked(found.after, language) is not None:
            st.caption(AFTER(language))
            _files(lambda: found.after, language, public=public, key="scenario")


def _called(name: str, language: Language, *, public: bool) -> str:
    """Name a file, so that what was masked cannot be taken for what was not."""
    return PUBLIC_NAME.fill(name=name)(language) if public else name


def _switch(key: str, language: Language) -> bool:
    return st.toggle(PUBLIC(language), help=PUBLIC_MEANS(language), key=key)


def _shown(network: SupplyNetwork, language: Language, key: str) -> SupplyNetwork | None:
    """Return the network that files are made of; nothing if there can be none for the public."""
    return _masked(network, language) if _switch(key, language) else network


def _masked(network: SupplyNetwork, language: Language) -> SupplyNetwork | None:
    try:
        return cache.result(network, _public, {"language": language})
    except SupplyChainError as error:
        messages.show(error, language)
        return None


def _public(network: SupplyNetwork, *, language: Language) -> SupplyNetwork:
    return masking.public(network, language=language).network


def _files(
    network: Callable[[], SupplyNetwork], language: Language, *, public: bool, key: str
) -> None:
    called = _called(NAME(language), language, public=public)
    for heading, names in KINDS.items():
        st.caption(heading(language))
        for name in names:
            export = EXPORTS.get(name)
            st.download_button(
                export.title(language),
                partial(_written, network, name, language, public=public),
                f"{called}{export.suffix}",
                on_click="ignore",
                help=export.meaning(language),
                width="stretch",
                key=f"take-{key}-{name}-{public}",
            )


def _written(
    network: Callable[[], SupplyNetwork], export: str, language: Language, *, public: bool
) -> bytes:
    return EXPORTS.get(export)(network(), language=language, public=public).content


def _pictures(
    drawn: Callable[[], pictures.Drawn], network: SupplyNetwork, language: Language, name: str
) -> None:
    """Offer a picture for screens, for print and as a drawing."""

    def made(size: pictures.Size) -> bytes:
        one = drawn()
        return pictures.png(one, size=size, said=said(network, one, language))

    def vector() -> bytes:
        one = drawn()
        return pictures.svg(one, said=said(network, one, language)).encode()

    _button(PNG(language), partial(made, pictures.SCREEN), f"{name}.png", "image/png")
    _button(PRINTED(language), partial(made, pictures.PRINT), f"{name}-a4.png", "image/png")
    _button(SVG(language), vector, f"{name}.svg", "image/svg+xml")


def _origin(network: SupplyNetwork, language: Language) -> Sheet:
    """Say on a sheet where the numbers of a table come from."""
    lines = [
        *imprint.standing(network, language),
        *imprint.masked(network, language),
        imprint.made(network, language),
    ]
    return Sheet(ORIGIN, pd.DataFrame({ORIGIN(language): lines}))


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
