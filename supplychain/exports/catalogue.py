"""What an export is: a pure function that turns a network and results into one file.

Add an export in one file of this package: write a function, put `@export(...)` on it. Pages, the
command line and the tests find it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from supplychain.core.catalogue import Catalogue
from supplychain.core.findings import Finding
from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Parameter, parameters
from supplychain.core.words import Words
from supplychain.exports import masking
from supplychain.views.catalogue import Results

F = TypeVar("F", bound=Callable[..., "File"])


@dataclass(frozen=True)
class File:
    """A file to hand over.

    Attributes
    ----------
    name, media_type
        What to call it, and what it is to a browser.
    content
        Its bytes.
    findings
        What could not be written as it is, such as control characters in a name.
    """

    name: str
    media_type: str
    content: bytes = field(repr=False)
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Export:
    """One entry of the catalogue.

    Attributes
    ----------
    id, fn
        Name of the function, and the function: ``fn(network, results, *, parameters)``.
    title, meaning
        Name of the format, and one sentence on what the file is good for.
    suffix
        How its file names end, with the dot.
    parameters
        Its keyword-only parameters, described.
    """

    id: str
    fn: Callable[..., File]
    title: Words
    meaning: Words
    suffix: str
    parameters: tuple[Parameter, ...] = ()

    def __call__(
        self,
        network: SupplyNetwork,
        results: Results | None = None,
        *,
        public: bool = False,
        **parameters: Any,
    ) -> File:
        """Write it.

        Parameters
        ----------
        public
            Whether the file is for everybody: then it is made of the masked network alone, see
            `masking`.
        """
        if not public:
            return self.fn(network, results or {}, **parameters)
        masked = masking.public(network, results, parameters.get("language", "id"))
        return self.fn(masked.network, masked.results, **masked.translated(parameters))


CATALOGUE: Catalogue[Export] = Catalogue("export")


def export(*, title: Words, meaning: Words, suffix: str) -> Callable[[F], F]:
    """List a function as an export and return it untouched."""

    def listed(fn: F) -> F:
        CATALOGUE.add(Export(fn.__name__, fn, title, meaning, suffix, parameters(fn)))
        return fn

    return listed
