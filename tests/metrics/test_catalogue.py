import importlib
import sys
import textwrap

import pytest

import supplychain.metrics
from supplychain import SupplyNetwork
from supplychain.core.catalogue import discover
from supplychain.core.errors import UnknownNameError
from supplychain.metrics import CATALOGUE
from supplychain.metrics.uncertainty import interval
from tests.metrics import test_contract

NEW_METRIC = textwrap.dedent(
    '''
    """Share of output that leaves the network."""

    import pandas as pd

    from supplychain.core.network import SupplyNetwork
    from supplychain.core.words import Words
    from supplychain.metrics.catalogue import LINKAGES, SHARE, metric


    @metric(
        level="business",
        unit=SHARE,
        title=Words(en="Final share", id="Bagian akhir"),
        meaning=Words(en="What final buyers take.", id="Yang dibeli pembeli akhir."),
        formula="fⱼ / xⱼ",
        source="definition",
        group=LINKAGES,
        depends_on=frozenset({"values"}),
    )
    def final_share(network: SupplyNetwork) -> pd.Series:
        """Share of output sold to final buyers.

        Parameters
        ----------
        network
            Trade in Rp/year.

        Returns
        -------
        pandas.Series
            Share of 1.

        References
        ----------
        Definition.

        Examples
        --------
        >>> final_share(SupplyNetwork.from_flows([[0.0]], [1.0])).to_dict()
        {'1': 1.0}
        """
        output = network.businesses["output"]
        return (network.final_demand / output.where(output > 0)).rename("final_share")
    '''
)


@pytest.fixture
def added(tmp_path, monkeypatch):
    """A package of metrics with one new file, found as our own are; gone again afterwards."""
    folder = tmp_path / "more_metrics"
    folder.mkdir()
    (folder / "__init__.py").write_text("", encoding="utf-8")
    (folder / "final_share.py").write_text(NEW_METRIC, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(CATALOGUE, "_entries", dict(CATALOGUE._entries))
    importlib.invalidate_caches()
    discover(importlib.import_module("more_metrics"))
    yield CATALOGUE.get("final_share")
    for name in [name for name in sys.modules if name.startswith("more_metrics")]:
        del sys.modules[name]


def test_one_new_file_is_enough(added):
    """The whole contract holds for it, its name works, and it has an interval."""
    lonely = SupplyNetwork.from_flows([[0.0]], [1.0])
    ntb = SupplyNetwork.read(test_contract.DATA)
    test_contract.test_is_pure_and_repeatable(added, ntb, SupplyNetwork.read(test_contract.DATA))
    test_contract.test_keeps_the_index_and_is_named_like_its_id(added, ntb)
    test_contract.test_works_without_trade(added, lonely)
    test_contract.test_every_choice_of_every_parameter_works(added)
    test_contract.test_parameters_are_described_in_both_languages(added)
    test_contract.test_docstring_has_its_sections(added)
    test_contract.test_says_everything_in_both_languages(added)
    test_contract.test_notice_answers_on_any_network(added, lonely, ntb)
    assert supplychain.metrics.final_share is added.fn
    assert interval(lonely, added, draws=5)["value"].tolist() == [1.0]


def test_the_decorator_returns_the_function_untouched():
    entry = CATALOGUE.get("output_multiplier")
    assert supplychain.metrics.output_multiplier is entry.fn
    assert "output_multiplier" in dir(supplychain.metrics)


def test_offers_the_nearest_name():
    with pytest.raises(AttributeError, match="Did you mean 'output_multiplier'"):
        supplychain.metrics.output_multiplyer  # noqa: B018
    with pytest.raises(UnknownNameError, match="Did you mean 'output_multiplier'"):
        CATALOGUE.get("output_multiplyer")


def test_finds_by_level():
    ids = {metric.id for metric in CATALOGUE.find(level="partnership")}
    assert ids == {"edge_betweenness", "link_extraction_loss"}
