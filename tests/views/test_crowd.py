"""Pictures of more businesses than a picture can hold one by one: fewer marks, all counted."""

from functools import cache

import pytest

from supplychain import metrics
from supplychain.views.map import flow_map
from supplychain.views.matrix import matrix
from supplychain.views.plane import plane
from supplychain.views.quadrant import quadrant
from supplychain.views.ranking import ranking
from supplychain.views.sankey import sankey
from tests.views.province import province

CROWD = 5200  # more rows than Vega takes
METRICS = ("output_multiplier", "extraction_loss", "backward_linkage", "forward_linkage")


@cache
def results():
    network = province(CROWD)
    return {name: metrics.CATALOGUE.get(name).fn(network) for name in METRICS}


def _rows(figure):
    spec = figure.chart.to_dict()
    return max(len(rows) for rows in spec.get("datasets", {"": []}).values())


@pytest.mark.parametrize("view", [flow_map, plane, quadrant, matrix, sankey])
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_crowd_becomes_a_picture(view, language):
    figure = view(province(CROWD), results(), language=language)
    assert figure.summary


@pytest.mark.parametrize("view", [flow_map, plane, quadrant])
def test_it_has_few_marks_and_says_so(view):
    figure = view(province(CROWD), results(), language="en")
    assert _rows(figure) <= 2500
    assert any("drawn" in note.lower() or "draw each" in note for note in figure.notes)


def test_a_ranking_shows_its_first():
    assert ranking(province(CROWD), results(), language="id", metric="output_multiplier").summary
