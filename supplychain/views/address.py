"""A view as the query of an address: readable where that is short, packed where it is not.

Version 1 of the address, as first released, has no `v`: `tata`, `ukuran`, `warna`, `tebal`, the
six filters, `usaha`, `kemitraan` and `fokus`. Version 2 adds the depth of the focus (`langkah`),
moved businesses (`geser`) and the camera (`kamera`). What an address says that the data do not
know is passed over: a link never ends in an error.
"""

from __future__ import annotations

import base64
import binascii
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

from pydantic import ValidationError

from supplychain.views.drawing.facets import Filters
from supplychain.views.graph import REACH, Focus
from supplychain.views.layout import Layout
from supplychain.views.view import Camera, Place, View

VERSION = 2
MOST_MOVED = 120
"""Moved businesses that an address holds, some 900 letters; a file holds them all."""
LOOKS = {"layout": "tata", "size": "ukuran", "colour": "warna", "width": "tebal"}
FILTERS = {
    "district": "kabupaten",
    "commodity": "komoditas",
    "product": "produk",
    "kind": "jenis",
    "basis": "dasar",
    "relation": "hubungan",
}
MARK, BUSINESS, PARTNERSHIP, FOCUS = "v", "usaha", "kemitraan", "fokus"
DEPTH, MOVED, CAMERA = "langkah", "geser", "kamera"
NAMES = (*LOOKS.values(), *FILTERS.values(), BUSINESS, PARTNERSHIP, FOCUS, DEPTH, MOVED, CAMERA)
"""What a view stands under in an address, but for `v`."""
_PACKED = b"\x01"
"""First byte of packed places: how they are packed."""
_SEPARATOR = "~"
_FAR = 2_000_000
"""Folded coordinate beyond which nothing can have been moved."""

Query = Mapping[str, Sequence[str]]


def write(view: View, ids: Sequence[str]) -> dict[str, list[str]]:
    """Write a view as a query; what is as at first is an empty list.

    Parameters
    ----------
    ids
        All businesses of the network, in its order.

    Examples
    --------
    >>> found = write(View(layout="map", moved={"b": (12, -7)}), ["a", "b"])
    >>> {name: values for name, values in found.items() if values}
    {'tata': ['map'], 'geser': ['Ae8HARgN'], 'v': ['2']}
    """
    first = View()
    query: dict[str, list[str]] = {name: [] for name in NAMES}
    for field, name in LOOKS.items():
        value = getattr(view, field)
        query[name] = [] if value == getattr(first, field) else [value]
    for field, name in FILTERS.items():
        query[name] = list(getattr(view.filters, field))
    query[BUSINESS] = [view.business] if view.business else []
    query[PARTNERSHIP] = [] if view.partnership is None else [str(view.partnership)]
    if view.focus:
        query[FOCUS] = [view.focus.business]
        depth = (view.focus.suppliers, view.focus.buyers)
        query[DEPTH] = [] if depth == (1, 1) else [_SEPARATOR.join(map(str, depth))]
    if view.camera:
        numbers = (view.camera.x, view.camera.y, view.camera.zoom)
        query[CAMERA] = [_SEPARATOR.join(f"{number:g}" for number in numbers)]
    if 0 < len(view.moved) <= MOST_MOVED:
        query[MOVED] = [packed(view.moved, ids)]
    return {**query, MARK: [str(VERSION)] if any(query.values()) else []}


def read(query: Query, ids: Sequence[str]) -> View:
    """Read a view from the query of an address, whichever version wrote it.

    Parameters
    ----------
    query
        Values by name; what is missing or makes no sense is as at first.
    ids
        All businesses of the network, in its order.
    """
    one = {name: next(iter(values), "") for name, values in query.items()}
    looks = {field: one[name] for field, name in LOOKS.items() if one.get(name)}
    if looks.get("layout") not in get_args(Layout):
        looks.pop("layout", None)
    row = one.get(PARTNERSHIP, "")
    given: dict[str, Any] = {
        **looks,
        "filters": Filters(**{f: tuple(query.get(name, ())) for f, name in FILTERS.items()}),
        "business": one.get(BUSINESS) or None,
        "partnership": int(row) if row.isdecimal() and len(row) < 12 else None,
        "focus": _focus(one.get(FOCUS, ""), one.get(DEPTH, "")),
        "moved": unpacked(one.get(MOVED, ""), ids),
        "camera": _camera(one.get(CAMERA, "")),
    }
    try:
        return View(**given)
    except ValidationError:  # somebody made up an address
        return View()


def packed(moved: Mapping[str, Place], ids: Sequence[str]) -> str:
    """Pack places, to whole units, into letters that an address may hold."""
    order = {name: place for place, name in enumerate(ids)}
    known = sorted((order[name], place) for name, place in moved.items() if name in order)
    content = bytearray(_PACKED + _seal(ids))
    last = -1
    for position, (x, y) in known:
        for number in (position - last - 1, _folded(round(x)), _folded(round(y))):
            content += _bytes_of(number)
        last = position
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


def unpacked(text: str, ids: Sequence[str]) -> dict[str, Place]:
    """Return the places that `packed` packed; none if they are torn, or of other businesses."""
    try:
        content = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        return {}
    seal = _PACKED + _seal(ids)
    if len(text) > 20 * MOST_MOVED or not content.startswith(seal):
        return {}
    numbers = list(_numbers(content[len(seal) :]))
    found: dict[str, Place] = {}
    position = -1
    for skipped, x, y in zip(numbers[::3], numbers[1::3], numbers[2::3], strict=False):
        position += skipped + 1
        if position < len(ids) and max(x, y) < _FAR:
            found[ids[position]] = (float(_unfolded(x)), float(_unfolded(y)))
    return found


def _focus(business: str, depth: str) -> Focus | None:
    if not business:
        return None
    steps = depth.split(_SEPARATOR)
    if len(steps) != 2 or not all(step.isdecimal() and len(step) < 3 for step in steps):
        return Focus(business)
    suppliers, buyers = (min(int(step), REACH) for step in steps)
    return Focus(business, suppliers, buyers)


def _camera(text: str) -> Camera | None:
    try:
        x, y, zoom = map(float, text.split(_SEPARATOR))
        return Camera(x=x, y=y, zoom=zoom)
    except ValueError:  # also pydantic's
        return None


def _seal(ids: Sequence[str]) -> bytes:
    """Two bytes that tell one set of businesses from another."""
    return zlib.crc32("\n".join(ids).encode()).to_bytes(4, "big")[:2]


def _folded(number: int) -> int:
    """Turn whole numbers into natural ones, small ones into small ones."""
    return 2 * number if number >= 0 else -2 * number - 1


def _unfolded(number: int) -> int:
    return number // 2 if number % 2 == 0 else -(number + 1) // 2


def _bytes_of(number: int) -> bytes:
    """Seven bits a byte, the least first; the eighth says that more follow."""
    content = bytearray()
    while number > 127:
        content.append(number & 127 | 128)
        number >>= 7
    content.append(number)
    return bytes(content)


def _numbers(content: bytes) -> Iterator[int]:
    number = shift = 0
    for byte in content:
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield number
            number = shift = 0
        elif shift > 28:
            return
