"""A shared page is read like any upload; a hostile one is refused with a message."""

import base64
import io
import zipfile

import pytest

from supplychain.core.errors import ReadingError
from supplychain.io import read_upload

TABLE = "supplier,buyer,value\na,b,5\nb,c,7\n"
START, END = '<script type="text/plain" id="sg-network">', "</script>"


def page(*parts: bytes | str) -> bytes:
    letters = [
        base64.b64encode(part).decode() if isinstance(part, bytes) else part for part in parts
    ]
    return "".join(f"<p>x</p>{START}{part}{END}" for part in letters).encode()


def packed(**files: str | bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name.replace("_", "."), text)
    return content.getvalue()


def test_tables_and_notes_come_out_and_nothing_else():
    content = packed(partnerships_csv=TABLE, view_json='{"version": 1}', other_json="{}")
    found = read_upload("graf.html", page(content))
    assert found.tables["partnerships"]["supplier"].tolist() == ["a", "b"]
    assert found.notes == {"view.json": '{"version": 1}'}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html><script>alert(1)</script></html>",
        page("not/letters=="),
        page(b"no archive"),
        page(packed(partnerships_csv=TABLE), packed(partnerships_csv=TABLE)),
        page(packed(partnerships_csv=TABLE)[:-40]),
        page(packed(view_json="{}")),
        page(packed(partnerships_csv=TABLE, view_json="{")),
        page(packed(partnerships_csv=TABLE, view_json="[" * 100_000)),
        page(packed(partnerships_csv=TABLE, story_json='"' + "x" * 3_000_000 + '"')),
        page(packed(partnerships_csv="a" * 120_000_000)),
    ],
    ids=range(11),
)
def test_what_is_no_page_of_ours_is_refused(content):
    with pytest.raises(ReadingError) as refused:
        read_upload("graf.html", content)
    assert refused.value.words.en
    assert refused.value.words.id
