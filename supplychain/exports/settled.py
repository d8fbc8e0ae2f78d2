"""Office files without the time of day: the same content on the same day gives the same bytes."""

from __future__ import annotations

import datetime
import io
import re
import zipfile

_WHEN = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def settled(content: bytes, day: datetime.date) -> bytes:
    """Give every part of an office file the date of a day, also of the workbooks inside it.

    Parameters
    ----------
    content
        A ZIP archive of parts.
    day
        Date of making.
    """
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, _settled_part(name, old.read(name), day))
    return made.getvalue()


def _settled_part(name: str, part: bytes, day: datetime.date) -> bytes:
    if name.endswith(".xlsx"):
        return settled(part, day)
    if name == "docProps/core.xml":
        return _WHEN.sub(rb"\g<1>" + f"{day.isoformat()}T00:00:00Z".encode() + rb"\g<2>", part)
    return part
