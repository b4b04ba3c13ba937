"""The JSON Schemas beside the sets: current, and of one mind with the reader."""

import datetime
import json
import re
from typing import Any

import pytest
import yaml

from app.formats.write import write_set
from tests.unit.harbour import FOLDER, GATHERED, ROOT, SET, WEIGHING, changed, read, with_weighing
from tools.make_schema import make_schemas

SCHEMAS: dict[str, dict[str, Any]] = {name: json.loads(text) for name, text in make_schemas().items()}
TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "boolean": (bool,),
}


def complaints(node: Any, schema: dict[str, Any], whole: dict[str, Any], path: str = "$") -> list[str]:
    """Return where a node breaks a schema: as much of JSON Schema as the two files use."""
    if "$ref" in schema:
        return complaints(node, whole["$defs"][schema["$ref"].rpartition("/")[2]], whole, path)
    found = [
        f"{path}: {name}"
        for name, holds in CHECKS.items()
        if name in schema and not holds(node, schema, whole)
    ]
    if isinstance(node, dict):
        known = schema.get("properties", {})
        rest = schema.get("additionalProperties", True)
        for name, value in node.items():
            inner = known.get(name, rest)
            if inner is False:
                found.append(f"{path}.{name}: unknown")
            elif isinstance(inner, dict):
                found += complaints(value, inner, whole, f"{path}.{name}")
    if isinstance(node, list) and "items" in schema:
        for number, value in enumerate(node):
            found += complaints(value, schema["items"], whole, f"{path}[{number}]")
    return found


def is_of_type(node: Any, schema: dict[str, Any], whole: dict[str, Any]) -> bool:
    names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return any(
        isinstance(node, TYPES[name]) and (name == "boolean" or not isinstance(node, bool)) for name in names
    )


CHECKS = {
    "type": is_of_type,
    "enum": lambda node, schema, whole: node in schema["enum"],
    "const": lambda node, schema, whole: node == schema["const"],
    "pattern": lambda node, schema, whole: (
        not isinstance(node, str) or bool(re.search(schema["pattern"], node))
    ),
    "maxLength": lambda node, schema, whole: not isinstance(node, str) or len(node) <= schema["maxLength"],
    "minimum": lambda node, schema, whole: not isinstance(node, int) or node >= schema["minimum"],
    "maximum": lambda node, schema, whole: not isinstance(node, int) or node <= schema["maximum"],
    "minItems": lambda node, schema, whole: not isinstance(node, list) or len(node) >= schema["minItems"],
    "required": lambda node, schema, whole: (
        not isinstance(node, dict) or set(schema["required"]) <= set(node)
    ),
    "anyOf": lambda node, schema, whole: any(not complaints(node, one, whole) for one in schema["anyOf"]),
    "oneOf": lambda node, schema, whole: (
        sum(not complaints(node, one, whole) for one in schema["oneOf"]) == 1
    ),
}


def as_an_editor_reads(text: str) -> Any:
    """Read YAML as editors do, with numbers and booleans; dates are texts for them."""

    def plain(node: Any) -> Any:
        if isinstance(node, dict):
            return {
                str(name).lower() if isinstance(name, bool) else name: plain(value)
                for name, value in node.items()
            }
        if isinstance(node, list):
            return [plain(one) for one in node]
        return str(node) if isinstance(node, datetime.date) else node

    return plain(yaml.safe_load(text))


def check(text: str, name: str) -> list[str]:
    return complaints(as_an_editor_reads(text), SCHEMAS[name], SCHEMAS[name])


def test_the_schemas_are_current():
    for name, text in make_schemas().items():
        assert (ROOT / "questions" / name).read_text(encoding="utf-8") == text, (
            "run: python -m tools.make_schema"
        )


@pytest.mark.parametrize("folder", [FOLDER, ROOT / "questions"], ids=["sample", "shipped"])
def test_an_editor_complains_of_nothing_in_good_files(folder):
    for kind in ("set", "source"):
        files = sorted((folder / f"{kind}s").glob("*.yaml"))
        assert files
        for file in files:
            assert check(file.read_text(encoding="utf-8"), f"{kind}.schema.json") == []
    assert check(with_weighing()[WEIGHING], "set.schema.json") == []


def test_written_sets_please_an_editor_too():
    for question_set in read(with_weighing()).sets:
        assert check(write_set(question_set), "set.schema.json") == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (SET, "  points: 2\n", "  pionts: 2\n"),
        (SET, "  kind: ordering\n", "  kind: ordered\n"),
        (SET, "  difficulty: 4\n", "  difficulty: 6\n"),
        (SET, "  level: analyse\n", "  level: analyze\n"),
        (SET, "  - distractor: Coal\n", "  - fixed: no\n"),
        (SET, "  - distractor: Coal\n", "  - distractor: Coal\n    key: Peat\n"),
        (SET, "{source: notes, at: 1.1}", "{source: notes}"),
        (SET, "accept: [Aas]", "accept: Aas"),
        (SET, "  stem: What did the lamp burn?\n", ""),
        (WEIGHING, "  relation: contradicts\n", "  relation: disproves\n"),
        (WEIGHING, "{distractor: 3.1,", "{key: 3.2, distractor: 3.1,"),
        (WEIGHING, "    neither: Read the last two sentences once more.\n", ""),
        (WEIGHING, "{source: notes, passage: 1.1 to 2.1, key: [2.1]}", "{source: notes, key: [2.1]}"),
        (WEIGHING, "key: opinion, voice: scholar", "key: opinion, voice: doctor"),
        (WEIGHING, "  partner: [how-sure,", "  partner: [How sure,"),
        (GATHERED, "title: Two from the harbour", "titel: Two from the harbour"),
    ],
)
def test_an_editor_complains_where_the_reader_does(file: str, old: str, new: str):
    files = changed(file, old, new)
    assert read(files).problems
    assert check(files[file], "set.schema.json")
