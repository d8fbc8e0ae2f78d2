"""Catalogues, and parameters described by their signature."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

import pytest

from supplychain.core.catalogue import Catalogue
from supplychain.core.errors import UnknownNameError
from supplychain.core.params import Choices, Range, parameters
from supplychain.core.words import Words


@dataclass(frozen=True)
class Entry:
    id: str
    level: str = "business"


@pytest.fixture
def catalogue() -> Catalogue[Entry]:
    entries: Catalogue[Entry] = Catalogue("metric")
    entries.add(Entry("output_multiplier"))
    entries.add(Entry("edge_betweenness", "partnership"))
    return entries


def test_keeps_the_order_and_finds(catalogue):
    assert catalogue.ids() == ["output_multiplier", "edge_betweenness"]
    assert catalogue.find(level="partnership") == [Entry("edge_betweenness", "partnership")]
    assert "output_multiplier" in catalogue
    assert len(catalogue) == 2


def test_offers_the_nearest_name_in_both_languages(catalogue):
    with pytest.raises(UnknownNameError, match="Did you mean 'output_multiplier'") as caught:
        catalogue.get("output_multiplyer")
    assert caught.value.words.id.startswith("Tidak ada metrik")


def test_parameters_speak_for_themselves():
    def metric(
        network,
        *,
        damping: Annotated[float, Range(0, 1, 0.05), Words(en="Damping", id="Redaman")] = 0.85,
        side: Annotated[
            Literal["suppliers", "buyers"],
            Choices({"suppliers": Words(en="suppliers", id="pemasok")}),
        ] = "suppliers",
        wide: bool = False,
    ): ...

    damping, side, wide = parameters(metric)
    assert (damping.range, damping.words.id, damping.default) == (
        Range(0, 1, 0.05),
        "Redaman",
        0.85,
    )
    assert [words.id for words in side.choices.values()] == ["pemasok", "buyers"]
    assert (wide.default, wide.choices) == (False, {})
