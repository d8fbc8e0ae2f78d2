"""The graph from choices by name: every size, colour and width that is offered can be drawn."""

import pytest

from supplychain.views import picked
from tests.views.province import province


@pytest.mark.parametrize("size", picked.sizes())
def test_every_size_draws(size):
    assert len(picked.picture(province(), language="id", size=size).nodes) == len(province())


@pytest.mark.parametrize("colour", picked.colours())
def test_every_colour_draws(colour):
    drawn = picked.picture(province(), language="en", colour=colour)
    assert drawn.legend["colour"]


@pytest.mark.parametrize("width", picked.widths())
def test_every_width_draws(width):
    drawn = picked.picture(province(), language="id", width=width)
    assert len(drawn.edges) == len(province().partnerships)
