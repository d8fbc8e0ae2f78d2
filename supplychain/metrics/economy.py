"""The open and closed model behind the economic metrics, solved once for each network."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csc_array, csr_array

from supplychain.core import economy as laws
from supplychain.core.errors import NotProductiveError
from supplychain.core.findings import Finding
from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Choices
from supplychain.core.words import Words
from supplychain.engine import households, leontief
from supplychain.engine.leontief import Certificate, Factor
from supplychain.metrics.catalogue import Input

Floats = NDArray[np.float64]
BILLION = 1e9

Measure = Annotated[
    Literal["output", "value_added", "jobs"],
    Words(en="Measured in", id="Diukur dalam"),
    Choices(
        {
            "output": Words(en="output", id="nilai produksi"),
            "value_added": Words(en="value added", id="nilai tambah"),
            "jobs": Words(en="jobs", id="tenaga kerja"),
        }
    ),
]

MEASURED_BY: Mapping[str, frozenset[Input]] = {
    "value_added": frozenset({"value_added"}),
    "jobs": frozenset({"jobs"}),
}


@dataclass(frozen=True, eq=False)
class Economy:
    """A network as arrays in the order of its businesses; it keeps no hold on the network.

    Attributes
    ----------
    businesses
        The network's table.
    factor
        Of I - A.
    output, final
        x and f, Rp/year.
    """

    businesses: pd.DataFrame
    factor: Factor
    output: Floats
    final: Floats

    def per_output(self, column: str) -> Floats:
        """Return a column of the businesses per rupiah of output; 0 where either is missing."""
        amount = self.businesses[column].fillna(0.0).to_numpy(dtype=np.float64)
        return np.divide(amount, self.output, out=np.zeros_like(amount), where=self.output > 0)

    def weights(self, measure: str) -> Floats:
        """Return what one rupiah of output counts as: itself, value added (Rp) or jobs."""
        if measure == "output":
            return np.ones(len(self.output))
        return self.per_output({"jobs": "workers"}.get(measure, measure))

    def closed(self, spending: float) -> Factor:
        """Factor the model closed on households, who spend `spending` of wages as final demand is.

        Raises
        ------
        NotProductiveError
            If wages and purchases together exceed output in a circle.
        """
        demand = self.final.clip(min=0.0)
        total = demand.sum()
        basket = spending * demand / total if total > 0 else np.zeros_like(demand)
        closed = households.close(self.factor.coefficients, self.per_output("wages"), basket)
        return _factored(closed, lambda: [_ROUND_AND_ROUND])

    def series(self, values: Floats, name: str) -> pd.Series:
        """Give values back to their businesses."""
        return pd.Series(values, index=self.businesses.index, name=name)


_ROUND_AND_ROUND = Finding(
    "economy.productive",
    "error",
    Words(en="Model closed on households", id="Model tertutup dengan rumah tangga"),
    Words(
        en="Wages and purchases together reach all that is made, so spending never ends.",
        id="Upah dan pembelian bersama-sama menghabiskan nilai produksi, sehingga belanja tak "
        "pernah berhenti.",
    ),
    Words(
        en="Lower the share of wages spent here, or check wages against value added.",
        id="Turunkan bagian upah yang dibelanjakan, atau periksa upah terhadap nilai tambah.",
    ),
)
_SOLVED: WeakKeyDictionary[SupplyNetwork, Economy] = WeakKeyDictionary()


def of(network: SupplyNetwork) -> Economy:
    """Return the economy of a network, solved once.

    Raises
    ------
    NotProductiveError
        If no finite multiplier exists.
    """
    if network not in _SOLVED:
        factor = _factored(network.coefficients, lambda: laws.findings(network))
        output = network.businesses["output"].fillna(0.0).to_numpy(dtype=np.float64)
        final = output - network.sales.to_numpy(dtype=np.float64)
        _SOLVED[network] = Economy(network.businesses, factor, output, final)
    return _SOLVED[network]


def _factored(coefficients: csr_array | csc_array, causes: Callable[[], list[Finding]]) -> Factor:
    try:
        factor = leontief.factor(coefficients)
    except leontief.SingularError:
        raise NotProductiveError(causes()) from None
    if not factor.productive:
        raise NotProductiveError(causes())
    return factor


def certificate(network: SupplyNetwork) -> Certificate:
    """Return residual and condition of the solve behind the output multipliers."""
    factor = of(network).factor
    return factor.certify(factor.multipliers, np.ones(len(factor)), transposed=True)


def without_workers(network: SupplyNetwork) -> Words | None:
    """Say how many businesses have no number of workers, and so count no jobs."""
    return _gaps(network, "workers", Words(en="workers", id="tenaga kerja"))


def without_output(network: SupplyNetwork) -> Words | None:
    """Say how many businesses have no output, and so no coefficients."""
    idle = int((network.businesses["output"].fillna(0.0) <= 0).sum())
    if not idle:
        return None
    return Words(
        en="{idle} of {all} businesses have no output and stand alone.",
        id="{idle} dari {all} usaha tidak memiliki nilai produksi dan berdiri sendiri.",
    ).fill(idle=idle, all=len(network))


def _gaps(network: SupplyNetwork, column: str, name: Words) -> Words | None:
    gaps = int(network.businesses[column].isna().sum())
    if not gaps:
        return without_output(network)
    return Words(
        en="{gaps} of {all} businesses have no number of {name} and count 0.",
        id="{gaps} dari {all} usaha tidak memiliki angka {name} dan dihitung 0.",
    ).fill(gaps=gaps, all=len(network), name=name)
