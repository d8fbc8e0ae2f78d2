"""A chart of the views as the body of a picture."""

from __future__ import annotations

import re
from typing import Any

import vl_convert

from supplychain.io.characters import CONTROL
from supplychain.views.figure import Figure
from supplychain.views.palette import Theme
from supplychain.views.pictures import sankey, typeface
from supplychain.views.pictures.sheet import Body

VEGA_LITE = "6.4"
_SIZE = re.compile(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"')


def body(figure: Figure, width: float, theme: Theme) -> Body:
    """Draw a figure without its words.

    Parameters
    ----------
    width
        Px; a figure that needs more gets more.
    """
    width = max(width, figure.min_width)
    if isinstance(figure.chart, dict):
        return sankey.body(figure, width, theme)
    typeface.known()
    spec = _seen(figure.spec)
    config = {**spec.get("config", {}), "font": typeface.FAMILY}
    drawn = vl_convert.vegalite_to_svg(
        {**spec, "width": width, "config": config}, vl_version=VEGA_LITE
    )
    found = _SIZE.search(drawn)
    height = float(found.group(2)) if found else 0.0
    return Body(drawn, max(width, float(found.group(1)) if found else 0.0), height)


def _seen(part: Any) -> Any:
    """Leave out characters that cannot be seen: the renderer ends the whole process over one."""
    if isinstance(part, str):
        return CONTROL.sub("", part)
    if isinstance(part, dict):
        return {key: _seen(held) for key, held in part.items()}
    return [_seen(held) for held in part] if isinstance(part, list) else part
