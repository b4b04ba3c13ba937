"""Read a file as a whole or, where its layout is broken, in pieces: a broken question costs one question."""

import re
from collections.abc import Collection, Iterator

import msgspec

from app.formats.yaml_events import Mapping, Refused, Sequence, build

_TOP_KEY = re.compile(r"([a-z_]+):(?:\s|$)")


class Document(msgspec.Struct):
    """The head of a file, the items of its list, each with its line, and what could not be read.

    `broken` names the fields of the head that are among the last.
    """

    head: Mapping
    items: list[object]
    lines: list[int]
    refused: list[Refused]
    broken: tuple[str, ...] = ()


def read_document(text: str, list_key: str, head_keys: Collection[str]) -> Document:
    """Return head and items of a file whose `list_key` holds a list. Raises `Refused` where nothing can be read."""
    try:
        return _document(build(text), list_key)
    except Refused as error:
        head_text, pieces = cut(text, list_key, head_keys)
        root, broken = _read_fields(head_text, error)
        if not pieces and not (broken and root):
            raise
        return _from_pieces(_document(root, list_key), pieces, broken, error)


def cut(text: str, list_key: str, head_keys: Collection[str]) -> tuple[str, list[tuple[int, str]]]:
    """Return the text without the items of the list (lines kept), and each item with its first line."""
    head: list[str] = []
    pieces: list[tuple[int, list[str]]] = []
    inside = False
    dash = ""
    for number, line in enumerate(text.split("\n"), 1):
        top = _TOP_KEY.match(line)
        if top and (top.group(1) == list_key or top.group(1) in head_keys):
            inside = top.group(1) == list_key
            dash = ""
            head.append(line)
            continue
        if inside and not dash and (found := re.match(r" *- ", line)):
            dash = found.group()
        starts = bool(dash) and (line.startswith(dash) or line == dash.rstrip())
        if inside and starts:
            pieces.append((number, [line]))
        elif inside and pieces and dash:
            pieces[-1][1].append(line)
        head.append("" if inside else line)
    return "\n".join(head), [(number, "\n".join(lines)) for number, lines in pieces]


def _document(root: object, list_key: str) -> Document:
    if root is None:
        raise Refused("empty_file", 1)
    if not isinstance(root, Mapping):
        raise Refused("expected_mapping", 1, field="", text=str(root)[:60] if isinstance(root, str) else "")
    items = root.pop(list_key, Sequence(1))
    if items == "":
        items = Sequence(root.lines[list_key])
    if not isinstance(items, Sequence):
        raise Refused("expected_list", root.lines[list_key], field=list_key, text=str(items)[:60])
    return Document(root, list(items), items.lines, [])


def _read_fields(head: str, error: Refused) -> tuple[object, dict[str, Refused]]:
    """Return what a head holds; where its layout is broken, field by field, with why some cannot be read."""
    try:
        return build(head), {}
    except Refused:
        pass
    root, broken = Mapping(1), {}
    for line, name, part in _fields(head):
        try:
            found = build(part, first_line=line)
            if name in root:
                raise Refused("duplicate_key", line, text=name, first=root.lines[name])
        except Refused as refused:
            broken[name] = refused
            continue
        if isinstance(found, Mapping):
            root.update(found)
            root.lines.update(found.lines)
            root.cut += found.cut
    root.line = min(root.lines.values(), default=1)
    return root, broken or {"": error}


def _fields(head: str) -> Iterator[tuple[int, str, str]]:
    """Yield the line, the name and the text of each field that begins in the first column."""
    first, name, part = 1, "", list[str]()
    for number, line in enumerate(head.split("\n"), 1):
        if found := _TOP_KEY.match(line):
            yield first, name, "\n".join(part)
            first, name, part = number, found.group(1), []
        part.append(line)
    yield first, name, "\n".join(part)


def _from_pieces(
    document: Document, pieces: list[tuple[int, str]], broken: dict[str, Refused], error: Refused
) -> Document:
    document.refused.extend(broken.values())
    document.broken = tuple(broken)
    for line, piece in pieces:
        try:
            found = build(piece, first_line=line)
        except Refused as refused:
            document.refused.append(refused)
            continue
        if isinstance(found, Sequence):
            document.items.extend(found)
            document.lines.extend(found.lines)
    if not document.refused:  # the fault shows only where the pieces meet
        document.refused.append(error)
    return document
