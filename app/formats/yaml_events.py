"""YAML of question sets to plain mappings, lists and texts with their lines: all scalars are text.

Libyaml's events and the small builder here take a third of the time of `yaml.load`, keep the lines, and
refuse names, tags, repeated keys, depth and control characters while the events come, before anything large
can be made of them.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from app.domain.problem import Value

MAX_DEPTH = 12
# Besides the control characters: line breaks that no editor shows as such (they would put lines out of step).
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


class Refused(Exception):
    """A file, or a piece of it, cannot be read. `line` counts from 1."""

    def __init__(self, code: str, line: int, **values: Value) -> None:
        super().__init__(code, line, values)
        self.code = code
        self.line = line
        self.values = values


class Mapping(dict[str, Any]):
    """A mapping with its line, the line of each key, and the keys whose text a comment seems to cut off."""

    __slots__ = ("cut", "line", "lines")

    def __init__(self, line: int) -> None:
        self.line = line
        self.lines: dict[str, int] = {}
        self.cut: tuple[str, ...] = ()


class Sequence(list[Any]):
    """A list with its line and the line of each item."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        self.line = line
        self.lines: list[int] = []


def build(text: str, *, first_line: int = 1) -> Any:
    """Return the one document of a YAML text as `Mapping`, `Sequence` or str, None where there is none.

    `first_line` is the line number that the text's first line has in its file. Raises `Refused`.
    """
    refuse_control_characters(text, first_line=first_line)
    try:
        return _Builder(text, first_line).run()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line if mark else 0
        reason = " ".join(part for part in (error.context, error.problem) if part)
        raise Refused("yaml_syntax", line + first_line, reason=reason, text=_line_text(text, line)) from error
    except yaml.YAMLError as error:  # a ReaderError has no mark
        raise Refused("yaml_syntax", first_line, reason=str(error).partition("\n")[0], text="") from error


def refuse_control_characters(text: str, *, first_line: int = 1) -> None:
    """Raise `Refused` at the first control character, which no editor shows and no question needs."""
    found = _CONTROL.search(text)
    if found:
        line = text.count("\n", 0, found.start())
        raise Refused("control_character", line + first_line, character=f"U+{ord(found.group()):04X}")


class _Builder:
    def __init__(self, text: str, first_line: int) -> None:
        self._text = text
        self._first = first_line
        self._escapes = "\\" in text
        self._lines = text.split("\n") if " #" in text else []
        self._open: list[tuple[Any, str | None]] = []
        self._container: Any = None
        self._key: str | None = None
        self._root: Any = None
        self._documents = 0

    def run(self) -> Any:
        events: Iterator[Any] = yaml.parse(self._text, Loader=yaml.CBaseLoader)
        for event in events:
            kind = type(event)
            if kind is ScalarEvent:
                self._scalar(event)
            elif kind is MappingStartEvent:
                self._start(event, Mapping(event.start_mark.line + self._first))
            elif kind is SequenceStartEvent:
                self._start(event, Sequence(event.start_mark.line + self._first))
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._container, self._key = self._open.pop()
            elif kind is AliasEvent:
                raise Refused("alias", event.start_mark.line + self._first, text=f"*{event.anchor}")
            elif kind is DocumentStartEvent:
                self._documents += 1
                if self._documents > 1:
                    raise Refused("several_documents", event.start_mark.line + self._first)
        return self._root

    def _scalar(self, event: Any) -> None:
        line = event.start_mark.line + self._first
        if event.anchor or event.tag:
            self._refuse_properties(event, line)
        value = event.value
        if self._escapes and event.style == '"' and (found := _CONTROL.search(value)):
            raise Refused("control_character", line, character=f"U+{ord(found.group()):04X}")
        container = self._container
        if type(container) is Mapping and self._key is None:
            if value in container:
                raise Refused("duplicate_key", line, text=value, first=container.lines[value])
            if value == "<<":
                raise Refused("merge_key", line)
            container.lines[value] = line
            self._key = value
            return
        if self._lines and not event.style and self._key is not None and self._is_cut(event.end_mark):
            container.cut += (self._key,)
        self._add(value.strip(), line)

    def _start(self, event: Any, node: Any) -> None:
        if event.anchor or event.tag:
            self._refuse_properties(event, node.line)
        if type(self._container) is Mapping and self._key is None:
            raise Refused("key_not_text", node.line)
        if len(self._open) >= MAX_DEPTH:
            raise Refused("too_deep", node.line, limit=MAX_DEPTH)
        self._add(node, node.line)
        self._open.append((self._container, self._key))
        self._container, self._key = node, None

    def _add(self, value: Any, line: int) -> None:
        container = self._container
        if type(container) is Mapping:
            container[self._key or ""] = value
            self._key = None
        elif container is None:
            self._root = value
        else:
            container.append(value)
            container.lines.append(line)

    def _refuse_properties(self, event: Any, line: int) -> None:
        if event.anchor:
            raise Refused("anchor_name", line, text=f"&{event.anchor}")
        raise Refused("tag", line, text=str(event.tag))

    def _is_cut(self, end: Any) -> bool:
        """Tell whether one space and a `#` follow a plain text of several words: it was meant to go on."""
        text = self._lines[end.line] if end.line < len(self._lines) else ""
        if text[end.column : end.column + 2] != " #":
            return False
        return " " in text[: end.column].strip().partition(": ")[2]


def _line_text(text: str, line: int) -> str:
    lines = text.split("\n", line + 1)
    return lines[line] if line < len(lines) else ""
