"""A story of views as slides: what each step says, the graph as it shows it, and its numbers."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.words import NOTHING, Language, Words, rupiah
from supplychain.exports import deck, imprint
from supplychain.exports.catalogue import File
from supplychain.exports.slides import Slide, Table
from supplychain.views import picked
from supplychain.views.graph import Drawing, Focus
from supplychain.views.stories import Step, Story
from supplychain.views.trade import names
from supplychain.views.view import View

SUPPLIER = Words(en="Supplier", id="Pemasok")
BUYER = Words(en="Buyer", id="Pembeli")
PRODUCT = Words(en="Product", id="Produk")
TOP = 6


def of_story(story: Story, network: SupplyNetwork, language: Language) -> File:
    """Write a story as a deck, a slide a step; the last slide tells sources and assumptions.

    Parameters
    ----------
    story
        Its views name businesses of the network; what it lacks is left out.
    """
    slides = [_slide(step, network, language) for step in story.steps]
    return deck.of_slides(
        [*slides, deck.last(network, language)], network, language, story.title(language)
    )


def seen(
    network: SupplyNetwork, view: View, language: Language, opened: tuple[str, ...] = ()
) -> Drawing:
    """Draw what a reader of a view sees, filters, focus and moved businesses included.

    Parameters
    ----------
    opened
        Groups whose parts are shown, where a crowd is drawn as groups.
    """
    focus = view.focus if view.focus and view.focus.business in network.businesses.index else None
    known = {key: place for key, place in view.moved.items() if key in network.businesses.index}
    layout = "focus" if focus else ("tiers" if view.layout == "focus" else view.layout)
    drawn = picked.picture(
        network,
        language=language,
        layout=layout,
        size=view.size,
        colour=view.colour,
        width=view.width,
        filters=view.filters,
        focus=focus,
        moved=known if not focus else None,
        opened=opened,
    )
    return _near(drawn, focus) if focus else drawn


def _near(drawn: Drawing, focus: Focus) -> Drawing:
    """Keep the suppliers and buyers within the steps that a reader chose, and other ties."""
    goods = [(e["from"], e["to"]) for e in drawn.edges if e["relation"] == "supplies"]
    context = [(e["from"], e["to"]) for e in drawn.edges if e["relation"] != "supplies"]
    kept = {focus.business}
    for steps, pairs in (
        (focus.suppliers, [(buyer, supplier) for supplier, buyer in goods]),
        (focus.buyers, goods),
    ):
        front = {focus.business}
        for _ in range(steps):
            front = {there for here, there in pairs if here in front}
            kept |= front
    kept |= {end for pair in context if focus.business in pair for end in pair}
    nodes = tuple(node for node in drawn.nodes if node["id"] in kept)
    edges = tuple(edge for edge in drawn.edges if {edge["from"], edge["to"]} <= kept)
    return replace(drawn, vis=replace(drawn.vis, nodes=nodes, edges=edges))


def _slide(step: Step, network: SupplyNetwork, language: Language) -> Slide:
    drawn = seen(network, step.view, language)
    note = step.note(language)
    ground = (note,) if note else imprint.standing(network, language)
    table = _numbers(step.view, drawn, network, language)
    return Slide(step.title(language), step.text(language), drawn, table, sources=ground)


def _numbers(
    view: View, drawn: Drawing, network: SupplyNetwork, language: Language
) -> Table | None:
    """Numbers of the business a step is about; else the largest partnerships it shows."""
    chosen = view.business or (view.focus.business if view.focus else None)
    if chosen in network.businesses.index:
        return deck.numbers(network, str(chosen), language, basis=False)
    shown = [edge["id"] for edge in drawn.edges if edge["id"] in network.trade.index]
    rows = network.trade.loc[shown].nlargest(TOP, "value")
    called = names(network)
    told = [
        (
            str(called[row["supplier"]]),
            str(called[row["buyer"]]),
            network.product_name(row["product"])(language) if pd.notna(row["product"]) else NOTHING,
            rupiah(row["value"], language),
        )
        for row in rows.to_dict("records")
    ]
    head = [words(language) for words in (SUPPLIER, BUYER, PRODUCT, deck.VALUE)]
    return Table(head, told, (3,)) if told else None
