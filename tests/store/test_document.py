"""Scenarios as JSON files: written, read, refused with the place; the published schema."""

import json
import math
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplychain.core.errors import ReadingError
from supplychain.store import read_scenario, write_scenario
from supplychain.store.document import LARGEST, schema
from tests.store.plans import ADD, CLOSE, PLAN, scenarios

PUBLISHED = Path(__file__).parents[2] / "docs" / "scenario.schema.json"
CHECK = jsonschema.Draft202012Validator(json.loads(schema()))
GOOD = {"edit": "add", "supplier": "a", "buyer": "b", "value": 5.0}


def document(*edits, **fields):
    """Text of a file with these edits and fields."""
    return json.dumps({"version": 1, "name": "Plan", "edits": list(edits)} | fields)


@given(scenarios)
def test_what_is_written_reads_back_the_same_and_keeps_to_the_schema(plan):
    text = write_scenario(plan)
    assert read_scenario(text, file="x") == plan
    assert read_scenario(text.encode(), file="x") == plan
    assert read_scenario("\ufeff" + text, file="x") == plan
    CHECK.validate(json.loads(text))


def test_a_file_reads_like_this():
    assert write_scenario(PLAN.plus(ADD, CLOSE)) == (
        "{\n"
        '  "version": 1,\n'
        '  "name": "Tapioka Aik Darek",\n'
        '  "description": "Dari 18 ton ke 300 ton setahun.",\n'
        '  "edits": [\n'
        "    {\n"
        '      "edit": "add",\n'
        '      "supplier": "aik-darek",\n'
        '      "buyer": "ikm-1",\n'
        '      "product": "tapioka",\n'
        '      "value": 12000000.0,\n'
        '      "closure": "outside"\n'
        "    },\n"
        "    {\n"
        '      "edit": "close",\n'
        '      "business": "aik-darek"\n'
        "    }\n"
        "  ]\n"
        "}\n"
    )


def test_the_published_schema_is_up_to_date():
    jsonschema.Draft202012Validator.check_schema(json.loads(schema()))
    assert PUBLISHED.read_text(encoding="utf-8") == schema(), "run `make write-docs`"


@pytest.mark.parametrize(
    ("content", "place", "cause"),
    [
        (b"", "plan.json, line 1, column 1", "This is not JSON."),
        (b'{"version": 1,\n "name" "x"}', "plan.json, line 2, column 9", "This is not JSON."),
        (b'{"version": 1,\n"name": "\xff"}', "plan.json, line 2", "It is not written in UTF-8."),
        ("{}".encode("utf-16"), "plan.json, line 1", "It is not written in UTF-8."),
        (b'{"version": 1, "name": NaN}', "plan.json", "It holds a number that is none"),
        (b'{"version": 1, "name": 1' + b"0" * 9000 + b"}", "plan.json", "It holds a number"),
        (b"[" * 100_000, "plan.json", "It holds a number that is none, or is nested too deeply."),
        (b'{"name": "x", "name": "y"}', "plan.json", "The field “name” is there twice."),
        (b"x" * (LARGEST + 1), "plan.json", "It is larger than 5 MB."),
        (b"[1]", "plan.json", "It is JSON, but no scenario: it has no version."),
        (b"null", "plan.json", "It is JSON, but no scenario"),
        (b'{"name": "x"}', "plan.json", "It is JSON, but no scenario"),
        (b'{"version": 2}', "plan.json", "It is of version 2; this program knows version 1."),
        (b'{"version": "1"}', "plan.json", 'It is of version "1"; this program knows version 1.'),
        (b'{"version": true}', "plan.json", "It is of version true"),
        (b'{"version": 1}', "plan.json, name", "It is missing."),
        (b'{"version": 1, "name": "x", "foo": 1}', "plan.json, foo", "There is no such field."),
        (b'{"version": 1, "name": ""}', "plan.json, name", "It is empty."),
        (b'{"version": 1, "name": "' + b"x" * 121 + b'"}', "plan.json, name", "longer than 120"),
        (b'{"version": 1, "name": 7}', "plan.json, name", "A text is wanted here."),
        (b'{"version": 1, "name": "\\ud800"}', "plan.json", "What stands here does not fit."),
        (b'{"version": 1, "name": "x", "edits": {}}', "plan.json, edits", "A list is wanted"),
    ],
)
def test_a_bad_file_is_refused_with_place_and_cause(content, place, cause):
    with pytest.raises(ReadingError) as caught:
        read_scenario(content, file="plan.json")
    (finding,) = caught.value.findings
    assert finding.place.en == place
    assert cause in finding.cause.en
    assert str(caught.value) == finding.text("en")
    assert finding.text("id") != finding.text("en")


@pytest.mark.parametrize(
    ("edit", "place", "cause"),
    [
        (5, "edit 2", "An object is wanted here."),
        ({}, "edit 2", "It does not say what kind of edit it is."),
        ({"edit": "sell"}, "edit 2", "There is no edit “sell”. Use one of: 'add', 'resize'"),
        (GOOD | {"value": "12"}, "edit 2, value", "A finite number is wanted here."),
        (GOOD | {"value": True}, "edit 2, value", "A finite number is wanted here."),
        (GOOD | {"value": -1}, "edit 2, value", "It must be above 0.0."),
        (GOOD | {"value": 10**400}, "edit 2, value", "A finite number is wanted here."),
        (GOOD | {"supplier": None}, "edit 2, supplier", "A text is wanted here."),
        (GOOD | {"closure": "x"}, "edit 2, closure", "Use one of: 'additional', 'outside'"),
        (GOOD | {"closure": "local"}, "edit 2", "`displaces` names the losing supplier exactly"),
        ({"edit": "close"}, "edit 2, business", "It is missing."),
        ({"edit": "cap", "business": "a", "output": -1}, "edit 2, output", "at least 0.0."),
    ],
)
def test_a_bad_edit_is_refused_with_its_number_and_field(edit, place, cause):
    with pytest.raises(ReadingError) as caught:
        read_scenario(document(GOOD, edit), file="plan.json")
    (finding,) = caught.value.findings
    assert finding.place.en == f"plan.json, {place}"
    assert finding.place.id == f"plan.json, {place.replace('edit', 'perubahan')}"
    assert cause in finding.cause.en


def test_every_fault_is_told_at_once():
    bad = document({"edit": "close"}, GOOD | {"value": 0, "colour": "red"}, name="")
    with pytest.raises(ReadingError) as caught:
        read_scenario(bad, file="plan.json")
    places = [finding.place.en.removeprefix("plan.json, ") for finding in caught.value.findings]
    assert places == ["name", "edit 1, business", "edit 2, value", "edit 2, colour"]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=8,
)


@given(scenarios.filter(lambda plan: plan.edits), st.data())
def test_what_the_schema_refuses_the_program_refuses(plan, data):
    """One value of a good file is replaced by anything; what one accepts, both accept."""
    changed = json.loads(write_scenario(plan))
    holder = data.draw(st.sampled_from([changed, *changed["edits"]]))
    field = data.draw(st.sampled_from([*holder, "unknown"]))
    holder[field] = data.draw(json_values)
    text = json.dumps(changed)
    try:
        read_scenario(text, file="x")
        read = True
    except ReadingError:
        read = False
    if read:
        CHECK.validate(changed)
    elif CHECK.is_valid(changed):
        assert _beyond_a_schema(changed)


@given(st.binary(max_size=300) | st.text(max_size=300) | json_values.map(json.dumps))
def test_anything_else_is_refused_without_a_traceback(content):
    with pytest.raises(ReadingError):
        read_scenario(content, file="x")


def _beyond_a_schema(changed):
    """What JSON Schema cannot say: fields that hang together; 1.0 for 1; an endless number."""
    numbers = [value for edit in changed["edits"] for value in edit.values()]
    return (
        type(changed["version"]) is not int
        or any(isinstance(value, (int, float)) and math.isinf(float(value)) for value in numbers)
        or any(_names(e, "displaces") != (e.get("closure") == "local") for e in changed["edits"])
        or any(_names(e, "business") == _names(e, "product") for e in changed["edits"])
    )


def _names(edit, field):
    return edit.get(field) is not None
