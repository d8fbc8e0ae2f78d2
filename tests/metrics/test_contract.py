"""What every metric must keep to, whoever writes it."""

import inspect
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from supplychain import SupplyNetwork
from supplychain.core.words import Words
from supplychain.metrics import CATALOGUE
from supplychain.metrics.textbook import tapioca

METRICS = list(CATALOGUE)
IDS = CATALOGUE.ids()
EVERY = pytest.mark.parametrize("metric", METRICS, ids=IDS)
DATA = Path(__file__).parents[2] / "data" / "ntb"
EXPECTED = {
    "output_multiplier", "value_added_multiplier", "employment_multiplier", "income_multiplier",
    "supply_multiplier", "backward_linkage", "forward_linkage", "key_business", "extraction_loss",
    "upstreamness", "supplier_concentration", "buyer_concentration", "systemic_risk",
    "reach_downstream", "reach_upstream", "degree", "strength", "pagerank", "katz", "betweenness",
    "closeness", "hits_hub", "hits_authority", "communities", "link_extraction_loss",
    "edge_betweenness", "propagation_length", "structural_paths", "output_per_fund",
    "value_added_per_fund", "jobs_per_fund", "capacity_use",
}  # fmt: skip


@pytest.fixture(scope="module")
def ntb():
    return SupplyNetwork.read(DATA)


@pytest.fixture(scope="module")
def twin():
    """The same data read once more: equal, and not the same object."""
    return SupplyNetwork.read(DATA)


@pytest.fixture(scope="module")
def lonely():
    """One business, no trade."""
    return SupplyNetwork.from_flows([[0.0]], [1.0])


def run(metric, network, **parameters):
    if metric.level == "pair":
        trade = network.trade
        ends = (network.businesses.index[0],) * 2
        if len(trade):
            ends = (trade["supplier"].iloc[0], trade["buyer"].iloc[0])
        parameters = {"supplier": str(ends[0]), "buyer": str(ends[1]), **parameters}
    return metric(network, **parameters)


def same(one, other):
    if isinstance(one, pd.Series):
        pd.testing.assert_series_equal(one, other)
    elif isinstance(one, pd.DataFrame):
        pd.testing.assert_frame_equal(one, other)
    else:
        assert one == other or (np.isnan(one) and np.isnan(other))


def test_all_that_was_promised_is_here():
    assert set(IDS) >= EXPECTED


@EVERY
def test_is_pure_and_repeatable(metric, ntb, twin):
    first = run(metric, ntb)
    same(run(metric, ntb), first)
    same(run(metric, twin), first)
    pd.testing.assert_frame_equal(ntb.businesses, twin.businesses)
    pd.testing.assert_frame_equal(ntb.partnerships, twin.partnerships)


@EVERY
def test_keeps_the_index_and_is_named_like_its_id(metric, ntb):
    found = run(metric, ntb)
    if metric.level in ("business", "partnership"):
        table = ntb.businesses if metric.level == "business" else ntb.partnerships
        assert isinstance(found, pd.Series)
        pd.testing.assert_index_equal(found.index, table.index)
        assert found.name == metric.id
        if metric.codes:
            assert set(found) <= set(metric.codes)
        else:
            assert found.dtype == "float64"


@EVERY
def test_works_without_trade(metric, lonely):
    run(metric, lonely)


@EVERY
def test_every_choice_of_every_parameter_works(metric):
    network = tapioca()
    for parameter in metric.parameters:
        for code in parameter.choices:
            run(metric, network, **{parameter.id: code})
        if parameter.range is not None:
            kind = type(parameter.default)
            for end in (parameter.range.low, parameter.range.high):
                run(metric, network, **{parameter.id: kind(end)})


@EVERY
def test_parameters_are_described_in_both_languages(metric):
    for parameter in metric.parameters:
        assert parameter.words.en != parameter.id, parameter.id
        assert parameter.words.id, parameter.id
        assert all(isinstance(words, Words) for words in parameter.choices.values())
        if metric.level != "pair" or parameter.id not in ("supplier", "buyer"):
            assert parameter.default is not inspect.Parameter.empty


@EVERY
def test_docstring_has_its_sections(metric):
    text = inspect.getdoc(metric.fn)
    for section in ("Parameters", "Returns", "References", "Examples"):
        assert re.search(rf"^{section}\n-+$", text, re.MULTILINE), section
    assert ">>> " in text


@EVERY
def test_says_everything_in_both_languages(metric):
    for words in (metric.title, metric.meaning, metric.unit, metric.group, *metric.codes.values()):
        assert words.en.strip()
        assert words.id.strip()
    assert metric.meaning.en != metric.meaning.id
    assert metric.meaning.en.endswith(".")
    assert metric.meaning.id.endswith(".")
    assert metric.formula
    assert metric.source
    assert metric.depends_on


@EVERY
def test_notice_answers_on_any_network(metric, lonely, ntb):
    for network in (lonely, tapioca(), ntb):
        words = metric.notice(network)
        assert words is None or (words.en and words.id)


@EVERY
def test_title_is_unique(metric):
    for language in ("en", "id"):
        titles = [other.title(language) for other in METRICS]
        assert titles.count(metric.title(language)) == 1
