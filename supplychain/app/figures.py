"""Figures of the views on a page: drawn once, scrolled sideways where narrow, with their notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st
from pandas.io.formats.style import Styler

from supplychain.app import cache, messages
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words
from supplychain.metrics import CATALOGUE as METRICS
from supplychain.metrics import uncertainty
from supplychain.views import CATALOGUE as VIEWS
from supplychain.views.catalogue import Results
from supplychain.views.figure import Figure
from supplychain.views.palette import Theme
from supplychain.views.trade import chosen

Given = Mapping[str, Any]
LARGE = 1000
"""Businesses above which a metric may take its time; below, each is there within a second."""
WAITING = Words(en="Computing: {metric} …", id="Menghitung: {metric} …")


@dataclass(frozen=True)
class Frozen:
    """A mapping that can stand in a key."""

    items: tuple[tuple[str, Any], ...]

    @classmethod
    def of(cls, given: Given | None) -> Frozen:
        """Freeze a mapping, and the mappings in it."""
        pairs = sorted((given or {}).items())
        return cls(tuple((name, _frozen(value)) for name, value in pairs))

    def thawed(self) -> dict[str, Any]:
        """Return the mapping again."""
        return {name: _thawed(value) for name, value in self.items}


def _frozen(value: Any) -> Any:
    return Frozen.of(value) if isinstance(value, Mapping) else value


def _thawed(value: Any) -> Any:
    return value.thawed() if isinstance(value, Frozen) else value


@dataclass(frozen=True)
class Request:
    """Which figure, of which part of the network, with which parameters; hashable.

    Attributes
    ----------
    view
        Id in the catalogue of views.
    filters
        Codes for `views.trade.chosen`; nothing to draw the whole network.
    parameters
        Of the view.
    metrics
        Parameters of the metrics whose values the view draws, by id.
    interval
        Id of the metric whose interval the view draws too.
    """

    view: str
    filters: Frozen
    parameters: Frozen
    metrics: Frozen
    interval: str | None = None

    @classmethod
    def of(
        cls,
        view: str,
        *,
        filters: Given | None = None,
        parameters: Given | None = None,
        metrics: Given | None = None,
    ) -> Request:
        """Describe a figure."""
        return cls(view, Frozen.of(filters), Frozen.of(parameters), Frozen.of(metrics))

    def with_interval(self, metric: str) -> Request:
        """Ask for the interval of a metric too."""
        return replace(self, interval=metric)


def draw(
    network: SupplyNetwork, *, asked: Request, language: Language, theme: Theme = "light"
) -> Figure:
    """Draw a figure."""
    results, given = _arguments(network, asked)
    figure: Figure = VIEWS.get(asked.view).fn(
        network, results, language=language, theme=theme, **given
    )
    return figure


def table(network: SupplyNetwork, asked: Request, language: Language) -> Styler:
    """Write a table; `.data` holds its plain numbers."""
    results, given = _arguments(network, asked)
    written: Styler = VIEWS.get(asked.view).fn(network, results, language=language, **given)
    return written


def _arguments(network: SupplyNetwork, asked: Request) -> tuple[Results, dict[str, Any]]:
    metrics = asked.metrics.thawed()
    results = {
        name: cache.values(network, METRICS.get(name), given) for name, given in metrics.items()
    }
    extra: dict[str, Any] = asked.parameters.thawed()
    if asked.filters.items:
        extra["trade"] = chosen(network, **asked.filters.thawed())
    if asked.interval:
        given = {"metric": asked.interval, "given": Frozen.of(metrics[asked.interval])}
        extra["interval"] = cache.result(network, interval, given)
    return results, extra


def interval(network: SupplyNetwork, *, metric: str, given: Frozen) -> Any:
    """Return the interval of a metric, by its id."""
    return uncertainty.interval(network, METRICS.get(metric), **given.thawed())


def show(network: SupplyNetwork, asked: Request, language: Language) -> None:
    """Put a figure on the page: title, picture, notes and source."""
    if len(network) > LARGE:
        for name, chosen_for in asked.metrics.thawed().items():
            metric = METRICS.get(name)
            said = WAITING.fill(metric=metric.title)(language)
            messages.awaited(network, metric.fn, chosen_for, said)
    given = {"asked": asked, "language": language, "theme": theme()}
    put(cache.result(network, _specified, given), f"{asked.view}-{asked.interval or ''}")


def ahead(network: SupplyNetwork, asked: Request, language: Language) -> None:
    """Draw a figure before anyone asks for it, for a light background."""
    cache.result(network, _specified, {"asked": asked, "language": language, "theme": "light"})


def put(figure: Figure, name: str) -> None:
    """Put a figure that is `plain` on the page; `name` is its own there."""
    st.markdown(f"**{messages.plain(figure.title)}**")
    place = f"wide-{name}"
    with st.container(key=place):
        st.html(_no_narrower(place, figure.min_width))
        if "series" in figure.spec:
            st.echarts_chart(figure.spec, theme=None, height=figure.height or "content")
        else:
            st.vega_lite_chart(spec=figure.spec, theme=None, alt=figure.summary)
    notes = [messages.plain(line) for line in (*figure.notes, figure.source) if line]
    st.caption("  \n".join(notes))


def theme() -> Theme:
    """Tell whether the browser shows the app light or dark."""
    return "dark" if st.context.theme.type == "dark" else "light"


def _specified(
    network: SupplyNetwork, *, asked: Request, language: Language, theme: Theme
) -> Figure:
    return plain(draw(network, asked=asked, language=language, theme=theme))


def plain(figure: Figure) -> Figure:
    """Turn the chart of a figure into what `put` shows: its bare specification."""
    return replace(figure, chart=_for_streamlit(figure.spec))


def _for_streamlit(spec: dict[str, Any]) -> dict[str, Any]:
    """Put a chart's own sizing where Streamlit looks for it; its summary speaks for its marks."""
    config = spec.get("config")
    if config is None:
        return spec
    size = {name: config[name] for name in ("autosize",) if name in config}
    mark = {**config.get("mark", {}), "aria": False}
    return {**size, **spec, "config": {**config, "aria": False, "mark": mark}}


def _no_narrower(place: str, width: int) -> str:
    rule = f".st-key-{place} > * {{ min-width: {width}px }}"
    return f"<style>@media (max-width: 75rem) {{ {rule} }}</style>"
