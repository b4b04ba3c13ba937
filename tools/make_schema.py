"""Make the JSON Schemas beside the question sets from the structs that read them: an editor then completes and checks.

Usage: python -m tools.make_schema [--check]
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any, get_args

import msgspec

from app.formats import author, author_bodies, author_files

FOLDER = Path(__file__).resolve().parent.parent / "questions"
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = ["string", "number", "boolean"]
_EITHER = {
    "Choice": (["key"], ["distractor"]),
    "PlaceChoice": (["key"], ["distractor"]),
    "Cite": (["source", "at"], ["ref"]),
    "Item": (["item"], ["tie"]),
}
"""Structs of which one group of fields or the other is needed."""

Schema = dict[str, Any]


def make_schemas() -> dict[str, str]:
    """Return the schemas by file name."""
    return {"set.schema.json": _written(_set_schema()), "source.schema.json": _written(_source_schema())}


def _set_schema() -> Schema:
    bodies = get_args(author_bodies.Body)
    (head, common, *kinds), definitions = _components([author_files.SetHead, author.Common, *bodies])
    questions = [_merged(definitions[_name(kind)], definitions[_name(common)]) for kind in kinds]
    schema = definitions.pop(_name(head))
    for kind, question in zip(kinds, questions, strict=True):
        definitions[_name(kind)] = question
    definitions.pop(_name(common))
    schema["properties"]["questions"] = {"type": "array", "items": {"anyOf": kinds}}
    return _whole(
        "A question set",
        "Its head and its questions; docs/question-sets.md describes them.",
        schema,
        definitions,
    )


def _source_schema() -> Schema:
    (head, statement), definitions = _components([author_files.SourceHead, author_files.Statement])
    schema = definitions.pop(_name(head))
    schema["properties"]["text"] = {"type": "array", "items": statement}
    return _whole("A source", "A document, and its summary statement by statement.", schema, definitions)


def _components(structs: list[Any]) -> tuple[list[Schema], dict[str, Schema]]:
    references, definitions = msgspec.json.schema_components(structs, ref_template="#/$defs/{name}")
    return list(references), dict(definitions)


def _name(reference: Schema) -> str:
    return str(reference["$ref"]).rpartition("/")[2]


def _merged(kind: Schema, common: Schema) -> Schema:
    """Return a kind's fields with those of every question; `id` and `kind` come first, as authors write them."""
    properties = {**common["properties"], **kind["properties"]}
    first = {name: properties.pop(name) for name in ("id", "kind", "stem")}
    required = [*common["required"], *kind["required"]]
    return {
        **kind,
        "properties": {**first, **properties},
        "required": list(dict.fromkeys(["kind", *required])),
    }


def _whole(title: str, description: str, schema: Schema, definitions: dict[str, Schema]) -> Schema:
    for name, groups in _EITHER.items():
        if name in definitions:
            definitions[name]["oneOf"] = [{"required": list(group)} for group in groups]
    body = {**schema, "title": title, "description": description}
    widened: Schema = _widened({"$schema": _DRAFT, **body, "$defs": definitions})
    return widened


def _widened(node: Any) -> Any:
    """Let an editor's numbers and booleans stand where the program reads text: 7.10, 1943, no."""
    if isinstance(node, list):
        return [_widened(one) for one in node]
    if not isinstance(node, dict):
        return node
    widened = {name: _widened(value) for name, value in node.items()}
    if widened.get("type") == "string":
        widened["type"] = _TEXT
    if isinstance(widened.get("enum"), list) and {"yes", "no"} <= set(widened["enum"]):
        widened["enum"] = [*widened["enum"], True, False]
    return widened


def _written(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    """Write the schemas, or say which of them are not current."""
    parser = argparse.ArgumentParser(description="Make the JSON Schemas beside the question sets.")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail where a schema is not current"
    )
    only_check = parser.parse_args().check
    stale = []
    for name, text in make_schemas().items():
        path = FOLDER / name
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if not only_check:
            path.write_text(text, encoding="utf-8")
    if stale:
        print(f"{'not current' if only_check else 'written'}: {', '.join(stale)}")
    return 1 if stale and only_check else 0


if __name__ == "__main__":
    sys.exit(main())
