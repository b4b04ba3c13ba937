"""Read a file as a whole or, where its layout is broken, in pieces: a broken question costs one question."""

import re
from collections.abc import Collection

import msgspec

from app.formats.yaml_events import Mapping, Refused, Sequence, build

_TOP_KEY = re.compile(r"([a-z_]+):(?:\s|$)")


class Document(msgspec.Struct):
    """The head of a file, the items of its list, each with its line, and what could not be read."""

    head: Mapping
    items: list[object]
    lines: list[int]
    refused: list[Refused]


def read_document(text: str, list_key: str, head_keys: Collection[str]) -> Document:
    """Return head and items of a file whose `list_key` holds a list. Raises `Refused` for a broken head."""
    try:
        return _document(build(text), list_key)
    except Refused as error:
        head_text, pieces = cut(text, list_key, head_keys)
        if not pieces:
            raise
        return _from_pieces(head_text, pieces, list_key, error)


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


def _from_pieces(head_text: str, pieces: list[tuple[int, str]], list_key: str, error: Refused) -> Document:
    document = _document(build(head_text), list_key)
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
