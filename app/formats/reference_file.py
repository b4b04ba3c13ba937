"""References as CSL-JSON, one list; what the editors know of a work stands in its `custom` field."""

import json
from typing import Any, get_args

from app.domain.ids import ReferenceId
from app.domain.source import Reference, Seen
from app.formats.findings import Findings

_SEEN: tuple[Seen, ...] = get_args(Seen)


def read_references(text: str, findings: Findings) -> dict[ReferenceId, Reference]:
    """Return the works of a CSL-JSON list by identifier."""
    try:
        entries = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        findings.add("json_syntax", line, reason=str(error).partition(":")[0])
        return {}
    if not isinstance(entries, list):
        findings.add("expected_list", 1, field="", text="")
        return {}
    references: dict[ReferenceId, Reference] = {}
    for number, entry in enumerate(entries):
        reference = _reference(entry, text, number, findings)
        if reference is None:
            continue
        if reference.id in references:
            findings.add("duplicate_reference", _line_of(text, reference.id, last=True), text=reference.id)
            continue
        references[reference.id] = reference
    return references


def _reference(entry: Any, text: str, number: int, findings: Findings) -> Reference | None:
    if not isinstance(entry, dict):
        findings.add("expected_mapping", 1, field=f"{number + 1}", text="")
        return None
    identifier = entry.get("id")
    if not isinstance(identifier, str | int) or not str(identifier).strip():
        findings.add("missing_field", 1, field="id", within=f"{number + 1}")
        return None
    identifier = str(identifier)
    line = _line_of(text, identifier)
    for field in ("type", "title"):
        if not isinstance(entry.get(field), str) or not entry[field].strip():
            findings.add("missing_field", line, field=field, within=identifier)
            return None
    custom = entry.get("custom", {})
    custom = custom if isinstance(custom, dict) else {}
    seen = custom.get("seen", "not_checked")
    if seen not in _SEEN:
        findings.add("not_one_of", line, field="seen", text=str(seen)[:60], nearest="", known=_SEEN)
        return None
    csl = {name: value for name, value in entry.items() if name != "custom"} | {"id": identifier}
    words = {name: str(custom.get(name, "")).strip() for name in ("identification", "doubt")}
    return Reference(ReferenceId(identifier), csl, seen, words["identification"], words["doubt"])


def _line_of(text: str, identifier: str, *, last: bool = False) -> int:
    """Return the line where the text of an identifier stands."""
    quoted = json.dumps(identifier, ensure_ascii=False)
    at = text.rfind(quoted) if last else text.find(quoted)
    return text.count("\n", 0, at) + 1 if at >= 0 else 1
