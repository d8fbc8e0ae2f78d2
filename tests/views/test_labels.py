"""Names beside points do not cover each other."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from supplychain.views.labels import LETTER, NEAR, SIZE, placed
from supplychain.views.scatter import shortened

FRAME = (400.0, 300.0)
POINTS = st.lists(
    st.tuples(st.floats(0, 400), st.floats(0, 300), st.text("abc ", min_size=1, max_size=20)),
    min_size=1,
    max_size=25,
)


def _boxes(points, spots):
    for (x, y, text), spot in zip(points, spots.itertuples(), strict=True):
        if spot.shown:
            width = len(text) * SIZE * LETTER
            start = {"left": 0, "right": -width, "center": -width / 2}[spot.align]
            left, middle = x + spot.dx + start, y + spot.dy
            yield left, middle - SIZE * 0.625, left + width, middle + SIZE * 0.625


@given(POINTS)
def test_shown_names_do_not_overlap_and_stay_inside(points):
    x, y, texts = zip(*points, strict=True)
    boxes = list(_boxes(points, placed(x, y, texts, FRAME)))
    for one, other in itertools.combinations(boxes, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart
    for left, top, right, bottom in boxes:
        assert left >= -1e-6
        assert top >= -1e-6
        assert right <= FRAME[0] + 1e-6
        assert bottom <= FRAME[1] + 1e-6


@given(POINTS)
def test_names_that_must_be_kept_are_kept(points):
    x, y, texts = zip(*points, strict=True)
    spots = placed(x, y, texts, FRAME, distances=(NEAR, 30), keep=True)
    assert spots["shown"].all()
    assert len(spots) == len(points)


def test_a_name_avoids_other_points():
    free = placed([100.0], [100.0], ["name"], FRAME)
    crowd = placed([100.0], [100.0], ["name"], FRAME, others=[(115.0, 100.0)])
    assert free.loc[0, "align"] == "left"
    assert crowd.loc[0, "align"] == "right"


@given(st.text("ab c", max_size=60), st.integers(8, 40))
def test_shortened_names_fit(name, letters):
    assert len(shortened(name, letters)) <= letters + 2
