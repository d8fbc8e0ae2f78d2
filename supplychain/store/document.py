"""A scenario as a JSON file that people can read: written, read with the place of every fault.

`schema` is published as ``docs/scenario.schema.json``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from supplychain.core.errors import ReadingError
from supplychain.core.findings import Finding
from supplychain.core.scenario import Scenario
from supplychain.core.words import Words, same

VERSION = 1
LARGEST = 5_000_000
"""Bytes of a file; ten thousand edits need two million."""
_TITLE = "Scenario of the sentra partnership explorer, version 1"


class _TwiceError(ValueError):
    """A field that an object has twice."""


def write_scenario(scenario: Scenario) -> str:
    """Write a scenario as indented JSON; what is not set is left out.

    Examples
    --------
    >>> print(write_scenario(Scenario(name="Tenun Sukarara")), end="")
    {
      "version": 1,
      "name": "Tenun Sukarara",
      "description": "",
      "edits": []
    }
    """
    data = scenario.model_dump(mode="json", exclude_none=True)
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def read_scenario(content: bytes | str, *, file: str) -> Scenario:
    """Read a scenario from JSON.

    Parameters
    ----------
    content
        The file; bytes are UTF-8.
    file
        What the file is called, for messages.

    Raises
    ------
    ReadingError
        If it is no JSON, of another version, or breaks the schema. Each finding says where.
    """
    text = _decoded(content, file)
    data = _parsed(text, file)
    _check_version(data, file)
    try:
        return Scenario.model_validate_json(text, strict=True)
    except ValidationError as error:
        raise _refused(
            *(_finding(fault, data, file) for fault in error.errors(include_url=False))
        ) from None


def schema() -> str:
    """Write the JSON Schema that every file keeps to."""
    drawn = Scenario.model_json_schema()
    drawn["required"] = ["version", *drawn["required"]]
    for part in drawn["$defs"].values():
        if "edit" in part["properties"]:
            part["required"] = ["edit", *part["required"]]
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps({**head, **drawn, "title": _TITLE}, indent=2, ensure_ascii=False) + "\n"


def _decoded(content: bytes | str, file: str) -> str:
    if len(content) > LARGEST:
        raise _refused(_fault("size", same(file), _TOO_LARGE.fill(most=LARGEST // 1_000_000)))
    if isinstance(content, str):
        return content.removeprefix("\ufeff")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _refused(_fault("encoding", _line(file, line), _NO_UTF8)) from None


def _parsed(text: str, file: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        place = _LINE_COLUMN.fill(file=file, line=error.lineno, column=error.colno)
        raise _refused(_fault("json", place, _NO_JSON)) from None
    except _TwiceError as error:
        raise _refused(_fault("twice", same(file), _TWICE.fill(field=error))) from None
    except (ValueError, RecursionError):
        raise _refused(_fault("json", same(file), _UNFIT_JSON)) from None


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        raise _TwiceError(next(name for name in names if names.count(name) > 1))
    return made


def _no_number(text: str) -> float:
    raise ValueError(text)


def _check_version(data: Any, file: str) -> None:
    if not isinstance(data, dict) or "version" not in data:
        raise _refused(_fault("version", same(file), _NO_SCENARIO))
    version = data["version"]
    if type(version) is not int or version != VERSION:
        said = json.dumps(version, ensure_ascii=False)[:20]
        raise _refused(
            _fault("version", same(file), _OTHER_VERSION.fill(version=said, known=VERSION))
        )


def _finding(fault: ErrorDetails, data: Any, file: str) -> Finding:
    cause = _CAUSES.get(fault["type"], _UNFIT)
    if fault["type"] == "value_error":
        _, number, *_ = fault["loc"]
        cause = _CONTRADICTIONS.get(data["edits"][number]["edit"], _CONTRADICTORY)
    values = {name: same(_short(value)) for name, value in fault.get("ctx", {}).items()}
    return _fault(fault["type"], _place(fault["loc"], file), cause.fill(**values))


def _place(path: tuple[str | int, ...], file: str) -> Words:
    """Say where, such as "plan.json, edit 3, value"; pydantic puts the kind of edit in between."""
    if path[:1] != ("edits",) or len(path) == 1:
        return same(", ".join([file, *map(_short, path)]))
    field = "".join(f", {_short(step)}" for step in path[3:])
    return _EDIT.fill(file=file, number=int(path[1]) + 1, field=field)


def _short(value: object) -> str:
    return str(value)[:80]


def _line(file: str, line: int) -> Words:
    return _LINE.fill(file=file, line=line)


def _fault(code: str, place: Words, cause: Words) -> Finding:
    return Finding(f"scenario.{code}", "error", place, cause, _REMEDIES.get(code, _CORRECT))


def _refused(*findings: Finding) -> ReadingError:
    words = Words(
        en="\n".join(finding.text("en") for finding in findings),
        id="\n".join(finding.text("id") for finding in findings),
    )
    return ReadingError(words, findings)


_LINE = Words(en="{file}, line {line}", id="{file}, baris {line}")
_LINE_COLUMN = Words(
    en="{file}, line {line}, column {column}", id="{file}, baris {line}, kolom {column}"
)
_EDIT = Words(en="{file}, edit {number}{field}", id="{file}, perubahan {number}{field}")
_TOO_LARGE = Words(en="It is larger than {most} MB.", id="Ukurannya melebihi {most} MB.")
_NO_UTF8 = Words(en="It is not written in UTF-8.", id="Berkas tidak ditulis dalam UTF-8.")
_NO_JSON = Words(en="This is not JSON.", id="Bagian ini bukan JSON.")
_UNFIT_JSON = Words(
    en="It holds a number that is none, or is nested too deeply.",
    id="Ada angka yang tidak sah, atau susunannya terlalu dalam.",
)
_TWICE = Words(en="The field “{field}” is there twice.", id="Isian “{field}” tertulis dua kali.")
_NO_SCENARIO = Words(
    en="It is JSON, but no scenario: it has no version.",
    id="Berkas ini JSON, tetapi bukan skenario: tidak ada isian version.",
)
_OTHER_VERSION = Words(
    en="It is of version {version}; this program knows version {known}.",
    id="Versinya {version}; program ini mengenal versi {known}.",
)
_UNFIT = Words(en="What stands here does not fit.", id="Isinya tidak sesuai.")
_CONTRADICTORY = Words(en="Its fields contradict each other.", id="Isiannya saling bertentangan.")
_CONTRADICTIONS = {
    "add": Words(
        en="`displaces` names the losing supplier exactly when `closure` is `local`.",
        id="`displaces` diisi pemasok yang tergeser jika, dan hanya jika, `closure` adalah "
        "`local`.",
    ),
    "demand": Words(
        en="It names either `business` or `product`, not both.",
        id="Isi salah satu saja: `business` atau `product`.",
    ),
}
_TEXT = Words(en="A text is wanted here.", id="Di sini harus teks.")
_NUMBER = Words(en="A finite number is wanted here.", id="Di sini harus angka yang berhingga.")
_OBJECT = Words(en="An object is wanted here.", id="Di sini harus objek.")
_CAUSES = {
    "missing": Words(en="It is missing.", id="Isian ini tidak ada."),
    "extra_forbidden": Words(en="There is no such field.", id="Tidak ada isian bernama ini."),
    "literal_error": Words(en="Use one of: {expected}.", id="Gunakan salah satu: {expected}."),
    "union_tag_not_found": Words(
        en="It does not say what kind of edit it is.", id="Jenis perubahannya tidak disebut."
    ),
    "union_tag_invalid": Words(
        en="There is no edit “{tag}”. Use one of: {expected_tags}.",
        id="Tidak ada perubahan “{tag}”. Gunakan salah satu: {expected_tags}.",
    ),
    "string_type": _TEXT,
    "string_too_short": Words(en="It is empty.", id="Isian ini kosong."),
    "string_too_long": Words(
        en="It is longer than {max_length} characters.", id="Lebih dari {max_length} huruf."
    ),
    "float_type": _NUMBER,
    "finite_number": _NUMBER,
    "greater_than": Words(en="It must be above {gt}.", id="Harus lebih dari {gt}."),
    "greater_than_equal": Words(en="It must be at least {ge}.", id="Paling sedikit {ge}."),
    "tuple_type": Words(en="A list is wanted here.", id="Di sini harus daftar."),
    "dict_type": _OBJECT,
    "model_type": _OBJECT,
}
_CORRECT = Words(en="Correct the file.", id="Perbaiki berkasnya.")
_REMEDIES = {
    "size": Words(
        en="Split the scenario into several.", id="Pecah skenarionya menjadi beberapa berkas."
    ),
    "encoding": Words(en="Save it anew as UTF-8.", id="Simpan ulang sebagai UTF-8."),
    "version": Words(
        en="Use a file that this program exported, or update the program.",
        id="Gunakan berkas hasil ekspor program ini, atau perbarui programnya.",
    ),
}
