"""Parameters described once, in the signature, so that controls and options draw themselves."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args, get_origin, get_type_hints

from supplychain.core.words import Words, same


@dataclass(frozen=True)
class Range:
    """A number from `low` to `high` in steps."""

    low: float
    high: float
    step: float


@dataclass(frozen=True)
class Choices:
    """What each allowed code means."""

    words: Mapping[str, Words]


@dataclass(frozen=True)
class Parameter:
    """One keyword-only parameter of a catalogue entry."""

    id: str
    words: Words
    default: Any
    range: Range | None = None
    choices: Mapping[str, Words] = field(default_factory=dict)


def parameters(fn: Callable[..., Any]) -> tuple[Parameter, ...]:
    """Describe the keyword-only parameters of a function from its annotations.

    Examples
    --------
    >>> from typing import Annotated
    >>> def metric(network, *, damping: Annotated[float, Range(0, 1, 0.05)] = 0.85): ...
    >>> [parameter.id for parameter in parameters(metric)]
    ['damping']
    """
    hints = get_type_hints(fn, include_extras=True)
    return tuple(
        _described(name, hints[name], parameter.default)
        for name, parameter in inspect.signature(fn).parameters.items()
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY
    )


def _described(name: str, hint: Any, default: Any) -> Parameter:
    base, *notes = get_args(hint) if hasattr(hint, "__metadata__") else (hint,)
    words = next((note for note in notes if isinstance(note, Words)), same(name))
    span = next((note for note in notes if isinstance(note, Range)), None)
    meant = next((note.words for note in notes if isinstance(note, Choices)), {})
    if get_origin(base) is Literal:
        meant = {code: meant.get(code, same(str(code))) for code in get_args(base)}
    return Parameter(name, words, default, span, meant)
