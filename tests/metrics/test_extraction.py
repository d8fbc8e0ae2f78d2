from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain import SupplyNetwork
from supplychain.metrics.extraction import extraction_loss, link_extraction_loss
from supplychain.metrics.textbook import book, tapioca, two_regions
from tests.metrics.economies import networks


def test_two_sectors_by_hand():
    assert extraction_loss(book()).tolist() == pytest.approx([1210.526, 2588.235], abs=5e-4)
    backward = extraction_loss(book(), side="backward")
    assert backward.tolist() == pytest.approx([413.158, 805.882], abs=5e-4)
    forward = extraction_loss(book(), side="forward")
    assert forward.tolist() == pytest.approx([786.842, 388.235], abs=5e-4)
    links = link_extraction_loss(book())
    assert links.tolist() == pytest.approx([191.667, 712.074, 272.446, 137.5], abs=5e-4)


def test_two_regions_and_the_tapioca_chain():
    assert extraction_loss(two_regions()).tolist() == pytest.approx(
        [84.519, 63.411, 63.678, 70.865, 117.553, 81.320], abs=5e-4
    )
    assert extraction_loss(tapioca()).tolist() == pytest.approx([130, 390, 1150, 650, 290])


def test_counts_jobs_and_value_added():
    network = SupplyNetwork.from_flows(
        [[0, 5], [0, 0]], [5, 10], workers=[3, 4], value_added=[2, 4]
    )
    assert extraction_loss(network, measure="jobs").tolist() == pytest.approx([3, 7])
    assert extraction_loss(network, measure="value_added").tolist() == pytest.approx([2, 6])
    assert link_extraction_loss(network, measure="jobs").tolist() == pytest.approx([3])


def test_partnerships_that_carry_no_goods_have_no_loss():
    network = SupplyNetwork.from_tables(
        pd.DataFrame({"id": ["owner", "mill", "maker"], "output": [0.0, 10.0, 20.0]}),
        pd.DataFrame(
            {
                "supplier": ["owner", "mill", "mill"],
                "buyer": ["mill", "maker", "maker"],
                "relation": ["owns", "supplies", "supplies"],
                "status": ["active", "active", "planned"],
                "value": [np.nan, 10.0, 3.0],
            }
        ),
    )
    found = link_extraction_loss(network)
    assert found.isna().tolist() == [True, False, True]
    assert found.iloc[1] == pytest.approx(10)


@given(networks(), st.data())
def test_a_link_split_in_two_loses_no_more_than_its_parts(network, data):
    """Two partnerships of a pair, removed one at a time, lose at least what one of both loses."""
    if not len(network.partnerships):
        return
    row = data.draw(st.integers(0, len(network.partnerships) - 1))
    whole = link_extraction_loss(network).iloc[row]
    halves = pd.concat([network.partnerships, network.partnerships.iloc[[row]]], ignore_index=True)
    halves.loc[[row, len(halves) - 1], "value"] /= 2
    split = replace(network, partnerships=halves.rename_axis(index="partnership"))
    parts = link_extraction_loss(split)
    assert parts.iloc[row] == pytest.approx(parts.iloc[-1])
    assert parts.iloc[row] + parts.iloc[-1] >= whole * (1 - 1e-9)
    np.testing.assert_allclose(extraction_loss(split), extraction_loss(network), rtol=1e-9)


@given(networks())
def test_no_business_loses_more_than_all_output(network):
    total = network.businesses["output"].sum()
    for side in ("total", "backward", "forward"):
        found = extraction_loss(network, side=side)
        assert (found >= -1e-9 * total).all()
        assert (found <= total * (1 + 1e-9)).all()
