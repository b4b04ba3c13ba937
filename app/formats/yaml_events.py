"""YAML of question sets to plain mappings, lists and texts with their lines: all scalars are text.

Libyaml's events and the small builder here take a third of the time of `yaml.load`, keep the lines, and
refuse names, tags, repeated keys, depth and control characters while the events come, before anything large
can be made of them.
"""

import re
from collections.abc import Callable
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
        self._documents = 0

    def run(self) -> Any:
        """Build the document. This loop takes most of the time of reading a set, so the usual ways are short."""
        next_event: Callable[[], Any] = yaml.CBaseLoader(self._text).get_event
        first, careful = self._first, bool(self._escapes or self._lines)
        stack: list[Any] = []
        root: Any = None
        container: Any = None
        key: Any = None
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is ScalarEvent:
                line = event.start_mark.line + first
                node: Any = event.value
                if event.anchor or event.tag:
                    self._refuse_properties(event, line)
                if key is None and type(container) is Mapping:
                    key = self._note_key(container, node, line)
                    continue
                if careful:
                    self._look_closer(event, container, key, line)
                node = node.strip()
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                line = event.start_mark.line + first
                self._check_start(event, container, key, line, len(stack))
                node = Mapping(line) if kind is MappingStartEvent else Sequence(line)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                container = stack.pop()
                continue
            else:
                self._other(event)
                continue
            if type(container) is Mapping:
                container[key] = node
            elif container is None:
                root = node
            else:
                container.append(node)
                container.lines.append(line)
            if kind is not ScalarEvent:
                stack.append(container)
                container = node
            key = None
        return root

    def _note_key(self, container: Mapping, name: str, line: int) -> str:
        if name in container:
            raise Refused("duplicate_key", line, text=name, first=container.lines[name])
        if name == "<<":
            raise Refused("merge_key", line)
        container.lines[name] = line
        return name

    def _look_closer(self, event: Any, container: Any, key: str | None, line: int) -> None:
        """Refuse control characters that a quoted text spells out; note a text that a comment cuts off."""
        if event.style == '"' and self._escapes and (found := _CONTROL.search(event.value)):
            raise Refused("control_character", line, character=f"U+{ord(found.group()):04X}")
        if self._lines and key is not None and not event.style and self._is_cut(event.end_mark):
            container.cut += (key,)

    def _check_start(self, event: Any, container: Any, key: str | None, line: int, depth: int) -> None:
        if event.anchor or event.tag:
            self._refuse_properties(event, line)
        if key is None and type(container) is Mapping:
            raise Refused("key_not_text", line)
        if depth >= MAX_DEPTH:
            raise Refused("too_deep", line, limit=MAX_DEPTH)

    def _other(self, event: Any) -> None:
        kind: object = type(event)
        if kind is AliasEvent:
            raise Refused("alias", event.start_mark.line + self._first, text=f"*{event.anchor}")
        if kind is DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                raise Refused("several_documents", event.start_mark.line + self._first)

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
