"""Say what is wrong with what an author wrote, field by field, when msgspec has refused it.

Msgspec stops at the first fault and words it for programmers. This walk over the same structs names every
fault, with its line and the nearest field that exists.
"""

from collections.abc import Collection
from functools import cache
from typing import Annotated, Any

import msgspec
from msgspec import inspect

from app.domain.problem import Value
from app.formats.findings import Findings
from app.formats.yaml_events import Mapping, Sequence

# What a text must look like, by the pattern that asks for it: the code of the problem.
_SHAPES = {
    r"\S": "empty_text",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "bad_slug",
}


@cache
def _type_of(struct: Any) -> inspect.Type:
    return inspect.type_info(struct)


def explain(node: object, struct: Any, findings: Findings, *, line: int, also: Collection[str] = ()) -> None:
    """Add every problem of a node as a value of a struct. `also` are fields that another struct reads."""
    _Walk(findings, also).check(node, _type_of(struct), "", line)


def nearest(word: str, known: Collection[str]) -> str:
    """Return the known word that was most likely meant, "" where none is near."""
    import difflib  # only where something is wrong

    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return found[0] if found else ""


def explain_or_quote(
    node: Mapping, struct: Any, findings: Findings, message: str, *, also: tuple[str, ...] = ()
) -> None:
    """Add the problems of a node that was refused; where none is found, what msgspec said."""
    before = len(findings.problems)
    explain(node, struct, findings, line=node.line, also=also)
    if len(findings.problems) == before:
        findings.add("not_readable", node.line, text=message)


def note_cut_texts(node: object, findings: Findings) -> None:
    """Warn of texts in a node, and in all it holds, that a comment seems to cut off."""
    if not findings.has_comments:
        return
    if isinstance(node, Mapping):
        for field in node.cut:
            findings.add("comment_cuts_text", node.lines[field], field=field, text=str(node[field])[-40:])
        for value in node.values():
            if not isinstance(value, str):
                note_cut_texts(value, findings)
    elif isinstance(node, list):
        for value in node:
            if not isinstance(value, str):
                note_cut_texts(value, findings)


class _Walk:
    def __init__(self, findings: Findings, also: Collection[str]) -> None:
        self._findings = findings
        self._also = also

    def check(self, node: Any, kind: inspect.Type, field: str, line: int) -> None:
        match kind:
            case inspect.Metadata(type=inner):
                self.check(node, inner, field, line)
            case inspect.StructType():
                self._struct(node, kind, field, line)
            case inspect.UnionType(types=types):
                self._union(node, types, field, line)
            case inspect.ListType(item_type=item, min_length=shortest):
                self._list(node, item, field, line, shortest or 0)
            case inspect.DictType(value_type=value):
                self._dict(node, value, field, line)
            case inspect.LiteralType(values=values):
                self._literal(node, [str(v) for v in values], field, line)
            case inspect.IntType():
                self._integer(node, kind, field, line)
            case inspect.StrType():
                self._text(node, kind, field, line)
            case _:
                return

    def _struct(self, node: Any, kind: inspect.StructType, field: str, line: int) -> None:
        if not isinstance(node, Mapping):
            self._add("expected_mapping", line, field=field, text=_quoted(node))
            return
        known = {f.encode_name: f for f in kind.fields}
        allowed = [*known, *self._also, *([kind.tag_field] if kind.tag_field else [])]
        for name in node:
            if name not in allowed:
                self._add(
                    "unknown_field",
                    node.lines[name],
                    field=name,
                    within=field,
                    nearest=nearest(name, allowed),
                    known=tuple(sorted(set(allowed))),
                )
        also, self._also = self._also, ()
        for name, known_field in known.items():
            if name in node:
                self.check(node[name], known_field.type, _join(field, name), node.lines[name])
            elif known_field.required and name not in also:
                self._add("missing_field", node.line, field=name, within=field)

    def _union(self, node: Any, types: tuple[inspect.Type, ...], field: str, line: int) -> None:
        structs = [t for t in types if isinstance(t, inspect.StructType)]
        if isinstance(node, Mapping) and structs:
            self._tagged(node, structs, field, line)
            return
        wanted: tuple[type, ...] = (inspect.LiteralType, inspect.StrType)
        if isinstance(node, Sequence):
            wanted = (inspect.ListType,)
        fitting = [t for t in types if isinstance(t, wanted)]
        first = fitting or [t for t in types if isinstance(t, inspect.ListType)] or structs or list(types)
        self.check(node, first[0], field, line)

    def _tagged(self, node: Mapping, structs: list[inspect.StructType], field: str, line: int) -> None:
        tags = {str(s.tag): s for s in structs}
        if "kind" not in node:
            self._add("missing_kind", line, within=field, known=tuple(tags))
        elif not isinstance(node["kind"], str) or node["kind"] not in tags:
            name = _quoted(node["kind"])
            self._add(
                "unknown_kind", node.lines["kind"], text=name, nearest=nearest(name, tags), known=tuple(tags)
            )
        else:
            self._struct(node, tags[node["kind"]], field, line)

    def _list(self, node: Any, item: inspect.Type, field: str, line: int, shortest: int) -> None:
        if not isinstance(node, Sequence):
            self._add("expected_list", line, field=field, text=_quoted(node))
            return
        if len(node) < shortest:
            self._add("empty_list", line, field=field)
        for at, value in zip(node.lines, node, strict=True):
            self.check(value, item, field, at)

    def _dict(self, node: Any, value: inspect.Type, field: str, line: int) -> None:
        if not isinstance(node, Mapping):
            self._add("expected_mapping", line, field=field, text=_quoted(node))
            return
        for name, inner in node.items():
            self.check(inner, value, _join(field, name), node.lines[name])

    def _literal(self, node: Any, values: list[str], field: str, line: int) -> None:
        if isinstance(node, str) and node in values:
            return
        if set(values) == {"yes", "no", "true", "false"}:
            self._add("not_yes_or_no", line, field=field, text=_quoted(node))
            return
        text = _quoted(node)
        self._add(
            "not_one_of", line, field=field, text=text, nearest=nearest(text, values), known=tuple(values)
        )

    def _integer(self, node: Any, kind: inspect.IntType, field: str, line: int) -> None:
        try:
            number = msgspec.convert(node, int, strict=False)
        except msgspec.ValidationError:
            self._add("not_a_whole_number", line, field=field, text=_quoted(node))
            return
        if kind.ge is not None and number < kind.ge:
            self._add("number_too_low", line, field=field, number=number, limit=kind.ge)
        if kind.le is not None and number > kind.le:
            self._add("number_too_high", line, field=field, number=number, limit=kind.le)

    def _text(self, node: Any, kind: inspect.StrType, field: str, line: int) -> None:
        if not isinstance(node, str):
            self._add("expected_text", line, field=field)
            return
        if not kind.pattern and not kind.max_length:
            return
        try:
            msgspec.convert(node, _text_type(kind.pattern, kind.max_length))
        except msgspec.ValidationError:
            code = "empty_text" if not node else _SHAPES.get(kind.pattern or "", "bad_pattern")
            self._add(code, line, field=field, text=_quoted(node))

    def _add(self, code: str, line: int, **values: Value) -> None:
        self._findings.add(code, line, **values)


@cache
def _text_type(pattern: str | None, max_length: int | None) -> Any:
    return Annotated[str, msgspec.Meta(pattern=pattern, max_length=max_length)]


def _join(field: str, name: str) -> str:
    return f"{field}.{name}" if field else name


def _quoted(node: object) -> str:
    """Return the author's words, cut to what a sentence can quote."""
    match node:
        case str():
            return node if len(node) <= 60 else f"{node[:57]}..."
        case _:
            return ""
