"""What a metric is: a pure function with its title, unit, meaning, formula and source beside it.

Add a metric in one file of this package: write a function, put `@metric(...)` on it. Pages,
exports, the command line and the tests find it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Required, TypedDict, TypeVar, Unpack

from supplychain.core.catalogue import Catalogue
from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Parameter, parameters
from supplychain.core.words import Words

Level = Literal["business", "partnership", "pair", "network"]
Input = Literal["structure", "values", "jobs", "value_added", "wages", "funds", "capacity"]
Outlook = Literal["upstream", "downstream", "own"]
Notice = Callable[[SupplyNetwork], Words | None]
F = TypeVar("F", bound=Callable[..., Any])
C = TypeVar("C")

MULTIPLIERS = Words(en="Multipliers", id="Pengganda")
LINKAGES = Words(en="Linkages", id="Keterkaitan")
RESILIENCE = Words(en="Resilience", id="Ketahanan")
CENTRALITY = Words(en="Centrality", id="Sentralitas")
CONCENTRATION = Words(en="Concentration", id="Konsentrasi")
PATHS = Words(en="Paths", id="Jalur")
FUNDS = Words(en="Public funds", id="Dana publik")

PER_RUPIAH = Words(en="Rp per Rp", id="Rp per Rp")
RUPIAH_A_YEAR = Words(en="Rp/year", id="Rp/tahun")
PERSONS = Words(en="persons", id="orang")
INDEX = Words(en="index, mean 1", id="indeks, rata-rata 1")
SHARE = Words(en="share of 1", id="bagian dari 1")


def _silent(network: SupplyNetwork) -> Words | None:
    """Nothing to remark on any network."""
    return None


@dataclass(frozen=True)
class Metric:
    """One entry of the catalogue.

    Attributes
    ----------
    id, fn
        Name of the function, and the function: ``fn(network, *, parameters)``. A metric of level
        `pair` takes the keywords `supplier` and `buyer`, ids of businesses, first.
    level
        `business` and `partnership` return a Series named like the id and indexed like the
        network's table of that name; `pair` and `network` return a table or a number.
    unit, unit_by
        Unit of the values; `unit_by` names a parameter that decides it, with the unit of its codes.
    title, meaning
        Name, and one sentence on what it tells a planner.
    formula, source
        In unicode mathematics, notation of Miller and Blair; where it comes from.
    group
        Heading it stands under.
    codes, labels
        What each value means, if the values are codes and not numbers; `labels` says that only who
        shares a code matters, not which code it is.
    notice
        Says when the metric means nothing, or only part of it, on a network.
    depends_on, depends_by
        What it is computed from, so that an interval knows what to vary; `depends_by` names a
        parameter that adds to it, with what each of its codes adds.
    looks
        Whose figures it rests on beside its own: those of all behind a business (`upstream`), of
        all ahead of it (`downstream`), or nobody's.
    parameters
        Its keyword-only parameters, described.
    """

    id: str
    fn: Callable[..., Any]
    level: Level
    unit: Words
    title: Words
    meaning: Words
    formula: str
    source: str
    group: Words
    depends_on: frozenset[Input]
    unit_by: tuple[str, Mapping[str, Words]] | None = None
    depends_by: tuple[str, Mapping[str, frozenset[Input]]] | None = None
    looks: Outlook = "upstream"
    codes: Mapping[str, Words] = field(default_factory=dict)
    labels: bool = False
    notice: Notice = _silent
    parameters: tuple[Parameter, ...] = ()

    def __call__(self, network: SupplyNetwork, **parameters: Any) -> Any:
        """Compute it."""
        return self.fn(network, **parameters)

    def unit_of(self, **parameters: Any) -> Words:
        """Say the unit of the values under the given parameters."""
        return self._chosen(self.unit_by, parameters) or self.unit

    def inputs(self, **parameters: Any) -> frozenset[Input]:
        """Say what the values are computed from under the given parameters."""
        return self.depends_on | (self._chosen(self.depends_by, parameters) or frozenset())

    def _chosen(
        self, by: tuple[str, Mapping[str, C]] | None, parameters: Mapping[str, Any]
    ) -> C | None:
        if by is None:
            return None
        name, cases = by
        default = next(known.default for known in self.parameters if known.id == name)
        return cases.get(parameters.get(name, default))


class Described(TypedDict, total=False):
    """What `@metric` is told; see `Metric`."""

    level: Required[Level]
    unit: Required[Words]
    title: Required[Words]
    meaning: Required[Words]
    formula: Required[str]
    source: Required[str]
    group: Required[Words]
    depends_on: Required[frozenset[Input]]
    unit_by: tuple[str, Mapping[str, Words]]
    depends_by: tuple[str, Mapping[str, frozenset[Input]]]
    looks: Outlook
    codes: Mapping[str, Words]
    labels: bool
    notice: Notice


CATALOGUE: Catalogue[Metric] = Catalogue("metric")


def metric(**described: Unpack[Described]) -> Callable[[F], F]:
    """List a function as a metric and return it untouched."""

    def listed(fn: F) -> F:
        entry = Metric(id=fn.__name__, fn=fn, parameters=parameters(fn), **described)
        CATALOGUE.add(entry)
        return fn

    return listed
