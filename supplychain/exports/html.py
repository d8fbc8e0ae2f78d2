"""The graph as one HTML file: opens from a disk without a network, and asks nobody for anything."""

from __future__ import annotations

import base64
import datetime
import gzip
import hashlib
import html as markup
import json
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Choices
from supplychain.core.words import LANGUAGES, Language, Words, number
from supplychain.exports import imprint, tables
from supplychain.exports.catalogue import File, export
from supplychain.views import choosing, stories
from supplychain.views.catalogue import Results
from supplychain.views.drawing import assets, details
from supplychain.views.graph import Drawing, graph
from supplychain.views.layout import LAYOUTS
from supplychain.views.stories import Story
from supplychain.views.view import View

OLD = Words(
    en="This browser is too old for this page. Please use a newer one, from 2023 on.",
    id="Peramban ini terlalu lama untuk halaman ini. Gunakan yang lebih baru, sejak 2023.",
)
BARE = Words(
    en="This page draws its graph with a script inside it; please allow scripts.",
    id="Halaman ini menggambar graf dengan skrip di dalamnya; izinkan skrip berjalan.",
)
SIZES = Words(
    en="{businesses} businesses, {partnerships} partnerships. {basis}",
    id="{businesses} usaha, {partnerships} kemitraan. {basis}",
)


@export(
    title=Words(en="Interactive graph (HTML)", id="Graf interaktif (HTML)"),
    meaning=Words(
        en="One file to send or present: search, filters, details and both languages inside, no "
        "network needed.",
        id="Satu berkas untuk dikirim atau dipresentasikan: pencarian, saringan, rincian, dan dua "
        "bahasa di dalamnya, tanpa jaringan internet.",
    ),
    suffix=".html",
)
def html(  # noqa: PLR0913
    network: SupplyNetwork,
    results: Results,
    *,
    language: Language = "id",
    layout: Annotated[
        Literal["tiers", "map", "force"],
        Words(en="Layout", id="Tata letak"),
        Choices(LAYOUTS),
    ] = "tiers",
    size: Annotated[str, Words(en="Size", id="Ukuran")] = "output",
    colour: Annotated[str, Words(en="Colour", id="Warna")] = "kind",
    width: Annotated[str, Words(en="Line width", id="Tebal garis")] = "value",
) -> File:
    """Write the graph of a network as one page.

    Parameters
    ----------
    results
        Values of metrics by id, which `size`, `colour` and `width` may name.
    language
        The one it opens in.

    Returns
    -------
    File
        UTF-8; the same network and choices on the same day give the same bytes.
    """
    drawn = graph(
        network,
        results,
        language=language,
        layout=layout,
        size=size,
        colour=colour,
        width=width,
    )
    view = View(layout=layout, size=size or "kind", colour=colour, width=width)
    return of_drawing(drawn, network, view=view)


def of_drawing(
    drawn: Drawing,
    network: SupplyNetwork,
    *,
    view: View | None = None,
    story: Story | None = None,
    made_on: datetime.date | None = None,
) -> File:
    """Write a drawing as one page, which the app can open again.

    Parameters
    ----------
    drawn
        What to show; the page opens in its language, on its focus.
    network
        What it was drawn from: sources, basis and fingerprint are said on the page, and its tables
        are inside.
    view
        What the reader sees first, in the looks and layout of the drawing; with it the reader can
        switch them.
    story
        Played in the page.
    made_on
        Date to print; today if left out.
    """
    said = _said(drawn, network, made_on or imprint.today())
    told = story if story and story.steps else None
    base = drawn.payload()
    if view and choosing.fitting(drawn, network):
        views = [view, *(step.view for step in told.steps)] if told else [view]
        base = choosing.switched(base, network, views)
    payload = {
        **base,
        "page": details.plain(said),
        "view": view.model_dump(mode="json") if view else None,
        "story": told.model_dump(mode="json") if told else None,
    }
    name = f"{_file_name(drawn.title(drawn.language))}.html"
    page = _page(payload, _held(network, view, told), said, drawn.language)
    return File(name, "text/html; charset=utf-8", page.encode())


def _held(network: SupplyNetwork, view: View | None, story: Story | None) -> str:
    """Pack the tables, the view and the story, so that the app can open the page again."""
    notes = {}
    if view:
        notes["view.json"] = json.dumps(view.brief())
    if story:
        notes["story.json"] = stories.write(story)
    return _letters(tables.archive(network, notes))


def _said(drawn: Drawing, network: SupplyNetwork, day: datetime.date) -> Mapping[str, Words]:
    """Title, sizes and origin in both languages."""
    standing = {code: imprint.standing(network, code) for code in LANGUAGES}
    sources = {
        code: " ".join((standing[code][1], *imprint.masked(network, code))) for code in LANGUAGES
    }
    return {
        "title": drawn.title,
        "sizes": SIZES.fill(
            businesses=_count(len(network)),
            partnerships=_count(len(network.partnerships)),
            basis=Words(**{code: standing[code][0] for code in LANGUAGES}),
        ),
        "source": Words(**sources),
        "made": Words(**{code: imprint.made(network, code, day) for code in LANGUAGES}),
    }


def _count(amount: int) -> Words:
    return Words(en=number(amount, "en"), id=number(amount, "id"))


def _page(
    payload: Mapping[str, Any], held: str, said: Mapping[str, Words], language: Language
) -> str:
    script, style = assets.script("page"), assets.style() + _PAGE_STYLE
    policy = (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    texts = {name: markup.escape(words(language)) for name, words in said.items()}
    texts |= {"old": markup.escape(OLD(language)), "bare": markup.escape(BARE(language))}
    data = _letters(gzip.compress(_json(payload).encode(), mtime=0))
    parts = {"policy": policy, "style": style, "script": script, "data": data, "network": held}
    return _TEMPLATE.format(language=language, **parts, **texts)


def _letters(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _json(payload: Mapping[str, Any]) -> str:
    return json.dumps(payload, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _file_name(title: str) -> str:
    kept = "".join(sign if sign.isalnum() else "-" for sign in title.lower())
    return "-".join(part for part in kept.split("-") if part) or "graph"


_TEMPLATE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<header class="page-head">
<h1 data-say="title">{title}</h1>
<p data-say="sizes">{sizes}</p>
</header>
<noscript><p class="page-old">{bare}</p></noscript>
<p class="page-old" id="sg-old" hidden>{old}</p>
<main id="sg-graph"></main>
<footer class="page-foot">
<span data-say="source">{source}</span>
<span data-say="made">{made}</span>
</footer>
<script type="text/plain" id="sg-data">{data}</script>
<script type="text/plain" id="sg-network">{network}</script>
<script type="module">{script}</script>
</body>
</html>
"""
_PAGE_STYLE = """
html { height: 100%; color-scheme: light dark; }
body {
  display: flex; flex-direction: column; height: 100%; margin: 0; background: #ffffff;
  color: #0c181e; font: 14px/1.4 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
[data-theme="dark"] body { background: #030607; color: #e8eff2; }
[data-theme="dark"] { color-scheme: dark; }
[data-theme="light"] { color-scheme: light; }
.page-head {
  display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 18px; padding: 12px 14px 8px;
}
.page-head h1 { margin: 0; font-size: 21px; font-weight: 650; letter-spacing: -0.01em; }
.page-head p { margin: 0; color: #51636d; }
[data-theme="dark"] .page-head p, [data-theme="dark"] .page-foot { color: #a3b4bd; }
.page-old { margin: 0; padding: 14px; }
main { flex: 1; min-height: 440px; }
main .sg { border-top: 1px solid var(--sg-rule); }
.page-foot {
  padding: 6px 14px 8px; border-top: 1px solid; border-color: rgb(127 140 148 / 30%);
  color: #51636d; font-size: 12px;
}
@media (max-width: 700px) {
  .page-head { padding: 9px 12px 6px; }
  .page-head h1 { font-size: 18px; }
  .page-head p { font-size: 12.5px; }
}
.paper body { width: 277mm; height: 186mm; }
@media print {
  @page { size: A4 landscape; margin: 10mm; }
}
"""
