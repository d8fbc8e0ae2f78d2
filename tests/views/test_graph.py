"""The graph as data: what vis-network and the reader get."""

import json

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain import SupplyNetwork
from supplychain.core.errors import UnknownNameError
from supplychain.views import CATALOGUE
from supplychain.views.drawing import measures, paints
from supplychain.views.graph import Filters, Focus, drawing
from tests.views.province import province


@pytest.fixture
def chain() -> SupplyNetwork:
    """Farm, mill, baker, market and the office that owns the mill; two products on one link."""
    businesses = pd.DataFrame(
        {
            "id": ["farm", "mill", "baker", "market", "office"],
            "name": ["Kebun", "Sentra", "Roti", "Pasar", "Dinas"],
            "kind": ["supplier", "sentra", "ikm", "market", "institution"],
            "commodity": ["farming", "food", "food", "trade", "government"],
            "district": ["52.01", "52.02", "52.02", "52.71", "52.71"],
            "output": [1e8, 3e8, 5e8, 2e9, np.nan],
            "workers": [3, 30, 4, np.nan, np.nan],
            "basis": ["estimated", "reported", "assumed", "assumed", "reported"],
            "source": "news",
        }
    )
    partnerships = pd.DataFrame(
        {
            "supplier": ["farm", "mill", "mill", "baker", "office"],
            "buyer": ["mill", "baker", "baker", "market", "mill"],
            "product": ["cassava", "tapioca", "bran", "bread", None],
            "value": [5e7, 1e8, 1e7, 4e8, np.nan],
            "volume": [40_000, 8_000, np.nan, np.nan, np.nan],
            "relation": ["supplies", "supplies", "supplies", "supplies", "owns"],
            "basis": ["estimated", "reported", "assumed", "assumed", "reported"],
            "source": "news",
        }
    )
    products = pd.DataFrame(
        {
            "id": ["cassava", "tapioca"],
            "name_en": ["Cassava", "Tapioca"],
            "name_id": ["Ubi kayu", "Tapioka"],
            "unit": "kg",
        }
    )
    claims = pd.DataFrame(
        {
            "business": ["mill", "mill"],
            "field": "workers",
            "value": [30.0, 10.0],
            "source": "news",
            "default": ["yes", "no"],
            "note": [None, "sebelum pembangunan"],
        }
    )
    sources = pd.DataFrame({"id": ["news"], "title": ["Sentra IKM"], "publisher": ["Maklumat"]})
    return SupplyNetwork.from_tables(businesses, partnerships, products, claims, sources)


def test_edges_are_the_partnerships_each_with_its_row_as_id(chain):
    edges = drawing(chain).edges
    assert [(edge["id"], edge["from"], edge["to"]) for edge in edges] == [
        (0, "farm", "mill"),
        (1, "mill", "baker"),
        (2, "mill", "baker"),
        (3, "baker", "market"),
        (4, "office", "mill"),
    ]


def test_kinds_have_shapes_and_colours_of_their_own(chain):
    nodes = drawing(chain).nodes
    assert [node["shape"] for node in nodes] == ["triangle", "diamond", "dot", "square", "hexagon"]
    assert len({node["color"] for node in nodes}) == 5


def test_the_line_tells_the_basis_and_whether_goods_flow(chain):
    dashes = [edge["dashes"] for edge in drawing(chain).edges]
    assert dashes[1] is False  # reported
    assert len({str(pattern) for pattern in dashes}) == 4


def test_two_products_of_one_pair_bend_differently(chain):
    first, second = drawing(chain).edges[1:3]
    assert "smooth" not in first
    assert second["smooth"]["type"] == "curvedCW"


def test_it_says_every_number_with_unit_basis_and_source_in_both_languages(chain):
    details = drawing(chain).payload()["details"]
    texts = details["texts"]
    facts = {fact[0]: fact[1:] for fact in details["businesses"]["mill"]["facts"]}
    output, basis, source = facts["output"]
    assert texts[output] == {"en": "Rp 300 million a year", "id": "Rp 300 juta per tahun"}
    assert (basis, source) == ("reported", "news")
    workers, basis, _ = facts["workers"]
    assert texts[workers] == {"en": "30 persons", "id": "30 orang"}
    assert details["businesses"]["farm"]["facts"][1][2] == "estimated"  # value added, by rule
    assert details["sources"] == {"news": "Sentra IKM, Maklumat"}
    volume = next(fact for fact in details["partnerships"]["0"]["facts"] if fact[0] == "volume")
    assert texts[volume[1]] == {"en": "40 tonnes a year", "id": "40 ton per tahun"}


def test_conflicting_claims_are_all_said_the_one_in_use_first(chain):
    claims = drawing(chain).payload()["details"]["businesses"]["mill"]["claims"]
    assert [claim["used"] for claim in claims] == [True, False]
    assert claims[1]["text"] == "10 · sebelum pembangunan"


def test_it_is_plain_json_without_gaps_that_json_lacks():
    network = province()
    drawn = drawing(network, size=network.businesses["workers"], colour=network.sales)
    assert json.loads(drawn.text) == json.loads(json.dumps(drawn.payload(), allow_nan=False))


def test_drawing_leaves_the_network_as_it_was(chain):
    before = chain.fingerprint, dict(chain.graph.nodes(data=True))
    drawing(chain, size=chain.businesses["output"], layout="force")
    assert (chain.fingerprint, dict(chain.graph.nodes(data=True))) == before


def test_amounts_decide_area_and_institutions_stand_apart(chain):
    sizes = {n["id"]: n["size"] for n in drawing(chain, size=chain.businesses["output"]).nodes}
    assert sizes["farm"] < sizes["mill"] < sizes["market"]
    assert sizes["office"] == pytest.approx(0.6 * 13 * 1.05, abs=0.1)


@given(st.lists(st.one_of(st.none(), st.floats(-10, 1e12)), min_size=1, max_size=30))
def test_more_is_never_drawn_smaller(amounts):
    values = pd.Series(amounts, dtype=float)
    grown = measures.grown(values, 4.0, 13.0)
    assert ((grown >= 4.0) & (grown <= 13.0)).all()
    order = values.fillna(-np.inf).argsort(kind="stable")
    assert (np.diff(grown[order]) >= -1e-9).all()


@given(st.lists(st.one_of(st.none(), st.floats(-1e6, 1e12)), min_size=1, max_size=30))
def test_shades_keep_the_order_and_leave_gaps_alone(amounts):
    values = pd.Series(amounts, dtype=float)
    shades = measures.shaded(values)
    assert (np.isnan(shades) == values.isna()).all()
    known = values.notna().to_numpy()
    assert ((shades[known] >= 0) & (shades[known] <= 1)).all()
    order = values[known].argsort(kind="stable")
    assert (np.diff(shades[known][order]) >= -1e-9).all()


def test_the_ramp_is_explained_in_both_languages(chain):
    legend = drawing(chain, colour=chain.businesses["output"]).payload()["legend"]["colour"]
    assert legend["title"] == {"en": "Output", "id": "Nilai produksi"}
    assert legend["ticks"][-1] == {"en": "Rp 2 billion", "id": "Rp 2 miliar"}


def test_a_metric_is_named_as_in_its_catalogue(chain):
    values = pd.Series(1.5, index=chain.businesses.index, name="output_multiplier")
    drawn = drawing(chain, size=values).payload()
    assert drawn["legend"]["size"]["title"]["id"] == "Pengganda output"
    assert drawn["details"]["businesses"]["mill"]["measures"][0][0] == "output_multiplier"


def test_codes_get_colours_of_their_own(chain):
    groups = pd.Series(list("aabbc"), index=chain.businesses.index, name="communities")
    painted = paints.painted(chain, groups)
    assert painted.paint.tolist() == [0, 0, 1, 1, 2]
    assert len(set(painted.paints)) == 4  # three groups and "not stated"


@pytest.mark.parametrize(
    ("chosen", "businesses", "partnerships"),
    [
        ({}, {"farm", "mill", "baker", "market", "office"}, {0, 1, 2, 3, 4}),
        ({"kind": ("sentra", "ikm")}, {"mill", "baker"}, {1, 2}),
        ({"district": ("52.02",)}, {"farm", "mill", "baker", "market", "office"}, {0, 1, 2, 3, 4}),
        ({"district": ("52.01",)}, {"farm", "mill"}, {0}),
        ({"product": ("bran",)}, {"mill", "baker"}, {2}),
        ({"basis": ("reported",)}, {"mill", "baker", "office"}, {1, 4}),
        ({"relation": ("owns",)}, {"mill", "office"}, {4}),
        ({"commodity": ("metal",)}, set(), set()),
    ],
)
def test_filters_keep_what_they_say(chain, chosen, businesses, partnerships):
    drawn = drawing(chain, filters=Filters(**chosen))
    assert {node["id"] for node in drawn.nodes} == businesses
    assert {edge["id"] for edge in drawn.edges} == partnerships
    assert drawn.totals == (5, 5)


def test_around_one_business_the_far_ones_are_left_out():
    network = province()
    drawn = drawing(network, layout="focus", focus=Focus("sentra-tapioca-1", 1, 2))
    assert 1 < len(drawn.nodes) < len(network) / 2
    assert drawn.payload()["focus"] == {"business": "sentra-tapioca-1", "suppliers": 1, "buyers": 2}


def test_the_focus_must_exist(chain):
    with pytest.raises(UnknownNameError, match="mil"):
        drawing(chain, focus=Focus("mil"))


def test_moved_businesses_stand_where_they_were_put(chain):
    drawn = drawing(chain, moved={"mill": (1.5, -2.0)})
    assert [(n["x"], n["y"]) for n in drawn.nodes if n["id"] == "mill"] == [(1.5, -2.0)]


def test_the_catalogue_draws_it_by_names(chain):
    results = {"degree": pd.Series(2.0, index=chain.businesses.index, name="degree")}
    view = CATALOGUE.get("graph")
    drawn = view(chain, results, language="en", size="degree", colour="basis", layout="map")
    assert drawn.language == "en"
    assert drawn.legend["colour"]["field"] == "basis"
