"""Controls that remember: each choice is kept for the session and stands in the address.

Parameters of metrics and views draw themselves from their description in the signature.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from supplychain.app import state
from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Parameter, Range
from supplychain.core.words import LANGUAGES, Language, Words, number

Offered = Mapping[str, Words]
Part = Callable[[SupplyNetwork, Language], None]

CHOOSE = Words(en="Choose", id="Pilih")
TUNE = Words(en="Adjust", id="Atur")
ALL = Words(en="All", id="Semua")
HANDED = ("language", "theme")
"""Parameters of views that the page knows already."""
SHORT = 56
"""Letters of all choices together that stand side by side, also on a phone; more drop down."""


def choose(
    name: str,
    label: Words,
    offered: Offered,
    language: Language,
    *,
    default: str | None = None,
    help: Words | None = None,
) -> str:
    """Draw a drop-down list and return the code chosen; the first one unless `default` is given."""
    first = _first(offered, default)
    known = state.recall(name, first)
    chosen = st.selectbox(
        label(language),
        list(offered),
        index=list(offered).index(known if known in offered else first),
        format_func=lambda code: offered[code](language),
        key=state.key(name, language),
        help=help(language) if help else None,
    )
    state.keep(name, chosen, first)
    return chosen


def pick(
    name: str, label: Words, offered: Offered, language: Language, *, default: str | None = None
) -> str:
    """Draw a few choices side by side and return the code chosen."""
    first = _first(offered, default)
    known = state.recall(name, first)
    chosen: str = st.segmented_control(
        label(language),
        list(offered),
        default=known if known in offered else first,
        required=True,
        format_func=lambda code: offered[code](language),
        key=state.key(name, language),
    )
    state.keep(name, chosen, first)
    return chosen


def several(
    name: str, label: Words, offered: Offered, language: Language, *, nothing: Words = ALL
) -> list[str]:
    """Draw a list of which several, or none at all, may be chosen; `nothing` says what none means.

    Without it, none means no restriction.
    """
    chosen = st.multiselect(
        label(language),
        list(offered),
        default=[code for code in state.recall_all(name) if code in offered],
        format_func=lambda code: offered[code](language),
        placeholder=nothing(language),
        key=state.key(name, language),
    )
    state.keep(name, chosen, [])
    return chosen


def switch(name: str, label: Words, language: Language, *, default: bool = False) -> bool:
    """Draw a switch."""
    known = state.recall(name, _said(default))
    chosen = st.toggle(label(language), value=known == "1", key=state.key(name, language))
    state.keep(name, _said(chosen), _said(default))
    return chosen


def step(name: str, label: Words, span: Range, language: Language, *, default: float) -> float:
    """Draw a slider over the steps of a range; its numbers are written as the language does."""
    steps = _steps(span, default)
    known = _nearest(steps, state.recall(name, repr(default)), default)
    digits = _digits(span.step)
    chosen = st.select_slider(
        label(language),
        steps,
        value=known,
        format_func=lambda value: number(value, language, digits=digits),
        key=state.key(name, language),
    )
    state.keep(name, repr(chosen), repr(default))
    return chosen


def draw(
    parameters: Iterable[Parameter],
    language: Language,
    *,
    prefix: str = "",
    businesses: Offered | None = None,
) -> dict[str, Any]:
    """Draw a control for each parameter that describes one; return the values by parameter id.

    Parameters
    ----------
    parameters
        As `core.params.parameters` describes them.
    prefix
        Put before each id in the address, where two sets share a page.
    businesses
        What is offered for a parameter that names a business.
    """
    return {
        parameter.id: _control(f"{prefix}{parameter.id}", parameter, language, businesses or {})
        for parameter in parameters
        if _drawable(parameter, businesses)
    }


def tuned(
    parameters: Iterable[Parameter],
    language: Language,
    *,
    prefix: str = "",
    buttons: DeltaGenerator | None = None,
) -> dict[str, Any]:
    """Draw choices side by side, and what only tunes the picture behind one button.

    Parameters
    ----------
    buttons
        Where that button stands; here, if left out.
    """
    known = list(parameters)
    ranges = [each for each in known if each.range]
    given: dict[str, Any] = {}
    with st.container(horizontal=True):
        given |= draw([each for each in known if not each.range], language, prefix=prefix)
    with buttons or st.container(horizontal=True):
        if ranges:
            with st.popover(TUNE(language), icon=":material/tune:"):
                given |= draw(ranges, language, prefix=prefix)
    return given


def _drawable(parameter: Parameter, businesses: Offered | None) -> bool:
    """Tell whether a control can be drawn; what a view is handed by its page cannot."""
    if parameter.id in HANDED:
        return False
    told = parameter.choices or parameter.range or isinstance(parameter.default, bool)
    return bool(told) or (businesses is not None and parameter.id in ("supplier", "buyer"))


def _control(name: str, parameter: Parameter, language: Language, businesses: Offered) -> Any:
    default = parameter.default
    if isinstance(default, bool):
        return switch(name, parameter.words, language, default=default)
    if parameter.choices:
        draw_choice = pick if _short(parameter.choices) else choose
        return draw_choice(name, parameter.words, parameter.choices, language, default=default)
    if parameter.range is not None:
        chosen = step(name, parameter.words, parameter.range, language, default=default)
        return int(chosen) if isinstance(default, int) else chosen
    return choose(name, parameter.words, businesses, language)


def parts(
    name: str, offered: Mapping[str, tuple[Words, Part]], network: SupplyNetwork, language: Language
) -> None:
    """Draw tabs and run the open one only; the address holds which."""
    codes = list(offered)
    labels = [offered[code][0](language) for code in codes]
    known = state.recall(name, codes[0])
    tabs = st.tabs(
        labels,
        default=labels[codes.index(known) if known in codes else 0],
        key=state.key(name, language),
        on_change="rerun",
    )
    for code, tab in zip(codes, tabs, strict=True):
        if tab.open:
            state.keep(name, code, codes[0])
            with tab:
                offered[code][1](network, language)


def _short(offered: Offered) -> bool:
    return max(sum(len(words(code)) for words in offered.values()) for code in LANGUAGES) <= SHORT


def _first(offered: Offered, default: str | None) -> str:
    return default if default is not None and default in offered else next(iter(offered))


def _said(switched: bool) -> str:
    return "1" if switched else "0"


def _steps(span: Range, default: float) -> list[float]:
    count = round((span.high - span.low) / span.step)
    digits = _digits(span.step)
    steps = {round(span.low + index * span.step, digits) for index in range(count + 1)}
    return sorted(steps | {default})


def _digits(step: float) -> int:
    text = f"{step:.10f}".rstrip("0")
    return len(text.partition(".")[2])


def _nearest(steps: Sequence[float], text: str, default: float) -> float:
    try:
        wanted = float(text)
    except ValueError:
        return default
    return min(steps, key=lambda value: abs(value - wanted))
