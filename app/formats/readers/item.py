"""One item of a file in somebody else's format: a question in our author's fields, or why it stays out."""

from typing import Any

import msgspec

from app.domain.problem import Value

Fields = dict[str, Any]
"""A question's own fields as an author writes them, with its `kind`."""


class Note(msgspec.Struct, frozen=True):
    """A problem of an item, before it is known what the item is called."""

    code: str
    line: int
    values: dict[str, Value] = {}


class Item(msgspec.Struct, kw_only=True):
    """What a file says of one question. Without `fields` it stays out, and a note that is an error says why.

    `kind` is one of our kinds, else the file's own word. `identity` is a lasting name that the file gives. The first
    of the `topics` is the main one; each is a path of titles.
    """

    line: int
    kind: str = ""
    name: str = ""
    identity: str = ""
    stem: str = ""
    fields: Fields | None = None
    explanation: str = ""
    topics: tuple[tuple[str, ...], ...] = ()
    points: str = "1"
    notes: list[Note] = []

    def note(self, code: str, **values: Value) -> None:
        """Note a problem at the item's line."""
        self.notes.append(Note(code, self.line, values))


class StaysOut(Exception):
    """An item cannot be taken; the code and its values say why."""

    def __init__(self, code: str, **values: Value) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values
