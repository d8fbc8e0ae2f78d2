"""Random networks with odd names and every kind of gap."""

import string

import pandas as pd
from hypothesis import strategies as st

from supplychain import SupplyNetwork
from supplychain.core.vocabulary import BASES, INPUT_CLASSES, KINDS, RELATIONS, STATUSES

LETTERS = string.ascii_letters + string.digits + "=+-@'\"_;,|.:/<>&{}é→漢 "
NAMES = (
    st.text(LETTERS, min_size=1, max_size=8)
    .map(str.strip)
    .filter(lambda text: text not in {"", "'"} and not text.startswith("''"))
)
TRICKY = st.sampled_from(["NA", "None", "null", "NaN", "01", "1", "001", "=1+1", "@x", "-", "1E5"])
MONEY = st.floats(0, 1e12) | st.integers(0, 10**15).map(float) | st.sampled_from([1.125, 0.1 + 0.2])


def optional(values):
    return st.none() | values


@st.composite
def networks(draw):
    """Networks in which nobody spends more than it makes."""
    ids = draw(st.lists(NAMES | TRICKY, min_size=1, max_size=6, unique=True))
    businesses = pd.DataFrame(
        [
            {
                "id": business,
                "name": draw(optional(NAMES)),
                "kind": draw(optional(st.sampled_from(list(KINDS)))),
                "kbli": draw(optional(st.sampled_from(["01135", "10621"]))),
                "lat": draw(optional(st.floats(-90, 90))),
                "output": draw(st.floats(1e14, 1e15)),
                "workers": draw(optional(st.integers(0, 99))),
                "basis": draw(st.sampled_from(list(BASES))),
            }
            for business in ids
        ]
    )
    partnerships = pd.DataFrame(
        [
            {
                "supplier": draw(st.sampled_from(ids)),
                "buyer": draw(st.sampled_from(ids)),
                "product": draw(optional(NAMES)),
                "volume": draw(optional(MONEY)),
                "value": draw(optional(MONEY)),
                "relation": draw(st.sampled_from(list(RELATIONS))),
                "input_class": draw(optional(st.sampled_from(list(INPUT_CLASSES)))),
                "status": draw(st.sampled_from(list(STATUSES))),
            }
            for _ in range(draw(st.integers(1, 6)))
        ]
    )
    products = pd.DataFrame({"id": ["tapioca"], "price": [draw(st.floats(1, 1e5))]})
    claims = pd.DataFrame(
        {
            "business": ids[:1],
            "field": ["workers"],
            "value": [draw(st.floats(0, 50))],
            "default": [draw(st.sampled_from(["yes", "no"]))],
            "note": [draw(optional(NAMES))],
        }
    )
    return SupplyNetwork.from_tables(businesses, partnerships, products, claims)


def assert_equal(left: SupplyNetwork, right: SupplyNetwork) -> None:
    """Compare all tables, types and marks of what was filled in."""
    for name in ("businesses", "partnerships", "products", "claims", "sources"):
        pd.testing.assert_frame_equal(getattr(left, name), getattr(right, name), check_exact=True)
    for column, marks in left.filled.items():
        pd.testing.assert_series_equal(marks, right.filled[column])
    for column, marks in left.filled_values.items():
        pd.testing.assert_series_equal(marks, right.filled_values[column])
    assert left.fingerprint == right.fingerprint
