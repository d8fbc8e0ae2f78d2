"""Small tables, and random ones, for the tests of the core."""

import pandas as pd
from hypothesis import strategies as st

from supplychain import SupplyNetwork

TWO_SECTORS = ([[150, 500], [200, 100]], [1000, 2000])
"""Miller and Blair (2009), table 2.3: flows and output."""


def chain(**partnerships) -> SupplyNetwork:
    """Farm → mill → bakso, with further columns of the partnerships."""
    return SupplyNetwork.from_tables(
        pd.DataFrame({"id": ["farm", "mill", "bakso"]}),
        pd.DataFrame(
            {
                "supplier": ["farm", "mill"],
                "buyer": ["mill", "bakso"],
                "value": [42.0, 100.0],
                **partnerships,
            }
        ),
    )


def businesses(**columns) -> pd.DataFrame:
    return pd.DataFrame({"id": ["a", "b"], **columns})


def partnerships(**columns) -> pd.DataFrame:
    return pd.DataFrame({"supplier": ["a"], "buyer": ["b"], **columns})


def codes(error) -> set[str]:
    """Codes of the findings of an error or a network."""
    return {finding.code for finding in error.findings}


@st.composite
def economies(draw):
    """Flows and output in which nobody spends all it makes; self-supply and cycles included."""
    size = draw(st.integers(1, 5))
    cells = st.floats(0, 1e6).map(lambda value: value if value > 1 else 0.0)
    flows = draw(
        st.lists(st.lists(cells, min_size=size, max_size=size), min_size=size, max_size=size)
    )
    slack = draw(st.lists(st.floats(1.01, 3), min_size=size, max_size=size))
    output = [
        share * max(sum(row), sum(column)) + 1
        for share, row, column in zip(slack, flows, zip(*flows, strict=True), strict=True)
    ]
    return flows, output
